"""How fast documents are built: `manage.py refresh` and its database together on one core."""

import os
import re
import resource
import subprocess
import time
from dataclasses import dataclass

import psycopg

from bench.system import PROJECT, System, end
from bench.usage import cpu_seconds

CORE = {0}
ALL_DIFFERENT = "UPDATE publishing_current SET body_hash = (SELECT min(hash) FROM publishing_body)"


@dataclass(frozen=True)
class Refresh:
    """Documents looked at, and the seconds of the whole command, its start included: by the clock, and of processor."""

    documents: int
    seconds: float
    processor: float

    @property
    def per_second(self) -> float:
        """Documents a second by the clock."""
        return self.documents / self.seconds

    @property
    def per_processor_second(self) -> float:
        """Documents a second of processor time: what an idle core would do."""
        return self.documents / self.processor


def refresh(system: System, *, changed: bool = False) -> Refresh:
    """Refresh everything once, as if all of it had changed if so. The worker is ended first: it would do half of it."""
    end(system.processes["worker"])
    if changed:
        with psycopg.connect(system.database.place.url()) as connection:
            connection.execute(ALL_DIFFERENT)
    database = system.processes["PostgreSQL"].pid
    every_core = os.sched_getaffinity(database)
    # What it starts from now on, the process behind our connection too, inherits this.
    os.sched_setaffinity(database, CORE)
    try:
        started, spent = time.perf_counter(), _spent(database)
        said = _run(system)
        seconds, processor = time.perf_counter() - started, _spent(database) - spent
    finally:
        os.sched_setaffinity(database, every_core)
    found = re.search(r"(\d+) documents looked at", said)
    return Refresh(int(found.group(1)) if found else 0, seconds, processor)


def _spent(database: int) -> float:
    """Processor seconds of the database and of all commands that have ended so far."""
    return cpu_seconds(database) + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def _run(system: System) -> str:
    command = ["taskset", "--cpu-list", "0", *system.manage("refresh", "--verbosity", "0")]
    done = subprocess.run(
        command, env=system.environment, cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return done.stdout
