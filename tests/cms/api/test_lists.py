"""Lists of pages: what each parameter narrows them to, in what order they come, and how one walks through them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page

from articles.models import PressReleasePage
from cms.publishing.models import Current
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom

ORDERS = [
    f"{way}{name}"
    for name in ("published_at", "first_published_at", "updated_at", "title", "id")
    for way in ("", "-")
]
STOCKHOLM = timezone.get_default_timezone()


def listed(client: Client, query: str) -> list[str]:
    return [item["title"] for item in get(client, f"pages/?{query}")["items"]]


def on(newsroom: Newsroom, title: str, *moment: int, updated: datetime | None = None) -> Any:
    """A press release that is dated by hand, as imported ones are."""
    page = newsroom.release(title)
    published = datetime(*moment, tzinfo=STOCKHOLM)
    PressReleasePage.objects.filter(pk=page.pk).update(first_published_at=published)
    newsroom.settle()
    Current.objects.filter(key=f"page:{page.pk}").update(published_at=published, updated_at=updated)
    return page


def test_pages_are_found_by_id_slug_and_title(newsroom: Newsroom, client: Client) -> None:
    first, second, _third = (newsroom.release(title) for title in ("Öl", "Ål", "Öl och ål"))
    newsroom.settle()
    assert set(listed(client, f"id={first.pk},{second.pk},99999")) == {"Öl", "Ål"}
    assert listed(client, f"slug={second.slug}") == ["Ål"]
    assert listed(client, "title=Öl") == ["Öl"]
    assert listed(client, "title=öl") == []
    assert listed(client, "slug=nyhet-%25") == []


def test_pages_are_found_by_their_place_in_the_tree(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    inner = newsroom.information("Undersida", section)
    deep = newsroom.information("Innerst", inner)
    newsroom.information("Dold", section, live=False)
    newsroom.settle()
    assert set(listed(client, "child_of=root")) == {"Press", "Avdelning"}
    assert listed(client, f"child_of={section.pk}") == ["Undersida"]
    assert set(listed(client, f"descendant_of={section.pk}")) == {"Undersida", "Innerst"}
    assert set(listed(client, "descendant_of=root")) == {"Press", "Avdelning", "Undersida", "Innerst"}
    assert set(listed(client, f"ancestor_of={deep.pk}")) == {"Myndigheten", "Avdelning", "Undersida"}
    assert listed(client, "ancestor_of=root") == []
    assert listed(client, f"ancestor_of={deep.pk}&child_of=root") == ["Avdelning"]


def test_translations_are_found_by_the_page_that_they_translate(newsroom: Newsroom, client: Client) -> None:
    english = newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = "The authority"
    english.save_revision().publish()
    newsroom.settle()
    for page in ("root", newsroom.home.pk):
        assert listed(client, f"translation_of={page}") == ["The authority"]
    assert listed(client, f"translation_of={english.pk}") == ["Myndigheten"]
    assert listed(client, f"translation_of={newsroom.press.pk}") == []


def test_a_day_begins_what_comes_after_it_and_ends_what_comes_before(
    newsroom: Newsroom, client: Client
) -> None:
    on(newsroom, "Nyårsafton", 2015, 12, 31, 23, 59, 59)
    on(newsroom, "Nyårsdagen", 2016, 1, 1)
    on(newsroom, "Mars", 2016, 3, 1, 12)

    def released(query: str) -> list[str]:
        return listed(client, f"type=articles.PressReleasePage&order=published_at&{query}")

    assert released("published_after=2016-01-01") == ["Nyårsdagen", "Mars"]
    assert released("published_before=2016-01-01") == ["Nyårsafton"]
    assert released("published_after=2015-12-31&published_before=2016-03-01") == ["Nyårsafton", "Nyårsdagen"]
    for moment in ("2016-03-01T12:00", "2016-03-01T12:00:00%2B01:00", "2016-03-01T11:00:00Z"):
        assert released(f"published_after={moment}") == ["Mars"], moment
        assert released(f"published_before={moment}") == ["Nyårsafton", "Nyårsdagen"], moment
    assert released("published_after=2016-03-01T12:00:01") == []


@pytest.mark.parametrize(
    "moment",
    [
        "1000-01-01",
        "8999-12-31",
        "1000-01-01T00:00%2B23:59",
        "8999-12-31T23:59:59.999999-23:59",
        "2026-03-29T02:30",
    ],
)
def test_what_no_newsroom_means_is_answered_all_the_same(db: None, client: Client, moment: str) -> None:
    """The first and the last that are taken, the furthest offsets, and a time that the clock springs over."""
    for parameter in ("published_after", "published_before", "updated_after"):
        assert listed(client, f"{parameter}={moment}") == []


def test_updates_are_found_by_when_readers_were_told(newsroom: Newsroom, client: Client) -> None:
    now = timezone.now()
    on(newsroom, "Ny", 2016, 1, 1)
    on(newsroom, "Rättad", 2015, 1, 1, updated=now - timedelta(hours=1))
    assert listed(client, f"updated_after={now - timedelta(days=2):%Y-%m-%d}") == ["Rättad"]
    assert listed(client, f"updated_after={now:%Y-%m-%dT%H:%M:%SZ}") == []
    assert listed(client, "order=-updated_at&limit=1") == ["Rättad"]


QUICK = ("-published_at", "title")
"""The orders that are asked for most; walking in all of them takes seconds."""


@pytest.mark.parametrize(
    "order", [order if order in QUICK else pytest.param(order, marks=pytest.mark.slow) for order in ORDERS]
)
def test_parts_make_the_whole_in_every_order_whatever_happens_meanwhile(
    newsroom: Newsroom, client: Client, order: str
) -> None:
    """Half of the rows are alike in what they are sorted by, and some have nothing to be sorted by."""
    for number in range(8):
        page = newsroom.release("Samma" if number % 2 else f"Nyhet {number}")
        newsroom.settle()
        moment = datetime(2016, 1, 1 + number // 3, tzinfo=STOCKHOLM)
        dates = {"published_at": moment, "updated_at": moment} if number % 4 else {"published_at": None}
        Current.objects.filter(key=f"page:{page.pk}").update(**dates)
    whole = [item["id"] for item in get(client, f"pages/?order={order}")["items"]]
    assert len(whole) == 10
    seen, after = [], ""
    while True:
        part = get(client, f"pages/?order={order}&limit=3{after}")
        seen += [item["id"] for item in part["items"]]
        assert part["meta"]["total_count"] == 10
        if part["meta"]["next_after"] is None:
            break
        after = f"&after={part['meta']['next_after']}"
    assert seen == whole
    reverse = order.removeprefix("-") if order.startswith("-") else f"-{order}"
    assert [item["id"] for item in get(client, f"pages/?order={reverse}")["items"]] == whole[::-1]


def test_what_comes_and_goes_meanwhile_repeats_and_skips_nothing(newsroom: Newsroom, client: Client) -> None:
    pages = [on(newsroom, f"Nyhet {number}", 2016, 1, number) for number in range(1, 6)]
    query = "pages/?type=articles.PressReleasePage&limit=2"
    first = get(client, query)
    assert [item["title"] for item in first["items"]] == ["Nyhet 5", "Nyhet 4"]
    newsroom.release("Alldeles ny")
    pages[3].unpublish()  # the row that the cursor stands on
    newsroom.settle()
    second = get(client, f"{query}&after={first['meta']['next_after']}")
    assert [item["title"] for item in second["items"]] == ["Nyhet 3", "Nyhet 2"]


def _cursor(*parts: str) -> str:
    return urlsafe_b64encode("\n".join(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "query",
    [
        "after=x", "after=%00", "after=åäö", "after=" + "A" * 2001, "after=____",
        f"after={_cursor('-published_at', 'page:1')}",
        f"after={_cursor('-published_at', 'page:1', 'i dag')}",
        f"after={_cursor('-published_at', 'page:1', '2016-13-45 00:00:00+00')}",
        f"after={_cursor('-published_at', 'page:1', '2016-01-01 00:00:00')}",
        f"after={_cursor('-published_at', 'page:1', '2016-01-01 00:00:00+23:59')}",
        f"after={_cursor('-published_at', 'page:1', '2016-W01-1 00:00:00+00')}",
        f"after={_cursor('-published_at', 'page:1', '2016-01-01 99:99:99+00')}",
        f"after={_cursor('-published_at', 'page:1', '0000-01-01 00:00:00+00')}",
        f"after={_cursor('-published_at', 'page:1', '2016-01-01 00:00:00+00')}%00",
        f"after={_cursor('title', 'page:1', 'a')}",
        f"order=title&after={_cursor('title', 'page:1', 'a' + chr(0))}",
        f"order=title&after={_cursor('-published_at', 'page:1', 'infinity')}",
        f"order=id&after={_cursor('id', 'page:1', '1;drop')}",
        f"order=id&after={_cursor('id', 'page:1', '99999999999')}",
        f"after={_cursor('key;drop', 'page:1', 'a')}",
    ],
)  # fmt: skip
def test_a_cursor_that_no_list_gave_is_refused(db: None, client: Client, query: str) -> None:
    assert get(client, f"pages/?{query}", 400)["parameter"] == "after"


@pytest.mark.parametrize("key", ["", "page:1' OR true --", "page:999999"])
def test_a_cursor_made_by_hand_shows_nothing_that_the_list_does_not(
    newsroom: Newsroom, client: Client, key: str
) -> None:
    newsroom.release("Öppen")
    newsroom.information("Hemlig", live=False)
    newsroom.settle()
    cursor = _cursor("title", key, "")
    assert listed(client, f"order=title&after={cursor}") == listed(client, "order=title")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("id=", "id"), ("id=a", "id"), ("id=1,", "id"), ("id=1_0", "id"), ("id=%2B1", "id"), ("id=1.0", "id"),
        ("id=" + ",".join("1" * 51), "id"), ("slug=", "slug"), ("slug=%00", "slug"), ("title=" + "x" * 301, "title"),
        ("type=home.Nothing", "type"), ("type=auth.User", "type"), ("type=wagtailcore.Page", "type"),
        ("child_of=-1", "child_of"), ("child_of=Root", "child_of"), ("descendant_of=1e3", "descendant_of"),
        ("ancestor_of=99999", "ancestor_of"), ("ancestor_of=", "ancestor_of"), ("translation_of=1,2", "translation_of"),
        (f"child_of={10**20}", "child_of"), ("kind=secret", "kind"), ("kind=", "kind"), ("year=0", "year"),
        ("year=10000", "year"), ("published_after=i+dag", "published_after"),
        ("published_after=2026-02-30", "published_after"), ("published_before=0001-01-01", "published_before"),
        ("published_before=9999-12-31", "published_before"), ("updated_after=2026-01-31T25:00", "updated_after"),
        ("updated_after=2026-01-31T10:00:00+01:00", "updated_after"), ("updated_after=20260131", "updated_after"),
        ("updated_after=2026-01-31T10:00:00%2B99:00", "updated_after"), ("order=", "order"), ("order=random", "order"),
        ("order=title,id", "order"), ("order=--title", "order"), ("order=card", "order"), ("order=key;drop", "order"),
        ("agency=1&agency_role=owner", "agency_role"), ("agency_role=sender", "agency_role"),
        ("after=x&offset=0", "offset"), ("offset=1_000", "offset"), ("limit=5.0", "limit"), ("site=localhost", "site"),
    ],
)  # fmt: skip
def test_a_bad_value_is_named(db: None, client: Client, query: str, parameter: str) -> None:
    assert get(client, f"pages/?{query}", 400)["parameter"] == parameter


@pytest.mark.parametrize("parameter", ["child_of", "descendant_of", "ancestor_of", "translation_of"])
def test_a_page_that_is_not_public_can_not_be_told_from_none(
    newsroom: Newsroom, client: Client, parameter: str
) -> None:
    draft = newsroom.information("Utkast", live=False)
    newsroom.information("Under utkastet", draft)
    newsroom.settle()
    hidden = get(client, f"pages/?{parameter}={draft.pk}", 400)
    assert hidden["parameter"] == parameter
    assert (
        hidden["detail"].replace(str(draft.pk), "99999")
        == (get(client, f"pages/?{parameter}=99999", 400)["detail"])
    )


def test_a_list_takes_three_queries_however_it_is_narrowed(
    newsroom: Newsroom, client: Client, django_assert_max_num_queries: Any
) -> None:
    agency = newsroom.agency()
    for number in range(25):
        newsroom.release(f"Nyhet {number}", agencies=[agency])
    newsroom.settle()
    press = Page.objects.get(pk=newsroom.press.pk)
    queries = [
        "", "limit=20&offset=5", "limit=100", f"agency={agency.pk}&agency_role=partner", "kind=news&year=2026",
        f"child_of={press.pk}&descendant_of=root&translation_of=root", f"ancestor_of={press.pk}",
        "id=1,2,3&slug=x&title=y&type=articles.PressReleasePage&locale=sv&topic=1&audience=1",
        "published_after=2016-01-01&published_before=2030-01-01&updated_after=2016-01-01&order=-title",
    ]  # fmt: skip
    for query in queries:
        with django_assert_max_num_queries(3):
            get(client, f"pages/?{query}")
    with django_assert_max_num_queries(4):
        get(client, f"pages/?agency={agency.slug}&topic=finns-inte")
