"""Files as documents name them: their address carries their content, and no private or unused one is public."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.files import File
from cms.publishing.models import Current, Mark, PublicFile
from cms.publishing.references import Loader
from tests.cms.conftest import Newsroom
from tests.cms.media import samples
from tests.cms.media.samples import GOOD


def make_file(name: str = "Rapport 2017.pdf", data: bytes = GOOD["rapport.pdf"], **fields: Any) -> File:
    """A file as an upload makes it."""
    return File.objects.create(title="Slutrapporten", file=ContentFile(data, name), **fields)


def said(*files: File) -> list[Any]:
    """What documents say of the files."""
    loader = Loader()
    loader.load([f"file:{file.pk}" for file in files])
    return [loader.refer(f"file:{file.pk}", "full", "sv") for file in files]


def private() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Embargo")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def test_a_file_is_said_with_its_kind_and_size(newsroom: Newsroom) -> None:
    file = make_file(language="en")
    (told,) = said(file)
    assert told == {
        "id": file.pk,
        "title": "Slutrapporten",
        "url": f"/media/{file.content_hash[:16]}/rapport-2017.pdf",
        "type": "application/pdf",
        "format": "PDF",
        "size": len(GOOD["rapport.pdf"]),
        "pages": 2,
        "language": "en",
    }
    file.refresh_from_db()
    assert (file.pages, file.file_size) == (2, len(GOOD["rapport.pdf"]))


def test_many_files_are_loaded_as_few(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    files = [make_file(f"{number}.txt", str(number).encode()) for number in range(9)]
    with django_assert_num_queries(1):
        assert len(said(*files)) == 9


def test_other_bytes_have_another_address(newsroom: Newsroom) -> None:
    file = make_file()
    (before,) = said(file)
    file.file = ContentFile(samples.pdf(5), "Rapport 2017.pdf")
    file.save()
    (after,) = said(File.objects.get(pk=file.pk))
    assert before["url"] != after["url"]
    assert (after["pages"], before["pages"]) == (5, 2)


def test_what_may_not_be_published_is_not_even_stored(newsroom: Newsroom, settings: Any) -> None:
    from pathlib import Path

    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        make_file("rapport.pdf", samples.HTML)
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_file_in_a_private_collection_is_unseen(newsroom: Newsroom) -> None:
    shown, hidden = make_file(), make_file(collection=private())
    assert [told is not None for told in said(shown, hidden)] == [True, False]


@pytest.mark.parametrize("below", [False, True])
def test_privacy_marks_the_files_of_a_collection(newsroom: Newsroom, below: bool) -> None:
    top = Collection.get_first_root_node().add_child(name="Rapporter")
    file = make_file(collection=top.add_child(name="Under") if below else top)
    newsroom.settle()
    CollectionViewRestriction.objects.create(collection=top, restriction_type="login")
    assert f"file:{file.pk}" in Mark.objects.values_list("key", flat=True)


def test_saving_and_deleting_marks(newsroom: Newsroom) -> None:
    file = make_file()
    key = f"file:{file.pk}"
    newsroom.settle()
    file.save()
    assert Mark.objects.filter(key=key).count() == 1
    newsroom.settle()
    file.delete()
    assert Mark.objects.filter(key=key).count() == 1


@pytest.mark.slow
def test_moving_many_files_marks_them(newsroom: Newsroom, client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    file, target = make_file(), private()
    newsroom.settle()
    address = f"/admin/bulk/media/file/add_to_collection/?id={file.pk}"
    assert client.post(address, {"collection": target.pk}).status_code == 302
    assert said(file) == [None]
    file.refresh_from_db()
    assert file.collection == target


@pytest.mark.parametrize(
    ("name", "disposition", "kind"),
    [
        ("rapport.pdf", "inline", "application/pdf"),
        ("siffror.csv", "attachment", "text/csv; charset=utf-8"),
        ("undertexter.vtt", "inline", "text/vtt; charset=utf-8"),
        ("tabell.ods", "attachment", "application/vnd.oasis.opendocument.spreadsheet"),
    ],
)
def test_what_browsers_should_not_open_is_saved(
    newsroom: Newsroom, client: Client, name: str, disposition: str, kind: str
) -> None:
    file = make_file(name, GOOD[name])
    (told,) = said(file)
    key = Current.objects.first()
    assert key
    PublicFile.objects.create(
        key=key.key, address=str(told["url"]), storage_name=file.file.name, content_type=told["type"]
    )
    response = client.get(told["url"])
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'{disposition}; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == GOOD[name]


@pytest.mark.parametrize("door", ["/admin/document-files/{0.pk}/{0.filename}", "/admin/files/{0.file.name}",
                                  "/documents/{0.pk}/{0.filename}", "/media/{0.file.name}", "{1[url]}"])  # fmt: skip
def test_a_file_that_no_page_shows_is_behind_every_door(
    newsroom: Newsroom, client: Client, door: str
) -> None:
    file = make_file()
    response = client.get(door.format(file, said(file)[0]))
    assert response.status_code in (301, 302, 404)
    if response.status_code != 404:
        assert response["Location"].startswith(("/admin/login/", "https://www.example.se"))
