"""Everything in the database that names agencies: foreign keys, rows of pages, blocks, and revisions of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page, RevisionMixin

from .models import Agency, FormerName

Put = Callable[[int], int]
"""An agency's id in, the id that is to stand there out."""


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key to agencies. A row of another thing's (`owner`) is in that thing's revisions under `accessor`."""

    model: type[models.Model]
    field: str
    owner: type[models.Model]
    accessor: str = ""
    parent: str = ""

    def owner_of(self, row: models.Model) -> models.Model:
        """The thing that a row belongs to, itself when it is none's."""
        thing: models.Model = getattr(row, self.parent) if self.parent else row
        return thing


def links() -> list[Link]:
    """Every foreign key to agencies, but that of their own rows."""
    related = [
        field
        for field in Agency._meta.get_fields(include_hidden=True)
        if isinstance(field, models.ManyToOneRel)
    ]
    return [
        _link(each.related_model, each.field.name) for each in related if each.related_model is not FormerName
    ]


def _link(model: Any, field: str) -> Link:
    parental = [each for each in model._meta.fields if isinstance(each, ParentalKey)]
    if not parental:
        return Link(model, field, model)
    key = parental[0]
    return Link(model, field, key.related_model, key.remote_field.get_accessor_name(), key.name)


def kept_in_revisions() -> list[type[models.Model]]:
    """The models whose revisions can name an agency: by a foreign key or in a stream of blocks."""
    owners = {link.owner for link in links()} | set(streams())
    return sorted(
        (each for each in owners if issubclass(each, RevisionMixin)), key=lambda each: each._meta.label
    )


def naming_revisions(model: type[models.Model], old: Agency) -> Q:
    """The revisions that name the agency by a foreign key."""
    found = Q(pk=None)
    for link in links_of(model):
        named = {link.field: old.pk}
        found |= Q(content__contains={link.accessor: [named]} if link.accessor else named)
    return found


def links_of(model: type[models.Model]) -> list[Link]:
    """The foreign keys in a model's revisions."""
    return [link for link in links() if issubclass(model, link.owner)]


def streams() -> dict[type[models.Model], list[StreamField]]:
    """The streams of blocks in which an agency can be chosen, by model."""
    from django.apps import apps

    found = {model: [f for f in model._meta.fields if _can_name(f)] for model in apps.get_models()}
    return {model: fields for model, fields in found.items() if fields and model is not Page}


def _can_name(field: Any) -> bool:
    return isinstance(field, StreamField) and any(_choosers(field.stream_block))


def _choosers(block: Any) -> Iterator[Any]:
    if _chooses_agency(block):
        yield block
    for child in _children(block):
        yield from _choosers(child)


def _children(block: Any) -> list[Any]:
    if hasattr(block, "child_blocks"):
        return list(block.child_blocks.values())
    return [block.child_block] if hasattr(block, "child_block") else []


def _chooses_agency(block: Any) -> bool:
    return getattr(block, "target_model", None) is Agency


def put_in_block(block: Any, stored: Any, put: Put) -> Any:
    """The stored form of a block's value with every agency put through `put`."""
    if _chooses_agency(block):
        return put(stored) if stored else stored
    if isinstance(stored, dict):
        known = block.child_blocks
        return {name: put_in_block(known[name], v, put) if name in known else v for name, v in stored.items()}
    if isinstance(stored, list):
        return [_put_in_item(block, item, put) for item in stored]
    return stored


def _put_in_item(block: Any, item: Any, put: Put) -> Any:
    if not isinstance(item, dict) or "type" not in item:
        return put_in_block(block.child_block, item, put)
    child = block.child_blocks.get(item["type"]) if hasattr(block, "child_blocks") else block.child_block
    return item | {"value": put_in_block(child, item["value"], put)} if child else item
