"""The demo site as another authority's: a second visitor site on the same CMS, with another file in THEME."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from frontend.theme import built_in, read_theme
from tests.e2e.running import PROJECT, System, free_ports
from tests.e2e.screenshots import addresses

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SECOND = Path(__file__).parents[1] / "frontend" / "second_theme" / "theme.toml"
LOOK = """() => {
    const style = getComputedStyle(document.body), logo = document.querySelector(".wordmark img");
    return [getComputedStyle(document.documentElement).backgroundColor, style.color, logo.naturalWidth > 0];
}"""


@pytest.fixture(scope="module")
def second(system: System) -> Iterator[str]:
    """Its address."""
    (port,) = free_ports(1)
    environment = os.environ | {"API_URL": f"{system.cms}/api/v2/", "PORT": str(port), "THEME": str(SECOND)}
    process = subprocess.Popen([sys.executable, "-m", "frontend"], env=environment, cwd=PROJECT)
    address = f"http://localhost:{port}"
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:
            client.get(f"{address}/health/live")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_nothing_of_the_first_is_left(second: str, system: System, chromium: Browser) -> None:
    first = {*built_in().light.values(), *built_in().dark.values()}
    theme = read_theme(SECOND)
    with httpx.Client(base_url=second, timeout=30) as site:
        for path in addresses(system.site).values():
            text = site.get(path).text
            assert [colour for colour in first if colour in text] == [], path
            assert f'content="{theme.light["paper"]}"' in text
        sheet = site.get("/").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert [colour for colour in first if colour in site.get(sheet).text] == []
    for scheme, colours in (("light", theme.light), ("dark", theme.dark)):
        with chromium.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(second)
            expected = [rgb(colours["paper"]), rgb(colours["ink"]), True]
            assert page.evaluate(LOOK) == expected


def rgb(colour: str) -> str:
    """As the browser tells it."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"
