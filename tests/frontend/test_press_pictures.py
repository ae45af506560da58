"""The press room's pictures: beneath the whole list, each with a caption, its maker, its terms and the download."""

from typing import Any

import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import StartSite, Visitor

HEADING = '<h2 id="pictures">Pressbilder</h2>'


def with_pictures(*pictures: dict[str, Any]) -> dict[str, Any]:
    """The press list with these pictures in place of its own."""
    return example("pages/press_index") | {"pictures": list(pictures)}


def test_a_picture_is_shown_with_its_caption_maker_terms_and_download(site: Visitor) -> None:
    html = site.get("/press/").text
    section = html[html.index(HEADING) :]
    assert 'alt="En hamn i gryningen med en buss på kajen."' in section
    text = words(section).replace("\u00a0", " ")
    assert (
        "Hamnen där bussen stoppades. Illustration: Pressrum Ladda ned högupplöst bild (JPEG, 2,3 MB)" in text
    )
    assert "CC BY 4.0" in text
    assert '<a href="#pictures">Pressbilder att ladda ned</a>' in html


def test_a_picture_whose_licence_was_taken_back_is_left_out(site_over: StartSite) -> None:
    picture, kept = example("pages/press_index")["pictures"][0], example("pages/press_index")["pictures"][0]
    picture["renditions"]["press"] = None
    picture["caption"] = "Får inte användas"
    html = site_over(cms_with(with_pictures(picture, kept))).get("/press/").text
    assert "Får inte användas" not in html
    assert HEADING in html
    assert HEADING not in site_over(cms_with(with_pictures(picture))).get("/press/").text


@pytest.mark.parametrize("page", [with_pictures(), {**with_pictures(), "pictures": None}])
def test_without_pictures_there_is_no_heading_and_no_link_to_it(
    site_over: StartSite, page: dict[str, Any]
) -> None:
    html = site_over(cms_with(page)).get("/press/").text
    assert "Pressbilder" not in html
    assert "#pictures" not in html


def test_a_list_that_is_narrowed_shows_what_was_asked_for_and_no_pictures(site: Visitor) -> None:
    assert HEADING not in site.get("/press/?typ=nyhet").text


def test_pictures_of_an_english_press_list(site_over: StartSite) -> None:
    page = with_pictures(*example("pages/press_index")["pictures"])
    page["meta"]["locale"] = "en"
    html = site_over(cms_with(page)).get("/en/press/").text
    assert '<h2 id="pictures">Press pictures</h2>' in html
