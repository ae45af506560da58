"""Every door by which a page gets public goes by the publish rules, or can't bring in anything new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowPage

from articles.models import InformationPage, PressReleasePage
from cms.publishing.schedule import Schedule
from tests.cms.articles.conftest import Editor
from tests.cms.articles.examples import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages

UNSIGNED = [{"type": "quote", "value": {"text": "Det är klart.", "person": ""}, "id": "q"}]


@pytest.fixture
def approval(editor: Editor) -> Workflow:
    """The workflow that Wagtail's first migration makes, on all pages."""
    from wagtail.models import GroupApprovalTask, WorkflowTask

    moderators, _ = Group.objects.get_or_create(name="Moderators")
    workflow = Workflow.objects.create(name="Godkännande")
    task = GroupApprovalTask.objects.create(name="Godkännande")
    task.groups.add(moderators)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.filter(page__depth=1).delete()
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=1))
    return workflow


def submitted(editor: Editor, workflow: Workflow, draft: PressReleasePage, **fields: Any) -> PressReleasePage:
    """A draft that came to be faulty while it waited for approval."""
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False)
    workflow.start(draft, get_user_model().objects.get(username="redaktor"))
    return draft


def sound(editor: Editor) -> PressReleasePage:
    """A draft that breaks no rule."""
    assert editor.create(publish=False, slug="sund").status_code == 302
    page: PressReleasePage = PressReleasePage.objects.get(slug="sund")
    return page


def public(editor: Editor) -> PressReleasePage:
    return editor.published(slug="publik")


def undescribed() -> int:
    picture = make_picture()
    type(picture).objects.filter(pk=picture.pk).update(description="")
    return picture.pk


Case = tuple[Callable[[Editor], PressReleasePage], Callable[[], dict[str, Any]], str]
FAULTS: dict[str, Case] = {
    "a quotation of nobody": (sound, lambda: {"body": UNSIGNED}, "Block 1 (Citat), Namn: "),
    "no sender": (sound, lambda: {"agency_links": []}, "Välj vilken myndighet som är avsändare."),
    "no lead": (sound, lambda: {"lead": ""}, "Det här fältet är obligatoriskt"),
    "an undescribed picture": (sound, lambda: {"picture_id": undescribed()}, "saknar beskrivning."),
    "a change of no kind": (public, lambda: {"lead": "Ny ingress."}, "Sidan är publicerad."),
    "a correction of nothing": (public, lambda: {"change_kind": "correction"}, "Berätta för läsarna"),
    "planned, and faulty": (
        sound,
        lambda: {"body": UNSIGNED, "go_live_at": timezone.now() + timedelta(days=1)},
        "Block 1 (Citat), Namn: ",
    ),
}


def through_the_dashboard(editor: Editor, page: PressReleasePage, **headers: Any) -> Any:
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "approve", state.pk))
    return editor.client.post(address, {"next": "/admin/", "comment": ""}, **headers)


def through_the_form(editor: Editor, page: PressReleasePage) -> Any:
    """Approve in the edit view, with what the draft holds."""
    latest = page.get_latest_revision_as_object()
    blocks = [(block["type"], block["value"]) for block in latest.body.get_prep_value()]
    links = [{"agency": link.agency_id, "role": link.role} for link in latest.agency_links.all()]
    given = {name: getattr(latest, name) or "" for name in ("slug", "lead", "change_kind", "change_note")}
    if latest.go_live_at:
        given["go_live_at"] = timezone.localtime(latest.go_live_at).strftime("%Y-%m-%d %H:%M")
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    picture = latest.picture_id or ""
    return editor.edit(page, publish=False, blocks=blocks, links=links, picture=picture, **given | action)


def untouched(page: PressReleasePage, before: dict[str, Any]) -> None:
    """The public sees what it saw, the draft and the workflow stand."""
    page.refresh_from_db()
    assert {name: getattr(page, name) for name in before} == before
    assert page.workflow_in_progress
    assert not page.revisions.exclude(approved_go_live_at=None).exists()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("door", [through_the_dashboard, through_the_form])
