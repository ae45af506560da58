"""Rich text is published without what only the editor's tools need."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from cms.publishing.references import Loader
from cms.publishing.rich_text import RichHtml
from tests.cms.conftest import Newsroom


def test_the_editors_block_keys_stay_inside() -> None:
    text = RichHtml(
        '<p data-block-key="na5u8">Bussarna.</p><ul><li data-block-key="x">En <a href="tel:1">länk</a></li></ul>'
    )
    assert text.resolve(Loader()) == '<p>Bussarna.</p><ul><li>En <a href="tel:1">länk</a></li></ul>'


@pytest.mark.parametrize(
    ("stored", "published"),
    [
        ('<abbr title="Brottsförebyggande rådet">Brå</abbr>', None),
        ('<abbr class="x">Brå</abbr>', "Brå"),
        ('<span lang="en">final report</span>', None),
        ('<span style="color: red">röd</span>', "röd"),
        ('<b onclick="alert(1)">fet</b>', "<b>fet</b>"),
        ("<h1>Rubrik</h1><script>alert(1)</script><style>p{}</style>", "Rubrik"),
        ('<a href="https://can.se/"><span lang="en">in English</span></a>',
         '<a href="https://can.se/" hreflang="en" rel="external"><span lang="en">in English</span></a>'),
        ('<a href="https://can.se/">Rapporten <span lang="en">Trends</span></a>',
         '<a href="https://can.se/" rel="external">Rapporten <span lang="en">Trends</span></a>'),
        ('<a href="javascript:alert(1)"><b>x</b></a>', "<b>x</b>"),
        ('<a linktype="document" id="3">x</a>', "x"),
        ("a<!--><img src=x onerror=alert(1)>-->b", "ab"),
        ("a<?x><img src=x onerror=alert(1)>?>b", "a?&gt;b"),
        ("a<![CDATA[<img src=x onerror=alert(1)>]]>b", "ab"),
        ('<a linktype="page" id="²">x</a>', "x"),
        ('<abbr title="50 kr">50 kr</abbr>', '<abbr title="50 kr">50\u00a0kr</abbr>'),
    ],
)  # fmt: skip
def test_only_the_contracts_markup_goes_out(stored: str, published: str | None) -> None:
    html = str(RichHtml(stored).resolve(Loader()))
    assert _sorted(html) == _sorted(published or stored)


def _sorted(html: str) -> str:
    """The HTML with the attributes of each tag in alphabetical order."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(True):
        element.attrs = dict(sorted(element.attrs.items()))
    return str(soup)


@pytest.mark.django_db
def test_a_link_to_a_page_in_another_language_says_so(newsroom: Newsroom) -> None:
    english = Locale.objects.get(language_code="en")
    newsroom.home.copy_for_translation(english).save_revision().publish()
    target = newsroom.information("About us")
    target.copy_for_translation(english, copy_parents=True).save_revision().publish()
    translated = target.get_translation(english)
    loader = Loader()
    loader.load([f"page:{target.pk}", f"page:{translated.pk}"])
    links = f'<a linktype="page" id="{target.pk}">a</a><a linktype="page" id="{translated.pk}">b</a>'
    own, foreign = BeautifulSoup(str(RichHtml(links).resolve(loader)), "html.parser").find_all("a")
    assert own.attrs.keys() == {"href"}
    assert foreign["hreflang"] == "en"
