"""An editor at work in the admin, through its own forms."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.models import PressReleasePage
from tests.cms.conftest import Newsroom

__all__ = ["Editor", "rich_text"]


class Editor:
    """Creates and edits press releases as a browser would."""

    def __init__(self, newsroom: Newsroom, client: Client) -> None:
        self.newsroom, self.client = newsroom, client
        self.sender = newsroom.agency("Ekobrottsmyndigheten")

    def data(
        self, blocks: Any = (), links: Any = None, topics: Any = (), contacts: Any = (), **fields: Any
    ) -> dict[str, Any]:
        """What the form sends."""
        rows = [{"agency": self.sender.pk, "role": "sender"}] if links is None else links
        given = {
            "title": "Ett tillslag",
            "slug": "ett-tillslag",
            "kind": "press_release",
            "lead": "En ingress.",
            "body": streamfield(list(blocks)),
            "agency_links": inline_formset(rows),
            "related_pages": inline_formset([]),
            "topic_links": inline_formset(list(topics)),
            "contact_links": inline_formset(list(contacts)),
            "comments": inline_formset([]),
            "picture": "",
            "source_agency": "",
            "source_name": "",
            "source_url": "",
            "registry_number": "",
            "responsible_unit": "",
            "change_kind": "",
            "change_note": "",
        }
        return nested_form_data(given | fields)

    def create(self, *, publish: bool = True, **given: Any) -> Any:
        """The answer to the form of a new press release."""
        address = reverse(
            "wagtailadmin_pages:add", args=("articles", "pressreleasepage", self.newsroom.press.pk)
        )
        return self._post(address, publish, given)

    def edit(self, page: PressReleasePage, *, publish: bool = True, **given: Any) -> Any:
        """The answer to the form of a page that is there."""
        return self._post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), publish, given)

    def published(self, **given: Any) -> PressReleasePage:
        """A press release that went through the form at once."""
        assert self.create(**given).status_code == 302
        return PressReleasePage.objects.latest("pk")

    def _post(self, address: str, publish: bool, given: dict[str, Any]) -> Any:
        action = {"action-publish": "1"} if publish else {}
        return self.client.post(address, self.data(**given) | action)


@pytest.fixture
def editor(newsroom: Newsroom, client: Client) -> Editor:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return Editor(newsroom, client)


def errors(response: Any) -> dict[str, list[str]]:
    """The faults that the form shows, by field; "" holds those of the whole."""
    assert response.status_code == 200, "the form was accepted"
    form = response.context["form"]
    return {("" if field == "__all__" else field): list(told) for field, told in form.errors.items()}
