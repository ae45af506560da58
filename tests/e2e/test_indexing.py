"""The demo's sitemaps: every page that there is, and nothing that isn't public."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from django.utils import timezone
from wagtail.models import Page

from articles.models import PressReleasePage
from cms.publishing.publisher import drain
from tests.e2e.every_page import every_page
from tests.frontend.test_head import head
from tests.sitemap_readers import SPACES, addresses, read_description, read_sitemap

pytestmark = pytest.mark.slow


def told(site: httpx.Client) -> dict[str, dict]:
    """All addresses, as paths."""
    found = addresses(read_sitemap(site.get("/sitemap.xml").content))
    return {url.removeprefix(str(site.base_url).rstrip("/")): said for url, said in found.items()}


def test_it_has_every_page_and_each_is_there_as_it_says(site: httpx.Client) -> None:
    found = told(site)
    assert sorted(found) == every_page(site)
    assert len(found) > 80
    for path, said in found.items():
        answer = site.get(path)
        assert answer.status_code == 200, path
        own = head(answer.text)
        assert own["canonical"] == [str(site.base_url).rstrip("/") + path]
        assert "robots" not in own
        assert {code: own[code][0] for code in said["translations"]} == said["translations"], path
        assert set(said["translations"]) == {"sv", "en", "x-default"} & own.keys()


@pytest.mark.usefixtures("database")
def test_what_is_not_public_is_in_none(site: httpx.Client) -> None:
    """Drafts there are in the demo; what is private, and what was taken down, is made here."""
    drafts = [page.url_path for page in Page.objects.filter(live=False)]
    paths = set(told(site))
    public = {page.specific.url for page in Page.objects.filter(live=True, depth__gt=1)}
    assert {urlsplit(url).path for url in public} - paths == set()
    assert not [path for path in paths if any(path.endswith(f"/{draft.split('/')[-2]}/") for draft in drafts)]
    page = PressReleasePage.objects.filter(live=True, locale__language_code="sv").first()
    path = urlsplit(page.url).path
    assert path in told(site)
    page.unpublish()
    drain()
    try:
        assert path not in told(site)
        assert path not in site.get("/feed.atom").text
    finally:
        page.get_latest_revision().publish()
        drain()
    assert path in told(site)


@pytest.mark.usefixtures("database")
def test_news_are_those_of_two_days(site: httpx.Client) -> None:
    page = PressReleasePage.objects.filter(live=True, locale__language_code="sv").first()
    published = page.first_published_at

    def listed() -> list[str]:
        tree = read_sitemap(site.get("/news-sitemap.xml").content)
        return [each.text for each in tree.iter("{" + SPACES["n"] + "}title")]

    def dated(moment) -> None:
        Page.objects.filter(pk=page.pk).update(first_published_at=moment)
        PressReleasePage.objects.get(pk=page.pk).save_revision().publish()
        drain()

    try:
        dated(timezone.now() - timedelta(hours=47))
        assert page.title in listed()
        dated(timezone.now() - timedelta(hours=49))
        assert page.title not in listed()
    finally:
        dated(published)


def test_robots_lead_to_the_sitemaps_and_the_description_to_the_search(site: httpx.Client) -> None:
    lines = site.get("/robots.txt").text.splitlines()
    for line in lines:
        if line.startswith("Sitemap: "):
            read_sitemap(site.get(line.removeprefix("Sitemap: ")).content)
    assert len(lines) == 5
    for path in ("/opensearch.xml", "/en/opensearch.xml"):
        for url in read_description(site.get(path).content).iterfind("o:Url", SPACES):
            assert site.get(url.get("template").replace("{searchTerms}", "brott")).status_code == 200
