"""A lock that the kernel lets go of when its holder ends, however it ends."""

import fcntl
import os
from pathlib import Path
from typing import IO


class LockedError(Exception):
    """Another process holds the lock; `holder` is its process number, or "?"."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"held by process {holder}")
        self.holder = holder


class FileLock:
    """One holder of a file at a time. The file stays, with the holder's number in it while it is held."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.was_killed = False
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take it or raise LockedError; `was_killed` then says that the last holder never let go."""
        file = self.path.open("a+", encoding="ascii")
        file.seek(0)
        last_holder = file.read().strip()
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise LockedError(last_holder or "?") from None
        self.was_killed = bool(last_holder)
        self._file = file
        self._write(str(os.getpid()))

    def release(self) -> None:
        """Let go; nothing happens when it isn't held."""
        if self._file:
            self._write("")
            self._file.close()
            self._file = None

    def _write(self, text: str) -> None:
        if self._file:
            self._file.truncate(0)
            self._file.write(text)
            self._file.flush()
