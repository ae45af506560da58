"""The API as HTTP (RFC 9110, 9111): validators, conditions, encodings, caches, other origins."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date, parse_http_date

from cms.api.http.caching import LONGEST, cache_control, surrogate_key
from cms.api.http.encodings import preferred
from cms.api.moment import SETTLING, Moment
from cms.publishing.models import Current, Head
from tests.cms.conftest import Newsroom

API = "/api/v2/"
ADDRESSES = ["pages/", "pages/find/?html_path=/", "pages/find/?html_path=/gammal/", "agencies/", "topics/"]
LATER = timezone.now() + timedelta(days=1)


def long_ago() -> None:
    """As if nothing had changed for an hour: from then on Last-Modified stays the same."""
    Head.objects.update(changed_at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def page(newsroom: Newsroom) -> str:
    """The address of a page of some kilobytes that changed long ago."""
    page = newsroom.information(body=[("text", f"<p>{number} stycken text.</p>") for number in range(60)])
    newsroom.settle()
    long_ago()
    return f"{API}pages/{page.pk}/"


def ask(client: Client, address: str, **headers: str) -> Any:
    return client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})


# Validators and conditions


@pytest.mark.parametrize(
    ("conditions", "status"),
    [
        ({"if_none_match": "{etag}"}, 304),
        ({"if_none_match": "W/{etag}"}, 304),
        ({"if_none_match": '"x", {etag}'}, 304),
        ({"if_none_match": '"x",W/"y" , W/{etag},"z"'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": "{gzip}"}, 304),
        ({"if_none_match": "{br}"}, 304),
        ({"if_none_match": '"*"'}, 200),
        ({"if_none_match": '"x"'}, 200),
        ({"if_none_match": "{bare}"}, 200),
        ({"if_none_match": ""}, 200),
        ({"if_none_match": '"'}, 200),
        ({"if_modified_since": "{modified}"}, 304),
        ({"if_modified_since": "{later}"}, 304),
        ({"if_modified_since": "{earlier}"}, 200),
        ({"if_modified_since": "{tomorrow}"}, 200),
        ({"if_modified_since": "igår"}, 200),
        ({"if_modified_since": "Thu, 01 Jan 1970 00:00:00 GMT"}, 200),
        # The tag decides where both are given.
        ({"if_none_match": '"x"', "if_modified_since": "{modified}"}, 200),
        ({"if_none_match": "{etag}", "if_modified_since": "{earlier}"}, 304),
        ({"if_match": "{etag}"}, 200),
        ({"if_match": "*"}, 200),
        ({"if_match": '"x", {br}'}, 200),
        ({"if_match": '"x"'}, 412),
        ({"if_match": "W/{etag}"}, 412),
        ({"if_match": "{etag}", "if_none_match": "{etag}"}, 304),
        ({"if_match": '"x"', "if_none_match": "{etag}"}, 412),
        ({"if_unmodified_since": "{modified}"}, 200),
        ({"if_unmodified_since": "{earlier}"}, 412),
        ({"if_unmodified_since": "igår"}, 200),
        ({"if_match": "{etag}", "if_unmodified_since": "{earlier}"}, 200),
        ({"range": "bytes=0-9"}, 200),
        ({"range": "bytes=0-9", "if_range": "{etag}"}, 200),
    ],
)
def test_conditions(client: Client, page: str, conditions: dict[str, str], status: int) -> None:
    plain = client.get(page)
    modified = parse_http_date(plain["Last-Modified"])
    known = {
        "etag": plain["ETag"], "bare": plain["ETag"].strip('"'), "modified": plain["Last-Modified"],
        "later": http_date(modified + 1), "earlier": http_date(modified - 1), "tomorrow": http_date(LATER.timestamp()),
        "gzip": ask(client, page, accept_encoding="gzip")["ETag"],
        "br": ask(client, page, accept_encoding="br")["ETag"],
    }  # fmt: skip
    given = {name: value.format(**known) for name, value in conditions.items()}
    for method in (client.get, client.head):
        response = method(page, headers={name.replace("_", "-"): value for name, value in given.items()})
        assert response.status_code == status
        if status == 304:
            assert "Content-Length" not in response
            assert response.content == b""
            told = ("Cache-Control", "Vary", "ETag", "Last-Modified", "Pressrum-Sequence", "Surrogate-Key")
            assert [name for name in told if name not in response] == []
            assert "Content-Type" not in response or not response["Content-Type"]
        if status == 412:
            assert response["Content-Type"] == "application/problem+json"


def test_an_unchanged_answer_has_the_tag_of_the_copy_that_is_held(client: Client, page: str) -> None:
    plain = client.get(page)["ETag"]
    unchanged = ask(client, page, accept_encoding="br", if_none_match=plain)
    assert (unchanged.status_code, unchanged["ETag"]) == (304, plain)
    assert "Content-Encoding" not in unchanged


def test_a_date_never_hides_a_change(newsroom: Newsroom, client: Client) -> None:
    """Dates have whole seconds, and a change is public some time after it was dated."""
    page = newsroom.information()
    newsroom.settle()
    address, head = f"{API}pages/{page.pk}/", Head.objects.get()
    assert head.changed_at
    told = client.get(address)["Last-Modified"]
    assert parse_http_date(told) <= timezone.now().timestamp()
    assert ask(client, address, if_modified_since=told).status_code == 200
    for earlier in range(6, 0, -1):
        Head.objects.update(changed_at=timezone.now() - SETTLING * earlier / 4)
        seen = client.get(address)["Last-Modified"]
        Head.objects.update(changed_at=timezone.now() - SETTLING * earlier / 4 + timedelta(milliseconds=1))
        if earlier < 4:
            assert ask(client, address, if_modified_since=seen).status_code == 200
        assert ask(client, address, if_modified_since=http_date()).status_code in (200, 304)


def test_a_page_beside_it_that_ends_by_the_clock_is_a_change(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    other = newsroom.information("Undersida", section)
    newsroom.settle()
    Head.objects.update(changed_at=timezone.now() - timedelta(hours=2))
    address = f"{API}pages/{section.pk}/"
    before = client.get(address)
    assert ask(client, address, if_modified_since=before["Last-Modified"]).status_code == 304
    ended = timezone.now() - timedelta(hours=1)
    Current.objects.filter(key=f"page:{other.pk}").update(visible_until=ended)
    for condition in ({"if_modified_since": before["Last-Modified"]}, {"if_none_match": before["ETag"]}):
        assert ask(client, address, **condition).status_code == 200


# Encodings


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""), ("identity", ""), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br"), ("BR", "br"),
        ("gzip, deflate, br, zstd", "br"), ("x-gzip", "gzip"), ("gzip;q=1.0, br;q=0.5", "gzip"), ("br;q=0", ""),
        ("br;q=0, *", "gzip"), ("*", "br"), ("*;q=0", ""), ("gzip;q=0.5, identity;q=1", ""), ("deflate", ""),
        ("gzip;q=0.5, identity;q=0.5", "gzip"), ("gzip;q=", ""), ("gzip;q=x", ""), ("gzip;q=2", ""),
        ("gzip;q=nan", ""), (" , ,gzip ; q=0.3,", "gzip"), (";;;", ""), ("gzip;q=-1", ""),
    ],
)  # fmt: skip
def test_the_encoding_that_is_wished_for(accepted: str, coding: str) -> None:
    assert preferred(accepted) == coding


def test_each_encoding_is_the_same_text_with_a_tag_of_its_own(client: Client, page: str) -> None:
    plain = client.get(page)
    packed, small = (ask(client, page, accept_encoding=coding) for coding in ("gzip", "br"))
    assert plain.content == gzip.decompress(packed.content) == brotli.decompress(small.content)
    assert len(small.content) < len(packed.content) < len(plain.content)
    assert [each.get("Content-Encoding") for each in (plain, packed, small)] == [None, "gzip", "br"]
    assert len({each["ETag"] for each in (plain, packed, small)}) == 3
    for each in (plain, packed, small):
        assert each["ETag"].startswith('"')
        assert each["Vary"] == "Accept-Encoding"
        assert int(each["Content-Length"]) == len(each.content)


def test_what_is_small_is_left_as_it_is(newsroom: Newsroom, client: Client) -> None:
    response = ask(client, f"{API}agencies/", accept_encoding="gzip, br")
    assert "Content-Encoding" not in response
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_head_says_what_get_says_without_a_body(client: Client, page: str, accepted: str) -> None:
    get = ask(client, page, accept_encoding=accepted)
    head = client.head(page, headers={"accept-encoding": accepted})
    assert dict(head.headers) == dict(get.headers)
    assert (head.status_code, head.content) == (200, b"")


# Caches

NOW = timezone.now()


@pytest.mark.parametrize(
    ("left", "control"),
    [
        (None, "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"),
        (1e9, "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"),
        (1000, "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=940"),
        (90.9, "public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=30"),
        (60, "public, max-age=0, s-maxage=60"),
        (17.5, "public, max-age=0, s-maxage=17"),
        (0.9, "public, max-age=0, must-revalidate"),
    ],
)
def test_nothing_is_held_past_the_next_end(left: float | None, control: str) -> None:
    until = NOW + timedelta(seconds=left) if left else None
    assert cache_control(Moment(1, None, until, NOW)) == control


def test_what_ends_elsewhere_ends_the_copies_of_what_shows_it(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    ends = timezone.now() + timedelta(seconds=20)
    newsroom.information("Undersida", section, expire_at=ends)
    newsroom.settle()
    for address in (f"pages/{section.pk}/", "pages/", "pages/find/?html_path=/"):
        control = client.get(API + address)["Cache-Control"]
        assert int(control.partition("s-maxage=")[2]) <= 20, address


def test_what_is_to_come_is_in_no_header(newsroom: Newsroom, client: Client) -> None:
    addresses = ["pages/", "pages/find/?html_path=/", "pages/find/?html_path=/sida-1/"]
    long_ago()
    before = [client.get(API + address).headers for address in addresses]
    planned = newsroom.information("Planerad", live=False)
    planned.go_live_at = timezone.now() + timedelta(seconds=20)
    planned.save_revision().publish()
    newsroom.settle()
    assert [client.get(API + address).headers for address in addresses] == before


def test_many_keys_are_cut_short_and_said_to_be() -> None:
    assert surrogate_key(["page:1", "pages", "page:1"]) == "page:1 pages"
    keys = [f"page:{number}" for number in range(2000)]
    told = surrogate_key(keys)
    assert len(told) <= LONGEST
    assert told.startswith("page:0 page:1 ")
    assert told.endswith(" many")


# Other origins, sessions


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_origin_may_read(newsroom: Newsroom, client: Client, address: str) -> None:
    response = ask(client, API + address, origin="https://annan.example")
    assert response["Access-Control-Allow-Origin"] == "*"
    exposed = response["Access-Control-Expose-Headers"].split(", ")
    assert {"ETag", "Last-Modified", "Link", "Pressrum-Sequence", "Retry-After"} <= set(exposed)
    assert "Access-Control-Allow-Credentials" not in response


@pytest.mark.parametrize("address", ["pages/", "pages/1/", "pages/find/", "agencies/", "site/"])
def test_a_browser_is_told_what_it_may_send(client: Client, db: None, address: str) -> None:
    asked = {"Origin": "https://annan.example", "Access-Control-Request-Method": "GET"}
    response = client.options(API + address, headers=asked)
    assert (response.status_code, response.content) == (204, b"")
    assert not {"Content-Length", "Content-Type"} & set(response.headers)
    assert response["Access-Control-Allow-Methods"] == response["Allow"] == "GET, HEAD, OPTIONS"
    assert "Authorization" in response["Access-Control-Allow-Headers"]
    assert int(response["Access-Control-Max-Age"]) > 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_asks_makes_no_difference(
    newsroom: Newsroom, client: Client, admin_client: Client, address: str
) -> None:
    editor = get_user_model().objects.get()
    newsroom.information("Utkast", live=False, owner=editor)
    long_ago()
    plain = client.get(API + address)
    asked = [
        admin_client.get(API + address),
        ask(client, API + address, authorization="Bearer x"),
        ask(client, API + address, authorization="Basic %%%"),
        ask(client, API + address, authorization="Token"),
        ask(client, API + address, cookie="pressrum_session=x; sessionid=1"),
        ask(client, API + address, accept="text/html"),
        ask(client, API + address, accept="application/xml;q=x"),
        ask(client, API + address, accept_language="en"),
    ]
    for response in asked:
        assert (response.status_code, response.content) == (plain.status_code, plain.content)
        assert dict(response.headers) == dict(plain.headers)
        assert "Cookie" not in response.get("Vary", "")
        assert "Set-Cookie" not in response
