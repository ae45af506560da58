"""Parts of files: a film's viewer jumps, and a player asks for what it needs."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.media.ranges import NotInFileError, asked_for
from cms.publishing.models import PublicFile
from tests.cms.conftest import Newsroom


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("bytes=0-3", range(4)),
        ("bytes=4-", range(4, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        ("bytes=8-99", range(8, 10)),
        ("", None),
        ("bytes=-", None),
        ("bytes=3-1", None),
        ("bytes=0-1,4-5", None),
        ("lines=0-3", None),
        ("bytes=٣-٤", None),
        ("bytes=" + "9" * 99 + "-", None),
    ],
)
def test_what_is_asked_for(header: str, asked: range | None) -> None:
    assert asked_for(header, 10) == asked


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_what_is_not_in_the_file(header: str) -> None:
    with pytest.raises(NotInFileError):
        asked_for(header, 10)


def test_an_empty_file_has_no_part() -> None:
    with pytest.raises(NotInFileError):
        asked_for("bytes=0-", 0)


@pytest.mark.django_db
def test_parts_make_the_whole(newsroom: Newsroom, client: Client) -> None:
    newsroom.release(picture=newsroom.picture())
    newsroom.settle()
    address = PublicFile.objects.values_list("address", flat=True)[0]
    whole = client.get(address)
    bytes_ = b"".join(whole.streaming_content)
    assert whole["Accept-Ranges"] == "bytes"
    first = client.get(address, headers={"Range": "bytes=0-9"})
    rest = client.get(address, headers={"Range": "bytes=10-"})
    assert (first.status_code, first["Content-Length"]) == (206, "10")
    assert first["Content-Range"] == f"bytes 0-9/{len(bytes_)}"
    assert first["Content-Type"] == whole["Content-Type"]
    assert b"".join(first.streaming_content) + b"".join(rest.streaming_content) == bytes_
    beyond = client.get(address, headers={"Range": f"bytes={len(bytes_)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(bytes_)}")
