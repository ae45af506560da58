"""Each clause of the verdict on its own, and what follows when marks of several sorts meet on a key."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from articles.models import InformationPage
from cms.publishing import pages, publisher
from cms.publishing.marks import SOON, mark, mark_all
from cms.publishing.models import Current, Gone, PublicFile, Use
from tests.cms.conftest import Newsroom, body, kinds

pytestmark = pytest.mark.slow


def key(page: Page) -> str:
    return f"page:{page.pk}"


def hours(number: int) -> Any:
    return timezone.now() + timedelta(hours=number)


def test_a_page_outside_the_site_is_not_public(newsroom: Newsroom) -> None:
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=InformationPage(title="Utanför", slug="utanfor", lead="En ingress."))
    page.save_revision(clean=False).publish()
    newsroom.settle()
    assert body(key(page)) is None


def test_a_page_past_its_time_is_not_public_though_nobody_has_unpublished_it(newsroom: Newsroom) -> None:
    page = newsroom.information("Tillfällig")
    newsroom.settle()
    type(page).objects.filter(pk=page.pk).update(expire_at=hours(-1))
    mark(key(page))
    newsroom.settle()
    assert body(key(page)) is None


@pytest.mark.parametrize(("section_ends", "child_ends"), [(1, 2), (2, 1)])
def test_a_page_ends_with_the_first_of_itself_and_those_above(
    newsroom: Newsroom, section_ends: int, child_ends: int
) -> None:
    section = newsroom.information("Avdelning", expire_at=hours(section_ends))
    child = newsroom.information("Undersida", section, expire_at=hours(child_ends))
    newsroom.settle()
    first = min(section.expire_at, child.expire_at)
    assert Current.objects.get(key=key(child)).visible_until == first


def test_an_alias_ends_with_its_original(newsroom: Newsroom) -> None:
    section, other = newsroom.information("Avdelning", expire_at=hours(1)), newsroom.information("Annan")
    page = newsroom.information("Original", section)
    alias = page.create_alias(parent=Page.objects.get(pk=other.pk), update_slug="alias")
    newsroom.settle()
    assert Current.objects.get(key=key(alias)).visible_until == section.expire_at


def test_a_picture_below_a_private_collection_is_not_shown(newsroom: Newsroom) -> None:
    top = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=top, restriction_type=CollectionViewRestriction.LOGIN)
    picture = newsroom.picture(collection=top.add_child(name="Under"))
    page = newsroom.release(picture=picture)
    newsroom.settle()
    assert '"picture":null' in (body(key(page)) or "")


def test_the_weightiest_kind_is_told_whatever_the_order(newsroom: Newsroom) -> None:
    page = newsroom.information("Sida")
    newsroom.settle()
    type(page).objects.filter(pk=page.pk).update(title="Ny")
    for kind in ("minor", "update", "minor"):
        mark(key(page), kind)
    newsroom.settle()
    assert kinds(key(page)) == ["published", "update"]


def test_what_is_no_longer_named_is_no_longer_followed(newsroom: Newsroom) -> None:
    target = newsroom.information("Mål")
    page = newsroom.release(body=[("text", f'<p><a linktype="page" id="{target.pk}">läs</a></p>')])
    newsroom.settle()
    page.body = [("text", "<p>Inget.</p>")]
    page.save_revision().publish()
    newsroom.settle()
    assert not Use.objects.filter(key=key(page), used=key(target)).exists()


def test_what_names_a_page_below_a_moved_section_follows_also_when_the_page_waits_already(
    newsroom: Newsroom,
) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    linking = newsroom.release(body=[("text", f'<p><a linktype="page" id="{child.pk}">läs</a></p>')])
    newsroom.settle()
    mark_all([key(child)], SOON, source=False)
    section.slug = "flyttad"
    section.save_revision().publish()
    publisher.publish([key(section)])
    newsroom.settle()
    assert f"/flyttad/{child.slug}/" in (body(key(linking)) or "")


def test_a_key_that_waits_after_a_failure_is_published_when_its_cause_is_mended(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = newsroom.agency("Hel")
    page = newsroom.release(agencies=[agency])
    newsroom.settle()
    build = pages.PageSource.build

    def failing(self: pages.PageSource, thing: Any) -> Any:
        agency.refresh_from_db()
        if agency.name == "Trasig":
            raise LookupError
        return build(self, thing)

    monkeypatch.setattr(pages.PageSource, "build", failing)
    for name in ("Trasig", "Lagad"):
        type(agency).objects.filter(pk=agency.pk).update(name=name)
        mark(f"agency:{agency.pk}")
        newsroom.settle()
    assert "Lagad" in (body(key(page)) or "")


def test_a_farewell_of_old_is_not_said_of_what_became_private_since(newsroom: Newsroom) -> None:
    page = newsroom.information("Sida")
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    page.refresh_from_db()
    page.save_revision().publish()
    newsroom.settle()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    assert not Gone.objects.filter(key=key(page)).exists()


def test_a_picture_taken_out_of_its_only_page_is_no_longer_served(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.release(picture=newsroom.picture())
    newsroom.settle()
    address = PublicFile.objects.filter(key=key(page)).values_list("address", flat=True).first()
    assert client.get(address).status_code == 200
    page.picture = None
    page.save_revision().publish()
    newsroom.settle()
    assert client.get(address).status_code == 404
