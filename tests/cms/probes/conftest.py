"""One world for all tests of a file: it takes seconds to make, and each test leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from .world import World, make_world


@pytest.fixture(scope="module")
def kept_world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Rolled back at the end of the file."""
    with in_a_transaction(django_db_blocker, tmp_path_factory):
        yield make_world()


@contextmanager
def in_a_transaction(django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    """Of the database, and with a folder of its own for uploads."""
    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(kept_world: World, db: None) -> World:
    """What a test changes of it is undone."""
    return kept_world
