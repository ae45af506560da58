"""A small newsroom to publish in, made through the models as an editor's actions would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any, Final, TypeVar

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, Locale, Page, Site

from agencies.models import Agency
from articles.models import AgencyLink, InformationPage, PressIndexPage, PressReleasePage
from cms.api.held import Held
from cms.api.http import kept
from cms.api.lists import facets
from cms.api.lists import listing as lists
from cms.media.models import Picture
from cms.publishing.models import Current, Entry
from cms.publishing.publisher import drain
from home.models import HomePage
from tests.cms import copied, shapes
from tests.cms.api.described import Witness

T = TypeVar("T")


@dataclass
class Newsroom:
    """The tree of a Swedish home page and a press list, and short ways to add to it."""

    home: HomePage
    press: PressIndexPage
    numbers: count = field(default_factory=lambda: count(1))

    def agency(self, name: str = "Tullverket", **fields: Any) -> Agency:
        number = next(self.numbers)
        return Agency.objects.create(name=name, slug=fields.pop("slug", f"myndighet-{number}"), **fields)

    def release(
        self, title: str = "Nytt tillslag", *, live: bool = True, agencies: Any = (), **fields: Any
    ) -> Any:
        """A press release; `agencies` are (agency, role[, since]) or agencies, which then are partners."""
        fields = {"lead": "En ingress."} | fields
        page = PressReleasePage(title=title, slug=f"nyhet-{next(self.numbers)}", **fields)
        links = [link if isinstance(link, tuple) else (link, "partner") for link in agencies]
        page.agency_links = [
            AgencyLink(agency=agency, role=role, since="".join(since)) for agency, role, *since in links
        ]
        return self._add(self.press, page, live=live)

    def information(
        self, title: str = "Om oss", parent: Page | None = None, *, live: bool = True, **fields: Any
    ) -> Any:
        page = InformationPage(title=title, slug=f"sida-{next(self.numbers)}", lead="En ingress.", **fields)
        return self._add(parent or self.home, page, live=live)

    def picture(self, **fields: Any) -> Picture:
        return Picture.objects.create(title="Hamn", file=image_file(), description="En hamn.", **fields)

    def filled(self, fill: Callable[[Newsroom], T]) -> T:
        """What `fill` makes in a new one, copied from the second time on. What comes after it has higher numbers."""
        made = copied.once(fill, self)
        self.numbers = count(100)
        return made

    def settle(self) -> None:
        """Publish whatever is marked."""
        while drain():
            pass

    def _add(self, parent: Page, page: Page, *, live: bool) -> Page:
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        if not live:
            page.live = False
            page.save()
        revision = page.save_revision(clean=False)
        if live:
            revision.publish()
        page.refresh_from_db()
        return page


def make_newsroom() -> Newsroom:
    """The languages, the root, the site and its first pages, whatever a migration or a flush left behind.

    The first pages are saved as live rather than published by an editor, since nearly every test pays for them.
    """
    for code in ("sv", "en"):
        Locale.objects.get_or_create(language_code=code)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if Page.objects.exists():
        Site.objects.all().delete()
        Page.objects.all().delete()
    published = {"locale": Locale.objects.get(language_code="sv"), "first_published_at": timezone.now()}
    root = Page.add_root(title="Root", slug="root", locale=published["locale"])
    home = root.add_child(instance=HomePage(title="Myndigheten", slug="hem", **published))
    press = home.add_child(instance=PressIndexPage(title="Press", slug="press", **published))
    Site.objects.create(hostname="www.example.se", port=443, root_page=home, is_default_site=True)
    newsroom = Newsroom(home, press)
    newsroom.settle()
    return newsroom


@pytest.fixture
def newsroom(db: None, settings: Any, tmp_path: Any) -> Newsroom:
    """Within one transaction, which is rolled back."""
    settings.MEDIA_ROOT = str(tmp_path)
    return copied.once(make_newsroom)


@pytest.fixture
def committed_newsroom(transactional_db: None, settings: Any, tmp_path: Any) -> Newsroom:
    """Committed, so that other connections see it and on_commit runs."""
    settings.MEDIA_ROOT = str(tmp_path)
    return make_newsroom()


@pytest.fixture(autouse=True)
def declared_shapes() -> Iterator[list[str]]:
    """Whatever a test builds has the shape that is declared for it; the faults found so far."""
    with shapes.held() as faults:
        yield faults
    assert not faults, "\n".join(faults)


HOLDERS: Final = ((lists, "COUNTS"), (facets, "FACETS"), (kept, "ANSWERS"))
"""Where the process keeps what it has read of a state of the ledger."""


@pytest.fixture(autouse=True)
def nothing_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test reads anew: a database that is rolled back may come to the same state of the ledger again."""
    for module, name in HOLDERS:
        monkeypatch.setattr(module, name, Held(most=1000))


@pytest.fixture(autouse=True)
def described_answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever the API answers is as openapi.json says."""
    witness = Witness()
    monkeypatch.setattr(Client, "request", witness.watching(Client.request))
    yield
    assert not witness.faults, "\n".join(witness.faults)


def image_file(colour: str = "#0b4f6c", size: tuple[int, int] = (500, 300)) -> ImageFile:
    """A small PNG in one colour."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return ImageFile(buffer, name="hamn.png")


def kinds(key: str) -> list[str]:
    """What the ledger says happened to a key, in order."""
    return list(Entry.objects.filter(key=key).order_by("sequence").values_list("kind", flat=True))


def body(key: str) -> str | None:
    """The stored text of a key's document, or None when it is not public."""
    row = Current.objects.select_related("body").filter(key=key).first()
    return row.body.text if row else None
