"""The tables of publishing: what is to be done (marks), what was done (ledger), and what the public sees (current)."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Cast, Coalesce, Length
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

IS_PAGE = ~Q(tree_path="")


def _moment(column: str) -> Coalesce:
    """A moment that is never null: what has none is older than all that has."""
    return Coalesce(column, Cast(Value("-infinity"), models.DateTimeField()))


class Kind(models.TextChoices):
    """What an entry of the ledger says happened, the weightiest first where several happened at once."""

    CORRECTION = "correction", _("correction")
    UPDATE = "update", _("update")
    MINOR = "minor", _("small change")
    PUBLISHED = "published", _("published")
    REFRESHED = "refreshed", _("followed what it names")
    RESHAPED = "reshaped", _("new shape of the document")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Head(models.Model):
    """One row: the last sequence given out, when, and the chain's last hash. Whoever publishes locks it first."""

    sequence = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, default="0" * 64)
    ledger_id = models.UUIDField(default=uuid.uuid4)
    refreshed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="publishing_one_head")]


class Entry(models.Model):
    """A row of the ledger, appended and never changed. `body_hash` is empty when the key was withdrawn."""

    sequence = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=100)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    body_hash = models.CharField(max_length=64, blank=True)
    path = models.TextField(blank=True)
    note = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        indexes = [models.Index(fields=["key", "sequence"], name="publishing_entries_of_key")]


class Body(models.Model):
    """The exact JSON behind a hash. An erased body keeps its row, with the decision that erased it."""

    hash = models.CharField(max_length=64, primary_key=True)
    text = models.TextField(null=True)  # noqa: DJ001 (null is "erased", which empty text is not)
    erased_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=100, blank=True)


class Current(models.Model):
    """What the public sees of one key now; readers also obey `visible_until`, by the clock.

    `words` are `words.Words`. The database makes `search` of them, and `headline` of the weightiest: that is small
    enough to lie in the row itself, so that many rows can be ranked by it (`search_configuration`).
    """

    key = models.CharField(max_length=100, primary_key=True, db_collation="C")
    type = models.CharField(max_length=100)
    path = models.TextField(null=True, db_index=True, db_collation="C")  # noqa: DJ001 (null has no address)
    locale = models.CharField(max_length=12, blank=True)
    title = models.TextField()
    sort_key = models.TextField(db_collation="C")
    terms = ArrayField(models.CharField(max_length=120))
    tree_path = models.CharField(max_length=255, blank=True, db_index=True, db_collation="C")
    parent_path = models.CharField(max_length=255, blank=True, db_collation="C")
    dated = models.BooleanField(default=False)
    alternates_key = models.CharField(max_length=36, blank=True, db_index=True)
    published_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)
    next_change_at = models.DateTimeField(null=True, db_index=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_column="body_hash")
    card = models.TextField()
    sequence = models.BigIntegerField()
    shape = models.IntegerField()
    ties = ArrayField(models.CharField(max_length=100), default=list)
    chosen = ArrayField(models.CharField(max_length=100), default=list)
    words = ArrayField(models.TextField(), default=list)
    folded = models.TextField(default="", db_collation="C")
    headline = models.GeneratedField(
        expression=models.Func("locale", "words", function="publishing_headline"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    search = models.GeneratedField(
        expression=models.Func("locale", "words", function="publishing_search"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            GinIndex(fields=["terms"]),
            GinIndex(fields=["search"], name="publishing_search"),
            GinIndex(fields=["folded"], name="publishing_folded", opclasses=["gin_trgm_ops"]),
            # What lists are sorted by (`cms.api.orders`): a cursor goes on from any row of these.
            models.Index(_moment("published_at"), "key", name="publishing_by_date", condition=IS_PAGE),
            models.Index(_moment("updated_at"), "key", name="publishing_by_update", condition=IS_PAGE),
            models.Index("sort_key", "key", name="publishing_by_title", condition=IS_PAGE),
            models.Index(Length("key"), "key", name="publishing_by_id", condition=IS_PAGE),
            models.Index(
                "type", _moment("published_at"), "key", name="publishing_by_type", condition=IS_PAGE
            ),
            models.Index(
                fields=["parent_path", "tree_path"], name="publishing_children", condition=Q(dated=False)
            ),
            models.Index(
                fields=["parent_path", "published_at", "key"],
                name="publishing_dated",
                condition=Q(dated=True),
            ),
            models.Index(
                fields=["visible_until"], name="publishing_ends", condition=Q(visible_until__isnull=False)
            ),
        ]


class Tie(models.Model):
    """One of a row's `ties`, kept by the database itself (`tying`), so that the newest with it are found unsorted."""

    pk = models.CompositePrimaryKey("key", "tie")
    key = models.CharField(max_length=100, db_collation="C")
    tie = models.CharField(max_length=100)
    locale = models.CharField(max_length=12)
    published_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["tie", "locale", "-published_at", "key"], name="publishing_newest_tied")
        ]


class Use(models.Model):
    """`key`'s document asked for `used` when it was built: it is built anew when `used` changes."""

    key = models.CharField(max_length=100, db_index=True)
    used = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "used"], name="publishing_use_once")]


class PublicFile(models.Model):
    """A file that `key`'s document names: the only files that the public can fetch."""

    key = models.CharField(max_length=100, db_index=True)
    address = models.TextField(db_index=True)
    storage_name = models.TextField()
    content_type = models.CharField(max_length=100)


class Mark(models.Model):
    """DIRTY: a key to publish. Marks are only ever added and removed, so that none written meanwhile is lost.

    `source` is false for a mark that follows from another key's change; those are not followed further, since USES
    already holds every hop. Higher `urgency` goes first. A failed mark says why, and waits until `not_before`.
    """

    key = models.CharField(max_length=100, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    source = models.BooleanField(default=True)
    urgency = models.SmallIntegerField(default=1)
    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    note = models.TextField(blank=True)
    attempts = models.SmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["-urgency", "id"])]


class FormerPath(models.Model):
    """An address that `key` has had and left. Kept for ever, so that old links find their way."""

    path = models.TextField(primary_key=True)
    key = models.CharField(max_length=100, db_index=True)


class Gone(models.Model):
    """A key that was withdrawn, and what the editor let the public know of it. None is kept of what became private."""

    key = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()
    title = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    successor = models.CharField(max_length=100, blank=True)


class Farewell(models.Model):
    """What an editor wants said of a page when it is unpublished; all of it optional."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="farewell")
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    successor = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    show_title = models.BooleanField(_("show the title"), default=False)
