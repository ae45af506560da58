"""The API's documentation, where the public reads it: with the visitor site's headers, no cookie and no other host."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.running import System

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_an_address_is_read_about_and_tried(visitor: Page, system: System) -> None:
    read_and_try(visitor, system.site)


def read_and_try(visitor: Page, host: str) -> None:
    """`visitor` fails on any line of the console, such as one about what the site's policy forbids."""
    visitor.goto(f"{host}/api/v2/docs/")
    expect(visitor.get_by_role("heading", name="Pressrum")).to_be_visible()
    visitor.get_by_role("button", name="GET /agencies/", exact=False).first.click()
    expect(visitor.get_by_text("How many items at most.")).to_be_visible()
    visitor.get_by_role("button", name="Execute").click()
    expect(visitor.locator(".live-responses-table tbody .response-col_status")).to_contain_text("200")
    expect(visitor.locator(".live-responses-table")).to_contain_text("total_count")


def test_its_files_come_through_with_the_sites_headers_and_are_known_again(site: httpx.Client) -> None:
    asked = {"Accept-Encoding": "gzip"}
    first = site.get("/api/v2/docs/swagger-ui-bundle.js", headers=asked)
    assert first.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in first.headers
    asked |= {"If-None-Match": first.headers["ETag"]}
    assert site.get("/api/v2/docs/swagger-ui-bundle.js", headers=asked).status_code == 304
