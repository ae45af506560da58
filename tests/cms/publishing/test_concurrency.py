"""Publishers on several connections at once, and publishers killed at each step: real processes, real PostgreSQL."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import close_old_connections, connection, connections, transaction

from agencies.models import Agency
from cms.publishing import ledger, publisher
from cms.publishing.marks import mark
from cms.publishing.models import Current, Entry, Head, Mark
from tests.cms.conftest import Newsroom, body, kinds

pytestmark = pytest.mark.slow


def in_threads(*actions: Callable[[], Any]) -> list[Any]:
    """Run the actions at once, each on a connection of its own."""
    start = Barrier(len(actions))

    def run(action: Callable[[], Any]) -> Any:
        start.wait(timeout=10)
        try:
            return action()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, action) for action in actions]]


def assert_whole() -> None:
    """No gap, no misorder, a chain that holds, and CURRENT at what the ledger says last of each key."""
    sequences = list(Entry.objects.order_by("sequence").values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    assert ledger.verify() == len(sequences)
    times = list(Entry.objects.order_by("sequence").values_list("at", flat=True))
    assert times == sorted(times)
    for row in Current.objects.all():
        last = Entry.objects.filter(key=row.key).latest("sequence")
        assert (last.body_hash, last.sequence) == (row.body_id, row.sequence)


def test_different_pages_at_once(committed_newsroom: Newsroom, count: Callable[[int, int], int]) -> None:
    newsroom = committed_newsroom
    rounds = count(5, 40)
    agencies = [newsroom.agency(f"Myndighet {number}") for number in range(4)]

    def rename(agency: Agency) -> None:
        for number in range(rounds):
            agency.name = f"Namn {number} på {agency.pk}"
            agency.save()

    in_threads(*[lambda agency=agency: rename(agency) for agency in agencies])
    newsroom.settle()
    assert_whole()
    for agency in agencies:
        assert f"Namn {rounds - 1} på {agency.pk}" in (body(f"agency:{agency.pk}") or "")


def test_the_same_page_at_once_ends_at_what_was_saved_last(
    committed_newsroom: Newsroom, count: Callable[[int, int], int]
) -> None:
    newsroom = committed_newsroom
    agency = newsroom.agency("Från början")

    def rename(writer: int) -> None:
        for number in range(count(5, 40)):
            Agency.objects.get(pk=agency.pk)
            with transaction.atomic():
                mine = Agency.objects.select_for_update().get(pk=agency.pk)
                mine.name = f"Skribent {writer}, gång {number}"
                mine.save()

    in_threads(*[lambda writer=writer: rename(writer) for writer in range(4)])
    newsroom.settle()
    assert_whole()
    saved = Agency.objects.get(pk=agency.pk).name
    assert json.loads(body(f"agency:{agency.pk}") or "")["name"] == saved


def test_an_older_state_never_overwrites_a_newer(committed_newsroom: Newsroom, monkeypatch: Any) -> None:
    """One publisher sits on the lock, having read; a change made meanwhile is published after it, not lost."""
    newsroom = committed_newsroom
    agency = newsroom.agency("Först")
    build, reading, written = publisher.build, Event(), Event()

    def slow(keys: Any) -> Any:
        built = build(keys)
        if not reading.is_set():
            reading.set()
            written.wait(timeout=2)  # the second can't be done as long as the first holds the lock
        return built

    def first() -> None:
        mark_only(f"agency:{agency.pk}")
        publisher.publish([f"agency:{agency.pk}"])

    def second() -> None:
        reading.wait(timeout=10)
        Agency.objects.filter(pk=agency.pk).update(name="Sedan")
        mark_only(f"agency:{agency.pk}")
        publisher.publish([f"agency:{agency.pk}"])
        written.set()

    monkeypatch.setattr(publisher, "build", slow)
    in_threads(first, second)
    newsroom.settle()
    assert '"name":"Sedan"' in (body(f"agency:{agency.pk}") or "")
    assert_whole()


def test_a_mark_written_while_its_key_is_published_is_kept(
    committed_newsroom: Newsroom, monkeypatch: Any
) -> None:
    newsroom = committed_newsroom
    agency = newsroom.agency("Först")
    build = publisher.build

    def marking(keys: Any) -> Any:
        built = build(keys)
        in_threads(lambda: mark_only(keys[0]))
        return built

    mark_only(f"agency:{agency.pk}")
    monkeypatch.setattr(publisher, "build", marking)
    publisher.publish([f"agency:{agency.pk}"])
    assert Mark.objects.filter(key=f"agency:{agency.pk}").count() == 1


def test_two_workers_share_the_marks_without_doing_anything_twice(committed_newsroom: Newsroom) -> None:
    newsroom = committed_newsroom
    agency = newsroom.agency("Tullverket")
    pages = [newsroom.release(f"Nyhet {number}", agencies=[agency]) for number in range(30)]
    newsroom.settle()
    agency.name = "Nytt namn"
    agency.save()
    in_threads(*[newsroom.settle] * 3)
    assert_whole()
    assert all(kinds(f"page:{page.pk}") == ["published", "refreshed"] for page in pages)


KILLED = """
import os, signal, sys, django
django.setup()
from cms.publishing import current, ledger, publisher, writing
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
def after(function):
    def wrapped(*args, **kwargs):
        function(*args, **kwargs)
        die()
    return wrapped
step, key = sys.argv[1:]
if step == "before the lock": ledger.lock = die
if step == "after the lock": publisher.build = die
if step == "after the build": current.move = die
if step == "between body and current": writing.Current.objects.bulk_create = die
if step == "between current and ledger": ledger.Ledger.write = die
if step == "between ledger and head": ledger.Head.save = die
if step == "before unmarking": publisher._mark_below = die
if step == "after unmarking": publisher._mark_users = die
if step == "before commit": publisher._publish_locked = after(publisher._publish_locked)
publisher.publish([key])
"""


@pytest.mark.parametrize(
    "step",
    [
        "before the lock", "after the lock", "after the build", "between body and current",
        "between current and ledger", "between ledger and head", "before unmarking", "after unmarking", "before commit",
    ],
)  # fmt: skip
def test_killed_at_each_step_and_healed_by_the_worker(committed_newsroom: Newsroom, step: str) -> None:
    newsroom = committed_newsroom
    agency = newsroom.agency("Före")
    rows = Head.objects.get().sequence
    Agency.objects.filter(pk=agency.pk).update(name="Efter")
    mark_only(f"agency:{agency.pk}")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, f"agency:{agency.pk}"],
        env={**os.environ, "DATABASE_URL": test_database(), "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert '"name":"Före"' in (body(f"agency:{agency.pk}") or "")
    assert Head.objects.get().sequence == rows
    newsroom.settle()
    assert '"name":"Efter"' in (body(f"agency:{agency.pk}") or "")
    assert Head.objects.get().sequence == rows + 1
    assert_whole()


def mark_only(key: str) -> None:
    """A mark as a change leaves it behind when its own process dies before it publishes."""
    close_old_connections()
    Mark.objects.create(key=key)


def test_database() -> str:
    """The address of the database that this test runs on."""
    params = connection.get_connection_params()
    user = f"{params['user']}@" if params.get("user") else ""
    return f"postgres://{user}/{params['dbname']}?host={params['host']}&port={params.get('port', '')}"


test_database.__test__ = False  # type: ignore[attr-defined]


def test_a_mark_survives_only_with_its_change(committed_newsroom: Newsroom) -> None:
    with transaction.atomic():
        mark("agency:1")
        transaction.set_rollback(True)
    assert not Mark.objects.exists()
