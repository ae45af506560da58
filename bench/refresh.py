"""How fast documents are built: `manage.py refresh` and its database together on one core."""

import os
import re
import subprocess
import time
from dataclasses import dataclass

from bench.system import PROJECT, System, end

CORE = {0}


@dataclass(frozen=True)
class Refresh:
    """Documents looked at, and the seconds that the whole command took, its start included."""

    documents: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds


def refresh(system: System) -> Refresh:
    """Refresh everything once. The worker is ended first: it would do half of the work."""
    end(system.processes["worker"])
    database = system.processes["PostgreSQL"].pid
    every_core = os.sched_getaffinity(database)
    os.sched_setaffinity(
        database, CORE
    )  # what it starts from now on, the connection's process too, inherits this
    try:
        started = time.perf_counter()
        said = _run(system)
        seconds = time.perf_counter() - started
    finally:
        os.sched_setaffinity(database, every_core)
    found = re.search(r"(\d+) documents looked at", said)
    return Refresh(int(found.group(1)) if found else 0, seconds)


def _run(system: System) -> str:
    command = ["taskset", "--cpu-list", "0", *system.manage("refresh", "--verbosity", "0")]
    done = subprocess.run(
        command, env=system.environment, cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return done.stdout
