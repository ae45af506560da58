"""All pages of the demo site by the Nu HTML checker, and those that it has none of: errors, receipts, faulty forms."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.e2e.running import System
from tests.e2e.screenshots import addresses, items_of
from tests.frontend.every_page import pages
from tests.nu_checker import check

pytestmark = pytest.mark.slow


def test_every_page_is_html_as_the_standard_has_it(system: System, tmp_path: Path) -> None:
    with httpx.Client(base_url=system.site, timeout=30) as site:
        paths = dict.fromkeys(page["url"] for page in items_of(site, "/api/v2/pages/", limit=100))
        for number, path in enumerate([*paths, *addresses(system.site).values()]):
            (tmp_path / f"demo-{number}.html").write_text(site.get(path).text, encoding="utf-8")
    for name, text in pages().items():
        (tmp_path / f"example-{name}.html").write_text(text, encoding="utf-8")
    assert len([*tmp_path.iterdir()]) > 90
    assert check(tmp_path) == []


def test_a_fault_would_be_told(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=sv><title>x</title><p id=a>Sök<p id=a>"
    (tmp_path / "bad.html").write_text(page, encoding="utf-8")
    assert "Duplicate ID" in check(tmp_path)[0]
