"""Swedish alphabetical order."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cms.publishing.collation import swedish_key


def test_the_alphabet_ends_in_å_ä_ö() -> None:
    words = [
        "Öland",
        "Åre",
        "zebra",
        "Ängel",
        "Ärla",
        "ek",
        "Éden",
        "Wien",
        "Visby",
        "apa",
        "Apa 2",
        "Übertal",
    ]
    expected = [
        "apa",
        "Apa 2",
        "Éden",
        "ek",
        "Übertal",
        "Visby",
        "Wien",
        "zebra",
        "Åre",
        "Ängel",
        "Ärla",
        "Öland",
    ]
    assert sorted(words, key=swedish_key) == expected


@given(st.text())
def test_composition_makes_no_difference(text: str) -> None:
    assert swedish_key(unicodedata.normalize("NFD", text)) == swedish_key(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="abcåäöÅÄÖéÜ -"))
def test_case_makes_no_difference(text: str) -> None:
    assert swedish_key(text.upper()) == swedish_key(text.lower())


def test_fancy_letters_sort_as_letters() -> None:
    assert swedish_key("𝓐rkiv") == swedish_key("arkiv")
