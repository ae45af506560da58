"""Each kind of change that the public could see marks what it must, and nothing else does."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from cms.publishing.models import Current, Entry, Farewell, FormerPath, Gone, Mark
from tests.cms.conftest import Newsroom, body, image_file, kinds

pytestmark = pytest.mark.slow


def key(page: Page) -> str:
    return f"page:{page.pk}"


def test_a_published_page_is_current(newsroom: Newsroom) -> None:
    page = newsroom.release("Tillslag i hamnen")
    newsroom.settle()
    assert json.loads(body(key(page)) or "")["title"] == "Tillslag i hamnen"
    assert kinds(key(page)) == ["published"]


def test_fifty_autosaves_of_a_draft_append_nothing(newsroom: Newsroom) -> None:
    page = newsroom.release()
    newsroom.settle()
    rows = Entry.objects.count()
    revision = None
    for number in range(50):
        page.title = f"Utkast {number}"
        revision = page.save_revision(overwrite_revision=revision, clean=False)
    assert Mark.objects.count() == 0
    newsroom.settle()
    assert Entry.objects.count() == rows
    assert "Utkast" not in (body(key(page)) or "")


def test_an_unpublished_page_is_gone(newsroom: Newsroom) -> None:
    page = newsroom.release()
    newsroom.settle()
    path = Current.objects.get(key=key(page)).path
    page.unpublish()
    newsroom.settle()
    assert body(key(page)) is None
    assert kinds(key(page)) == ["published", "withdrawn"]
    assert FormerPath.objects.get(path=path).key == key(page)
    assert Gone.objects.get(key=key(page)).reason == ""


def test_a_farewell_says_only_what_the_editor_gave(newsroom: Newsroom) -> None:
    page, successor = newsroom.release("Hemlig titel"), newsroom.information("Om oss")
    newsroom.settle()
    Farewell.objects.create(page=page, reason="Inaktuell.", successor=successor)
    page.unpublish()
    newsroom.settle()
    gone = Gone.objects.get(key=key(page))
    assert (gone.reason, gone.successor, gone.title) == ("Inaktuell.", key(successor), "")


def test_deleting_a_page_withdraws_it_and_all_below(newsroom: Newsroom) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    newsroom.settle()
    Page.objects.get(pk=section.pk).delete()
    newsroom.settle()
    assert body(key(section)) is None
    assert body(key(child)) is None


def test_unpublishing_a_section_withdraws_all_below_and_publishing_brings_it_back(newsroom: Newsroom) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    grandchild = newsroom.information("Under undersidan", child)
    newsroom.settle()
    section.unpublish()
    newsroom.settle()
    assert [body(key(page)) for page in (section, child, grandchild)] == [None, None, None]
    section.refresh_from_db()
    section.save_revision().publish()
    newsroom.settle()
    assert all(body(key(page)) for page in (section, child, grandchild))


def test_moving_a_section_moves_the_addresses_below_and_remembers_the_old(newsroom: Newsroom) -> None:
    section, other = newsroom.information("Avdelning"), newsroom.information("Annan")
    children = [newsroom.information(f"Undersida {number}", section) for number in range(3)]
    linking = newsroom.release(body=[("text", f'<p><a linktype="page" id="{children[0].pk}">läs</a></p>')])
    newsroom.settle()
    before = {child.pk: Current.objects.get(key=key(child)).path for child in children}
    Page.objects.get(pk=section.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    newsroom.settle()
    for child in children:
        now = Current.objects.get(key=key(child)).path
        assert now == f"/{other.slug}/{section.slug}/{child.slug}/"
        assert FormerPath.objects.get(path=before[child.pk]).key == key(child)
    assert f"/{other.slug}/{section.slug}/{children[0].slug}/" in (body(key(linking)) or "")


def test_reordering_pages_moves_their_neighbours_too(newsroom: Newsroom) -> None:
    pages = [newsroom.information(f"Sida {number}") for number in range(4)]
    newsroom.settle()
    Page.objects.get(pk=pages[3].pk).move(Page.objects.get(pk=pages[0].pk), pos="left")
    newsroom.settle()
    stored = dict(Current.objects.values_list("key", "tree_path"))
    assert all(stored[f"page:{page.pk}"] == page.path for page in Page.objects.filter(depth__gt=2))


def test_a_new_slug_leaves_the_old_address_behind(newsroom: Newsroom) -> None:
    page = newsroom.release()
    newsroom.settle()
    before = Current.objects.get(key=key(page)).path
    page.slug = "ny-adress"
    page.save_revision().publish()
    newsroom.settle()
    assert Current.objects.get(key=key(page)).path.endswith("/ny-adress/")
    assert FormerPath.objects.get(path=before).key == key(page)


@pytest.mark.parametrize(
    "kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS]
)
def test_privacy_set_withdraws_without_a_trace_and_lifted_brings_back(newsroom: Newsroom, kind: str) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    newsroom.settle()
    restriction = PageViewRestriction.objects.create(page=section, restriction_type=kind, password="x")
    newsroom.settle()
    assert [body(key(page)) for page in (section, child)] == [None, None]
    assert not Gone.objects.filter(key__in=[key(section), key(child)]).exists()
    restriction.delete()
    newsroom.settle()
    assert all(body(key(page)) for page in (section, child))


def test_privacy_on_what_was_unpublished_before_removes_the_trace(newsroom: Newsroom) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    newsroom.settle()
    section.unpublish()
    newsroom.settle()
    assert Gone.objects.filter(key=key(child)).exists()
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    assert not Gone.objects.filter(key__in=[key(section), key(child)]).exists()


def test_an_alias_follows_its_original(newsroom: Newsroom) -> None:
    page = newsroom.information("Original")
    alias = page.create_alias(parent=newsroom.information("Annan"), update_slug="alias")
    newsroom.settle()
    assert body(key(alias))
    page.refresh_from_db()
    page.title = "Nytt namn"
    page.save_revision().publish()
    newsroom.settle()
    assert "Nytt namn" in (body(key(alias)) or "")
    page.refresh_from_db()
    page.unpublish()
    newsroom.settle()
    assert body(key(alias)) is None


def test_an_agency_reaches_every_page_that_names_it(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Tullverket")
    pages = [newsroom.release(f"Nyhet {number}", agencies=[agency]) for number in range(3)]
    newsroom.settle()
    agency.name = "Nya Tullverket"
    agency.save()
    newsroom.settle()
    assert all("Nya Tullverket" in (body(key(page)) or "") for page in pages)
    assert kinds(key(pages[0])) == ["published", "refreshed"]
    agency.delete()
    newsroom.settle()
    assert all("Nya Tullverket" not in (body(key(page)) or "") for page in pages)


def test_a_logo_reaches_the_pages_that_name_its_agency_through_three_hops(newsroom: Newsroom) -> None:
    """Picture -> agency's document; agency -> release; release -> home page's highlight: each follows its own."""
    picture = newsroom.picture()
    agency = newsroom.agency("Tullverket", logo=picture)
    release = newsroom.release("Med logotyp", agencies=[agency])
    newsroom.home.highlights.create(page=release)
    newsroom.home.save_revision().publish()
    newsroom.settle()
    release.title = "Ny rubrik"
    release.save_revision().publish()
    picture.description = "Ny beskrivning."
    picture.save()
    newsroom.settle()
    assert "Ny rubrik" in (body(key(newsroom.home)) or "")
    assert "Ny beskrivning." in (body(f"agency:{agency.pk}") or "")


def test_a_link_to_a_draft_is_plain_text_until_the_draft_goes_live(newsroom: Newsroom) -> None:
    draft = newsroom.information("Hemligt utkast", live=False)
    page = newsroom.release(
        body=[("text", f'<p>Se <a linktype="page" id="{draft.pk}">den här sidan</a>.</p>')]
    )
    newsroom.settle()
    text = body(key(page)) or ""
    assert "den här sidan" in text
    assert draft.slug not in text
    assert "Hemligt" not in text
    draft.save_revision().publish()
    newsroom.settle()
    assert f"/{draft.slug}/" in (body(key(page)) or "")


def test_a_picture_in_a_private_collection_is_not_shown(newsroom: Newsroom) -> None:
    collection = Collection.get_first_root_node().add_child(name="Pressbilder")
    picture = newsroom.picture(collection=collection)
    page = newsroom.release(picture=picture)
    newsroom.settle()
    assert '"picture":{' in (body(key(page)) or "")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    newsroom.settle()
    assert '"picture":null' in (body(key(page)) or "")
    restriction.delete()
    newsroom.settle()
    assert '"picture":{' in (body(key(page)) or "")


def test_a_picture_with_a_new_file_or_focal_point_has_new_addresses(newsroom: Newsroom) -> None:
    picture = newsroom.picture()
    page = newsroom.release(picture=picture)
    newsroom.settle()
    first = json.loads(body(key(page)) or "")["picture"]
    picture.file = image_file("#8a1c1c")
    picture.save()
    picture.renditions.all().delete()
    newsroom.settle()
    second = json.loads(body(key(page)) or "")["picture"]
    assert second["renditions"]["text"]["url"] != first["renditions"]["text"]["url"]
    picture.focal_point_x, picture.focal_point_y = 100, 100
    picture.focal_point_width = picture.focal_point_height = 10
    picture.save()
    newsroom.settle()
    assert json.loads(body(key(page)) or "")["picture"]["focal_point"] == {"x": 0.2, "y": 0.333}


def test_the_site_on_another_host_changes_every_address(newsroom: Newsroom) -> None:
    page, agency = newsroom.release(), newsroom.agency()
    newsroom.settle()
    site = Site.objects.get()
    site.hostname = "nyheter.example.se"
    site.save()
    newsroom.settle()
    assert "https://nyheter.example.se/" in (body(key(page)) or "")
    assert "https://nyheter.example.se/" in (body(f"agency:{agency.pk}") or "")


def test_an_editors_redirect_leads_to_public_pages_only(newsroom: Newsroom) -> None:
    page = newsroom.information("Mål", live=False)
    redirect = Redirect.objects.create(old_path="/gammal", redirect_page=page, is_permanent=False)
    newsroom.settle()
    assert '"location":null' in (body(f"redirect:{redirect.pk}") or "")
    page.save_revision().publish()
    newsroom.settle()
    assert f'"location":"/{page.slug}/"' in (body(f"redirect:{redirect.pk}") or "")


def test_a_scheduled_page_is_not_published_at_once(newsroom: Newsroom) -> None:
    page = newsroom.release(live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    newsroom.settle()
    assert body(key(page)) is None
    assert Entry.objects.filter(key=key(page)).count() == 0


def test_an_update_without_signals_is_found_by_a_refresh(newsroom: Newsroom) -> None:
    from django.core.management import call_command

    agency = newsroom.agency("Tullverket")
    newsroom.settle()
    type(agency).objects.filter(pk=agency.pk).update(name="Tysta verket")
    newsroom.settle()
    assert "Tysta verket" not in (body(f"agency:{agency.pk}") or "")
    call_command("refresh", verbosity=0)
    assert "Tysta verket" in (body(f"agency:{agency.pk}") or "")
    rows = Entry.objects.count()
    call_command("refresh", verbosity=0)
    assert Entry.objects.count() == rows
