"""The database engine: a pooled connection that the server has ended is never handed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from cms.postgresql.base import DatabaseWrapper


@pytest.fixture
def pooled(transactional_db: None) -> Iterator[DatabaseWrapper]:
    """The test database by way of a pool, as in production."""
    options = connection.settings_dict["OPTIONS"] | {"pool": {"min_size": 1, "max_size": 1, "timeout": 10}}
    wrapper = DatabaseWrapper(connection.settings_dict | {"OPTIONS": options}, alias="default")
    yield wrapper
    wrapper.close()
    wrapper.close_pool()


def ask(database: DatabaseWrapper, statement: str, *values: Any) -> Any:
    with database.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


def test_a_connection_is_used_again(pooled: DatabaseWrapper) -> None:
    pids = set()
    for _ in range(5):
        pids.add(ask(pooled, "SELECT pg_backend_pid()"))
        pooled.close()
    assert len(pids) == 1


def test_one_that_the_server_has_ended_is_replaced(pooled: DatabaseWrapper) -> None:
    first = ask(pooled, "SELECT pg_backend_pid()")
    pooled.close()
    assert ask(connection, "SELECT pg_terminate_backend(%s, 5000)", first)
    assert ask(pooled, "SELECT pg_backend_pid()") != first


def test_an_unread_notice_does_no_harm(pooled: DatabaseWrapper) -> None:
    first = ask(pooled, "SELECT pg_backend_pid()")
    ask(pooled, "SELECT 1 FROM (SELECT pg_notify('x', '')) y")
    with pooled.cursor() as cursor:
        cursor.execute("LISTEN x")
    pooled.close()
    ask(connection, "SELECT 1 FROM (SELECT pg_notify('x', '')) y")
    assert ask(pooled, "SELECT pg_backend_pid()") == first