def test_approving_goes_by_the_rules(editor: Editor, approval: Workflow, door: Any, fault: str) -> None:
    make, fields, told = FAULTS[fault]
    page = submitted(editor, approval, make(editor), **fields())
    before = {name: getattr(PressReleasePage.objects.get(pk=page.pk), name) for name in ("live", "lead")}
    latest = page.latest_revision_id
    response = door(editor, page)
    untouched(page, before)
    assert page.latest_revision_id == latest, "the draft stands"
    if door is through_the_dashboard:
        assert response.url == reverse("wagtailadmin_pages:edit", args=(page.pk,))
        response = editor.client.get(response.url)
        assert "Texten kan inte publiceras än" in response.content.decode()
    assert told in response.content.decode()


@pytest.mark.parametrize("door", [through_the_dashboard, through_the_form])
def test_what_is_sound_is_approved(editor: Editor, approval: Workflow, door: Any) -> None:
    page = submitted(editor, approval, sound(editor), lead="Klar ingress.")
    assert door(editor, page).status_code == 302
    page.refresh_from_db()
    assert (page.live, page.lead, page.workflow_in_progress) == (True, "Klar ingress.", False)


def test_a_sound_change_is_approved_with_its_note(editor: Editor, approval: Workflow) -> None:
    page = submitted(editor, approval, public(editor), change_kind="update", change_note="Nytt.")
    assert through_the_dashboard(editor, page).url == "/admin/"
    assert page.changes.get().note == "Nytt."


def test_the_dialogue_is_told_where_to_go(editor: Editor, approval: Workflow) -> None:
    page = submitted(editor, approval, sound(editor), body=UNSIGNED)
    answer = through_the_dashboard(editor, page, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json() == {
        "step": "success",
        "redirect": reverse("wagtailadmin_pages:edit", args=(page.pk,)),
    }


def test_sending_back_needs_nothing(editor: Editor, approval: Workflow) -> None:
    page = submitted(editor, approval, sound(editor), body=UNSIGNED)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "reject", state.pk))
    editor.client.post(address, {"comment": "Vem sa det?"})
    assert page.current_workflow_state.status == "needs_changes"


def test_what_was_approved_with_a_date_goes_out_on_it(editor: Editor, approval: Workflow) -> None:
    later = timezone.now() + timedelta(days=1)
    page = submitted(editor, approval, sound(editor), go_live_at=later)
    through_the_dashboard(editor, page)
    revision = page.revisions.exclude(approved_go_live_at=None).get()
    revision.approved_go_live_at = revision.content["go_live_at"] = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    Schedule().fire()
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize(
    "action",
    [
        "convert_alias",
        "copy",
        "copy_for_translation",
        "create_alias",
        "delete",
        "move",
        "publish",
        "revert_to_page_revision",
        "unpublish",
    ],
)
def test_the_admins_own_api_only_reads(editor: Editor, action: str) -> None:
    page = sound(editor)
    answer = editor.client.post(f"/admin/api/main/pages/{page.pk}/action/{action}/", {})
    assert answer.status_code == 404
    assert editor.client.get("/admin/api/main/pages/").status_code == 200


def copy(editor: Editor, page: Page, **fields: Any) -> Any:
    given = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": page.get_parent().pk}
    return editor.client.post(reverse("wagtailadmin_pages:copy", args=(page.pk,)), given | fields)


def test_a_copy_is_a_draft(editor: Editor) -> None:
    page = public(editor)
    form = editor.client.get(reverse("wagtailadmin_pages:copy", args=(page.pk,)))
    assert "publish_copies" not in form.context["form"].fields
    copy(editor, page, publish_copies="on")
    assert not PressReleasePage.objects.get(slug="kopia").live


