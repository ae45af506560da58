"""The groups: editors who publish, writers, and registrars, who see the requests for documents and no page."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Workflow

# Wagtail makes these two at its first migration, with permissions on all pages and a workflow between them.
WAGTAILS_PUBLISHERS = "Moderators"
WAGTAILS_WRITERS = "Editors"
PUBLISHERS_MAY = (
    ("agencies", "agency", ("add", "change", "view")),
    ("articles", "contact", ("add", "change", "view")),
    ("articles", "feeschedule", ("add", "change", "view")),
    ("articles", "topic", ("add", "change", "view")),
    ("home", "notice", ("add", "change", "delete", "view")),
    ("home", "sitesettings", ("change",)),
    ("simple_translation", "translation", ("submit",)),
    ("wagtailredirects", "redirect", ("add", "change", "delete", "view")),
)
REGISTRARS_MAY = (
    ("wagtailadmin", "admin", ("access",)),
    ("disclosure", "documentrequest", ("change",)),
)
WRITERS_MAY = (
    ("agencies", "agency", ("view",)),
    ("articles", "contact", ("view",)),
    ("articles", "feeschedule", ("view",)),
    ("articles", "topic", ("view",)),
    ("home", "notice", ("view",)),
    ("simple_translation", "translation", ("submit",)),
)


@transaction.atomic
def set_up_groups() -> list[str]:
    """Turn Wagtail's two groups into the newsroom's, once; what an administrator changes later stands."""
    with override("sv"):
        publishers, writers = gettext("Editors who publish"), gettext("Writers")
        registrars, workflow = gettext("Registrars"), gettext("An editor's approval")
    made = [
        *_turn_into(WAGTAILS_PUBLISHERS, publishers, PUBLISHERS_MAY),
        *_turn_into(WAGTAILS_WRITERS, writers, WRITERS_MAY),
        *_turn_into(registrars, registrars, REGISTRARS_MAY),
    ]
    for old in Workflow.objects.filter(name=f"{WAGTAILS_PUBLISHERS} approval"):
        old.name = workflow
        old.save()
        old.tasks.update(name=workflow)
    return made


def _turn_into(old: str, new: str, may: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[str]:
    if Group.objects.filter(name=new).exists():
        return []
    group, _ = Group.objects.get_or_create(name=old)
    group.name = new
    group.save()
    for app, model, actions in may:
        codenames = [f"{action}_{model}" for action in actions]
        group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename__in=codenames))
    return [f"group {new}"]
