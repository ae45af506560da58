"""The Swedish catalogue: complete, nothing left over, and compiled from what it says."""

from frontend.messages import CATALOGUE, catalogue, compiled, extracted, known, untranslated


def test_catalogue_holds_the_texts_of_the_site() -> None:
    assert set(known()) == extracted()


def test_every_text_is_translated() -> None:
    assert untranslated(catalogue(known(), known())) == []


def test_compiled_catalogue_is_this_one() -> None:
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled(catalogue(known(), known()))
