"""What the parameters of a list narrow it to: one function each, which answers with a condition.

To add a filter, declare its parameter (`parameters.PageList`), write its function, and name both in `FILTERS`: it then
combines with every other, with orders, counts and facets.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from wagtail.models import Page

from cms.publishing.collation import swedish_key
from cms.publishing.models import Current

from .conditions import VISIBLE, Condition, among, every, under, with_term
from .orders import PUBLISHED, UPDATED
from .parameters import PageList
from .places import Places

Filter = Callable[[PageList, Places], Condition]

IS_PAGE: Final = Condition("seen.tree_path <> ''")


def visible() -> QuerySet[Current]:
    """What the public may see at this moment, by the database's clock."""
    return Current.objects.filter(Q(visible_until=None) | Q(visible_until__gt=Now()))


def narrowed(query: PageList, places: Places, without: Collection[str] = ()) -> Condition:
    """The pages that match each parameter that is given, or each but those of `without`."""
    given = [
        narrow(query, places)
        for name, narrow in FILTERS.items()
        if getattr(query, name) is not None and name not in without
    ]
    return every([VISIBLE, IS_PAGE, *given])


def _id(query: PageList, places: Places) -> Condition:
    return among("key", (f"page:{id}" for id in query.id or ()))


def _slug(query: PageList, places: Places) -> Condition:
    return with_term([f"slug:{query.slug}"])


def _title(query: PageList, places: Places) -> Condition:
    """The exact title; the key to sort by is what has an index."""
    return Condition("seen.sort_key = %s AND seen.title = %s", (swedish_key(query.title or ""), query.title))


def _type(query: PageList, places: Places) -> Condition:
    return among("type", query.type or ())


def _locale(query: PageList, places: Places) -> Condition:
    return among("locale", [query.locale])


def _child_of(query: PageList, places: Places) -> Condition:
    return among("parent_path", [places["child_of"].tree_path])


def _descendant_of(query: PageList, places: Places) -> Condition:
    return under(places["descendant_of"].tree_path)


def _ancestor_of(query: PageList, places: Places) -> Condition:
    path = places["ancestor_of"].tree_path
    return among("tree_path", (path[:end] for end in range(Page.steplen, len(path), Page.steplen)))


def _translation_of(query: PageList, places: Places) -> Condition:
    page = places["translation_of"]
    return Condition("seen.alternates_key = %s AND seen.key <> %s", (page.alternates_key, page.key))


def _agency(query: PageList, places: Places) -> Condition:
    """Whatever the agency's role, or in the one that is asked for."""
    role = f":{query.agency_role}" if query.agency_role else ""
    return with_term(f"agency:{id}{role}" for id in query.agency or ())


def _of_term(name: str) -> Filter:
    """The filter of a parameter whose values stand among a page's terms, under the parameter's name."""

    def narrow(query: PageList, places: Places) -> Condition:
        values: list[Any] = getattr(query, name)
        return with_term(f"{name}:{value}" for value in values)

    return narrow


def _published_after(query: PageList, places: Places) -> Condition:
    return Condition(f"{PUBLISHED.sql} >= %s", (query.published_after,))


def _published_before(query: PageList, places: Places) -> Condition:
    return Condition(f"{PUBLISHED.sql} < %s AND seen.published_at IS NOT NULL", (query.published_before,))


def _updated_after(query: PageList, places: Places) -> Condition:
    return Condition(f"{UPDATED.sql} >= %s", (query.updated_after,))


def _search(query: PageList, places: Places) -> Condition:
    search = query.searched
    return search.condition if search else every([])


FILTERS: Final[dict[str, Filter]] = {
    "id": _id,
    "slug": _slug,
    "title": _title,
    "type": _type,
    "locale": _locale,
    "child_of": _child_of,
    "descendant_of": _descendant_of,
    "ancestor_of": _ancestor_of,
    "translation_of": _translation_of,
    "agency": _agency,
    "topic": _of_term("topic"),
    "audience": _of_term("audience"),
    "kind": _of_term("kind"),
    "year": _of_term("year"),
    "published_after": _published_after,
    "published_before": _published_before,
    "updated_after": _updated_after,
    "search": _search,
}
