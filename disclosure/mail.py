"""The registrar is told by mail that a request has come in: its number and where to read it, never what it says."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from .models import DocumentRequest, RequestSettings, Status

logger = logging.getLogger(__name__)

FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=6)


def announce() -> int:
    """Send what is due; return how many messages went out. What fails is tried again, ever more seldom."""
    registrar = RequestSettings.load().registrar_email
    sent = 0
    while registrar and (request := _claim()):
        sent += _send(request, registrar)
    return sent


def _claim() -> DocumentRequest | None:
    """The next request, put off until its next attempt: no lock is held while a mail server is slow to answer."""
    now = timezone.now()
    waiting = DocumentRequest.objects.filter(
        status=Status.NEW, announced_at=None, erased_at=None, announce_after__lte=now
    )
    with transaction.atomic():
        request = waiting.select_for_update(skip_locked=True).order_by("received_at").first()
        if request:
            wait = min(FIRST_WAIT * 2 ** min(request.attempts, 10), LONGEST_WAIT)
            request.attempts, request.announce_after = request.attempts + 1, now + wait
            request.save(update_fields=["attempts", "announce_after"])
    return request


def _send(request: DocumentRequest, registrar: str) -> bool:
    try:
        _message(request, registrar).send()
    except (SMTPException, OSError) as error:
        logger.warning(
            "The registrar could not be told of a request (%s, attempt %d); trying again.",
            type(error).__name__,
            request.attempts,
        )
        return False
    DocumentRequest.objects.filter(pk=request.pk).update(announced_at=timezone.now())
    return True


def _message(request: DocumentRequest, registrar: str) -> EmailMessage:
    link = settings.WAGTAILADMIN_BASE_URL + reverse("document-requests:edit", args=(request.pk,))
    with override("sv"):
        subject = _("A request for a document: %(receipt)s") % {"receipt": request.receipt}
        text = _("Somebody has asked for a public document through the website. Read it here, logged in:")
    return EmailMessage(subject, f"{text}\n\n{link}\n", to=[registrar])
