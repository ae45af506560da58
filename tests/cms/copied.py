"""What nearly every test begins with, put straight into the tables: a fraction of what it takes to make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from wagtail.models import Site

from cms.publishing.models import Tie

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
    """The tables that making it changed with all their rows, as a statement and its values; and what it was."""

    statement: str
    rows: list[str]
    made: Any


_copies: dict[str, _Copy] = {}
"""By the ground that they stand on."""


def once(make: Callable[[], Any]) -> Any:
    """What `make` answers, which are keys. It is called once a ground; after that the rows that it made are copied."""
    with connection.cursor() as cursor:
        cursor.execute(_GROUND)
        (ground,) = cursor.fetchone()
        if ground in _copies:
            cursor.execute(_copies[ground].statement, _copies[ground].rows)
            Site.clear_site_root_paths_cache()  # as saving it does
        else:
            before = _rows()
            made = make()
            changed = [each for each in _rows().items() if before[each[0]] != each[1]]
            statement = "".join(_PUT.format(table, _columns(table)) for table, _rows_ in changed) + _AS_OF_NOW
            _copies[ground] = _Copy(statement, [rows for _table, rows in changed], made)
    return _copies[ground].made


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
