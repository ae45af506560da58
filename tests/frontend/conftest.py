"""The real application over a CMS made of the contract's examples."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from frontend.config import Config
from tests.browser import browser_arguments, browser_path
from tests.frontend import fake_cms
from tests.frontend.served import Served, served
from tests.frontend.visitor import CONFIG, STRICT, StartSite, Visitor


@pytest.fixture(scope="session")
def site() -> Iterator[Visitor]:
    """A visitor of the site; a misspelt field in a template fails here."""
    visitor = Visitor(httpx.ASGITransport(fake_cms.app), renderer=STRICT)
    yield visitor
    visitor.close()


@pytest.fixture
def site_over() -> Iterator[StartSite]:
    """A visitor of a site whose CMS answers as the test says."""
    visitors: list[Visitor] = []

    def start(handler: Callable[[httpx.Request], httpx.Response], config: Config = CONFIG) -> Visitor:
        visitors.append(Visitor(httpx.MockTransport(handler), config))
        return visitors[-1]

    yield start
    for visitor in visitors:
        visitor.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one module."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=browser_arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served_site() -> Iterator[Served]:
    """The site on a port, over the contract's examples until a test says otherwise."""
    with served() as running:
        running.over(httpx.ASGITransport(fake_cms.app))
        yield running
