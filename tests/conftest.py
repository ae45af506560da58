"""What every test can lean on: a PostgreSQL of its own, and counts that follow `--full`."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate

from cms.devdb import DevelopmentServer

hypothesis.settings.register_profile("reduced", max_examples=25, deadline=None)
hypothesis.settings.register_profile("full", max_examples=1000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run heavy suites at full counts (make test-full)")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("full" if config.getoption("--full") else "reduced")


@pytest.fixture(scope="session")
def count(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """count(reduced, full): how often a heavy test repeats itself in this run."""
    return lambda reduced, full: full if request.config.getoption("--full") else reduced


@pytest.fixture(scope="session", autouse=True)
def test_folder() -> Iterator[None]:
    """The folder of uploads and of the database goes with the run."""
    yield
    shutil.rmtree(settings.TEST_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(test_folder: None, pytestconfig: pytest.Config) -> Iterator[None]:
    """pytest-django asks for this before it makes its database: the moment to start a server."""
    if pytestconfig.getoption("nomigrations"):
        pre_migrate.connect(_install_search)  # the tables lean on it
        post_migrate.connect(_install_ties)  # and this leans on the tables
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with DevelopmentServer(settings.TEST_FOLDER, durable=False):
        yield


def _install_search(**_: Any) -> None:
    from cms.publishing import search_configuration

    with connection.cursor() as cursor:
        search_configuration.install(cursor)


def _install_ties(app_config: Any, **_: Any) -> None:
    from cms.publishing import tying

    if app_config.label == "publishing":
        with connection.cursor() as cursor:
            cursor.execute(tying.INSTALL)


@pytest.fixture
def wagtail_indexes(settings: Any) -> None:
    """Wagtail's search and reference indexes follow each save, as in production; they cost other tests too much."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
