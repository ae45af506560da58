"""Swedish alphabetical order."""

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
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert swedish_key(swedish_key(text)) == swedish_key(text)
