"""Files to download: what a reader knows before following the link."""

from typing import Any

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import StartSite


def attachments(site_over: StartSite, **changes: Any) -> str:
    """The page with the contract's block, its first file changed."""
    block = example("blocks/attachments")
    block["value"]["items"][0] |= changes
    page = example("pages/information") | {"body": [block]}
    return site_over(cms_with(page)).get("/x/").text


def test_kind_size_pages_and_another_language_are_told(site_over: StartSite) -> None:
    text = words(attachments(site_over)).replace("\u00a0", " ")
    assert "Slutrapport om insatsen PDF, 1,3 MB, 48 sidor" in text
    assert "Final report, summary Word, 48 kB, på engelska" in text


def test_the_languages_of_link_and_file_are_marked_where_they_differ(site_over: StartSite) -> None:
    html = attachments(site_over, title="Sammanfattning på engelska", language="en")
    assert 'insatsen.pdf" hreflang="en">Sammanfattning på engelska</a>' in html
    assert 'summary.docx" hreflang="en" lang="en">Final report, summary</a>' in html


def test_an_address_elsewhere_than_on_the_web_is_no_link(site_over: StartSite) -> None:
    assert "javascript:" not in attachments(site_over, url="javascript:alert(1)")