def test_an_alias_shows_what_is_public_and_never_the_draft(editor: Editor) -> None:
    page = public(editor)
    editor.edit(page, publish=False, lead="Halvfärdigt.")
    copy(editor, page, alias="on")
    alias = PressReleasePage.objects.get(slug="kopia")
    assert (alias.live, alias.lead) == (True, "En ingress.")
    editor.client.post(reverse("wagtailadmin_pages:convert_alias", args=(alias.pk,)))
    alias.refresh_from_db()
    assert (alias.alias_of_id, alias.lead) == (None, "En ingress.")


@pytest.mark.parametrize("alias", ["", "on"])
def test_a_copy_takes_no_address_of_the_sites_own(editor: Editor, alias: str) -> None:
    page = editor.newsroom.information("Om oss")
    answer = copy(editor, page, new_slug="media", alias=alias)
    assert "Den adressen använder webbplatsen själv" in answer.content.decode()
    assert not InformationPage.objects.filter(slug="media").exists()


@pytest.mark.parametrize("door", ["one", "many"])
def test_moving_takes_no_address_of_the_sites_own(editor: Editor, door: str) -> None:
    section = editor.newsroom.information("Avdelning")
    page = editor.newsroom.information("Bilder", section)
    page.slug = "media"
    page.save_revision().publish()
    home = editor.newsroom.home
    if door == "one":
        address = reverse("wagtailadmin_pages:move_confirm", args=(page.pk, home.pk))
        editor.client.post(address)
    else:
        address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "move"))
        editor.client.post(f"{address}?id={page.pk}&next=/admin/", {"chooser": home.pk})
    page.refresh_from_db()
    assert page.get_parent().pk == section.pk


def test_a_translation_is_a_draft(editor: Editor) -> None:
    from wagtail.models import Locale

    page = public(editor)
    english = Locale.objects.get(language_code="en")
    editor.newsroom.home.copy_for_translation(english)
    editor.newsroom.press.copy_for_translation(english)
    address = reverse("simple_translation:submit_page_translation", args=(page.pk,))
    editor.client.post(address, {"locales": [english.pk]})
    assert not PressReleasePage.objects.get(locale=english).live


@pytest.mark.parametrize("fault", ["a quotation of nobody", "no lead"])
def test_an_older_version_goes_by_the_rules(editor: Editor, fault: str) -> None:
    page = public(editor)
    page.refresh_from_db()
    for name, value in FAULTS[fault][1]().items():
        setattr(page, name, value)
    faulty = page.save_revision(clean=False)
    given = {"revision": faulty.pk, "change_kind": "minor", "lead": faulty.content["lead"]}
    blocks = [("quote", UNSIGNED[0]["value"])] if fault == "a quotation of nobody" else []
    assert editor.edit(page, blocks=blocks, **given).status_code == 200


def test_calling_off_a_planned_publication_publishes_nothing(editor: Editor) -> None:
    later = timezone.localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    editor.create(slug="planerad", go_live_at=later)
    page = PressReleasePage.objects.get(slug="planerad")
    planned = page.revisions.exclude(approved_go_live_at=None).get()
    address = reverse("wagtailadmin_pages:revisions_unschedule", args=(page.pk, planned.pk))
    editor.client.post(address)
    page.refresh_from_db()
    assert not page.live
    assert not page.revisions.exclude(approved_go_live_at=None).exists()


def test_a_writer_has_no_door(editor: Editor, client: Client) -> None:
    """What a writer sends as if it were a publication is saved as a draft."""
    writers = Group.objects.create(name="Utan rätt")
    from django.contrib.auth.models import Permission

    writers.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=right, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(
            group=writers, page=Page.objects.get(depth=1), permission=permission
        )
    user = get_user_model().objects.create_user("skribent", "skribent@example.se", "x")
    user.groups.add(writers)
    client.force_login(user)
    editor.create(slug="forsok")
    assert not PressReleasePage.objects.get(slug="forsok").live
