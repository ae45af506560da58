"""Builds the demo site out of its texts, through the models that editors use.

Pages are known by their translation key, wherever editors have moved them and whatever they are called now. The
loader's revisions carry the dates of their editions, so an editor's revision is newer than all of them, and its page is
left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from wagtail.models import Locale, Page, Revision

from articles.models import AgencyLink, Article, Change, InformationPage, PressIndexPage, PressReleasePage
from cms.publishing.publisher import drain
from home.models import Highlight, HomePage, SiteSettings

from . import assets, bulk, content
from .body import Names, identified, rich_text, stored, stored_links
from .content import PageText, Values
from .generated import Generated, Generator

MODELS: Final[dict[str, type[Article]]] = {"pages": InformationPage, "releases": PressReleasePage}


class NoSiteError(Exception):
    """The database has no home pages: `setup_site` makes them."""


class DemoSite:
    """The pages of the demo site in the making. `say` is told each thing that was made, a line each."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._pictures = assets.PictureShelf()
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._ids: dict[tuple[str, str], int] = {}
        self._agencies: dict[str, int] = {}

    def load(self) -> None:
        """Make all that is missing, oldest first. Run again, it makes nothing and changes nothing."""
        self._take_front_pages()
        for name in assets.load_agencies():
            self._say(f"Agency: {name}")
        self._agencies = assets.agency_ids()
        texts = content.page_texts()
        for text in texts:
            self._place(text)
        for text in sorted(texts, key=lambda text: text.published):
            self._publish(text)
        for locale in content.LANGUAGES:
            self._fill_front_pages(locale)
        self._fill_settings()
        while drain():  # links to pages that came later than what links to them
            pass

    def missing(self, generator: Generator, count: int) -> list[Generated]:
        """Those of the first `count` generated press releases that the site doesn't have."""
        wanted = {identified(each.name): each for each in map(generator.article, range(1, count + 1))}
        there = Page.objects.filter(translation_key__in=wanted).values_list("translation_key", flat=True)
        return [each for key, each in wanted.items() if key not in set(there)]

    def generate(self, articles: Sequence[Generated]) -> None:
        """Add generated press releases to the Swedish press list. `load` must have run."""
        index = PressIndexPage.objects.get(pk=self._ids["press", content.FIRST_LANGUAGE])
        bulk.add_published(index, [self._generated_page(article) for article in articles])

    def _generated_page(self, article: Generated) -> PressReleasePage:
        page = PressReleasePage(
            slug=article.slug, translation_key=identified(article.name), first_published_at=article.published
        )
        self._write(page, PageText(article.name, content.FIRST_LANGUAGE, "releases", article.values), article.values)
        return page

    def _take_front_pages(self) -> None:
        for locale in content.LANGUAGES:
            home = HomePage.objects.filter(locale__language_code=locale).first()
            press = PressIndexPage.objects.child_of(home).first() if home else None
            if home is None or press is None:
                raise NoSiteError
            self._ids |= {("home", locale): home.pk, ("press", locale): press.pk}

    def _place(self, text: PageText) -> None:
        """Find the page, or put an empty draft in its place so that others can link to it."""
        key = identified(text.key)
        page = Page.objects.filter(translation_key=key, locale=self._locales[text.locale]).first()
        if page is None:
            page = MODELS[text.folder](
                title=text.values["title"],
                slug=text.values["slug"],
                show_in_menus=text.values.get("in_menu", False),
                locale=self._locales[text.locale],
                translation_key=key,
                first_published_at=text.published,
                live=False,
            )
            Page.objects.get(pk=self._ids[text.parent, text.locale]).add_child(instance=page)
        self._ids[text.key, text.locale] = page.pk

    def _publish(self, text: PageText) -> None:
        """Publish the editions of the page that are newer than its last revision, each as of its own day."""
        editions: list[tuple[Values, Values]] = [(text.first_edition(), {"at": text.published})]
        editions += [(text.values, change) for change in text.changes]
        for values, change in editions:
            with transaction.atomic():
                page = Page.objects.get(pk=self._ids[text.key, text.locale]).specific
                if page.latest_revision_created_at and page.latest_revision_created_at >= change["at"]:
                    continue
                self._write(page, text, values)
                page.change_kind, page.change_note = change.get("kind", ""), change.get("note", "")
                publish_as_of(page, change["at"])
            self._say(f"{change['at']:%Y-%m-%d}  {page.title}{_told(change)}")

    def _write(self, page: Article, text: PageText, values: Values) -> None:
        page.title, page.lead = values["title"], values["lead"]
        page.body = stored(values["body"], self._names(text.locale), f"{text.locale}/{text.key}")
        if isinstance(page, PressReleasePage):
            page.kind = values["kind"]
            picture = values.get("picture")
            page.picture_id = self._pictures.id(picture, text.locale) if picture else None
            page.agency_links = [
                AgencyLink(agency_id=self._agencies[link["agency"]], role=link["role"], sort_order=place)
                for place, link in enumerate(values["agencies"])
            ]
            self._write_source(page, values.get("source"))

    def _write_source(self, page: PressReleasePage, source: Any) -> None:
        """An agency by its slug, or somebody else by name and address."""
        if isinstance(source, str):
            page.source_agency_id = self._agencies[source]
        elif source:
            page.source_name, page.source_url = source["name"], source["url"]

    def _names(self, locale: str) -> Names:
        def page(key: str) -> int:
            return self._ids.get((key, locale)) or self._ids[key, content.FIRST_LANGUAGE]

        return Names(
            page=page,
            picture=lambda name: self._pictures.id(name, locale),
            alt=lambda name: self._pictures.alt(name, locale),
        )

    def _fill_front_pages(self, locale: str) -> None:
        home = HomePage.objects.get(pk=self._ids["home", locale])
        if not home.lead and not home.body:
            self._fill_home(home, content.front_page("home", locale))
        press = PressIndexPage.objects.get(pk=self._ids["press", locale])
        if not press.lead:
            values = content.front_page("press", locale).values
            press.title, press.lead = values["title"], values["lead"]
            press.save_revision().publish()

    @transaction.atomic
    def _fill_home(self, home: HomePage, text: PageText) -> None:
        names = self._names(text.locale)
        home.title, home.lead = text.values["title"], text.values["lead"]
        home.body = stored(text.values["body"], names, f"{text.locale}/home")
        home.highlights = [
            Highlight(page_id=names.page(key), sort_order=place)
            for place, key in enumerate(text.values["highlights"])
        ]
        home.save_revision().publish()
        self._say(f"Home page: {home.title}")

    def _fill_settings(self) -> None:
        settings = SiteSettings.load()
        if settings.tagline or settings.footer_text:
            return
        for name, value in content.read("site").items():
            names = self._names("en" if name.startswith("english_") else content.FIRST_LANGUAGE)
            if isinstance(value, list):
                value = stored_links(value, names, name)
            setattr(settings, name, rich_text(value, names) if name.endswith("footer_text") else value)
        settings.save()
        self._say("The site's settings")


def publish_as_of(page: Page, moment: datetime) -> None:
    """Publish a page as it would have been published at a moment in the past. Call it in a transaction."""
    revision = page.save_revision()
    revision.publish()
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment, latest_revision_created_at=moment)
    Change.objects.filter(revision_id=revision.pk).update(at=moment)


def _told(change: Values) -> str:
    return f" ({change['kind']})" if "kind" in change else ""
