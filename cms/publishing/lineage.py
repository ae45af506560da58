"""The pages above a page, and the pages that it is an alias of: what its visibility hangs on, in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection
from wagtail.models import Page

_STATEMENT: Final = """
WITH RECURSIVE line AS (
  SELECT id, path, alias_of_id FROM wagtailcore_page WHERE id = ANY(%s)
  UNION
  SELECT original.id, original.path, original.alias_of_id
  FROM wagtailcore_page original JOIN line ON original.id = line.alias_of_id)
SELECT page.id, page.path, page.content_type_id, page.alias_of_id, page.live, page.expired, page.expire_at,
  EXISTS (SELECT FROM wagtailcore_pageviewrestriction WHERE page_id = page.id),
  page.depth > 1 AND EXISTS (
    SELECT FROM wagtailcore_site site JOIN wagtailcore_page home ON home.id = site.root_page_id
    WHERE home.translation_key = page.translation_key)
FROM wagtailcore_page page
WHERE page.path = ANY(ARRAY(
  SELECT DISTINCT left(line.path, length) FROM line, generate_series(%s, length(line.path), %s) length))
"""


@dataclass(frozen=True, slots=True)
class Step:
    """A page as its own visibility, and that of all below it, hangs on it.

    `closed`: it is under a view restriction of its own. `is_home`: it is the first page of the site in a language.
    """

    pk: int
    path: str
    content_type_id: int
    alias_of_id: int | None
    live: bool
    expired: bool
    expire_at: datetime | None
    closed: bool
    is_home: bool


class Lineage:
    """Some pages with all above them, and the same of what they are aliases of."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._by_path = {step.path: step for step in steps}
        self._by_pk = {step.pk: step for step in self._by_path.values()}

    def get(self, pk: int | None) -> Step | None:
        """A page; None when there is none."""
        return self._by_pk.get(pk or 0)

    def above(self, page: Step) -> list[Step] | None:
        """The pages from the tree's root down to `page` and with it; None when one of them is missing."""
        ends = range(Page.steplen, len(page.path) + 1, Page.steplen)
        steps = [self._by_path[page.path[:end]] for end in ends if page.path[:end] in self._by_path]
        return steps if len(steps) == len(ends) else None

    def originals(self, page: Step) -> list[Step]:
        """The page, what it is an alias of, what that is an alias of, and so on."""
        line = [page]
        while (original := self.get(line[-1].alias_of_id)) and original not in line:
            line.append(original)
        return line


def of(pks: Iterable[int]) -> Lineage:
    """The lineage of the pages that there are among `pks`."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, [list(pks), Page.steplen, Page.steplen])
        return Lineage(Step(*row) for row in cursor.fetchall())
