"""What is published of the home page, and of the site as a whole in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from articles.blocks.links import links_of
from articles.contents import contents_of
from articles.publication import Publication, publish_body
from cms.publishing import lineage, visibility
from cms.publishing.documents import Document, DocumentSource, Json, Loaded
from cms.publishing.host import on_host
from cms.publishing.page_types import PageContent
from cms.publishing.pages import path_of, uid
from cms.publishing.references import Ref
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Published
from cms.publishing.typography import no_break

from . import shapes
from .models import HomePage
from .navigation.documents import menu_of
from .navigation.models import Navigation
from .site_settings import SiteSettings


def home(page: HomePage) -> PageContent:
    """The home page: lead, body, and the pages and promos put forward."""
    locale = page.locale.language_code
    highlights = [
        Ref(f"page:{item.page_id}", "teaser", locale) for item in page.highlights.all() if item.page_id
    ]
    lead = {"lead": no_break(page.lead.strip())}
    body = publish_body(page.body, Publication(locale))
    promos = [Ref(f"promo:{row.promo_id}", locale=locale) for row in page.promo_links.all() if row.promo_id]
    fields = lead | {
        "body": body,
        "contents": contents_of(body),
        "highlights": highlights,
        "promos": promos,
    }
    return PageContent(fields, card=lead)


@dataclass(frozen=True, slots=True)
class SiteInLanguage:
    """The settings and the menu seen in one language, and the home pages of all."""

    settings: SiteSettings
    navigation: Navigation
    locale: str
    homes: Mapping[str, HomePage]

    def text(self, field: str) -> str:
        """A text in this language, or else in Swedish."""
        own = "" if self.locale == "sv" else str(getattr(self.settings, f"english_{field}"))
        return own or str(getattr(self.settings, field))

    @property
    def footer_links(self) -> StreamValue:
        english = self.settings.english_footer_links
        return english if self.locale != "sv" and english else self.settings.footer_links

    @property
    def menu(self) -> StreamValue:
        """This language's own: a Swedish one would be no help."""
        return self.navigation.items if self.locale == "sv" else self.navigation.english_items


class SiteSource(DocumentSource):
    """``site:sv``, ``site:en``. Notices are not in the document: they are joined at read. Others name its authority.

    A language is public with its home page. Swedish always is: whatever becomes of its pages, readers can phone.
    """

    name = "site"
    published = (Published("home.SiteSettings", shapes.SiteSettings),)
    shape = 5

    def ids(self) -> Iterable[str]:
        return [locale.language_code for locale in Locale.objects.all()]

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        settings, navigation = SiteSettings.objects.first(), Navigation.objects.first() or Navigation()
        homes = {
            page.locale.language_code: page
            for page in HomePage.objects.select_related("locale").order_by("path")
        }
        line = lineage.of(homes[id].pk for id in ids if id in homes and id != "sv")
        return {
            id: Loaded(SiteInLanguage(settings, navigation, id, homes), _visibility(homes[id], line))
            for id in ids
            if settings and id in homes
        }

    def refer(self, thing: SiteInLanguage, form: str, locale: str) -> Json:
        return {"name": thing.text("name")}

    def build(self, thing: SiteInLanguage) -> Document:
        settings, locale = thing.settings, thing.locale
        body: dict[str, Json] = {
            "meta": {
                "type": "home.SiteSettings",
                "uid": uid(thing.homes[locale]),
                "locale": locale,
                "html_url": on_host(path_of(thing.homes[locale])),
            },
            "name": thing.text("name"),
            "tagline": thing.text("tagline"),
            "organisation_number": settings.organisation_number,
            "contact": {
                "phone": settings.phone,
                "email": settings.email,
                "address": _lines(settings.address),
                "hours": thing.text("hours"),
                "visiting_address": _lines(settings.visiting_address),
                "press": {"phone": settings.press_phone, "hours": thing.text("press_hours")},
                "feedback_email": settings.feedback_email,
                "complaints_email": settings.complaints_email,
            },
            "footer": {
                "html": RichHtml(thing.text("footer_text"), locale),
                "links": links_of(thing.footer_links, locale),
            },
            "navigation": menu_of(thing.menu, locale),
            "locales": [_language(code, page) for code, page in thing.homes.items()],
        }
        return Document(type="home.SiteSettings", title=thing.text("name"), body=body, locale=locale)


def _visibility(home: HomePage, line: lineage.Lineage) -> visibility.Visibility:
    return visibility.PUBLIC if home.locale.language_code == "sv" else visibility.of_page(home.pk, line)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _language(code: str, page: HomePage) -> Ref:
    """A language with the address of its home page, left out while that isn't public."""
    name = LANG_INFO[code]["name_local"].capitalize()
    return Ref(f"page:{page.pk}", then=lambda link: {"locale": code, "name": name, "url": link["url"]})
