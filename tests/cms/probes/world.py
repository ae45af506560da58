"""A newsroom with every secret and every twin, the same without the secrets, and time that passes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from cms.media.models import File, Picture
from cms.publishing.marks import mark_all, mark_everything
from cms.publishing.models import Current, Head, PublicFile, Use
from cms.publishing.publisher import drain

from .gaps import Gaps, gaps_of
from .ground import Ground, make_ground
from .naming import name_everywhere
from .secrets_table import SECRETS
from .twins import TWINS
from .words import OPEN, SECRET, Words, marks

ROUNDS: Final = 50
"""More than publishing everything takes; a wrong verdict may make it go on for ever."""
LONG: Final = timedelta(days=1)
"""How far time passes at once: beyond the end of all that ends soon."""


@dataclass
class Made:
    """A thing with its rows, and what fills the gaps of addresses that ask for it."""

    name: str
    words: Words
    rows: list[Any]
    gaps: list[Gaps] = field(default_factory=list)


@dataclass
class World:
    """`public` fills the gaps that are the same for every secret."""

    ground: Ground
    secrets: list[Made]
    twins: list[Made]
    public: dict[str, Any]

    @property
    def gaps(self) -> list[Gaps]:
        """What fills the gaps of doors: every secret, and what is open of the same kinds."""
        return [gaps for made in (*self.secrets, *self.twins) for gaps in made.gaps]

    def withdraw(self, ended: Iterable[Made]) -> None:
        """As the worker does with what has ended: the time that passed is the database's own too."""
        rows = [row for made in ended for row in made.rows]
        for row in rows:
            field = "expire_at" if isinstance(row, Page) else "end"
            model = Page if isinstance(row, Page) else type(row)
            model._default_manager.filter(pk=row.pk, **{f"{field}__isnull": False}).update(
                **{field: F(field) - LONG}
            )
        mark_all([f"{'page' if isinstance(row, Page) else row._meta.model_name}:{row.pk}" for row in rows])
        self.ground.newsroom.settle()

    def publish_from_nothing(self) -> None:
        """All that there is, with the verdict that holds now."""
        for table in (Current, Use, PublicFile):
            table.objects.all().delete()
        mark_everything()
        mark_all([f"page:{pk}" for pk in Page.objects.values_list("pk", flat=True)])
        for _ in range(ROUNDS):
            if not drain():
                break
        let_time_pass()

    def remove_secrets(self) -> None:
        """As if there had never been any, or, of those that were public, as if the rest of them were forgotten."""
        for made in self.secrets:
            if not SECRETS[made.name].ends:
                _remove([*made.rows, *_belonging(made.words)])
        self.ground.newsroom.settle()


def make_world(secrets: Iterable[str] = SECRETS) -> World:
    """Within the transaction that the caller has begun."""
    ground = make_ground()
    kept, open_ = zip(secrets, marks(SECRET), strict=False), zip(TWINS.items(), marks(OPEN), strict=False)
    hidden = [Made(name, (words := Words(mark)), SECRETS[name].make(ground, words)) for name, mark in kept]
    twins = [Made(name, (words := Words(mark)), make(ground, words)) for (name, make), mark in open_]
    named = [row for made in (*twins, *hidden) for row in made.rows if not _unnamed(made.name)]
    public = name_everywhere(ground, named)
    for made in (*hidden, *twins):
        made.gaps = gaps_of(made.words, _asked_for(made))
    ground.newsroom.settle()
    for made in hidden:
        if hide := SECRETS[made.name].hide:
            hide(made.rows)
    ground.newsroom.settle()
    let_time_pass()
    # Answers of the half minute after a change say that they are as new as themselves.
    Head.objects.update(changed_at=F("changed_at") - timedelta(hours=1))
    return World(ground, hidden, twins, public | _ids(ground))


def let_time_pass() -> None:
    """What ends within `LONG` has ended, and the worker hasn't come by."""
    rows = Current.objects.filter(visible_until__lt=timezone.now() + LONG)
    rows.update(visible_until=F("visible_until") - LONG)


def _unnamed(name: str) -> bool:
    return name in SECRETS and SECRETS[name].unnamed


def _belonging(words: Words) -> list[Any]:
    """The pictures and files that texts with these words have."""
    return [*Picture.objects.filter(title=words.picturetitle), *File.objects.filter(title=words.file)]


def _asked_for(made: Made) -> list[Any]:
    """The rows that addresses ask for: of a text's pictures and files the first of each."""
    belonging = {type(row): row for row in reversed(_belonging(made.words))}
    return list({(type(row), row.pk): row for row in (*made.rows, *belonging.values())}.values())


def _remove(rows: list[Any]) -> None:
    for row in reversed(rows):
        found = type(row)._default_manager.filter(pk=row.pk).first()
        if isinstance(found, Page):
            found.specific.delete()
        elif found is not None:
            found.delete()


def _ids(ground: Ground) -> dict[str, Any]:
    return {
        "home": ground.newsroom.home.pk, "press": ground.newsroom.press.pk, "agency": ground.agency.pk,
        "topic": ground.topic.pk, "audience": ground.audience.pk,
    }  # fmt: skip
