"""Files are public under their content's hash, and only while a public document names them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.publishing.models import Current
from tests.cms.conftest import Newsroom, body

pytestmark = pytest.mark.slow


@pytest.fixture
def shown(newsroom: Newsroom) -> tuple[Any, Any, str]:
    """A picture, a release that shows it, and the address of one rendition."""
    picture = newsroom.picture()
    page = newsroom.release(picture=picture)
    newsroom.settle()
    said = json.loads(body(f"page:{page.pk}") or "")["picture"]
    return picture, page, said["renditions"]["text"]["url"]


def test_a_named_rendition_is_served_for_ever(shown: Any, client: Client) -> None:
    response = client.get(shown[2])
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content)[8:12] == b"WEBP"


def test_it_ends_with_the_page_that_named_it(newsroom: Newsroom, shown: Any, client: Client) -> None:
    shown[1].unpublish()
    newsroom.settle()
    assert client.get(shown[2]).status_code == 404


def test_it_ends_by_the_clock(shown: Any, client: Client) -> None:
    Current.objects.filter(key=f"page:{shown[1].pk}").update(
        visible_until=timezone.now() - timedelta(seconds=1)
    )
    assert client.get(shown[2]).status_code == 404


def test_the_original_and_other_renditions_are_nobodys_but_the_editors(
    newsroom: Newsroom, shown: Any, client: Client
) -> None:
    original = shown[0].file.name
    other = shown[0].get_rendition("width-333").file.name
    for name in (original, other):
        for address in (f"/media/{name}", f"/media/{'0' * 16}/{name.split('/')[-1]}", f"/admin/files/{name}"):
            assert client.get(address).status_code in (302, 404)


def test_a_picture_that_only_a_draft_names_is_not_public(newsroom: Newsroom, client: Client) -> None:
    picture = newsroom.picture()
    newsroom.release(picture=picture, live=False)
    newsroom.settle()
    rendition = picture.renditions.first() or picture.get_rendition("width-960|format-webp|webpquality-82")
    assert client.get(f"/media/{rendition.content_hash[:16]}/hamn-text.webp").status_code == 404


def test_gps_data_of_the_original_is_in_no_rendition(newsroom: Newsroom, shown: Any) -> None:
    from PIL import Image

    for rendition in shown[0].renditions.all():
        with rendition.file.open("rb") as file:
            assert not Image.open(file).getexif()


@pytest.mark.parametrize("path", ["/media/", "/media/x", "/media/x/", "/media/x/y/", "/media/x/y/z.png"])
def test_an_address_of_no_file_leads_nowhere(client: Client, path: str) -> None:
    """Least of all back to itself on the visitor host, which asks here again."""
    assert client.get(path).status_code == 404
