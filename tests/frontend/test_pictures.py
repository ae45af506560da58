"""A figure: WebP with a JPEG behind it, who made it, and the press's download with its terms."""

from typing import Any

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import StartSite


def figure(site_over: StartSite, **changes: Any) -> str:
    """A page with the contract's picture, changed."""
    block = example("blocks/image")
    block["value"]["picture"] |= changes
    page = example("pages/information") | {"body": [block]}
    html: str = site_over(cms_with(page)).get("/x/").text
    return html[html.index('<figure class="picture">') : html.index("</figure>")]


def test_webp_first_and_jpeg_behind_it(site_over: StartSite) -> None:
    html = figure(site_over)
    assert '<source type="image/webp" srcset="/media/3f2a9c71d04be85f/hamn-text.webp 960w, /media/' in html
    assert '<img src="/media/e05a71f9b3d2c846/hamn-plain.jpg" width="960" height="540" alt="En hamn' in html


def test_the_press_can_download_it_and_knows_the_terms(site_over: StartSite) -> None:
    html = figure(site_over)
    assert '<a href="/media/b81d5e04c7f2a963/hamn-press.jpg" download>' in html
    text = words(html).replace("\u00a0", " ")
    assert "Ladda ned högupplöst bild (JPEG, 2,3 MB) CC BY 4.0: får användas fritt" in text
    assert 'rel="license">Läs licensen</a>' in html


def test_terms_without_a_page_of_their_own(site_over: StartSite) -> None:
    html = figure(site_over, licence={"code": "press", "name": "Får användas", "url": ""})
    assert "Får användas" in html
    assert "Läs licensen" not in html


def test_without_a_licence_nothing_is_offered(site_over: StartSite) -> None:
    picture = example("blocks/image")["value"]["picture"]
    html = figure(site_over, licence=None, renditions=picture["renditions"] | {"press": None})
    assert "Ladda ned" not in html
    assert "Illustration: Pressrum" in html


def test_a_document_from_before_there_was_a_jpeg(site_over: StartSite) -> None:
    renditions = example("blocks/image")["value"]["picture"]["renditions"]
    old = {name: renditions[name] for name in ("card", "text", "wide", "share")}
    assert '<img src="/media/3f2a9c71d04be85f/hamn-text.webp"' in figure(site_over, renditions=old)
