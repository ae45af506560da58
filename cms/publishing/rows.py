"""Rows that belong to things, fetched in the statement that fetches the things: no query more, however many relations.

They come as JSON and become instances again, at hand where `prefetch_related` would have put them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, Q, QuerySet
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import JSONObject
from modelcluster.fields import ParentalKey
from modelcluster.queryset import FakeQuerySet

T = TypeVar("T", bound=Model)


def with_rows(things: QuerySet[T], relation: ManyToOneRel, only: Q | None = None) -> Any:
    """`things` with the rows that point at them, in the rows' own order."""
    model = relation.related_model
    rows = model._default_manager.filter(only or Q(), **{relation.field.name: OuterRef("pk")})
    whole = JSONObject(**{each.attname: F(each.attname) for each in model._meta.concrete_fields})
    return things.annotate(**{_column(relation): ArraySubquery(rows.values_list(whole))})


def rows_of(thing: Model, relation: ManyToOneRel, owner: Model | None = None) -> list[Any]:
    """The rows that came with a thing. They know it, or `owner`, as theirs."""
    rows = [_instance(relation.related_model, row) for row in getattr(thing, _column(relation))]
    for row in rows:
        setattr(row, relation.field.name, owner or thing)
    return rows


def put_rows(thing: Model, relations: Iterable[ManyToOneRel], fetched: Model | None = None) -> None:
    """Let ``thing.relation.all()`` give the rows that came with it, or with `fetched` in its stead."""
    for relation in relations:
        rows: Any = rows_of(fetched or thing, relation, thing)
        place = "_cluster_related_objects"  # where modelcluster keeps the rows of what is being edited
        if not isinstance(relation.field, ParentalKey):
            place, rows = "_prefetched_objects_cache", FakeQuerySet(relation.related_model, rows)
        thing.__dict__.setdefault(place, {})[str(relation.get_accessor_name())] = rows


def relations_of(model: type[Model], names: Iterable[str]) -> list[ManyToOneRel]:
    """The relations of a model by the names that its instances have them under."""
    found = {each.get_accessor_name(): each for each in model._meta.related_objects}
    return [found[name] for name in names]  # type: ignore[misc]


def _column(relation: ManyToOneRel) -> str:
    return f"rows_of_{relation.related_model._meta.db_table}_{relation.field.attname}"


def _instance(model: type[Model], row: dict[str, Any]) -> Any:
    fields = _fields(model)
    return model.from_db("default", list(fields), [read(row[name]) for name, read in fields.items()])


@cache
def _fields(model: type[Model]) -> dict[str, Callable[[Any], Any]]:
    """How each column of a row is read from JSON."""
    return {each.attname: each.to_python for each in model._meta.concrete_fields}
