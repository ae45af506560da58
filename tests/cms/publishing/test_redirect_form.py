"""The admin's form of a redirect refuses what leads nowhere or round, at the field and in plain words."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.views import create_redirects_from_dataset

from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow

HOST = "https://www.example.se"


@pytest.fixture
def page(newsroom: Newsroom) -> Any:
    page = newsroom.information("Om oss")
    newsroom.settle()
    return page


@pytest.fixture
def chain(page: Any) -> None:
    """/ett/ leads to /tva/, that one to /tre/, and /tre/ nowhere yet."""
    for old, to in (("/ett", f"{HOST}/tva/"), ("/Tva", f"{HOST}/tre"), ("/ut", "https://www.can.se/")):
        Redirect.add_redirect(old, to)


def faults(client: Client, redirect: Redirect | None = None, **given: Any) -> dict[str, list[str]]:
    """What the form says, by field; nothing when it saved."""
    name, args = ("edit", [redirect.pk]) if redirect else ("add", [])
    data = {
        "old_path": "/ny",
        "redirect_page": "",
        "redirect_link": "",
        "is_permanent": "on",
        "site": "",
    } | given
    response = client.post(reverse(f"wagtailredirects:{name}", args=args), data)
    return {} if response.status_code == 302 else dict(response.context["form"].errors)


@pytest.mark.parametrize(
    ("old", "to", "way"),
    [
        ("/tre", f"{HOST}/ett/", "/tre/ → /ett/ → /tva/ → /tre/"),
        ("/TRE/", f"{HOST}//Ett?x=1#y", "/tre/ → /ett/ → /tva/ → /tre/"),
        ("/ny", f"{HOST}/ny", "/ny/ → /ny/"), ("/ny/", "http://www.example.se:80/NY/?a", "/ny/ → /ny/"),
        ("/å", f"{HOST}/%C3%A5/", "/å/ → /å/"), ("/tre/", f"{HOST}/TVA/", "/tre/ → /tva/ → /tre/"),
    ],
)  # fmt: skip
def test_a_loop_is_refused_with_the_way_round(
    admin_client: Client, chain: None, old: str, to: str, way: str
) -> None:
    (said,) = faults(admin_client, old_path=old, redirect_link=to)["redirect_link"]
    assert said == f"Omdirigeringen skulle leda runt i en cirkel: {way}. Skriv en annan adress."
    assert Redirect.objects.count() == 3


def test_an_edit_that_makes_a_loop_is_refused_and_one_that_mends_it_is_not(
    admin_client: Client, chain: None
) -> None:
    first = Redirect.objects.get(old_path="/ett")
    assert faults(admin_client, first, old_path="/tre", redirect_link=f"{HOST}/tva/")["redirect_link"]
    assert not faults(admin_client, first, old_path="/ett", redirect_link=f"{HOST}/tva/")
    assert not faults(admin_client, first, old_path="/ett", redirect_link="https://www.can.se/")


def test_what_leads_on_is_taken(admin_client: Client, chain: None, page: Any) -> None:
    assert not faults(admin_client, old_path="/nytt", redirect_link=f"{HOST}/ett/")
    assert not faults(admin_client, old_path="/nytt2", redirect_page=page.pk)
    assert not faults(admin_client, old_path="/nytt3", redirect_link="https://www.can.se/ny", is_permanent="")
    assert not faults(admin_client, old_path="/nytt4", redirect_link="https://other.example/nytt4/")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "redirect_page"), ({"redirect_link": "ftp://can.se/"}, "redirect_link"),
        ({"redirect_link": "javascript:alert(1)"}, "redirect_link"), ({"redirect_link": "/press/"}, "redirect_link"),
        ({"redirect_link": "https://"}, "redirect_link"), ({"redirect_link": "https://x:99999/"}, "redirect_link"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused(
    admin_client: Client, page: Any, given: dict[str, str], field: str
) -> None:
    assert list(faults(admin_client, **given)) == [field]
    assert not Redirect.objects.exists()


def test_one_target_and_not_the_pages_own_address(admin_client: Client, page: Any) -> None:
    both = faults(admin_client, redirect_page=page.pk, redirect_link="https://www.can.se/")
    own = faults(admin_client, old_path=f"/{page.slug.upper()}/", redirect_page=page.pk)
    assert (list(both), list(own)) == (["redirect_link"], ["redirect_page"])


def test_an_import_is_held_to_the_same(page: Any) -> None:
    rows = [("/a", f"{HOST}/b/"), ("/b", f"{HOST}/a/"), ("/c", "ftp://can.se/"), ("/d", "https://can.se/")]
    config = {"from_index": 0, "to_index": 1, "permanent": True, "site": None}
    summary = create_redirects_from_dataset(rows, config)
    assert [error[0] for error in summary["errors"]] == ["/b", "/c"]
    assert sorted(Redirect.objects.values_list("old_path", flat=True)) == ["/a", "/d"]
