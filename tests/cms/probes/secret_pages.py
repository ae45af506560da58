"""Every way in which a page is kept from the public, or from which the public is shut out again.

A way makes the page and what it takes to hide it. Some pages were public before: those are hidden afterwards, by a
second function, and their addresses are known for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Comment, Locale, Page, PageLogEntry, PageViewRestriction

from cms.publishing.models import Farewell

from .ground import Ground
from .makers import information, release
from .words import Words

Make = Callable[..., Any]
"""Makes the page, with the fields and the place that it is told."""
Way = Callable[[Ground, Make], list[Any]]
"""Hides what it makes; the rows in the order of their making."""
Hide = Callable[[list[Any]], None]


def soon() -> Any:
    """Before the world's clock is put forward."""
    return timezone.now() + timedelta(hours=1)


def restrict(page: Page, kind: str = PageViewRestriction.LOGIN) -> None:
    """As the admin's privacy settings do."""
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.get_or_create(name="Redaktion")[0])


def _draft(ground: Ground, make: Make) -> list[Any]:
    return [make(live=False)]


def _scheduled(ground: Ground, make: Make) -> list[Any]:
    page = make(live=False)
    page.go_live_at = soon()
    page.save_revision(clean=False).publish()
    return [page]


def _restricted(kind: str) -> Way:
    def way(ground: Ground, make: Make) -> list[Any]:
        page = make()
        restrict(page, kind)
        return [page]

    return way


def _alias_of_private(ground: Ground, make: Make) -> list[Any]:
    [page] = _restricted(PageViewRestriction.LOGIN)(ground, make)
    return [page, page.create_alias(parent=page.get_parent(), update_slug=f"{page.slug}alias")]


def _alias_of_below_private(ground: Ground, make: Make) -> list[Any]:
    section, page = _below_private(ground, make)
    home = Page.objects.get(pk=ground.newsroom.home.pk)
    return [section, page, page.create_alias(parent=home, update_slug=f"{page.slug}alias")]


def _below_private(ground: Ground, make: Make) -> list[Any]:
    section = ground.section()
    restrict(section)
    return [section, make(section)]


def _below_draft(ground: Ground, make: Make) -> list[Any]:
    section = ground.section(live=False)
    return [section, make(section)]


def _outside(ground: Ground, make: Make) -> list[Any]:
    return [make(Page.objects.get(depth=1))]


def _past_its_time(ground: Ground, make: Make) -> list[Any]:
    page = make(expire_at=timezone.now() - timedelta(hours=1))
    return [page]


def _marked_as_expired(ground: Ground, make: Make) -> list[Any]:
    page = make()
    Page.objects.filter(pk=page.pk).update(expired=True)
    return [page]


def _is_to_end(ground: Ground, make: Make) -> list[Any]:
    return [make(expire_at=soon())]


def _below_what_is_to_end(ground: Ground, make: Make) -> list[Any]:
    section = ground.section(expire_at=soon())
    return [section, make(section)]


def _alias_of_what_is_to_end(ground: Ground, make: Make) -> list[Any]:
    """What it is an alias of ends; the alias says nothing of an end."""
    page = make(expire_at=soon())
    alias = page.create_alias(parent=page.get_parent(), update_slug=f"{page.slug}alias")
    Page.objects.filter(pk=alias.pk).update(expire_at=None)
    return [page, alias]


def _public(ground: Ground, make: Make) -> list[Any]:
    return [make()]


def _below_public(ground: Ground, make: Make) -> list[Any]:
    section = ground.section()
    return [section, make(section)]


def _private_now(rows: list[Any]) -> None:
    restrict(rows[0])


def _unpublished_now(rows: list[Any]) -> None:
    Page.objects.get(pk=rows[0].pk).specific.unpublish()


def _unpublished_with_successor(rows: list[Any]) -> None:
    """The successor is the page itself, which says nothing to anybody."""
    Farewell.objects.create(page_id=rows[0].pk, successor_id=rows[0].pk)
    _unpublished_now(rows)


def _moved_below_private(rows: list[Any]) -> None:
    intern = type(rows[0])(title="Intern", slug=f"intern-{rows[0].pk}", lead="Internt.")
    section = rows[0].get_parent().add_child(instance=intern)
    restrict(section)
    Page.objects.get(pk=rows[0].pk).move(section, pos="last-child")
    rows.insert(0, section)


def _deleted_now(rows: list[Any]) -> None:
    Page.objects.get(pk=rows[0].pk).specific.delete()


ANY: Final[dict[str, Way]] = {
    "a draft": _draft,
    "scheduled": _scheduled,
    "for those who log in": _restricted(PageViewRestriction.LOGIN),
    "for a group": _restricted(PageViewRestriction.GROUPS),
    "with a password": _restricted(PageViewRestriction.PASSWORD),
    "an alias of a private one": _alias_of_private,
    "past its time": _past_its_time,
    "marked as expired": _marked_as_expired,
}
"""Of press releases and information pages, never public."""

NESTED: Final[dict[str, Way]] = {
    "below a private one": _below_private,
    "an alias of one below a private one": _alias_of_below_private,
    "below a draft": _below_draft,
    "outside the site": _outside,
}
"""Of information pages alone, which stand anywhere."""

ENDING: Final[dict[str, Way]] = {
    "that has ended": _is_to_end,
    "below one that has ended": _below_what_is_to_end,
    "an alias of one that has ended": _alias_of_what_is_to_end,
}
"""They end by the clock, while the worker stands still."""

ONCE: Final[dict[str, tuple[Way, Hide]]] = {
    "unpublished": (_public, _unpublished_now),
    "unpublished with a successor": (_public, _unpublished_with_successor),
    "made private": (_public, _private_now),
    "below an unpublished one": (_below_public, _unpublished_now),
    "below one made private": (_below_public, _private_now),
    "moved below a private one": (_public, _moved_below_private),
    "deleted": (_public, _deleted_now),
}
"""They were public before."""


def changed(ground: Ground, words: Words, *, scheduled: bool = False) -> list[Any]:
    """A public page of which a revision says more than the public may know; the revision is the secret."""
    page = ground.section("Känd sida")
    page.title, page.lead, page.slug, page.seo_title = words.title, words.lead, words.slug, words.seo
    page.body = [("text", f"<p>{words.text}</p>")]
    if scheduled:
        page.go_live_at = soon()
    revision = page.save_revision(clean=False)
    if scheduled:
        revision.publish()
    return [revision]


def translation(ground: Ground, words: Words) -> list[Any]:
    """The first page in English, which nobody has published."""
    page = ground.newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    page.title, page.lead, page.slug = words.title, words.lead, words.slug
    page.save()
    page.save_revision(clean=False)
    return [page]


def comments(ground: Ground, words: Words) -> list[Any]:
    """What editors say to each other of a public page, and who did what with it."""
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.create_user(
        words.user, f"{words.email}@example.se", first_name=words.name
    )
    page = ground.section("Omtalad sida", owner=user, locked_by=user)
    comment = Comment.objects.create(page=page, user=user, text=words.text, contentpath="title")
    entry = PageLogEntry.objects.log_action(page, "wagtail.edit", user=user, data={"note": words.note})
    return [user, comment, entry]


def foreign_type(ground: Ground, words: Words) -> list[Any]:
    """A page of a type that nobody publishes."""
    return [ground.add(Page(title=words.title, slug=words.slug))]


def makes(ground: Ground, words: Words) -> dict[str, Make]:
    """Both kinds of article, ready to be made."""
    return {
        "an information page": partial(information, ground, words),
        "a press release": partial(release, ground, words),
    }
