"""The documentation's files: what a strict policy allows, and no other host."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from cms.api.openapi.docs.assets import assets

pytestmark = pytest.mark.django_db


def test_the_page_has_nothing_inline_and_asks_no_other_host(client: Client) -> None:
    response = client.get("/api/v2/docs/")
    page = response.content.decode()
    assert response.status_code == 200
    assert not re.search(r"<style|style=|<script>|\son[a-z]+=|//", page.replace("<!doctype html>", ""))
    for name in re.findall(r'(?:src|href)="([^".][^"]*)"', page):
        assert client.get(f"/api/v2/docs/{name}").status_code == 200


def test_every_picture_is_a_file(client: Client) -> None:
    stylesheet = client.get("/api/v2/docs/swagger-ui.css").content.decode()
    assert "url(data:" not in stylesheet.replace('"', "")
    pictures = set(re.findall(r"url\(([^)]+)\)", stylesheet))
    assert len(pictures) > 20
    for name in pictures:
        response = client.get(f"/api/v2/docs/{name}")
        assert response["Content-Type"] == assets()[name].type
        start = response.content.lstrip()[:4]
        assert start in (b"<svg", b"\x89PNG", b"\xff\xd8\xff\xe1")


def test_files_are_compressed_and_known_again_and_others_are_not_there(client: Client) -> None:
    first = client.get("/api/v2/docs/swagger-ui-bundle.js", headers={"Accept-Encoding": "br"})
    assert len(first.content) < 500_000
    head = client.head("/api/v2/docs/swagger-ui-bundle.js", headers={"Accept-Encoding": "br"})
    assert head["Content-Length"] == str(len(first.content))
    held = {"Accept-Encoding": "br", "If-None-Match": first["ETag"]}
    assert client.get("/api/v2/docs/swagger-ui-bundle.js", headers=held).status_code == 304
    assert client.get("/api/v2/docs/redoc.js").status_code == 404
    assert client.get("/api/v2/docs/..%2Fassets.py").status_code == 404
    assert client.post("/api/v2/docs/").status_code == 405
