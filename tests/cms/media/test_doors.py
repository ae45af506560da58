"""What no public page names can't be fetched: not by its public address, not by its name, not through Wagtail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.files import File
from cms.media.models import Picture
from cms.publishing.models import Current, PublicFile
from tests.cms.conftest import Newsroom, body
from tests.cms.media.test_file_source import make_file

pytestmark = pytest.mark.slow


def attached(file: File) -> list[dict[str, Any]]:
    """A body with the file."""
    item = {"type": "item", "value": {"file": file.pk, "title": ""}, "id": "1"}
    return [{"type": "attachments", "value": {"title": "", "items": [item]}, "id": "2"}]


def things(newsroom: Newsroom, **fields: Any) -> tuple[Picture, File]:
    return newsroom.picture(licence="press", **fields), make_file(**fields)


def addresses(picture: Picture, file: File) -> Iterator[str]:
    """Every address at which somebody could try to get them."""
    made = picture.get_renditions(*picture.sizes.values(), "original").values()
    for name, rendition in zip([*picture.sizes, "original"], made, strict=True):
        suffix = rendition.file.name.rpartition(".")[2]
        yield f"/media/{rendition.content_hash[:16]}/hamn-{name}.{suffix}"
        yield f"/media/{rendition.file.name}"
        yield f"/admin/files/{rendition.file.name}"
    yield f"/media/{file.content_hash[:16]}/{file.filename}"
    for stored in (picture.file.name, file.file.name):
        yield f"/media/{stored}"
        yield f"/admin/files/{stored}"
    yield f"/admin/document-files/{file.pk}/{file.filename}"
    yield f"/documents/{file.pk}/{file.filename}"
    yield f"/admin/images/{picture.pk}/preview/original/"
    yield "/admin/api/main/images/"
    yield "/admin/api/main/documents/"


def fetched(client: Client, picture: Picture, file: File) -> list[str]:
    """Those of them that give anything but a refusal or the way to the login or the visitor site."""
    answers = {address: client.get(address) for address in addresses(picture, file)}
    return [
        address
        for address, answer in answers.items()
        if answer.status_code not in (401, 403, 404)
        and not str(answer.headers.get("Location")).startswith(("/admin/login/", "https://www.example.se"))
    ]


def test_unused(newsroom: Newsroom, client: Client) -> None:
    assert not fetched(client, *things(newsroom))


def test_of_a_draft_alone(newsroom: Newsroom, client: Client) -> None:
    picture, file = things(newsroom)
    newsroom.release(picture=picture, body=attached(file), live=False)
    newsroom.settle()
    assert not fetched(client, picture, file)


def test_in_a_private_collection(newsroom: Newsroom, client: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="Embargo")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    picture, file = things(newsroom, collection=private)
    page = newsroom.release(picture=picture, body=attached(file))
    newsroom.settle()
    said = json.loads(body(f"page:{page.pk}") or "")
    assert (said["picture"], said["body"]) == (None, [])
    assert not fetched(client, picture, file)


def test_of_an_expired_page_while_the_worker_stands_still(newsroom: Newsroom, client: Client) -> None:
    picture, file = things(newsroom)
    page = newsroom.release(picture=picture, body=attached(file))
    newsroom.settle()
    public = set(PublicFile.objects.filter(key=f"page:{page.pk}").values_list("address", flat=True))
    assert set(fetched(client, picture, file)) == public
    assert len(public) == 7  # six sizes and the file
    past = timezone.now() - timedelta(seconds=1)
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=past)
    assert not fetched(client, picture, file)


def test_of_a_page_that_was_taken_down(newsroom: Newsroom, client: Client) -> None:
    picture, file = things(newsroom)
    page = newsroom.release(picture=picture, body=attached(file))
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    assert not fetched(client, picture, file)


def test_of_a_collection_that_became_private(newsroom: Newsroom, client: Client) -> None:
    collection = Collection.get_first_root_node().add_child(name="Rapporter")
    picture, file = things(newsroom, collection=collection)
    newsroom.release(picture=picture, body=attached(file))
    newsroom.settle()
    assert fetched(client, picture, file)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    newsroom.settle()
    assert not fetched(client, picture, file)


def test_a_replaced_file_is_had_at_its_new_address_alone(newsroom: Newsroom, client: Client) -> None:
    from django.core.files.base import ContentFile

    from tests.cms.media import samples

    picture, file = things(newsroom)
    newsroom.release(picture=picture, body=attached(file))
    newsroom.settle()
    old = f"/media/{file.content_hash[:16]}/{file.filename}"
    assert client.get(old).status_code == 200
    file.file = ContentFile(samples.pdf(9), "Rapport 2017.pdf")
    file.save()
    newsroom.settle()
    new = f"/media/{file.content_hash[:16]}/{file.filename}"
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_an_address_that_no_file_can_have_is_not_found(newsroom: Newsroom, client: Client) -> None:
    for name in ("%00.jpg", "a%00.pdf", "x" * 5000):
        assert client.get(f"/media/0123456789abcdef/{name}").status_code == 404
    assert client.get("/media/%00/a.jpg").status_code == 404
