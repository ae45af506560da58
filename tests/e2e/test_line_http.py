"""The line over HTTP: what goes into the admin's forms comes out of the visitor host, as JSON, HTML and bytes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import httpx
import pytest
from django.utils import timezone
from PIL import Image

from agencies.models import Agency
from articles.models import AgencyLink, InformationPage, PressIndexPage, PressReleasePage
from cms.media.models import Picture
from home.models import HomePage
from tests.e2e.wire import WireEditor, blocks, senders

pytestmark = pytest.mark.slow

LATEST = 2.0  # seconds after the due time, the most that scheduled publishing may take
PATIENCE = 10.0  # seconds until a test gives up


@pytest.fixture
def press(database: None) -> PressIndexPage:
    """The Swedish press list of the demo site."""
    return PressIndexPage.objects.get(locale__language_code="sv")


@pytest.fixture
def customs(database: None) -> Agency:
    return Agency.objects.get(slug="tullverket")


def find(site: httpx.Client, path: str) -> httpx.Response:
    return site.get("/api/v2/pages/find/", params={"html_path": path})


def statuses(site: httpx.Client, path: str) -> tuple[int, int]:
    """Of the HTML and of the API's answer."""
    return site.get(path).status_code, find(site, path).status_code


def path_of(page: Any) -> str:
    path: str = type(page).objects.get(pk=page.pk).get_url_parts()[2]
    return path


def release(press: PressIndexPage, sender: Agency, title: str, **fields: Any) -> PressReleasePage:
    """A press release, published or scheduled through the models."""
    page = PressReleasePage(title=title, lead="En ingress.", live=False, **fields)
    page.agency_links = [AgencyLink(agency=sender, role="sender")]
    press.add_child(instance=page)
    page.save_revision().publish()
    return PressReleasePage.objects.get(pk=page.pk)


