"""What secrets and their twins stand on: the newsroom, and what its pages are counted by."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from agencies.models import Agency
from articles.models import InformationPage
from articles.topics.models import Topic
from cms.publishing.marks import mark
from home.models import Audience
from tests.cms.conftest import Newsroom, make_newsroom


@dataclass
class Ground:
    """An agency, a topic and readers, which everybody may know of, and a short way to pages."""

    newsroom: Newsroom
    agency: Agency
    topic: Topic
    audience: Audience
    numbers: count = field(default_factory=lambda: count(1))

    def add(self, page: Any, parent: Page | None = None, *, live: bool = True) -> Any:
        """Saved as live and marked, rather than published by an editor: there are hundreds."""
        page.live, page.first_published_at = live, timezone.now() if live else None
        Page.objects.get(pk=(parent or self.newsroom.home).pk).add_child(instance=page)
        mark(f"page:{page.pk}")
        return page

    def section(self, title: str = "Avdelning", parent: Page | None = None, **fields: Any) -> Any:
        """An information page without a word of its own."""
        live = fields.pop("live", True)
        slug = f"avdelning-{next(self.numbers)}"
        page = InformationPage(title=title, slug=slug, lead="En ingress.", **fields)
        return self.add(page, parent, live=live)


def make_ground() -> Ground:
    """Within the transaction that the caller has begun."""
    newsroom = make_newsroom()
    locale = newsroom.home.locale
    return Ground(
        newsroom,
        newsroom.agency("Tullverket", slug="tullverket"),
        Topic.objects.create(name="Smuggling", slug="smuggling", locale=locale),
        Audience.objects.create(name="Läsare", slug="lasare", intro="Du som läser.", locale=locale),
    )
