"""Things that begin, change and end by the clock: never early, with what names them, and again after a refresh."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms.publishing import documents, visibility, worker
from cms.publishing.documents import Document, DocumentSource, Json, Loaded
from cms.publishing.marks import mark, mark_everything
from cms.publishing.models import Current, Mark
from cms.publishing.publisher import publish
from cms.publishing.references import Ref
from cms.publishing.schedule import Schedule
from cms.publishing.shapes import Published, Shape
from cms.publishing.visibility import Cause
from tests.cms.conftest import Newsroom, body, kinds

HOUR = timedelta(hours=1)


class Poster(Shape):
    id: str
    next: dict[str, str] | None


class Posters(DocumentSource):
    """Posters that hang from a time to a time, and may change in between; each names the next one."""

    name = "poster"
    published = (Published("test.Poster", Poster),)
    remembered = False

    def __init__(self) -> None:
        self.periods: dict[str, tuple[datetime | None, datetime | None]] = {}
        self.changes: dict[str, datetime] = {}

    def ids(self) -> Iterable[str]:
        return list(self.periods)

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        known = set(ids) & self.periods.keys()
        return {id: Loaded(id, visibility.of_period(*self.periods[id]), self.changes.get(id)) for id in known}

    def refer(self, thing: str, form: str, locale: str) -> Json:
        return {"id": thing}

    def build(self, thing: str) -> Document:
        return Document("test.Poster", thing, {"id": thing, "next": Ref(f"poster:{int(thing) + 1}")})


@pytest.fixture
def posters() -> Iterator[Posters]:
    source = Posters()
    documents.register(source)
    yield source
    del documents._sources["poster"]


def pass_time(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Let the programs' clock be ahead from now on."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + by)


def test_what_begins_later_is_published_then_and_not_before(
    newsroom: Newsroom, posters: Posters, monkeypatch: pytest.MonkeyPatch
) -> None:
    posters.periods["1"] = (timezone.now() + HOUR, None)
    mark("poster:1")
    newsroom.settle()
    assert body("poster:1") is None
    assert [each.not_before for each in Mark.objects.filter(key="poster:1")] == [posters.periods["1"][0]]
    mark_everything()  # a refresh meanwhile keeps the appointment, and makes no second one
    newsroom.settle()
    assert Mark.objects.filter(key="poster:1").count() == 1
    pass_time(monkeypatch, HOUR - timedelta(seconds=1))
    worker.tick(Schedule())
    assert body("poster:1") is None
    pass_time(monkeypatch, timedelta(seconds=2))
    worker.tick(Schedule())
    assert kinds("poster:1") == ["published"]
    assert not Mark.objects.filter(key="poster:1").exists()


def test_what_names_it_follows_when_it_begins(
    newsroom: Newsroom, posters: Posters, monkeypatch: pytest.MonkeyPatch
) -> None:
    posters.periods |= {"1": (None, None), "2": (timezone.now() + HOUR, None)}
    publish(["poster:1", "poster:2"])
    assert '"next":null' in (body("poster:1") or "")
    pass_time(monkeypatch, HOUR)
    worker.tick(Schedule())
    assert '"next":{"id":"2"}' in (body("poster:1") or "")


def test_what_ends_is_withdrawn_and_readers_do_not_wait_for_it(newsroom: Newsroom, posters: Posters) -> None:
    posters.periods["1"] = (None, timezone.now() + HOUR)
    publish(["poster:1"])
    row = Current.objects.get(key="poster:1")
    assert row.visible_until == row.next_change_at == posters.periods["1"][1]
    posters.periods["1"] = (None, timezone.now())
    publish(["poster:1"])
    assert kinds("poster:1") == ["published", "withdrawn"]


def test_what_changes_by_the_clock_is_looked_at_again_with_all_that_names_it(
    newsroom: Newsroom, posters: Posters
) -> None:
    posters.periods |= {"1": (None, None), "2": (None, None)}
    posters.changes["2"] = timezone.now() + HOUR
    publish(["poster:1", "poster:2"])
    due = dict(Current.objects.filter(key__startswith="poster:").values_list("key", "next_change_at"))
    assert due == {"poster:1": posters.changes["2"], "poster:2": posters.changes["2"]}


@pytest.mark.parametrize(
    ("start", "end", "cause", "until"),
    [
        (None, None, Cause.PUBLIC, None),
        (-HOUR, None, Cause.PUBLIC, None),
        (-HOUR, HOUR, Cause.PUBLIC, HOUR),
        (HOUR, None, Cause.PENDING, HOUR),
        (HOUR, 2 * HOUR, Cause.PENDING, HOUR),
        (None, -HOUR, Cause.EXPIRED, None),
        (timedelta(), timedelta(), Cause.EXPIRED, None),
    ],
)
def test_a_period_and_its_verdict(
    start: timedelta | None,
    end: timedelta | None,
    cause: Cause,
    until: timedelta | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    moments = [None if each is None else now + each for each in (start, end, until)]
    assert visibility.of_period(*moments[:2]) == visibility.Visibility(cause, moments[2])
