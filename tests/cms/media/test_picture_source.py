"""Pictures as documents name them: in each language's words, with terms, and in high resolution only where allowed."""

from __future__ import annotations

from typing import Any

import pytest

from cms.media.models import Picture
from cms.publishing.references import Loader
from tests.cms.conftest import Newsroom, image_file


def said(picture: Picture, form: str = "full", locale: str = "sv") -> Any:
    loader = Loader()
    loader.load([f"picture:{picture.pk}"])
    return loader.refer(f"picture:{picture.pk}", form, locale)


def make(**fields: Any) -> Picture:
    given = {"title": "Hamn", "file": image_file(), "description": "En hamn."}
    return Picture.objects.create(**given | fields)


def test_each_language_has_its_own_words(newsroom: Newsroom) -> None:
    picture = make(english_description="A harbour.")
    assert [said(picture, form, locale)["alt"] for form in ("full", "card") for locale in ("sv", "en")] == [
        "En hamn.",
        "A harbour.",
    ] * 2


def test_swedish_stands_in_where_english_was_taken_away(newsroom: Newsroom) -> None:
    assert said(make(), locale="en")["alt"] == "En hamn."


def test_nothing_is_said_of_a_decorative_picture(newsroom: Newsroom) -> None:
    assert said(make(is_decorative=True, description=""))["alt"] == ""


@pytest.mark.parametrize(
    ("licence", "terms", "name", "reusable"),
    [
        ("", "", None, False),
        ("reserved", "", "Alla rättigheter förbehållna", False),
        ("press", "", "Får användas i nyhetsrapportering, med angivande av upphovsperson", True),
        ("cc-by-4.0", "", "CC BY 4.0: får användas fritt, med angivande av upphovsperson", True),
        ("cc0", "", "CC0: får användas fritt", True),
        ("other", "Får användas av skolor.", "Får användas av skolor.", True),
    ],
)
def test_high_resolution_needs_a_licence_that_allows_it(
    newsroom: Newsroom, licence: str, terms: str, name: str | None, reusable: bool
) -> None:
    picture = make(licence=licence, licence_terms=terms)
    told = said(picture)
    assert (told["licence"] and told["licence"]["name"]) == name
    press = told["renditions"]["press"]
    assert (press is not None) is reusable
    if press:
        file = picture.renditions.get(filter_spec__startswith="max-6000").file
        assert (press["type"], press["width"], press["height"]) == ("image/jpeg", 500, 300)
        assert press["size"] == file.size
        assert press["url"].endswith("/hamn-press.jpg")


def test_terms_are_told_in_the_language_of_the_page(newsroom: Newsroom) -> None:
    assert said(make(licence="cc-by-4.0"), locale="en")["licence"] == {
        "code": "cc-by-4.0",
        "name": "CC BY 4.0: free to use, with credit",
        "url": "https://creativecommons.org/licenses/by/4.0/deed.en",
    }


def test_a_transparent_picture_has_white_behind_it_as_jpeg(newsroom: Newsroom) -> None:
    from io import BytesIO

    from django.core.files.base import ContentFile
    from PIL import Image

    buffer = BytesIO()
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(buffer, "PNG")
    picture = make(file=ContentFile(buffer.getvalue(), "logo.png"))
    with picture.get_rendition(picture.sizes["plain"]).file.open("rb") as file:
        assert min(Image.open(file).getpixel((5, 5))) > 250
