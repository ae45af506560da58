"""What nearly every test begins with, put straight into the tables: a fraction of what it takes to make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import Model
from wagtail.models import Site

from cms.publishing.models import Tie

T = TypeVar("T")

# Keys that the rows lean on, or that they replace: a flush gives all of them anew.
_GROUND = """
SELECT concat_ws('/', (SELECT min(id) FROM django_content_type), (SELECT array_agg(id) FROM wagtailcore_locale),
  (SELECT array_agg(id) FROM wagtailcore_collection), (SELECT array_agg(id) FROM wagtailcore_page),
  (SELECT array_agg(id) FROM wagtailcore_site))
"""
_ALL = "SELECT '{0}', coalesce(json_agg(each ORDER BY each::text), '[]')::text FROM \"{0}\" each"
# Constraints between tables wait for the end of the transaction.
_PUT = """
DELETE FROM "{0}"; INSERT INTO "{0}" ({1}) SELECT {1} FROM json_populate_recordset(NULL::"{0}", %s);
"""
_AS_OF_NOW = "UPDATE publishing_head SET changed_at = clock_timestamp()"


@dataclass(frozen=True)
class _Copy:
    """The tables that making it changed, with all their rows, as a statement and its values; and what was made."""

    statement: str
    rows: list[str]
    made: Any


_copies: dict[tuple[Callable[..., Any], str], _Copy] = {}
"""By what makes them, and the ground that they stand on."""


def once(make: Callable[..., T], *given: Any) -> T:
    """What `make` makes of what is given, at the first time. From then on it is a copy, and so are its rows."""
    with connection.cursor() as cursor:
        cursor.execute(_GROUND)
        known = (make, cursor.fetchone()[0])
        if known in _copies:
            cursor.execute(_copies[known].statement, _copies[known].rows)
            Site.clear_site_root_paths_cache()  # as saving it does
        else:
            _copies[known] = _made(make, *given)
    made: T = deepcopy(_copies[known].made)
    return made


def _made(make: Callable[..., T], *given: Any) -> _Copy:
    before = _rows()
    made = make(*given)
    changed = {table: rows for table, rows in _rows().items() if rows != before[table]}
    statement = "".join(_PUT.format(table, _columns(table)) for table in changed) + _AS_OF_NOW
    return _Copy(statement, list(changed.values()), made)


def _rows() -> dict[str, str]:
    """All rows of each table, as JSON."""
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_ALL.format(table) for table in _tables()))
        return dict(cursor.fetchall())


def _tables() -> dict[str, type[Model]]:
    models: Iterator[type[Model]] = apps.get_models(include_auto_created=True)
    # A trigger keeps ties.
    return {each._meta.db_table: each for each in models if each._meta.managed and each is not Tie}


def _columns(table: str) -> str:
    fields = _tables()[table]._meta.local_concrete_fields
    return ", ".join(f'"{field.column}"' for field in fields if not field.generated)
