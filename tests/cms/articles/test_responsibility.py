"""Who answers for a page, the number of its case, its review, its legal basis, and the pages put beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from articles.admin.review import overdue
from articles.models import InformationPage, PressReleasePage, RelatedPage
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import document, shape
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
DAY = timedelta(days=1)
LAW = {"statute": "offentlighets- och sekretesslagen", "sfs": "2009:400", "chapter": "18", "section": "1"}


def law(**fields: Any) -> list[dict[str, Any]]:
    """The stored form of a page's legal references."""
    return [{"type": "legal_reference", "value": LAW | {"url": "", "valid_from": "2009-06-30"} | fields}]


def test_an_information_page_has_the_fields_of_its_example(newsroom: Newsroom) -> None:
    page = newsroom.information(
        responsible_unit=" Rättsenheten ",
        reviewed_on=date(2024, 3, 1),
        review_by=date(2025, 3, 1),
        legal_references=law(url="https://lagen.example/"),
    )
    body, example = document(page).body, contract("pages/information")
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    assert set(body) == set(example) - joined
    for name in ("responsible_unit", "reviewed_on", "review_by"):
        assert body[name] == example[name]
    assert shape(body["legal_references"]) == shape(example["legal_references"])


def test_related_pages_keep_the_editors_order(newsroom: Newsroom) -> None:
    release = newsroom.release()
    pages = [newsroom.information(title) for title in ("Ett", "Två", "Tre")]
    for place, page in enumerate(reversed(pages)):
        RelatedPage.objects.create(release=release, page=page, sort_order=place)
    chosen = document(PressReleasePage.objects.get(pk=release.pk)).chosen
    assert chosen == tuple(f"page:{page.pk}" for page in reversed(pages))


class Waiting:
    """Information pages by how their review stands."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.late = newsroom.information("Sen", review_by=TODAY() - DAY)
        self.later = newsroom.information("Senare", review_by=TODAY() - 30 * DAY)
        self.today = newsroom.information("I dag", review_by=TODAY())
        self.never = newsroom.information("Aldrig")
        self.draft = newsroom.information("Utkast", live=False, review_by=TODAY() - DAY)


@pytest.fixture
def waiting(newsroom: Newsroom) -> Waiting:
    return Waiting(newsroom)


def test_a_public_page_waits_for_review_from_the_day_after(waiting: Waiting) -> None:
    assert set(overdue(InformationPage.objects.all())) == {waiting.late, waiting.later}
    marked = {page.title: page.is_overdue for page in InformationPage.objects.all()}
    assert marked == {"Sen": True, "Senare": True, "I dag": False, "Aldrig": False, "Utkast": False}


@pytest.mark.slow
def test_the_admin_shows_what_waits(waiting: Waiting, editor: Editor) -> None:
    start = editor.client.get("/admin/").content.decode()
    assert start.index("Att granska") < start.index(">Senare<") < start.index(">Sen<")
    assert ">I dag<" not in start
    explorer = editor.client.get(f"/admin/pages/{editor.newsroom.home.pk}/").content.decode()
    assert explorer.count("Att granska") == 2
    listing = editor.client.get("/admin/information-pages/?review=overdue").content.decode()
    for page, shown in ((waiting.late, True), (waiting.today, False), (waiting.never, False)):
        assert (f"/admin/pages/{page.pk}/edit/" in listing) is shown


@pytest.mark.slow
def test_who_may_not_edit_the_page_is_not_told_to_review_it(waiting: Waiting, client: Client) -> None:
    group = Group.objects.create(name="Annan avdelning")
    for action in ("add", "change"):
        GroupPagePermission.objects.create(
            group=group, page=waiting.never, permission=permission(f"{action}_page")
        )
    group.permissions.add(permission("access_admin"))
    user = get_user_model().objects.create_user("skribent", "skribent@example.se", "x")
    user.groups.add(group)
    client.force_login(user)
    assert "Att granska" not in client.get("/admin/").content.decode()


def permission(codename: str) -> Any:
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename=codename)


def information(editor: Editor, **fields: Any) -> Any:
    """The answer to the form of a new information page, published."""
    given = {
        "title": "Om oss",
        "slug": "om-oss",
        "lead": "En ingress.",
        "body": streamfield([]),
        "legal_references": streamfield([]),
        "audience_links": inline_formset([]),
        "comments": inline_formset([]),
        "responsible_unit": "Rättsenheten",
        "reviewed_on": "",
        "review_by": "",
    }
    address = f"/admin/pages/add/articles/informationpage/{editor.newsroom.home.pk}/"
    return editor.client.post(address, nested_form_data(given | fields) | {"action-publish": "1"})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"reviewed_on": TODAY() + DAY}, "reviewed_on"),
        ({"reviewed_on": TODAY(), "review_by": TODAY()}, "review_by"),
        ({"reviewed_on": TODAY(), "review_by": TODAY() - DAY}, "review_by"),
        ({"legal_references": streamfield([("legal_reference", LAW | {"sfs": "400"})])}, "legal_references"),
    ],
)
def test_what_can_not_be_is_told_at_its_field(editor: Editor, fields: Any, faulty: str) -> None:
    assert list(errors(information(editor, **fields))) == [faulty]


@pytest.mark.slow
def test_a_reviewed_page_is_published(editor: Editor) -> None:
    dates = {"reviewed_on": TODAY() - DAY, "review_by": TODAY() + DAY}
    references = streamfield([("legal_reference", LAW)])
    assert information(editor, **dates, legal_references=references).status_code == 302
    assert InformationPage.objects.get().live


@pytest.mark.slow
def test_related_pages_stand_once_and_are_others(editor: Editor) -> None:
    other = editor.newsroom.information()
    rows = [{"page": other.pk}]
    page = editor.published(related_pages=inline_formset(rows))
    assert [row.page_id for row in page.related_pages.all()] == [other.pk]
    assert errors(editor.create(slug="annan", related_pages=inline_formset(rows * 2))) == {
        "": ["Samma relaterade sida finns två gånger."]
    }
    change = {"change_kind": "minor", "related_pages": inline_formset([{"page": page.pk}])}
    assert errors(editor.edit(page, **change)) == {"": ["En sida kan inte vara relaterad till sig själv."]}
