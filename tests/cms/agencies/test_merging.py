"""Merging agencies keeps every link: in what is public, in drafts and plans, in addresses."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connections
from django.test import Client
from django.utils import timezone
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock
from wagtail.models import ReferenceIndex
from wagtail.snippets.blocks import SnippetChooserBlock

from agencies import merging
from agencies.deletion import named_by
from agencies.models import Agency, FormerName
from agencies.naming import links, put_in_block
from articles.models import AgencyLink, PressReleasePage
from cms.publishing.models import Current
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def old(newsroom: Newsroom) -> Agency:
    return newsroom.agency("Ekonomistyrningsverket", slug="esv", short_name="ESV")


@pytest.fixture
def new(newsroom: Newsroom) -> Agency:
    return newsroom.agency("Statskontoret", slug="statskontoret")


def merge(*options: str, old: str = "esv", new: str = "statskontoret") -> str:
    out = StringIO()
    call_command("merge_agencies", old, new, *options, stdout=out)
    return out.getvalue()


def roles(page: Any) -> list[tuple[str, str]]:
    return [(link.agency.slug, link.role) for link in page.agency_links.all()]


def test_every_foreign_key_is_known() -> None:
    found = {f"{link.model.__name__}.{link.field}" for link in links()}
    assert {"AgencyLink.agency", "PressReleasePage.source_agency", "Agency.successor"} <= found
    assert "FormerName.agency" not in found


def test_nothing_happens_unless_it_is_to_be_written(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    page = newsroom.release(agencies=[old])
    newsroom.settle()
    assert "Nothing is changed" in merge()
    newsroom.settle()
    assert roles(PressReleasePage.objects.get(pk=page.pk)) == [("esv", "partner")]
    assert Current.objects.filter(key=f"agency:{old.pk}").exists()


def test_public_pages_name_the_other(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    page = newsroom.release(agencies=[(old, "sender"), (new, "partner")], source_agency=old)
    newsroom.settle()
    merge("--write")
    newsroom.settle()
    page = PressReleasePage.objects.get(pk=page.pk)
    assert set(roles(page)) == {("statskontoret", "sender"), ("statskontoret", "partner")}
    assert page.source_agency == new
    text = Current.objects.select_related("body").get(key=f"page:{page.pk}").body.text
    assert "Ekonomistyrningsverket" not in text
    assert not Agency.objects.filter(slug="esv").exists()


def test_two_links_that_become_the_same_are_one(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    page = newsroom.release(agencies=[old, new, (old, "sender")])
    merge("--write")
    page = PressReleasePage.objects.get(pk=page.pk)
    expected = [("statskontoret", "partner"), ("statskontoret", "sender")]
    assert sorted(roles(page)) == sorted(roles(page.get_latest_revision_as_object())) == expected


def test_drafts_and_plans_name_the_other(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    page, planned = newsroom.release("Publik"), newsroom.release("Planerad", live=False)
    for draft in (page, planned):
        draft.agency_links = [AgencyLink(agency=old, role="sender")]
        draft.source_agency = old
    page.save_revision()
    planned.go_live_at = timezone.now() + timedelta(days=1)
    revision = planned.save_revision()
    revision.publish()
    planned.title = "Senare utkast"
    planned.agency_links = []
    planned.save_revision(clean=False)
    merge("--write")
    draft = PressReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (roles(draft), draft.source_agency) == ([("statskontoret", "sender")], new)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None
    assert roles(revision.as_object()) == [("statskontoret", "sender")]


def test_an_old_address_leads_on(old: Agency, new: Agency, newsroom: Newsroom, client: Client) -> None:
    newsroom.settle()
    old.slug = "ekonomistyrningsverket"
    old.save()
    newsroom.settle()
    merge("--write", old="ekonomistyrningsverket")
    for slug in ("esv", "ekonomistyrningsverket"):
        assert get(client, f"agencies/find/?slug={slug}")["location"] == "/myndigheter/statskontoret/"
        found = get(client, f"pages/find/?html_path=/myndigheter/{slug}/")
        assert found["location"] == "/myndigheter/statskontoret/"


def test_the_name_becomes_a_former_one_if_asked(old: Agency, new: Agency) -> None:
    FormerName.objects.create(agency=old, name="Riksrevisionsverket", until=date(1998, 6, 30))
    merge("--write", "--name-until", "2025-12-31")
    names = [(each.name, each.short_name, str(each.until)) for each in new.former_names.all()]
    assert names == [
        ("Riksrevisionsverket", "", "1998-06-30"),
        ("Ekonomistyrningsverket", "ESV", "2025-12-31"),
    ]


def test_it_takes_over_successors_but_is_never_its_own(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    third = newsroom.agency("Verket", ended_on=date(2020, 1, 1), successor=old)
    Agency.objects.filter(pk=new.pk).update(successor=old, ended_on=date(2020, 1, 1))
    merge("--write")
    third.refresh_from_db()
    new.refresh_from_db()
    assert (third.successor, new.successor) == (new, None)


def test_a_second_time_says_so(old: Agency, new: Agency, newsroom: Newsroom) -> None:
    newsroom.settle()
    merge("--write")
    assert "already" in merge("--write")
    assert "already" in merge()


@pytest.mark.parametrize(
    ("goes", "stays", "told"), [("esv", "esv", "itself"), ("esv", "x", "slug x"), ("x", "esv", "slug x")]
)
def test_what_makes_no_sense_is_refused(old: Agency, goes: str, stays: str, told: str) -> None:
    with pytest.raises(CommandError, match=told):
        merge("--write", old=goes, new=stays)


def test_blocks_name_the_other() -> None:
    chooser = SnippetChooserBlock(Agency)
    inner = StructBlock([("agency", chooser), ("note", CharBlock())])
    stream = StreamBlock([("one", chooser), ("many", ListBlock(inner)), ("text", CharBlock())])
    stored = [
        {"type": "one", "value": 7, "id": "a"},
        {
            "type": "many",
            "value": [{"type": "item", "value": {"agency": 7, "note": "7"}, "id": "b"}],
            "id": "c",
        },
        {"type": "text", "value": "7", "id": "d"},
        {"type": "gone", "value": 7, "id": "e"},
        {"type": "one", "value": None, "id": "f"},
    ]
    moved = put_in_block(stream, stored, lambda id: 8 if id == 7 else id)
    assert moved[0]["value"] == 8
    assert moved[1]["value"][0]["value"] == {"agency": 8, "note": "7"}
    assert moved[2:] == stored[2:]


def test_the_admin_shows_where_the_other_is_used(
    old: Agency, new: Agency, newsroom: Newsroom, wagtail_indexes: None
) -> None:
    newsroom.release(agencies=[old])
    merge("--write")
    assert ReferenceIndex.get_references_to(new).count() == 1


def test_named_by_tells_rows_drafts_plans_and_successors(
    old: Agency, new: Agency, newsroom: Newsroom
) -> None:
    assert named_by(old) == []
    newsroom.release("I text", agencies=[old])
    newsroom.release("Källa", source_agency=old)
    draft = newsroom.release("Utkast")
    draft.source_agency = old
    draft.save_revision()
    planned = newsroom.release("Planerad", live=False)
    planned.agency_links, planned.go_live_at = [AgencyLink(agency=old)], timezone.now() + timedelta(days=1)
    planned.save_revision().publish()
    planned.agency_links = []
    planned.save_revision()
    newsroom.agency("Föregångaren", ended_on=date(2020, 1, 1), successor=old)
    assert set(named_by(old)) == {"I text", "Källa", "Utkast", "Planerad", "Föregångaren"}


def test_an_earlier_version_of_a_draft_holds_nothing_back(old: Agency, newsroom: Newsroom) -> None:
    draft = newsroom.release("Utkast")
    draft.source_agency = old
    draft.save_revision()
    draft.source_agency = None
    draft.save_revision()
    assert named_by(old) == []


def test_what_it_replaced_is_told_of_the_other(
    old: Agency, new: Agency, newsroom: Newsroom, client: Client
) -> None:
    third = newsroom.agency("Verket", ended_on=date(2020, 1, 1), successor=old)
    newsroom.settle()
    merge("--write")
    newsroom.settle()
    assert get(client, f"agencies/{third.pk}/")["successor"]["name"] == new.name
    assert [each["name"] for each in get(client, f"agencies/{new.pk}/")["predecessors"]] == ["Verket"]


def test_an_old_address_leads_on_in_its_language(
    old: Agency, new: Agency, newsroom: Newsroom, client: Client
) -> None:
    newsroom.settle()
    merge("--write")
    newsroom.settle()
    assert get(client, "agencies/find/?slug=esv&locale=en")["location"] == "/en/agencies/statskontoret/"


def test_a_page_saved_meanwhile_is_told_rather_than_robbed_of_its_agency(
    committed_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row would have been written after the others were moved, and deleted with the agency."""
    newsroom = committed_newsroom
    old, new, page = newsroom.agency("Gamla"), newsroom.agency("Nya"), newsroom.release()
    moved, editor = merging._move_in_revisions, ThreadPoolExecutor(1)
    saving: list[Future[Any]] = []

    def save() -> None:
        try:
            AgencyLink.objects.create(page=page, agency=old, role="partner")
        finally:
            connections.close_all()

    def after_the_rows(*given: Any) -> int:
        if not saving:
            saving.append(editor.submit(save))
            wait(saving, timeout=1)
        return moved(*given)

    monkeypatch.setattr(merging, "_move_in_revisions", after_the_rows)
    merging.merge(old, new, None)
    with pytest.raises(IntegrityError):
        saving[0].result(timeout=10)
