"""What each group may do, tried at each door of the admin; what is not said to be open is shut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.settings.registry import registry
from wagtail.documents import get_document_model
from wagtail.models import Collection, GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail.snippets.models import get_snippet_models

from articles.models import PressReleasePage
from disclosure.models import RequestSettings
from feedback.models import Feedback, FeedbackSettings
from home import rights
from home.groups import WAGTAILS_WORKFLOW, set_up_groups
from home.rights import NAMES, Role
from home.site_settings import SiteSettings
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

EDITORS = {Role.EDITOR, Role.PRESS_OFFICER, Role.ADMINISTRATOR}
HEADS = {Role.PRESS_OFFICER, Role.ADMINISTRATOR}
NEWSROOM = {Role.WRITER, *EDITORS}
ALL, NOBODY = set(Role), set[Role]()


class Building:
    """Somebody else's things, and a user in each group."""

    def __init__(self, newsroom: Newsroom) -> None:
        set_up_groups()
        self.page = newsroom.release()
        self.agency = newsroom.agency()
        self.picture = newsroom.picture()
        self.document = get_document_model().objects.create(title="Beslut", file=ContentFile(b"x", "a.txt"))
        self.collection = Collection.objects.get(depth=1).add_child(name="Bilder")
        SiteSettings.objects.create(pk=1, name="Myndigheten")
        RequestSettings.objects.create(pk=1)
        FeedbackSettings.objects.create(pk=1)
        self.feedback = Feedback.objects.create(page=self.page, answer="no", text="Allt")
        self.user = get_user_model().objects.create_user("annan", "annan@example.se", "x")

    def client(self, role: Role) -> Client:
        user = get_user_model().objects.create_user(role.value, f"{role}@example.se", "x")
        user.groups.add(Group.objects.get(name=name_of(role)))
        client = Client()
        client.force_login(user)
        return client


@pytest.fixture
def building(newsroom: Newsroom) -> Building:
    return Building(newsroom)


def name_of(role: Role) -> str:
    with override("sv"):
        return str(NAMES[role])


def page(name: str) -> Callable[[Building], str]:
    return lambda building: reverse(f"wagtailadmin_pages:{name}", args=(building.page.pk,))


def snippet(action: str) -> Callable[[Building], str]:
    def address(building: Building) -> str:
        args = () if action in ("list", "add") else (building.agency.pk,)
        return reverse(building.agency.snippet_viewset.get_url_name(action), args=args)

    return address


def of(name: str, thing: str = "") -> Callable[[Building], str]:
    return lambda building: reverse(name, args=(getattr(building, thing).pk,) if thing else ())


