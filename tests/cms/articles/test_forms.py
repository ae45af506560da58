"""The rules of the press release's form bite at publishing and never on a draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from articles.models import PressReleasePage
from cms.media.models import Picture
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages

NOTHING: dict[str, Any] = {"lead": "", "slug": "", "links": []}


def test_a_draft_needs_only_a_title(editor: Editor) -> None:
    assert editor.create(publish=False, **NOTHING).status_code == 302
    page = PressReleasePage.objects.get()
    assert (page.live, page.slug) == (False, "ett-tillslag")


def test_a_draft_may_break_every_rule(editor: Editor) -> None:
    blocks = [
        ("quote", {"text": "", "person": "", "role": "", "organisation": ""}),
        ("heading", {"text": "", "level": "3"}),
    ]
    links = [{"agency": "", "role": "sender"}]
    given = {"blocks": blocks, "links": links, "lead": "x" * 1000, "source_url": "nej", "source_name": ""}
    assert editor.create(publish=False, **given).status_code == 302


def test_publishing_says_what_is_missing(editor: Editor) -> None:
    told = errors(editor.create(**NOTHING))
    assert set(told) == {"lead", ""}
    assert told[""] == ["Välj vilken myndighet som är avsändare. Det behövs minst en."]
    assert not PressReleasePage.objects.exists()


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("lead", {"lead": "ord " * 200}),
        ("source_name", {"source_url": "https://can.se/"}),
        ("source_url", {"source_name": "CAN", "source_url": "javascript:x"}),
    ],
)
def test_a_fault_is_told_at_its_field(editor: Editor, field: str, given: dict[str, Any]) -> None:
    assert list(errors(editor.create(**given))) == [field]


def test_an_agency_or_a_name_is_the_source_not_both(editor: Editor) -> None:
    assert list(errors(editor.create(source_agency=editor.sender.pk, source_name="CAN"))) == ["source_name"]


def test_an_agency_stands_once_in_a_role(editor: Editor) -> None:
    row = {"agency": editor.sender.pk, "role": "sender"}
    assert errors(editor.create(links=[row, row])) == {"": ["Samma myndighet finns två gånger i samma roll."]}
    assert editor.create(links=[row, row | {"role": "source"}]).status_code == 302


def test_a_row_needs_its_agency(editor: Editor) -> None:
    rows = [{"agency": editor.sender.pk, "role": "sender"}, {"agency": "", "role": "partner"}]
    assert editor.create(links=rows).status_code == 200


def test_a_picture_needs_its_description(editor: Editor) -> None:
    picture = make_picture()
    Picture.objects.update(description="")
    assert list(errors(editor.create(picture=picture.pk))) == ["picture"]


def test_a_list_of_agencies_needs_some_to_list(editor: Editor) -> None:
    def listing(role: str) -> list[Any]:
        return [("agency_list", {"title": "", "role": role})]

    assert list(errors(editor.create(blocks=listing("partner")))) == ["body"]
    assert editor.create(blocks=listing("")).status_code == 302


def test_swedish_letters_become_plain_ones_in_the_address(editor: Editor) -> None:
    page = editor.published(title="Åtta älgar på ön", slug="")
    assert page.slug == "atta-algar-pa-on"


def test_the_formset_is_told_too(editor: Editor) -> None:
    response = editor.create(links=[])
    assert response.context["form"].formsets["agency_links"].non_form_errors()


def test_an_information_page_has_no_agencies_to_ask_for(editor: Editor) -> None:
    page = editor.newsroom.information("Om oss", live=False)
    data = {
        "title": "Om oss",
        "slug": "om-oss",
        "lead": "En ingress.",
        "body-count": "0",
        "legal_references-count": "0",
        "audience_links": inline_formset([]),
        "comments": inline_formset([]),
    }
    response = editor.client.post(
        f"/admin/pages/{page.pk}/edit/", nested_form_data(data) | {"action-publish": "1"}
    )
    assert response.status_code == 302


def test_press_releases_are_listed_and_filtered(editor: Editor) -> None:
    ours = editor.published(title="Vårt")
    theirs = editor.newsroom.release("Deras", agencies=[(editor.newsroom.agency("Tullverket"), "partner")])
    listing = editor.client.get(f"/admin/press-releases/?agency={editor.sender.pk}").content.decode()
    assert f"/admin/pages/{ours.pk}/edit/" in listing
    assert f"/admin/pages/{theirs.pk}/edit/" not in listing


def test_many_at_once_are_not_published_past_the_rules(editor: Editor) -> None:
    editor.create(publish=False, **NOTHING)
    page = PressReleasePage.objects.get()
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    answer = editor.client.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    page.refresh_from_db()
    assert not page.live
    assert "Öppna varje sida och publicera den där" in answer.content.decode()
