"""Triggers that are easy to miss: what Wagtail announces by no signal, and what follows over two steps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms.publishing.models import Current
from tests.cms.conftest import Newsroom, body

pytestmark = pytest.mark.slow


def key(page: Page) -> str:
    return f"page:{page.pk}"


def test_an_alias_is_published_when_it_is_made(newsroom: Newsroom) -> None:
    page, section = newsroom.information("Original"), newsroom.information("Annan")
    newsroom.settle()
    alias = page.create_alias(parent=Page.objects.get(pk=section.pk), update_slug="alias")
    newsroom.settle()
    assert "Original" in (body(key(alias)) or "")


def test_an_alias_that_becomes_a_page_of_its_own_says_so(newsroom: Newsroom) -> None:
    page, section = newsroom.information("Original"), newsroom.information("Annan")
    alias = page.create_alias(parent=Page.objects.get(pk=section.pk), update_slug="alias")
    newsroom.settle()
    ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
    newsroom.settle()
    assert '"alias_of":null' in (body(key(alias)) or "")


def test_an_alias_goes_with_its_deleted_original(newsroom: Newsroom) -> None:
    page, section = newsroom.information("Original"), newsroom.information("Annan")
    alias = page.create_alias(parent=Page.objects.get(pk=section.pk), update_slug="alias")
    newsroom.settle()
    Page.objects.get(pk=page.pk).delete()
    newsroom.settle()
    assert body(key(alias)) is None


def test_an_alias_goes_and_comes_with_the_section_of_its_original(newsroom: Newsroom) -> None:
    section, other = newsroom.information("Avdelning"), newsroom.information("Annan")
    page = newsroom.information("Hemlig original", section)
    alias = page.create_alias(parent=Page.objects.get(pk=other.pk), update_slug="alias")
    newsroom.settle()
    assert body(key(alias))
    restriction = PageViewRestriction.objects.create(
        page=section, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    newsroom.settle()
    assert body(key(alias)) is None
    restriction.delete()
    newsroom.settle()
    assert body(key(alias))


def test_an_alias_of_an_alias_is_no_more_public_than_the_first(newsroom: Newsroom) -> None:
    section, other = newsroom.information("Avdelning"), newsroom.information("Annan")
    page = newsroom.information("Hemlig original", section)
    first = page.create_alias(parent=Page.objects.get(pk=other.pk), update_slug="alias")
    second = first.create_alias(parent=Page.objects.get(pk=other.pk), update_slug="alias-2")
    newsroom.settle()
    assert body(key(second))
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    assert body(key(second)) is None


def test_a_date_of_expiry_set_later_reaches_the_pages_below(newsroom: Newsroom) -> None:
    section = newsroom.information("Avdelning")
    child = newsroom.information("Undersida", section)
    newsroom.settle()
    until = timezone.now() + timedelta(hours=1)
    for moment in (until, None):
        section.refresh_from_db()
        section.expire_at = moment
        section.save_revision().publish()
        newsroom.settle()
        assert Current.objects.get(key=key(child)).visible_until == moment


def test_pictures_moved_by_the_bulk_action_into_a_private_collection_are_not_shown(
    newsroom: Newsroom, client: Client
) -> None:
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    picture = newsroom.picture()
    page = newsroom.release(picture=picture)
    newsroom.settle()
    assert '"picture":{' in (body(key(page)) or "")
    client.force_login(User.objects.create_superuser("chef", password="x"))
    address = f"/admin/bulk/media/picture/add_to_collection/?id={picture.pk}"
    assert client.post(address, {"collection": private.pk}).status_code == 302
    newsroom.settle()
    picture.refresh_from_db()
    assert picture.collection == private
    assert '"picture":null' in (body(key(page)) or "")


def test_addresses_follow_the_home_page_whatever_this_process_has_cached(newsroom: Newsroom) -> None:
    """The root paths are cached a process; another process changed them."""
    page = newsroom.information("Om oss")
    newsroom.settle()
    name, version = "wagtail_site_root_paths", 2
    held = cache.get(name, version=version)
    newsroom.home.refresh_from_db()
    newsroom.home.slug = "forsta"
    newsroom.home.save_revision().publish()
    cache.set(name, held, version=version)
    newsroom.settle()
    page.refresh_from_db()
    page.save_revision().publish()
    cache.set(name, held, version=version)
    newsroom.settle()
    assert Current.objects.get(key=key(page)).path == f"/{page.slug}/"
    assert Current.objects.get(key=key(newsroom.home)).path == "/"
