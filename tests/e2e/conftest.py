"""The whole system, a browser that can't leave it, and the models on its database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect, sync_playwright

from tests.browser import browser_arguments, browser_path
from tests.e2e.admin import Editor
from tests.e2e.running import System, create_database, drop_database, start
from tests.e2e.wire import WireEditor

PATIENCE = 20_000  # milliseconds for one step in the browser, on a machine that is busy with other tests


@pytest.fixture(scope="session")
def system(django_db_modify_db_settings: None) -> Iterator[System]:
    """CMS, worker and visitor site with the demo site, started as `make run` does."""
    name = f"pressrum_e2e_{os.getpid()}"
    url = create_database(django_settings.DATABASE_URL, name)
    running = start(django_settings.TEST_FOLDER / "e2e", url)
    try:
        running.wait()
        yield running
        assert [line for line in running.lines() if "Traceback" in line] == []
    finally:
        running.stop()
        drop_database(django_settings.DATABASE_URL, name)


@pytest.fixture
def database(system: System, settings: Any, django_db_blocker: Any) -> Iterator[None]:
    """The models in this process work on the system's database, as one more editor would."""
    settings.MEDIA_ROOT = str(system.plan.var_dir / "media")
    usual = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        _connect_to(f"pressrum_e2e_{os.getpid()}")
        yield
        _connect_to(usual)


def _connect_to(name: str) -> None:
    """Forget what was learnt of the database before: its content types and the paths of its site."""
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    cache.clear()


@pytest.fixture
def site(system: System) -> Iterator[httpx.Client]:
    """A visitor without a browser. Redirects are looked at, not followed."""
    with httpx.Client(base_url=system.site, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def form_path(system: System) -> str:
    """Where the Swedish form for asking for a document stands."""
    with httpx.Client(base_url=system.site, timeout=30) as client:
        found = client.get("/api/v2/pages/", params={"type": "articles.RequestPage", "locale": "sv"}).json()
    path: str = found["items"][0]["url"]
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one module, no longer: Playwright's event loop would keep others from the models."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=browser_arguments())
        yield browser
        browser.close()


@pytest.fixture
def editor(chromium: Browser, system: System) -> Iterator[Editor]:
    """An editor who has logged in."""
    with window(chromium, system, system.cms) as page:
        editor = Editor(page)
        editor.log_in(system.user, system.password)
        yield editor


@pytest.fixture
def wire(system: System) -> Iterator[WireEditor]:
    """An editor who sends what the admin's forms send, without a browser."""
    with httpx.Client(base_url=system.cms, timeout=30) as client:
        editor = WireEditor(client)
        editor.log_in(system)
        yield editor


@pytest.fixture
def visitor(chromium: Browser, system: System) -> Iterator[Page]:
    """A visitor. The test fails if a page puts an error on the console or leaves a cookie."""
    with window(chromium, system, system.site) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if is_error(said) else None)
        yield page
        assert errors == []
        assert page.context.cookies() == []


@contextmanager
def window(chromium: Browser, system: System, host: str, **options: Any) -> Iterator[Page]:
    """A browser window of its own. The test fails if a page asks for anything outside of the system."""
    own = (system.cms, system.site, "data:", "blob:")
    outside: list[str] = []

    def refuse(route: Route) -> None:
        outside.append(route.request.url)
        route.abort()

    with chromium.new_context(
        base_url=host, locale="sv-SE", viewport={"width": 1280, "height": 1200}, **options
    ) as context:
        context.set_default_timeout(PATIENCE)
        context.route(lambda url: not url.startswith(own), refuse)
        yield context.new_page()
        assert outside == []


def is_error(said: ConsoleMessage) -> bool:
    """An error on the console, but not the browser's own line on a page that rightly is 410."""
    return said.type == "error" and "status of 410" not in said.text
