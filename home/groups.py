"""The newsroom's groups and the workflow between them, made of the table in `rights.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db import models, transaction
from django.utils.translation import gettext, override
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)

from .rights import APPROVERS, FILES, MODELS, NAMES, PAGES, Role, of

WAGTAILS: Final = {Role.EDITOR: "Moderators", Role.WRITER: "Editors"}
"""The groups that Wagtail's first migration makes, with rights and a workflow between them."""
WAGTAILS_WORKFLOW: Final = "Moderators approval"


@transaction.atomic
def set_up_groups() -> list[str]:
    """Make the groups that are missing, and give the rights to things that are new.

    What an administrator changes in a group later stands: a thing that any group has a right to is not new.
    """
    new = {label: row for label, row in MODELS.items() if not _granted(label)}
    with override("sv"):
        made = [line for role in Role for line in _make(role, str(NAMES[role]), new)]
        _set_up_approval(gettext("An editor's approval"))
    return made


def _make(role: Role, name: str, new: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    group = Group.objects.filter(name=name).first()
    if group:
        _grant(group, of(role, new))
        return []
    group, _ = Group.objects.get_or_create(name=WAGTAILS.get(role, name))
    group.name = name
    group.save()
    _grant(group, of(role, MODELS))
    _grant_pages(group, PAGES[list(Role).index(role)].split())
    _grant_files(group, of(role, FILES))
    return [f"group {name}"]


def _granted(label: str) -> bool:
    names = [str(name) for name in NAMES.values()]
    return _permissions(label).filter(group__name__in=[*names, *WAGTAILS.values()]).exists()


def _permissions(label: str) -> models.QuerySet[Permission]:
    app, model = label.split(".")
    return Permission.objects.filter(content_type__app_label=app, content_type__model=model)


def _grant(group: Group, codenames: dict[str, list[str]]) -> None:
    for label, names in codenames.items():
        group.permissions.add(*_permissions(label).filter(codename__in=names))


def _grant_pages(group: Group, actions: Iterable[str]) -> None:
    """In place of what Wagtail gave."""
    GroupPagePermission.objects.filter(group=group).delete()
    root = Page.objects.get(depth=1)
    for action in actions:
        permission = _permissions("wagtailcore.page").get(codename=f"{action}_page")
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _grant_files(group: Group, codenames: dict[str, list[str]]) -> None:
    """In place of what Wagtail gave."""
    GroupCollectionPermission.objects.filter(group=group).delete()
    root = Collection.objects.get(depth=1)
    for label, names in codenames.items():
        for permission in _permissions(label).filter(codename__in=names):
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def _set_up_approval(name: str) -> None:
    """Give Wagtail's workflow a name that editors understand, and to all who publish the right to approve."""
    for workflow in Workflow.objects.filter(name=WAGTAILS_WORKFLOW):
        workflow.name = name
        workflow.save()
        workflow.tasks.update(name=name)
        for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow):
            task.groups.set(Group.objects.filter(name__in=[str(NAMES[role]) for role in APPROVERS]))
