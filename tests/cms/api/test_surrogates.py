"""Whoever purges a CDN by the change feed, as docs/api.md says, leaves no copy in it that has become wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from articles.topics.models import Topic
from home.models import Audience, Notice, SiteSettings
from tests.cms.api.test_changes import head, rows
from tests.cms.conftest import Newsroom

API = "/api/v2/"


class Held:
    """A CDN with a copy of each address, thrown out by key."""

    def __init__(self, client: Client, addresses: list[str]) -> None:
        self.client = client
        self.keys: dict[str, set[str]] = {}
        self.tags: dict[str, str] = {}
        for address in addresses:
            response = client.get(API + address)
            assert response.status_code == 200, address
            self.keys[address] = set(response["Surrogate-Key"].split())
            self.tags[address] = response["ETag"]

    def wrong_after(self, purged: set[str]) -> list[str]:
        """Addresses that answer otherwise now, and whose copies nobody threw out."""
        kept = [address for address, keys in self.keys.items() if not keys & purged]
        return [address for address in kept if self._now(address) != self.tags[address]]

    def changed(self) -> int:
        return sum(self._now(address) != tag for address, tag in self.tags.items())

    def _now(self, address: str) -> str:
        return self.client.get(API + address).get("ETag", "")


@pytest.fixture
def world(newsroom: Newsroom, client: Client) -> dict[str, Any]:
    locale = newsroom.home.locale
    SiteSettings.objects.create(name="Myndigheten")
    agency, topic = newsroom.agency(), Topic.objects.create(name="Ämne", slug="amne", locale=locale)
    section = newsroom.information("Avdelning")
    below = newsroom.information("Undersida", section)
    releases = [newsroom.release(f"Nyhet {n}", agencies=[agency]) for n in range(3)]
    links = f'<p><a linktype="page" id="{below.pk}">här</a></p>'
    naming = newsroom.information("Nämner", body=[("text", links)])
    notice = Notice.objects.create(title="Stängt", text="I dag.", locale=locale)
    newsroom.settle()
    pages = [newsroom.home, newsroom.press, section, below, naming, *releases]
    addresses = [
        *(f"pages/{page.pk}/" for page in pages), "pages/", "pages/?limit=1", f"pages/?child_of={section.pk}", "site/",
        f"pages/?agency={agency.pk}", f"agencies/{agency.pk}/", "agencies/", "topics/", f"topics/{topic.pk}/",
        "audiences/", f"pages/find/?html_path=/{section.slug}/", "pages/?order=title&facets=agency,topic",
        "pages/?search=nyhet+tullverket", "agencies/?search=tull", "pages/?search=finns+inte", "search/suggest/?q=n",
    ]  # fmt: skip
    return {
        "newsroom": newsroom, "agency": agency, "section": section, "below": below, "release": releases[1],
        "notice": notice, "topic": topic, "held": Held(client, addresses),
    }  # fmt: skip


def _new_page(w: Any) -> None:
    w["newsroom"].information("Ny", w["section"])


def _new_release(w: Any) -> None:
    w["newsroom"].release("Ny", agencies=[w["agency"]])


def _rename_agency(w: Any) -> None:
    w["agency"].name = "Nytt namn"
    w["agency"].save()


def _rename_page(w: Any) -> None:
    w["below"].title = "Ny rubrik"
    w["below"].save_revision().publish()


def _move_page(w: Any) -> None:
    w["section"].slug = "flyttad"
    w["section"].save_revision().publish()


def _withdraw(w: Any) -> None:
    w["below"].unpublish()


def _withdraw_release(w: Any) -> None:
    w["release"].unpublish()


def _hide_section(w: Any) -> None:
    PageViewRestriction.objects.create(page=w["section"], restriction_type=PageViewRestriction.LOGIN)


def _delete(w: Any) -> None:
    Page.objects.get(pk=w["below"].pk).delete()


def _end_notice(w: Any) -> None:
    w["notice"].delete()


def _new_notice(w: Any) -> None:
    Notice.objects.create(title="Nytt", text="I dag.", locale=w["newsroom"].home.locale)


def _new_audience(w: Any) -> None:
    Audience.objects.create(name="Läsare", intro="Du.", locale=w["newsroom"].home.locale)


def _rename_topic(w: Any) -> None:
    w["topic"].name = "Annat"
    w["topic"].save()


def _redirect(w: Any) -> None:
    Redirect.objects.create(old_path="/gammal", redirect_page=Page.objects.get(pk=w["section"].pk))


CHANGES = [
    _new_page, _new_release, _rename_agency, _rename_page, _move_page, _withdraw, _withdraw_release, _hide_section,
    _delete, _end_notice, _new_notice, _new_audience, _rename_topic,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", [*CHANGES, _redirect], ids=lambda change: change.__name__[1:])
def test_nothing_wrong_is_left_after_a_purge(
    world: Any, client: Client, change: Callable[[Any], None]
) -> None:
    begin = head(client)
    change(world)
    world["newsroom"].settle()
    keys = {row["key"] for row in rows(client, begin)}
    purged = keys | {key.partition(":")[0] for key in keys} | {"many"}
    assert world["held"].wrong_after(purged) == []
    assert (world["held"].changed() > 0) == (change is not _redirect)


@pytest.mark.slow
@pytest.mark.parametrize(
    "change", [_rename_page, _move_page, _withdraw, _withdraw_release, _hide_section, _delete]
)
def test_all_that_shows_a_thing_is_thrown_out_by_its_key_alone(
    world: Any, client: Client, change: Callable[[Any], None]
) -> None:
    """Lists may count or order it besides; a page is wrong only where it showed it."""
    begin = head(client)
    change(world)
    world["newsroom"].settle()
    wrong = world["held"].wrong_after({row["key"] for row in rows(client, begin)})
    assert [address for address in wrong if re.fullmatch(r"pages/\d+/|site/", address)] == []


def test_keys_stand_in_the_order_of_what_they_name(newsroom: Newsroom, client: Client) -> None:
    """However the database finds the rows: the order would tell of others that nobody may see."""
    top = newsroom.information("Avdelning")
    section = newsroom.information("Enhet")
    children = [newsroom.information(f"Undersida {n}", section) for n in range(3)]
    section.move(top, "last-child")
    Page.objects.get(pk=children[2].pk).move(Page.objects.get(pk=children[0].pk), "left")
    newsroom.settle()
    with connection.cursor() as cursor:  # rows as they lie, instead of as an index has them
        cursor.execute("SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off")
    found = client.get(f"{API}pages/{section.pk}/")
    document, keys = found.json(), found["Surrogate-Key"].split()
    named = [*document["breadcrumbs"], *document["children"]]
    assert [each["title"] for each in document["children"]] == ["Undersida 2", "Undersida 0", "Undersida 1"]
    assert keys[: len(named) + 1] == [f"page:{id}" for id in (section.pk, *(each["id"] for each in named))]
