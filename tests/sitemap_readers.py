"""Sitemaps and descriptions of searches as their rules have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

GRAMMARS = Path(__file__).parent / "grammars"
SITEMAP = etree.RelaxNG(etree.parse(GRAMMARS / "sitemap.rng"))
OPENSEARCH = etree.RelaxNG(etree.parse(GRAMMARS / "opensearch.rng"))
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
    "o": "http://a9.com/-/spec/opensearch/1.1/",
}
LARGEST, MOST = 50 * 1024 * 1024, 50_000


def read_sitemap(content: bytes) -> Any:
    """The tree; AssertionError for what the protocol hasn't."""
    tree = etree.fromstring(content)
    assert SITEMAP.validate(tree), SITEMAP.error_log
    assert len(content) <= LARGEST
    assert len(tree) <= MOST
    return tree


def read_description(content: bytes) -> Any:
    """The description of a search."""
    tree = etree.fromstring(content)
    assert OPENSEARCH.validate(tree), OPENSEARCH.error_log
    return tree


def addresses(tree: Any) -> dict[str, dict[str, Any]]:
    """Of each address when it changed, and its translations."""
    return {
        url.findtext("s:loc", namespaces=SPACES): {
            "lastmod": url.findtext("s:lastmod", namespaces=SPACES),
            "translations": {
                link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", SPACES)
            },
        }
        for url in tree.iterfind("s:url", SPACES)
    }


def parts(tree: Any) -> dict[str, str | None]:
    """Of an index, the parts and when they changed."""
    return {
        part.findtext("s:loc", namespaces=SPACES): part.findtext("s:lastmod", namespaces=SPACES)
        for part in tree.iterfind("s:sitemap", SPACES)
    }
