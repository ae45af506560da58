"""What the demo's pages say of themselves: JSON-LD of schema.org's types, and no word from the browser about it."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import window
from tests.e2e.every_page import every_page
from tests.e2e.running import System
from tests.e2e.screenshots import addresses
from tests.schema_org import check_types, data_in

pytestmark = pytest.mark.slow

TOLD = {"BreadcrumbList", "FAQPage", "GovernmentOrganization", "NewsArticle", "WebPage", "WebSite"}


def test_every_node_of_every_page_is_of_its_type(site: httpx.Client, tmp_path: Path) -> None:
    pages = {path: data_in(site.get(path).text) for path in every_page(site)}
    assert [path for path, data in pages.items() if data is None] == []
    assert len(pages) > 50
    assert {node["@type"] for data in pages.values() for node in data["@graph"]} == TOLD
    check_types(pages, tmp_path)


BLOCKED = "addEventListener('securitypolicyviolation', found => console.error('policy: ' + found.violatedDirective))"


@pytest.mark.browser
def test_the_policy_has_nothing_against_data(visitor: Page, system: System) -> None:
    """`visitor` fails on any line of the console; the browser tells of what it blocks by an event too."""
    visitor.add_init_script(BLOCKED)
    seen = 0
    for path in addresses(system.site).values():
        if "finns-inte" in path:  # a 404 is a line of the browser's own
            continue
        answer = visitor.goto(path)
        assert answer
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        is_kept = visitor.locator('meta[name="robots"]').count() == 0
        data = visitor.locator('script[type="application/ld+json"]')
        assert data.count() == is_kept, path
        seen += data.count()
    assert seen > 10


@pytest.mark.browser
def test_it_is_seen_when_the_policy_has_something_against_a_script(chromium: Browser, system: System) -> None:
    with window(chromium, system, system.site) as page:
        said: list[str] = []
        page.on("console", lambda line: said.append(line.text))
        page.add_init_script(BLOCKED)
        page.goto("/")
        page.evaluate(
            "document.head.append(Object.assign(document.createElement('script'), {textContent: '1'}))"
        )
        page.wait_for_function("true")
        assert [line for line in said if line.startswith("policy: script-src")]
