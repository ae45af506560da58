"""Builds the demo site out of its texts, through the models that editors use.

The loader's revisions carry the dates of their editions, so an editor's revision is newer than all of them, and its
page is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction
from wagtail.models import Page

from articles.models import PressIndexPage, PressReleasePage
from cms.publishing.publisher import drain

from . import assets, bulk, content
from .body import identified
from .content import FIRST_LANGUAGE, PageText, Values
from .front import fill_front
from .generated import Generated, Generator
from .tree import Tree
from .writer import publish_as_of, write


class DemoSite:
    """The demo site in the making. `say` is told each thing that was made, a line each."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Raises NoSiteError when there is no site to load it into."""
        self._say = say
        self._pictures = assets.PictureShelf()
        self._tree = Tree(self._pictures)
        self._agencies: dict[str, int] = {}

    def load(self) -> None:
        """Make all that is missing, oldest first. Run again, it makes nothing and changes nothing."""
        for name in assets.load_agencies():
            self._say(f"Agency: {name}")
        self._agencies = assets.agency_ids()
        texts = content.page_texts()
        for text in texts:
            self._tree.place(text)
        for text in sorted(texts, key=lambda text: text.published):
            self._publish(text)
        for line in fill_front(self._tree):
            self._say(line)
        while drain():  # links to pages that came later than what links to them
            pass

    def missing(self, seed: int, count: int) -> list[Generated]:
        """Those of the first `count` generated press releases that the site doesn't have."""
        generator = Generator(seed, sorted(self._agencies))
        wanted = {identified(each.name): each for each in map(generator.article, range(1, count + 1))}
        there = set(Page.objects.filter(translation_key__in=wanted).values_list("translation_key", flat=True))
        return [each for key, each in wanted.items() if key not in there]

    def generate(self, articles: Sequence[Generated]) -> None:
        """Add generated press releases to the Swedish press list. `load` must have run."""
        index = PressIndexPage.objects.get(pk=self._tree.id("press", FIRST_LANGUAGE))
        bulk.add_published(index, [self._generated_page(article) for article in articles])

    def _publish(self, text: PageText) -> None:
        """Publish the editions of the page that are newer than its last revision, each as of its own day."""
        editions: list[tuple[Values, Values]] = [(text.first_edition(), {"at": text.published})]
        editions += [(text.values, change) for change in text.changes]
        for values, change in editions:
            with transaction.atomic():
                page = Page.objects.get(pk=self._tree.id(text.key, text.locale)).specific
                if page.latest_revision_created_at and page.latest_revision_created_at >= change["at"]:
                    continue
                write(page, text, values, self._tree.names(text.locale), self._agencies)
                page.change_kind, page.change_note = change.get("kind", ""), change.get("note", "")
                publish_as_of(page, change["at"])
            told = f" ({change['kind']})" if "kind" in change else ""
            self._say(f"{change['at']:%Y-%m-%d}  {page.title}{told}")

    def _generated_page(self, article: Generated) -> PressReleasePage:
        page = PressReleasePage(
            slug=article.slug, translation_key=identified(article.name), first_published_at=article.published
        )
        text = PageText(article.name, FIRST_LANGUAGE, "releases", article.values)
        write(page, text, article.values, self._tree.names(FIRST_LANGUAGE), self._agencies)
        return page
