"""Requests in the admin: for those with the permission, who read all and change the status alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from disclosure.models import DocumentRequest, Status
from home.groups import set_up_groups
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SENT = contract("requests/sent")
LIST = "/admin/document-requests/"


@pytest.fixture
def request_(newsroom: Newsroom) -> DocumentRequest:
    set_up_groups()
    return DocumentRequest.objects.create(**SENT)


def user_of(group: str, client: Client) -> Client:
    user = get_user_model().objects.create_user("nagon", "nagon@example.se", "x")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def test_a_registrar_reads_a_request_and_changes_its_status(
    request_: DocumentRequest, client: Client
) -> None:
    registrar = user_of("Registratorer", client)
    assert LIST in registrar.get("/admin/").content.decode()
    assert request_.receipt in registrar.get(LIST).content.decode()
    address = f"{LIST}edit/{request_.pk}/"
    form = registrar.get(address).content.decode()
    assert SENT["text"] in form
    given = {"status": "answered", "text": "Något annat", "email": "annan@example.se"}
    assert registrar.post(address, given).status_code == 302
    request_.refresh_from_db()
    assert (request_.status, request_.text, request_.email) == ("answered", SENT["text"], SENT["email"])
    assert request_.answered_at


def test_lines_stay_lines_and_markup_is_text(request_: DocumentRequest, client: Client) -> None:
    DocumentRequest.objects.update(
        text="<script>alert(1)</script>", address="Exempelgatan 1\n100 00 Stockholm"
    )
    form = user_of("Registratorer", client).get(f"{LIST}edit/{request_.pk}/").content.decode()
    assert "Exempelgatan 1<br>100 00 Stockholm" in form
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in form
    assert "<script>alert(1)" not in form


def test_requests_are_found_by_number_and_by_status(request_: DocumentRequest, client: Client) -> None:
    other = DocumentRequest.objects.create(**SENT | {"status": Status.ANSWERED})
    registrar = user_of("Registratorer", client)

    def shown(query: str) -> tuple[bool, bool]:
        listing = registrar.get(f"{LIST}?{query}").content.decode()
        return request_.receipt in listing, other.receipt in listing

    typed = request_.receipt.replace("-", " ").lower()
    listed = registrar.get(f"{LIST}results/?q={typed}").content.decode()
    assert (f"edit/{request_.pk}/" in listed, f"edit/{other.pk}/" in listed) == (True, False)
    assert shown("status=answered") == (False, True)


@pytest.mark.parametrize("group", ["Skribenter", "Redaktörer", "Pressansvariga", "Administratörer"])
def test_who_has_no_permission_sees_nothing(group: str, request_: DocumentRequest, client: Client) -> None:
    editor = user_of(group, client)
    assert LIST not in editor.get("/admin/").content.decode()
    for address in (
        "",
        "results/",
        f"edit/{request_.pk}/",
        f"history/{request_.pk}/",
        f"usage/{request_.pk}/",
    ):
        answer = editor.get(LIST + address)
        assert answer.status_code == 302, address
        assert request_.receipt not in answer.content.decode()
    editor.post(f"{LIST}edit/{request_.pk}/", {"status": "answered"})
    request_.refresh_from_db()
    assert request_.status == "new"


def test_nobody_adds_or_deletes_one(request_: DocumentRequest, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.se", "x"))
    assert client.get(LIST).status_code == 200
    for address in ("new/", f"delete/{request_.pk}/"):
        answer: Any = client.post(LIST + address, {"status": "new"})
        assert answer.status_code in (302, 403, 404), address
    assert list(DocumentRequest.objects.all()) == [request_]


def test_who_is_not_logged_in_is_sent_to_log_in(request_: DocumentRequest, client: Client) -> None:
    answer = client.get(f"{LIST}edit/{request_.pk}/")
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]
