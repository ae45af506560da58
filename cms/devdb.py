"""The PostgreSQL of development and tests: on a socket, data under VAR_DIR, ended with whoever started it."""

import signal
import subprocess
from pathlib import Path
from types import TracebackType

import psycopg

from cms.run.children import start_child
from cms.run.database_data import create_data, end_orphan, programs_for, wait_until
from cms.run.database_place import DATABASE, DatabasePlace
from cms.run.errors import RunError
from cms.run.locks import FileLock, LockedError
from cms.run.unprivileged import make_folder

START_SECONDS = 60
STOP_SECONDS = 30
UNSAFE_BUT_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class DevelopmentServer:
    """One server with its data; a context manager. `durable=False` gives up safety after a power cut: for tests."""

    def __init__(self, var_dir: Path, *, durable: bool = True) -> None:
        self.place = DatabasePlace(var_dir)
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None
        self._lock = FileLock(var_dir / "postgres.lock")

    def __enter__(self) -> "DevelopmentServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server, on first use with new data, and return when it answers; RunError says why it can't."""
        try:
            self._take_lock()
            make_folder(self.place.folder, self.place.user)
            make_folder(self.place.socket_folder, self.place.user)
            end_orphan(self.place)
            programs, major = programs_for(self.place)
            create_data(self.place, programs, major, durable=self.durable)
            self._serve(programs)
            self._create_database()
        except OSError as error:
            self.stop()
            raise RunError(f"the database under {self.place.folder} can't be used: {error}.") from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server in good order, by force if that takes too long. Without effect when it doesn't run."""
        if self.process:
            _end(self.process)
            self.process = None
        self._lock.release()

    def _take_lock(self) -> None:
        self._lock.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.take()
        except LockedError as error:
            raise RunError(
                f"the database under {self._lock.path.parent} is already run by process {error.holder}: "
                "stop that one, or give this one a VAR_DIR of its own."
            ) from None

    def _serve(self, programs: Path) -> None:
        settings = {"unix_socket_directories": str(self.place.socket_folder), "listen_addresses": ""}
        settings |= {} if self.durable else UNSAFE_BUT_FAST
        arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.place.log.open("wb") as log:
            self.process = start_child(
                [programs / "postgres", "-D", self.place.data, *arguments],
                output=log,
                folder=self.place.folder,
                user=self.place.user,
                end_with=signal.SIGINT,
            )
        if not wait_until(lambda: self.has_ended or self._answers(), START_SECONDS) or self.has_ended:
            raise RunError(f"the database doesn't start: {self.place.last_words()}")

    @property
    def has_ended(self) -> bool:
        """Whether the server that was started is gone."""
        return self.process is None or self.process.poll() is not None

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.place.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _create_database(self) -> None:
        with psycopg.connect(self.place.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown (clients are cut off, everything is written), then the immediate one, then the last resort."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        process.send_signal(number)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        return
