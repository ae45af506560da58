"""An editor without a browser: the admin's own forms over HTTP, with its session and its CSRF token."""

from __future__ import annotations

import re
from typing import Any

import httpx
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.e2e.running import System


class WireEditor:
    """Sends forms as a browser would: it asks for the page first, and follows the redirect after."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def log_in(self, system: System) -> None:
        """A session for the administrator."""
        answer = self.send("/admin/login/", {"username": system.user, "password": system.password})
        assert answer.url.path == "/admin/", "not logged in"

    def send(self, path: str, data: dict[str, Any]) -> httpx.Response:
        """Send a form to the address that shows it; AssertionError unless the answer is a page."""
        form = self.client.get(path)
        token = re.search(r'name=\\?"csrfmiddlewaretoken\\?" value=\\?"(\w+)', form.text)
        assert token, f"{path} shows no form: {form.status_code}"
        answer = self.client.post(path, data={"csrfmiddlewaretoken": token[1]} | data, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return answer

    def publish(self, path: str, **fields: Any) -> None:
        """Send the form of a press release with Publish, and see it accepted."""
        given = {
            "kind": "press_release",
            "lead": "En ingress.",
            "picture": "",
            "source_agency": "",
            "source_name": "",
            "source_url": "",
            "related_pages": inline_formset([]),
            "change_kind": "",
            "change_note": "",
            "topic_links": inline_formset([]),
            "contact_links": inline_formset([]),
            "comments": inline_formset([]),
        }
        answer = self.send(path, nested_form_data(given | fields) | {"action-publish": "1"})
        assert answer.url.path != path, faults(answer)


def blocks(*pairs: tuple[str, Any]) -> dict[str, Any]:
    """A body as its form has it."""
    return streamfield(list(pairs))


def senders(*pairs: tuple[int, str]) -> dict[str, Any]:
    """Agencies and their roles as their form has them."""
    return inline_formset([{"agency": agency, "role": role} for agency, role in pairs])


def faults(answer: httpx.Response) -> str:
    """What the form complains of."""
    return (
        " ".join(re.findall(r'class="error-message">\s*(?:<[^>]*>\s*)*([^<]+)', answer.text))
        or "no reason given"
    )
