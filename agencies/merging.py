"""Two agencies become one: whatever named the one names the other, in what is public and in every draft."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from wagtail.models import ReferenceIndex, Revision

from cms.publishing.handover import hand_over
from cms.publishing.marks import mark
from cms.publishing.models import Kind

from .models import Agency, FormerName
from .naming import (
    Link,
    Put,
    kept_in_revisions,
    links,
    links_of,
    naming_revisions,
    put_in_block,
    streams,
)

Counts = dict[str, int]
_OF_THE_ROW = {"pk", "id", "sort_order"}
"""What tells two rows apart that say the same."""


@transaction.atomic
def merge(old: Agency, new: Agency, until: date | None) -> Counts:
    """Let `new` stand wherever `old` did, and delete `old`; how many of each kind were changed.

    `until` is the day to which the old one's name was used, and makes it a former name of the new one.
    """
    old_id, old_key, new_key = old.pk, f"agency:{old.pk}", f"agency:{new.pk}"
    # Whoever saves a page that names the old one waits, or else its row would go with the agency.
    Agency.objects.select_for_update().get(pk=old_id)
    done: Counts = {}
    for link in links():
        done[f"{link.model._meta.label}.{link.field}"] = _move_rows(link, old, new)
    for model, fields in streams().items():
        done[model._meta.label] = _move_blocks(model, fields, _put(old, new))
    for model in kept_in_revisions():
        done[f"revisions of {model._meta.label}"] = _move_in_revisions(model, old, new)
    if until:
        done["former names"] = _keep_names(old, new, until)
    Agency.objects.get(pk=old_id).delete()
    hand_over(old_key, new_key)
    mark(new_key, Kind.MINOR)  # rows moved by `update` tell nobody, and it may have got predecessors
    return done


def _put(old: Agency, new: Agency) -> Put:
    return lambda id: new.pk if id == old.pk else id


def _move_rows(link: Link, old: Agency, new: Agency) -> int:
    """Rows that then say the same as another of the same thing go; an agency is never its own successor."""
    manager = link.model._base_manager
    rows = list(manager.filter(**{link.field: old}))
    for row in rows:
        itself = isinstance(row, Agency) and row.pk == new.pk
        setattr(row, link.field, None if itself else new)
        if link.accessor and manager.filter(**_said(row)).exists():
            row.delete()
        else:
            manager.filter(pk=row.pk).update(**{link.field: getattr(row, link.field)})
    _index(link, rows)
    return len(rows)


def _said(row: models.Model) -> dict[str, Any]:
    fields = (each.attname for each in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in fields if name not in _OF_THE_ROW}


def _index(link: Link, rows: Iterable[models.Model]) -> None:
    """Wagtail's record of what names what, which the admin shows, follows no `update`."""
    for owner in {link.owner_of(row) for row in rows}:
        ReferenceIndex.create_or_update_for_object(owner)


def _move_blocks(model: type[models.Model], fields: list[Any], put: Put) -> int:
    count = 0
    for thing in model._base_manager.iterator():
        before = {field.name: field.get_prep_value(getattr(thing, field.name)) for field in fields}
        after = {field.name: _blocks(field, before[field.name], put) for field in fields}
        if after != before:
            values = {field.name: field.to_python(after[field.name]) for field in fields}
            model._base_manager.filter(pk=thing.pk).update(**values)
            count += 1
    return count


def _blocks(field: Any, stored: Any, put: Put) -> Any:
    """The stored form of a field's blocks, which is text, put through."""
    return json.dumps(put_in_block(field.stream_block, json.loads(stored), put)) if stored else stored


def _move_in_revisions(model: type[models.Model], old: Agency, new: Agency) -> int:
    kind = ContentType.objects.get_for_model(model)
    found = Q() if model in streams() else naming_revisions(model, old)
    count = 0
    for revision in Revision.objects.filter(found, content_type=kind).iterator():
        content = _moved(model, revision.content, old, new)
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)
            count += 1
    return count


def _moved(model: type[models.Model], content: dict[str, Any], old: Agency, new: Agency) -> dict[str, Any]:
    put, moved = _put(old, new), dict(content)
    for link in links_of(model):
        if not link.accessor:
            moved[link.field] = put(content.get(link.field) or 0) or None
        else:
            rows = [row | {link.field: put(row[link.field])} for row in content.get(link.accessor, ())]
            moved[link.accessor] = _unlike(rows)
    for field in streams().get(model, ()):
        moved[field.name] = _blocks(field, content.get(field.name), put)
    return moved


def _unlike(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those that say the same as one before."""
    said = [{name: value for name, value in row.items() if name not in _OF_THE_ROW} for row in rows]
    return [row for place, row in enumerate(rows) if said[place] not in said[:place]]


def _keep_names(old: Agency, new: Agency, until: date) -> int:
    names = [(old, until), *((former, former.until) for former in old.former_names.all())]
    taken = {former.until for former in new.former_names.all()}
    for each, day in names:
        if day not in taken:
            FormerName.objects.create(
                agency=new,
                name=each.name,
                short_name=each.short_name,
                english_name=each.english_name,
                until=day,
            )
    return len([day for _each, day in names if day not in taken])
