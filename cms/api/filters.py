"""Lists over CURRENT: what the parameters narrow and sort by."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Length, Now
from wagtail.models import Page

from cms.publishing.models import Current

from .errors import BadParameter
from .parameters import PageList

SORTS = {"first_published_at": "published_at", "title": "sort_key"}


def visible() -> QuerySet[Current]:
    """What the public may see at this moment, by the database's clock."""
    return Current.objects.filter(Q(visible_until=None) | Q(visible_until__gt=Now()))


def pages(query: PageList) -> tuple[int, list[str]]:
    """How many pages match, and the cards of those asked for."""
    found = visible().filter(key__startswith="page:")
    if query.type:
        found = found.filter(type__in=query.type)
    if query.locale:
        found = found.filter(locale=query.locale)
    if query.child_of is not None:
        top = _tree_path("child_of", query.child_of)
        found = found.alias(length=Length("tree_path")).filter(
            tree_path__startswith=top, length=len(top) + Page.steplen
        )
    if query.descendant_of is not None:
        top = _tree_path("descendant_of", query.descendant_of)
        found = found.filter(tree_path__startswith=top).exclude(tree_path=top)
    for words in _terms(query):
        found = found.filter(terms__overlap=words)
    rows = found.order_by(_sort(query.order), "key").values_list("card", flat=True)
    return found.count(), list(rows[query.offset : query.offset + query.limit])


def _terms(query: PageList) -> list[list[str]]:
    """The groups of terms of which a page must have one each."""
    if query.agency_role and query.agency is None:
        raise BadParameter("agency_role", "agency_role needs agency beside it.")
    role = f":{query.agency_role}" if query.agency_role else ""
    groups = [
        [f"agency:{id}{role}" for id in query.agency or ()],
        [f"topic:{id}" for id in query.topic or ()],
        [f"audience:{id}" for id in query.audience or ()],
        [f"kind:{kind}" for kind in query.kind or ()],
        [f"year:{year}" for year in query.year or ()],
    ]
    return [group for group in groups if group]


def _sort(order: str) -> OrderBy:
    name = order.removeprefix("-")
    field = F(SORTS.get(name, name))
    return field.desc(nulls_last=True) if order.startswith("-") else field.asc(nulls_last=True)


def _tree_path(parameter: str, id: int) -> str:
    path = visible().filter(key=f"page:{id}").values_list("tree_path", flat=True).first()
    if path is None:
        raise BadParameter(parameter, f"{parameter}: no page with id {id} is published.")
    return path
