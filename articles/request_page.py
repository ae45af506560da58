"""The page with the form for asking for a public document. What is sent goes to the registrar, never to this page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .admin import panels
from .article import Article, is_first_in_language
from .blocks import BodyBlock


class RequestPage(Article):
    """Lead above the form, body beneath it. The form itself is the visitor site's."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = panels.REQUEST
    promote_panels = [panels.ADDRESS]
    search_fields = [*Article.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage", "articles.InformationPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page with the request form")
        verbose_name_plural = _("pages with the request form")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """One in each language is enough."""
        return bool(super().can_create_at(parent)) and is_first_in_language(cls, parent)