def information(parent: Any, title: str) -> InformationPage:
    page = InformationPage(title=title, lead="En ingress.", live=False)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_what_is_sent_comes_out(
    wire: WireEditor, press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    picture = Picture.objects.first()
    assert picture
    wire.publish(
        f"/admin/pages/add/articles/pressreleasepage/{press.pk}/",
        title="Smörgåsbord & ”räkor” på Åland",
        slug="smorgasbord",
        lead="Fisk < kött.",
        picture=str(picture.pk),
        agency_links=senders((customs.pk, "sender")),
        body=blocks(
            ("quote", {"text": "Räkor!", "person": "Åsa Öst", "role": "", "organisation": ""}),
            ("heading", {"text": "Ärter & fläsk", "level": "2"}),
        ),
    )
    path = f"/press/{timezone.localdate().year}/smorgasbord/"
    document = find(site, path).json()
    assert document["title"] == "Smörgåsbord & ”räkor” på Åland"
    assert [block["value"].get("person") or block["value"]["text"] for block in document["body"]] == [
        "Åsa Öst",
        "Ärter & fläsk",
    ]
    assert [(each["slug"], each["role"]) for each in document["agencies"]] == [("tullverket", "sender")]
    assert document["meta"]["html_url"] == f"{site.base_url}{path}"
    assert site.get(httpx.URL(document["meta"]["detail_url"]).path).json() == document
    page = site.get(path)
    assert page.status_code == 200
    assert "Smörgåsbord &amp; ”räkor” på Åland" in page.text
    assert "Fisk &lt; kött." in page.text
    assert "set-cookie" not in page.headers
    see_pictures(site, document["picture"])


def see_pictures(site: httpx.Client, picture: dict[str, Any]) -> None:
    """Every rendition that is named is there in the size that is named, for ever under its address."""
    for source in picture["renditions"].values():
        answer = site.get(source["url"])
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("image/")
        assert "immutable" in answer.headers["cache-control"]
        with Image.open(BytesIO(answer.content)) as image:
            assert image.size == (source["width"], source["height"])


def test_an_old_address_leads_to_the_new_one(
    wire: WireEditor, press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    page = release(press, customs, "Gammal adress", slug="gammal-adress")
    old = path_of(page)
    fields = {"title": page.title, "agency_links": senders((customs.pk, "sender")), "body": blocks()}
    wire.publish(f"/admin/pages/{page.pk}/edit/", slug="ny-adress", change_kind="minor", **fields)
    new = old.replace("gammal", "ny")
    answer = site.get(old)
    assert (answer.status_code, answer.headers["location"]) == (301, new)
    redirect = {"meta": {"type": "redirect"}, "location": new, "permanent": True, "external": False}
    assert find(site, old).json() == redirect
    assert statuses(site, new) == (200, 200)


def test_a_section_that_moves_takes_its_readers_along(
    wire: WireEditor, database: None, site: httpx.Client
) -> None:
    home = HomePage.objects.get(locale__language_code="sv")
    section = information(home, "Avdelning A")
    below = information(section, "Under avdelningen")
    target = information(home, "Avdelning B")
    old = path_of(below)
    assert statuses(site, old) == (200, 200)
    wire.send(f"/admin/pages/{section.pk}/move/{target.pk}/confirm/", {})
    new = "/avdelning-b/avdelning-a/under-avdelningen/"
    eventually(lambda: site.get(new).status_code == 200)
    assert (site.get(old).status_code, site.get(old).headers["location"]) == (301, new)


def test_a_private_page_is_as_if_it_never_was(
    wire: WireEditor, press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    page = release(press, customs, "Internt")
    path = path_of(page)
    assert statuses(site, path) == (200, 200)
    wire.send(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "login"})
    assert statuses(site, path) == (404, 404)
    assert site.get(f"/api/v2/pages/{page.pk}/").status_code == 404
    assert "Internt" not in site.get("/press/").text
    wire.send(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "none"})
    assert statuses(site, path) == (200, 200)


def test_scheduled_publishing_is_never_early_and_at_most_two_seconds_late(
    press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    due = timezone.now() + timedelta(seconds=4)
    page = release(press, customs, "Klockan slår", go_live_at=due)
    path = path_of(page)
    begun, answered = turned(site, path, to=200)
    assert answered >= due, "it was early"
    assert begun <= due + timedelta(seconds=LATEST), "it was late"


def test_an_expired_page_is_gone_at_that_moment(
    press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    due = timezone.now() + timedelta(seconds=4)
    page = release(press, customs, "Kort glädje", expire_at=due)
    path = path_of(page)
    assert site.get(path).status_code == 200
    begun, answered = turned(site, path, to=410)
    assert answered >= due, "it was early"
    assert begun <= due + timedelta(seconds=0.5), "it was late"
    assert find(site, path).json()["reason"] is None


def turned(site: httpx.Client, path: str, to: int) -> tuple[datetime, datetime]:
    """When the first request that got this status was begun and answered."""
    end = timezone.now() + timedelta(seconds=PATIENCE)
    while (begun := timezone.now()) < end:
        if site.get(path).status_code == to:
            return begun, timezone.now()
        time.sleep(0.02)
    raise AssertionError(f"{path} was never {to}")


def test_an_agencys_new_name_is_on_its_articles_soon(
    press: PressIndexPage, customs: Agency, site: httpx.Client
) -> None:
    agency = Agency.objects.create(name="Nämnden för prov", slug="namnden-for-prov")
    path = path_of(release(press, agency, "Prov"))
    assert "Nämnden för prov" in site.get(path).text
    agency.name = "Provmyndigheten"
    agency.save()
    eventually(lambda: "Provmyndigheten" in site.get(path).text, seconds=3)
    assert "Nämnden för prov" not in site.get(path).text


def eventually(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)


@pytest.mark.parametrize("path", ["/", "/press/", "/api/v2/pages/", "/api/v2/site/?locale=sv"])
def test_the_visitor_host_can_only_be_read(site: httpx.Client, path: str) -> None:
    got, head = site.get(path), site.head(path)
    assert (got.status_code, head.status_code) == (200, 200)
    assert (head.content, head.headers["content-type"]) == (b"", got.headers["content-type"])
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        refused = site.request(method, path)
        assert refused.status_code == 405
        assert "GET" in refused.headers["allow"]


def test_options_passes_through(site: httpx.Client) -> None:
    answer = site.options("/api/v2/pages/")
    assert answer.is_success
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/login/", "/django-admin/", "/media/", "/api/v3/", "/static/"]
)
def test_nothing_else_of_the_cms_is_on_the_visitor_host(site: httpx.Client, path: str) -> None:
    assert site.get(path).status_code == 404
