"""The two health addresses of the CMS."""

import pytest
from django.db import DatabaseError
from django.test import Client


def test_live_asks_no_database(client: Client) -> None:
    """No database mark on this test: a query would fail it."""
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_with_a_migrated_database(client: Client) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


def test_not_ready_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> bool:
        raise DatabaseError("gone")

    monkeypatch.setattr("cms.health.is_migrated", fail)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["problem"] == "the database does not answer"
