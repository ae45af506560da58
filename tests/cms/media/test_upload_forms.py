"""The admin's ways to upload: each asks what a picture shows, tells faults at their field, and loses nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Collection

from cms.media.models import File, Picture
from tests.cms.conftest import Newsroom
from tests.cms.media import samples
from tests.cms.media.test_cleaning import photograph

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages

ASKED = ("description", "english_description", "is_decorative", "credit", "licence")


@pytest.fixture
def admin(newsroom: Newsroom, client: Client, django_user_model: Any) -> Client:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return client


def upload(data: bytes | None = None, name: str = "hamn.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, photograph() if data is None else data)


def root() -> int:
    return int(Collection.get_first_root_node().pk)


@pytest.mark.parametrize(
    ("address", "prefix"),
    [("/admin/images/add/", ""), ("/admin/images/chooser/", "image-chooser-upload-")],
)
def test_the_form_asks_what_the_picture_shows(admin: Client, address: str, prefix: str) -> None:
    html = admin.get(address).content.decode()
    html = json.loads(html)["html"] if html.startswith("{") else html
    for name in ASKED:
        assert f'name="{prefix}{name}"' in html
    assert "Bilden är dekorativ" in html


def test_a_picture_is_stored_clean_with_what_was_said(admin: Client) -> None:
    fields = {"title": "Hamn", "description": "En hamn.", "licence": "press", "collection": root()}
    assert admin.post("/admin/images/add/", {"file": upload(), **fields}).status_code == 302
    picture = Picture.objects.get()
    assert (picture.description, picture.licence) == ("En hamn.", "press")
    with picture.file.open("rb") as file:
        assert b"59.3293" not in file.read()
        assert picture.file_size == file.size


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("bild.jpg", samples.HTML, "ingen bild som kan visas"), ("bild.svg", samples.SVG, "SVG-bilder kan")],
)
@pytest.mark.parametrize(
    ("address", "prefix"),
    [("/admin/images/add/", ""), ("/admin/images/chooser/create/", "image-chooser-upload-")],
)
def test_a_fault_is_told_and_the_other_fields_are_kept(
    admin: Client, address: str, prefix: str, name: str, data: bytes, told: str
) -> None:
    fields = {
        "title": "Hamn",
        "description": "En hamn i gryningen.",
        "collection": root(),
        "file": upload(data, name),
    }
    html = admin.post(
        address, {f"{prefix}{field}": value for field, value in fields.items()}
    ).content.decode()
    html = json.loads(html)["htmlFragment"] if html.startswith("{") else html
    assert told in html
    assert "En hamn i gryningen." in html
    assert not Picture.objects.exists()


def test_many_pictures_at_once_are_kept_and_then_asked_about(admin: Client) -> None:
    answer = admin.post(
        "/admin/images/multiple/add/", {"title": "Hamn", "files[]": upload(), "collection": root()}
    ).json()
    assert answer["success"]
    picture = Picture.objects.get()
    prefix = f"image-{picture.pk}"
    for name in ASKED:
        assert f'name="{prefix}-{name}"' in answer["form"]
    given = {"title": "Hamn", "description": "En hamn.", "collection": root(), "licence": "cc0"}
    posted = {f"{prefix}-{name}": value for name, value in given.items()}
    assert admin.post(f"/admin/images/multiple/{picture.pk}/", posted).json()["success"]
    picture.refresh_from_db()
    assert (picture.description, picture.licence) == ("En hamn.", "cc0")


def test_one_that_is_refused_among_many_is_told(admin: Client) -> None:
    given = {"title": "Hamn", "files[]": upload(samples.HTML), "collection": root()}
    answer = admin.post("/admin/images/multiple/add/", given).json()
    assert not answer["success"]
    assert answer["error_message"].startswith("Filen innehåller ingen bild")


def test_a_picture_whose_title_was_too_long_is_cleaned_all_the_same(admin: Client) -> None:
    """Wagtail keeps the upload as it came, until the form is valid."""
    given = {"title": "x" * 300, "files[]": upload(), "collection": root()}
    answer = admin.post("/admin/images/multiple/add/", given).json()
    prefix = f"uploaded-image-{answer['uploaded_file_id']}"
    posted = {f"{prefix}-title": "Hamn", f"{prefix}-collection": root()}
    address = f"/admin/images/multiple/create_from_uploaded_image/{answer['uploaded_file_id']}/"
    assert admin.post(address, posted).json()["success"]
    with Picture.objects.get().file.open("rb") as file:
        assert b"59.3293" not in file.read()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"is_decorative": "on", "description": "En hamn."}, "markera den som dekorativ, inte båda"),
        ({"licence": "other"}, "Skriv vilka villkoren är."),
    ],
)
def test_fields_that_contradict_each_other(admin: Client, given: dict[str, str], told: str) -> None:
    fields = {"title": "Hamn", "collection": root(), "file": upload()}
    assert told in admin.post("/admin/images/add/", fields | given).content.decode()


def test_a_new_file_for_a_picture_is_cleaned_and_has_a_new_address(admin: Client) -> None:
    fields = {"title": "Hamn", "collection": root()}
    admin.post("/admin/images/add/", {"file": upload(), **fields})
    picture = Picture.objects.get()
    before = picture.get_rendition("width-960").content_hash
    other = photograph(orientation=6)
    assert admin.post(f"/admin/images/{picture.pk}/", {"file": upload(other), **fields}).status_code == 302
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (20, 40)
    assert picture.get_rendition("width-960").content_hash != before


@pytest.mark.parametrize("address", ["/admin/documents/add/", "/admin/documents/chooser/create/"])
def test_a_file_is_looked_into(admin: Client, address: str) -> None:
    prefix = "document-chooser-upload-" if "chooser" in address else ""

    def send(name: str, data: bytes) -> str:
        fields = {"title": "Rapport", "collection": root(), "language": "sv", "file": upload(data, name)}
        answer = admin.post(address, {f"{prefix}{field}": value for field, value in fields.items()})
        text = answer.content.decode()
        return str(json.loads(text).get("htmlFragment")) if text.startswith("{") else text

    assert "innehåller ett program" in send("rapport.pdf", samples.pdf(script=True))
    assert not File.objects.exists()
    send("Årsrapport 2017.pdf", samples.pdf(3))
    file = File.objects.get()
    assert (file.pages, file.filename, file.file_size) == (3, "arsrapport-2017.pdf", len(samples.pdf(3)))


def test_many_files_at_once(admin: Client) -> None:
    def send(name: str, data: bytes) -> Any:
        given = {"title": "Rapport", "files[]": upload(data, name), "collection": root()}
        return admin.post("/admin/documents/multiple/add/", given).json()

    assert not send("rapport.pdf", samples.HTML)["success"]
    assert not File.objects.exists()
    assert send("rapport.pdf", samples.pdf())["success"], (
        "a language is Swedish until somebody says otherwise"
    )
    assert File.objects.get().language == "sv"
