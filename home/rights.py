"""What each group may do: one table. A new kind of thing in the admin gets a row here; a test asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """The newsroom's groups."""

    WRITER = "writer"
    EDITOR = "editor"
    PRESS_OFFICER = "press_officer"
    ADMINISTRATOR = "administrator"
    REGISTRAR = "registrar"


NAMES: Final = {
    Role.WRITER: _("Writers"),
    Role.EDITOR: _("Editors"),
    Role.PRESS_OFFICER: _("Press officers"),
    Role.ADMINISTRATOR: _("Administrators"),
    Role.REGISTRAR: _("Registrars"),
}

NOTHING: Final = ""
SEE: Final = "view"
SET: Final = "change"
WRITE: Final = "view add change"
ALL: Final = "view add change delete"
PICK: Final = "choose add"
KEEP: Final = "choose add change"
WEED: Final = "view delete"
TRANSLATE: Final = "submit_translation"
OPEN: Final = "access"

MODELS: Final = {
    # thing: what writers, editors, press officers, administrators and registrars may do with it
    "wagtailadmin.admin": (OPEN, OPEN, OPEN, OPEN, OPEN),
    "agencies.agency": (SEE, WRITE, ALL, ALL, NOTHING),
    "articles.contact": (SEE, WRITE, ALL, ALL, NOTHING),
    "articles.feeschedule": (SEE, WRITE, ALL, ALL, NOTHING),
    "articles.topic": (SEE, WRITE, ALL, ALL, NOTHING),
    "home.audience": (SEE, WRITE, ALL, ALL, NOTHING),
    "home.navigation": (NOTHING, NOTHING, SET, SET, NOTHING),
    "home.notice": (SEE, ALL, ALL, ALL, NOTHING),
    "home.promo": (SEE, ALL, ALL, ALL, NOTHING),
    "home.sitesettings": (NOTHING, NOTHING, SET, SET, NOTHING),
    "disclosure.documentrequest": (NOTHING, NOTHING, NOTHING, NOTHING, SET),
    "disclosure.requestsettings": (NOTHING, NOTHING, NOTHING, SET, SET),
    "feedback.feedback": (SEE, WEED, WEED, WEED, NOTHING),
    "feedback.feedbacksettings": (NOTHING, NOTHING, SET, SET, NOTHING),
    "simple_translation.simpletranslation": (TRANSLATE, TRANSLATE, TRANSLATE, TRANSLATE, NOTHING),
    "wagtailredirects.redirect": (NOTHING, NOTHING, ALL, ALL, NOTHING),
    "auth.user": (NOTHING, NOTHING, NOTHING, ALL, NOTHING),
    "wagtailcore.workflow": (NOTHING, NOTHING, NOTHING, ALL, NOTHING),
    "wagtailcore.task": (NOTHING, NOTHING, NOTHING, ALL, NOTHING),
}
"""Whoever manages users can give themselves any right, so administrators are trusted with all. What people ask for in
requests is read by registrars alone."""

PAGES: Final = (
    "add change",
    "add change publish lock unlock",
    "add change publish lock unlock bulk_delete",
    "add change publish lock unlock bulk_delete",
    NOTHING,
)
"""On all pages. To publish is also to unpublish and to make private."""

FILES: Final = {
    # in all collections; who may change a picture or a document may also delete it
    "wagtailimages.image": (PICK, KEEP, KEEP, KEEP, NOTHING),
    "wagtaildocs.document": (PICK, KEEP, KEEP, KEEP, NOTHING),
    "wagtailcore.collection": (NOTHING, NOTHING, "add change", "add change delete", NOTHING),
}

APPROVERS: Final = (Role.EDITOR, Role.PRESS_OFFICER, Role.ADMINISTRATOR)
"""Who decides on what writers submit."""


def of(role: Role, table: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """One group's column: the permissions' codenames by app and model."""
    place = list(Role).index(role)
    return {
        label: [_codename(action, label) for action in row[place].split()] for label, row in table.items()
    }


def _codename(action: str, label: str) -> str:
    return action if "_" in action else f"{action}_{label.partition('.')[2]}"
