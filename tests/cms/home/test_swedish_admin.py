"""An administrator walks through the whole admin and meets no English."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.translation import trans_real
from wagtail.documents import get_document_model

import cms.urls  # noqa: F401 (as in a server: Wagtail makes its forms with the addresses, and `migrate` has no language)
from articles.contacts.models import Contact
from articles.fees.models import FeeSchedule
from articles.topics.models import Topic
from disclosure.models import DocumentRequest
from feedback.models import Feedback
from home.groups import set_up_groups
from home.models import Audience, Navigation, Notice, Promo, SiteSettings
from tests.cms.conftest import Newsroom
from tests.cms.home.crawler import Read, Untranslated, admin_pages

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ENGLISH = re.compile(
    r"(?<![\w-])(the|this|these|your|you|with|from|and|or|not|are|is|has|have|been|will|of|to|"
    r"pages?|images?|documents?|snippets?|settings?|search|saved?|edit|editing|deleted?|publish|published|draft|live|"
    r"add|choose|upload|cancel|close|remove|change|view|history|usage|users?|groups?|password|dashboard|reports?|help|"
    r"title|name|language|locale|date|updated|created|yes|no|any|none|more|ago|"
    r"January|February|March|May|June|July|August|October|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\w-])",
    re.IGNORECASE,
)

UNSEEN = {"None", "Page"}
"""A counter that is hidden until it counts, and a label of workflows that Wagtail makes of a Python name, for
screen readers alone."""


@pytest.fixture
def one_of_each(newsroom: Newsroom) -> None:
    """A list without rows shows no columns, so there is one of each thing."""
    set_up_groups()
    newsroom.release(agencies=[newsroom.agency()])
    newsroom.release("Ett utkast", live=False)
    newsroom.information()
    newsroom.picture()
    get_document_model().objects.create(title="Beslut", file=ContentFile(b"x", "beslut.txt"))
    own = {"locale": newsroom.home.locale}
    Topic.objects.create(name="Smuggling", description="Om smuggling.", **own)
    Contact.objects.create(name="Pressjouren", phone="08-465 004 10", **own)
    FeeSchedule.objects.create(name="Kopior")
    audience = Audience.objects.create(name="Journalist", intro="Nyheter.", **own)
    Promo.objects.create(
        title="För skolan", text="Lektioner.", url="https://skola.example/", audience=audience, **own
    )
    Notice.objects.create(title="Växeln är stängd", text="Hela dagen.", **own)
    SiteSettings.objects.create(name="Myndigheten")
    Navigation.objects.create()
    DocumentRequest.objects.create(text="Beslutet", delivery="on_site")
    Feedback.objects.create(page=newsroom.information(), answer="no", text="Priset")


@pytest.fixture
def untranslated(monkeypatch: pytest.MonkeyPatch) -> Untranslated:
    behind = Untranslated()
    monkeypatch.setattr(trans_real.translation("sv"), "_fallback", behind)
    return behind


def test_no_page_of_the_admin_speaks_english(
    one_of_each: None, untranslated: Untranslated, client: Client
) -> None:
    user: Any = get_user_model().objects.create_superuser("admin", "admin@example.se", "x")
    client.force_login(user)
    english: dict[str, str] = {}
    visited = 0
    for address, page in admin_pages(client):
        visited += 1
        english |= dict.fromkeys(untranslated.shown_on(page), address)
        english |= {
            text.strip(): address
            for text in Read(page).texts
            if ENGLISH.search(text) and text.strip() not in UNSEEN
        }
    assert not english, "\n".join(f"{address}: {text}" for text, address in sorted(english.items()))
    assert visited > 100
