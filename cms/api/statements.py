"""Statements that are run over and over, prepared: planning them takes several times longer than running them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from psycopg import Cursor


def fetch(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a statement. It is planned once a connection, after a few executions."""
    with connection.cursor() as cursor:
        # Django puts values into the text; this one lets the server bind them, and so know the statement again.
        cursor.cursor = Cursor(cursor.connection)
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
