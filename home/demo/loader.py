"""Builds the demo site out of its texts, through the models that editors use.

The loader's revisions carry the dates of their editions, so an editor's revision is newer than all of them, and its
page is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from articles.models import PressIndexPage, PressReleasePage
from cms.publishing.publisher import drain

from . import assets, bulk, content
from .audiences import load_audiences
from .body import identified
from .content import FIRST_LANGUAGE, PageText
from .files import FileShelf
from .front import fill_front
from .generated import Generated, Generator
from .notices import load_notices
from .snippets import SnippetShelf
from .tree import Tree
from .writer import publish_as_of, schedule, withdraw, write


class DemoSite:
    """The demo site in the making. `say` is told each thing that was made, a line each."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Raises NoSiteError when there is no site to load it into."""
        self._say = say
        self._pictures = assets.PictureShelf()
        self._snippets = SnippetShelf()
        self._tree = Tree(self._pictures, FileShelf(), self._snippets)
        self._agencies: dict[str, int] = {}

    def load(self) -> None:
        """Make all that is missing, oldest first. Run again, it makes nothing and changes nothing."""
        for name in assets.load_agencies():
            self._say(f"Agency: {name}")
        self._agencies = assets.agency_ids()
        for line in self._snippets.load():
            self._say(line)
        texts = content.page_texts()
        for text in texts:
            self._tree.place(text)
        for line in load_audiences(self._tree):
            self._say(line)
        for text in sorted(texts, key=lambda text: text.age):
            self._publish(text)
        for line in (*fill_front(self._tree), *load_notices(self._tree)):
            self._say(line)
        _catch_up()  # links to pages that came later than what links to them
        for text in texts:
            self._withdraw(text)
        _catch_up()

    def missing(self, seed: int, count: int) -> list[Generated]:
        """Those of the first `count` generated press releases that the site doesn't have."""
        generator = Generator(seed, [slug for slug in assets.living_agencies() if slug in self._agencies])
        wanted = {identified(each.name): each for each in map(generator.article, range(1, count + 1))}
        there = set(Page.objects.filter(translation_key__in=wanted).values_list("translation_key", flat=True))
        return [each for key, each in wanted.items() if key not in there]

    def generate(self, articles: Sequence[Generated]) -> None:
        """Add generated press releases to the Swedish press list. `load` must have run."""
        index = PressIndexPage.objects.get(pk=self._tree.id("press", FIRST_LANGUAGE))
        bulk.add_published(index, [self._generated_page(article) for article in articles])

    def _publish(self, text: PageText) -> None:
        """Publish the editions of the page that are newer than its last revision, each as of its own day."""
        if not text.published:
            self._write_ahead(text)
        for moment, values, change in text.editions():
            with transaction.atomic():
                page = self._page(text)
                if page.latest_revision_created_at and page.latest_revision_created_at >= moment:
                    continue
                with disable_reference_index_auto_update():  # it would be made anew at each of five savings
                    write(page, text, values, self._tree.names(text.locale), self._agencies)
                    page.change_kind, page.change_note = change.get("kind", ""), change.get("note", "")
                    publish_as_of(page, moment)
                ReferenceIndex.create_or_update_for_object(page)
            told = f" ({change['kind']})" if "kind" in change else ""
            self._say(f"{moment:%Y-%m-%d}  {page.title}{told}")

    @transaction.atomic
    def _write_ahead(self, text: PageText) -> None:
        """Leave what isn't published yet as a draft, or scheduled for its day."""
        page = self._page(text)
        if page.latest_revision_id:
            return
        write(page, text, text.values, self._tree.names(text.locale), self._agencies)
        if text.in_days is None:
            page.save_revision()
        else:
            schedule(page, text.in_days)
        self._say(f"{'draft' if text.in_days is None else 'scheduled':10}  {page.title}")

    @transaction.atomic
    def _withdraw(self, text: PageText) -> None:
        """Take down what has had its time, unless an editor has published it again."""
        page = self._page(text)
        if text.withdrawn and page.live and page.latest_revision_created_at == text.editions()[-1][0]:
            withdraw(page, text.withdrawn, self._tree.names(text.locale))
            self._say(f"withdrawn   {page.title}")

    def _page(self, text: PageText) -> Page:
        return Page.objects.get(pk=self._tree.id(text.key, text.locale)).specific

    def _generated_page(self, article: Generated) -> PressReleasePage:
        page = PressReleasePage(
            slug=article.slug, translation_key=identified(article.name), first_published_at=article.published
        )
        text = PageText(article.name, FIRST_LANGUAGE, "releases", article.values)
        write(page, text, article.values, self._tree.names(FIRST_LANGUAGE), self._agencies)
        return page


def _catch_up() -> None:
    while drain():
        pass
