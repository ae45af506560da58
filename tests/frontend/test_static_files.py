"""Stylesheet, script, font and icon under hashed addresses; and how light they are."""

import gzip
import hashlib
import re
from base64 import b64decode

import pytest

from frontend.static_files import FOLDER, StaticFiles


def test_all_that_pages_name_is_there_and_immutable(site) -> None:
    html = site.get("/").text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert len(addresses) == 4
    for address in addresses:
        answer = site.get(address)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_the_preloaded_font_is_the_stylesheets_font(site) -> None:
    static = StaticFiles()
    css = site.get(static.address("site.css")).text
    assert f'url("{static.address("source-sans-3.woff2")}")' in css


def test_an_address_of_another_version_is_not_found(site) -> None:
    assert site.get("/static/000000000000/site.css").status_code == 404
    assert site.get("/static/%2e%2e/config.py").status_code == 404


@pytest.mark.parametrize("path", ["/", "/en/", "/sok/", "/finns-inte/"])
def test_the_one_script_is_what_the_page_says_that_it_is(site, path: str) -> None:
    scripts = re.findall(r"<script(?! type=\"application/ld\+json\">)[^>]*>", site.get(path).text)
    assert len(scripts) == 1
    src, digest = re.findall(r'src="([^"]+)" integrity="sha384-([^"]+)"', scripts[0])[0]
    answer = site.get(src)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert hashlib.sha384(answer.content).digest() == b64decode(digest)


def test_comments_stay_in_the_source(site) -> None:
    script = site.get(StaticFiles().address("site.js")).text
    assert "\n// " in (FOLDER / "site.js").read_text()
    assert not re.search(r"^\s*//", script, re.MULTILINE)
    assert script.startswith("\nconst all")


def sent(site, address: str) -> int:
    """How many bytes go to a browser."""
    return int(site.get(address, headers={"Accept-Encoding": "gzip"}).headers["content-length"])


def test_weight(site) -> None:
    static = StaticFiles()
    css, script = (sent(site, static.address(name)) for name in ("site.css", "site.js"))
    assert len(gzip.compress((FOLDER / "site.css").read_bytes())) < 9_000
    assert script <= 3_000
    assert sent(site, "/offentlighet-och-sekretess/") + css + script < 20_000


def test_the_guessed_icon_and_robots(site) -> None:
    assert site.get("/favicon.ico").headers["location"] == StaticFiles().address("icon")
    assert site.get("/robots.txt").text.startswith("User-agent: *\nDisallow:\n")
