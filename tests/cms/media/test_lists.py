"""The admin's lists: what is missing is found, and each says where it is used."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cms.media.models import Picture
from tests.cms.conftest import Newsroom, image_file
from tests.cms.media.samples import GOOD
from tests.cms.media.test_file_source import make_file

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages


@pytest.fixture
def admin(newsroom: Newsroom, client: Client, django_user_model: Any) -> Client:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return client


@pytest.fixture
def pictures(newsroom: Newsroom) -> None:
    for title, fields in {
        "Naken": {},
        "Svensk": {"description": "En hamn.", "licence": "press"},
        "Tolkad": {"description": "En hamn.", "english_description": "A harbour.", "credit": "Foto: Anna Ek"},
        "Prydnad": {"is_decorative": True},
    }.items():
        Picture.objects.create(title=title, file=image_file(), **fields)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Naken", "Svensk", "Tolkad", "Prydnad"}),
        ("described=sv", {"Naken"}),
        ("described=en", {"Naken", "Svensk"}),
        ("described=decorative", {"Prydnad"}),
        ("licence=press", {"Svensk"}),
        ("licence=none", {"Naken", "Tolkad", "Prydnad"}),
        ("described=en&licence=none", {"Naken"}),
    ],
)
@pytest.mark.parametrize("address", ["/admin/images/", "/admin/images/results/"])
def test_pictures_by_what_they_lack(
    admin: Client, pictures: None, address: str, query: str, shown: set[str]
) -> None:
    answer = admin.get(f"{address}?{query}")
    assert {picture.title for picture in answer.context["images"]} == shown


@pytest.mark.usefixtures("wagtail_indexes")
def test_a_search_can_be_narrowed(admin: Client, pictures: None) -> None:
    answer = admin.get("/admin/images/?q=hamn&described=en&licence=press")
    assert [picture.title for picture in answer.context["images"]] == ["Svensk"]


def test_the_list_says_what_is_missing(admin: Client, pictures: None) -> None:
    html = admin.get("/admin/images/?layout=list").content.decode()
    for word in (
        "Beskrivning",
        "Saknas",
        "Saknas på engelska",
        "Dekorativ",
        "Foto: Anna Ek",
        "Får användas i nyhets",
    ):
        assert word in html


def test_files_have_kind_size_and_language(admin: Client) -> None:
    make_file("siffror.csv", GOOD["siffror.csv"], language="en")
    make_file()
    html = admin.get("/admin/documents/").content.decode()
    for word in ("CSV", "PDF", "byte", "Engelska", "Filtyp"):
        assert word in html
    answer = admin.get("/admin/documents/?language=en")
    assert [file.filename for file in answer.context["documents"]] == ["siffror.csv"]


@pytest.mark.usefixtures("wagtail_indexes")
def test_a_file_says_where_it_is_used(admin: Client, newsroom: Newsroom) -> None:
    file = make_file()
    item = {"type": "item", "value": {"file": file.pk, "title": ""}, "id": "1"}
    newsroom.information("Rapporter", body=[{"type": "attachments", "value": {"title": "", "items": [item]}}])
    assert "Rapporter" in admin.get(f"/admin/documents/usage/{file.pk}/").content.decode()
