"""Several processes as one: their output in columns, all stopped when one ends or when we are told to."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from honcho.colour import get_colours
from honcho.printer import Message, Printer

from cms.run.children import start_child
from cms.run.errors import RunError

STOP_SECONDS = 10


class Supervisor:
    """Starts processes one after the other, prints what they say, and stops them together."""

    def __init__(self) -> None:
        self._printer = Printer(sys.stdout, width=len("database"))
        self._colours = get_colours()
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._readers: list[threading.Thread] = []

    def start(
        self, name: str, command: Sequence[str | Path], environment: Mapping[str, str], folder: Path
    ) -> None:
        """Start a process; its output goes to ours, a line at a time, under its name."""
        process = start_child(command, output=subprocess.PIPE, environment=environment, folder=folder)
        self._processes[name] = process
        reader = threading.Thread(target=self._relay, args=(name, process, next(self._colours)), daemon=True)
        reader.start()
        self._readers.append(reader)

    def watch_also(self, name: str, process: subprocess.Popen[bytes]) -> None:
        """Watch a process that somebody else starts and stops."""
        self._processes[name] = process

    def check(self) -> None:
        """Raise RunError that names a process which has ended."""
        for name, process in self._processes.items():
            status = process.poll()
            if status is not None:
                raise RunError(
                    f"the {name} ended by itself (exit status {status}), so everything was stopped."
                )

    def watch(self) -> None:
        """Stay until a process ends, which raises RunError."""
        while True:
            self.check()
            time.sleep(0.2)

    def stop(self, but: str = "") -> None:
        """Ask all but one to end, wait, and kill what doesn't listen, with all that any of them left behind."""
        ours = [process for name, process in self._processes.items() if name != but]
        for process in ours:
            if process.poll() is None:
                process.terminate()
        end = time.monotonic() + STOP_SECONDS
        for process in ours:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, end - time.monotonic()))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for reader in self._readers:
            reader.join(1)

    def _relay(self, name: str, process: subprocess.Popen[bytes], colour: str) -> None:
        if process.stdout is None:
            return
        with process.stdout as output:
            for line in output:
                self._printer.write(Message("line", line, datetime.now(), name, colour))  # noqa: DTZ005 - local time
