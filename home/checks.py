"""System checks: one installation is one authority and one Wagtail Site."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from wagtail.models import Site


@register(Tags.database)
def one_site(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a second Site: addresses, settings and lists all belong to the one. Runs with `check --database`."""
    if not databases or _sites() <= 1:
        return []
    return [
        Error(
            "There is more than one Wagtail site, and one installation is one authority.",
            hint="Remove all sites but one under Settings, Sites; a second authority is a second installation.",
            id="home.E001",
        )
    ]


def _sites() -> int:
    """How many there are; none before the first migration, which runs these checks too."""
    if Site._meta.db_table not in connection.introspection.table_names():
        return 0
    return int(Site.objects.count())
