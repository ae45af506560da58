"""Stylesheet, font and icon under hashed addresses; and how light they are."""

import gzip
import re

from frontend.static_files import FOLDER, StaticFiles


def test_all_that_pages_name_is_there_and_immutable(site) -> None:
    html = site.get("/").text
    addresses = re.findall(r'href="(/static/[^"]+)"', html)
    assert len(addresses) == 3
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


def test_weight(site) -> None:
    assert len(gzip.compress((FOLDER / "site.css").read_bytes())) < 9_000
    answer = site.get("/offentlighet-och-sekretess/", headers={"Accept-Encoding": "gzip"})
    css = site.get(StaticFiles().address("site.css"), headers={"Accept-Encoding": "gzip"})
    weight = sum(int(each.headers["content-length"]) for each in (answer, css))
    assert weight < 20_000


def test_the_guessed_icon_and_robots(site) -> None:
    assert site.get("/favicon.ico").headers["location"] == StaticFiles().address("icon")
    assert site.get("/robots.txt").text.startswith("User-agent: *\nDisallow:\n")
