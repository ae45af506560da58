"""By the clock: what a request says is erased, and the registrar is told until it succeeds."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from cms.publishing import chores
from disclosure.erasure import erase
from disclosure.mail import announce
from disclosure.models import DocumentRequest, RequestSettings, Status
from tests.cms.articles.examples import contract

pytestmark = pytest.mark.django_db

SENT = contract("requests/sent")
DAY = timedelta(days=1)


def kept(**fields: Any) -> DocumentRequest:
    return DocumentRequest.objects.create(**SENT | fields)


def ago(request: DocumentRequest, **days: int) -> DocumentRequest:
    """As if it had come in, or been answered, so many days ago."""
    moments = {name: timezone.now() - number * DAY for name, number in days.items()}
    DocumentRequest.objects.filter(pk=request.pk).update(**moments)
    return request


def says_anything(request: DocumentRequest) -> bool:
    request.refresh_from_db()
    return any(getattr(request, name) for name in SENT)


def test_text_and_contact_go_so_many_days_after_the_answer(caplog: pytest.LogCaptureFixture) -> None:
    answered = Status.ANSWERED
    early = ago(kept(status=answered, contact="070-1"), answered_at=29)
    due = ago(kept(status=answered, contact="070-2"), answered_at=30)
    waiting = ago(kept(), received_at=364)
    forgotten = ago(kept(status=Status.IN_PROGRESS), received_at=365)
    with caplog.at_level(logging.INFO):
        assert erase() == 2
    assert "of 2 requests" in caplog.text
    assert [says_anything(each) for each in (early, due, waiting, forgotten)] == [True, False, True, False]
    assert (due.status, due.receipt, bool(due.received_at), bool(due.answered_at)) == (
        answered, due.receipt, True, True,
    )  # fmt: skip
    assert due.erased_at
    assert erase() == 0


def test_the_number_of_days_is_a_setting() -> None:
    settings = RequestSettings.load()
    settings.erase_after_days = 5
    settings.save()
    request = ago(kept(status=Status.ANSWERED), answered_at=5)
    assert erase() == 1
    assert not says_anything(request)


def test_the_day_of_the_answer_follows_the_status() -> None:
    request = kept()
    request.status = Status.ANSWERED
    request.save()
    first = request.answered_at
    request.save()
    assert request.answered_at == first
    request.status = Status.IN_PROGRESS
    request.save()
    assert request.answered_at is None


@pytest.fixture
def registrar() -> str:
    settings = RequestSettings.load()
    settings.registrar_email = "registrator@example.se"
    settings.save()
    return settings.registrar_email


def test_the_registrar_gets_the_number_and_a_link_and_not_the_text(registrar: str) -> None:
    request = kept()
    assert announce() == 1
    message = mail.outbox[0]
    assert (message.to, message.subject) == ([registrar], f"Begäran om handling: {request.receipt}")
    assert f"http://localhost:8000/admin/document-requests/edit/{request.pk}/" in message.body
    for said in (SENT["text"], SENT["email"]):
        assert said not in message.body + message.subject
    assert announce() == 0


def test_a_mail_that_fails_is_tried_again_later_and_stops_no_other(
    registrar: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = kept(), kept()
    send = EmailMessage.send

    def broken(message: EmailMessage) -> int:
        if first.receipt in message.subject:
            raise SMTPException("nagon@example.se refused")
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", broken)
    assert announce() == 1
    assert second.receipt in mail.outbox[0].subject
    assert "nagon@example.se" not in caplog.text
    first.refresh_from_db()
    assert (first.attempts, first.announced_at) == (1, None)
    assert announce() == 0, "it waits before it tries again"
    monkeypatch.undo()
    DocumentRequest.objects.update(announce_after=timezone.now())
    assert announce() == 1
    first.refresh_from_db()
    assert first.announced_at


def test_waits_grow_and_have_an_end(registrar: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmailMessage, "send", lambda message: (_ for _ in ()).throw(OSError("no server")))
    request, waits = kept(), []
    for _ in range(12):
        DocumentRequest.objects.update(announce_after=timezone.now())
        assert announce() == 0
        request.refresh_from_db()
        waits.append((request.announce_after - timezone.now()) / timedelta(minutes=1))
    assert [round(wait) for wait in waits[:4]] == [1, 2, 4, 8]
    assert max(waits) <= 360


def test_without_a_registrar_no_mail_is_sent() -> None:
    kept()
    assert announce() == 0
    assert not mail.outbox


def test_the_worker_does_both() -> None:
    assert {chore.act for chore in chores._chores} >= {announce, erase}


def test_a_chore_that_fails_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []

    def fail() -> None:
        raise ValueError("broken")

    monkeypatch.setattr(chores, "_chores", [])
    chores.register(fail, every=DAY)
    chores.register(lambda: done.append("done"), every=DAY)
    chores.do_due()
    chores.do_due()
    assert done == ["done"]
    assert caplog.text.count("A chore failed") == 1