DOORS: dict[str, tuple[Callable[[Building], str], set[Role]]] = {
    "the first page": (of("wagtailadmin_home"), ALL),
    "a page": (page("edit"), NEWSROOM),
    "a page's copy": (page("copy"), NEWSROOM),
    "taking a page down": (page("unpublish"), EDITORS),
    "a page's privacy": (
        lambda b: reverse("wagtailadmin_pages:set_privacy", args=(b.page.pk,)),
        EDITORS,
    ),
    "deleting a page": (page("delete"), EDITORS),
    "the agencies": (snippet("list"), NEWSROOM),
    "a new agency": (snippet("add"), EDITORS),
    "an agency": (snippet("edit"), EDITORS),
    "deleting an agency": (snippet("delete"), HEADS),
    "the notices": (of("wagtailsnippets_home_notice:list"), NEWSROOM),
    "a new notice": (of("wagtailsnippets_home_notice:add"), EDITORS),
    "the site's settings": (
        lambda b: reverse("wagtailsettings:edit", args=("home", "sitesettings", 1)),
        HEADS,
    ),
    "the redirects": (of("wagtailredirects:index"), HEADS),
    "a new redirect": (of("wagtailredirects:add"), HEADS),
    "a new picture": (of("wagtailimages:add"), NEWSROOM),
    "somebody's picture": (of("wagtailimages:edit", "picture"), EDITORS),
    "deleting somebody's picture": (of("wagtailimages:delete", "picture"), EDITORS),
    "a new document": (of("wagtaildocs:add"), NEWSROOM),
    "somebody's document": (of("wagtaildocs:edit", "document"), EDITORS),
    "deleting somebody's document": (of("wagtaildocs:delete", "document"), EDITORS),
    "the collections": (of("wagtailadmin_collections:index"), HEADS),
    "a new collection": (of("wagtailadmin_collections:add"), HEADS),
    "a collection's privacy": (of("wagtailadmin_collections:set_privacy", "collection"), HEADS),
    "deleting a collection": (of("wagtailadmin_collections:delete", "collection"), {Role.ADMINISTRATOR}),
    "the users": (of("wagtailusers_users:index"), {Role.ADMINISTRATOR}),
    "a user": (of("wagtailusers_users:edit", "user"), {Role.ADMINISTRATOR}),
    "deleting a user": (of("wagtailusers_users:delete", "user"), {Role.ADMINISTRATOR}),
    "the workflows": (of("wagtailadmin_workflows:index"), {Role.ADMINISTRATOR}),
    "the groups": (of("wagtailusers_groups:index"), NOBODY),
    "the sites": (of("wagtailsites:index"), NOBODY),
    "the languages": (of("wagtaillocales:index"), NOBODY),
    "the topics": (of("wagtailsnippets_articles_topic:list"), NEWSROOM),
    "a new topic": (of("wagtailsnippets_articles_topic:add"), EDITORS),
    "a new contact": (of("wagtailsnippets_articles_contact:add"), EDITORS),
    "a new fee schedule": (of("wagtailsnippets_articles_feeschedule:add"), EDITORS),
    "the requests for documents": (of("document-requests:index"), {Role.REGISTRAR}),
    "the settings of requests": (
        lambda b: reverse("wagtailsettings:edit", args=("disclosure", "requestsettings", 1)),
        {Role.ADMINISTRATOR, Role.REGISTRAR},
    ),
    "readers' answers": (of("feedback:index"), NEWSROOM),
    "deleting a reader's answer": (of("feedback:delete", "feedback"), EDITORS),
    "the settings of readers' answers": (
        lambda b: reverse("wagtailsettings:edit", args=("feedback", "feedbacksettings", 1)),
        HEADS,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("role", Role)
def test_each_door_is_open_to_some_and_shut_to_others(building: Building, role: Role) -> None:
    client = building.client(role)
    opened = {name for name, (address, _roles) in DOORS.items() if is_open(client, address(building))}
    assert opened == {name for name, (_address, roles) in DOORS.items() if role in roles}


def is_open(client: Client, address: str) -> bool:
    """Wagtail sends those who may not in to the first page."""
    answer = client.get(address)
    return answer.status_code == 200 or (answer.status_code == 302 and answer.url not in ("/admin/", ""))


@pytest.mark.slow
@pytest.mark.parametrize("role", Role)
def test_what_is_sent_past_a_shut_door_changes_nothing(building: Building, role: Role) -> None:
    """The doors that change something with one click."""
    client, others = building.client(role), building.page
    client.post(reverse("wagtailadmin_pages:lock", args=(others.pk,)))
    others.refresh_from_db()
    assert others.locked is (role in EDITORS)
    Page.objects.filter(pk=others.pk).update(locked=True, locked_by=building.user)
    client.post(reverse("wagtailadmin_pages:unlock", args=(others.pk,)))
    others.refresh_from_db()
    assert others.locked is (role not in EDITORS)
    client.post(snippet("delete")(building))
    assert type(building.agency).objects.filter(pk=building.agency.pk).exists() is (role not in HEADS)
    bulk = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "unpublish"))
    client.post(f"{bulk}?id={others.pk}&next=/admin/", {})
    others.refresh_from_db()
    assert others.live is (role not in EDITORS)
    client.post(page("delete")(building))
    assert PressReleasePage.objects.filter(pk=others.pk).exists() is (role not in EDITORS)


def test_every_kind_of_thing_has_a_row() -> None:
    kinds = {model._meta.label_lower for model in [*get_snippet_models(), *registry]}
    assert kinds <= set(rights.MODELS), "what may each group do with these? Say so in home/rights.py"


def test_rows_are_whole_and_name_what_there_is(building: Building) -> None:
    for table in (rights.MODELS, rights.FILES):
        for label, row in table.items():
            assert len(row) == len(Role), label
    group = Group.objects.get(name=name_of(Role.ADMINISTRATOR))
    kinds = [each.content_type for each in group.permissions.select_related("content_type")]
    given = {f"{kind.app_label}.{kind.model}" for kind in kinds}
    assert given == {label for label, names in rights.of(Role.ADMINISTRATOR, rights.MODELS).items() if names}


def test_a_second_time_leaves_what_was_changed(building: Building) -> None:
    writers = Group.objects.get(name=name_of(Role.WRITER))
    writers.permissions.remove(writers.permissions.get(codename="view_agency"))
    assert set_up_groups() == []
    assert not writers.permissions.filter(codename="view_agency").exists()


def test_a_new_kind_of_thing_reaches_groups_that_are_there(building: Building) -> None:
    for group in Group.objects.all():
        group.permissions.remove(*group.permissions.filter(codename__endswith="_agency"))
    set_up_groups()
    writers = Group.objects.get(name=name_of(Role.WRITER))
    assert writers.permissions.filter(codename="view_agency").exists()


def test_wagtails_groups_and_workflow_become_the_newsrooms(newsroom: Newsroom) -> None:
    workflow = Workflow.objects.create(name=WAGTAILS_WORKFLOW)
    task = GroupApprovalTask.objects.create(name=WAGTAILS_WORKFLOW)
    task.groups.add(Group.objects.get_or_create(name="Moderators")[0])
    WorkflowTask.objects.create(workflow=workflow, task=task)
    set_up_groups()
    names = {name_of(role) for role in Role}
    assert set(Group.objects.values_list("name", flat=True)) == names
    task.refresh_from_db()
    assert set(task.groups.values_list("name", flat=True)) == {name_of(role) for role in EDITORS}
    assert task.name == "Redaktörens godkännande"
