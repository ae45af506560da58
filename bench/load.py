"""One burst of requests with wrk, and what came of it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 16
SCRIPTS = Path(__file__).parent
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}  # to milliseconds


@dataclass(frozen=True)
class Burst:
    """What wrk counted; latencies in milliseconds."""

    requests: int
    per_second: float
    median: float
    slowest_percent: float


class FailedBurstError(Exception):
    """Some answers were errors, so the figures mean nothing."""


def burst(wrk: str, url: str, seconds: int, script: str = "") -> Burst:
    """Ask for one address as fast as it is answered, or for what wrk's `script` makes of it.

    Raises FailedBurstError unless each answer is 2xx.
    """
    scripted = ["-s", str(SCRIPTS / script)] if script else []
    command = [
        wrk,
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "--timeout",
        "10s",
        "--latency",
        *scripted,
        url,
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise FailedBurstError(f"{url} was not answered well:\n{said}")
    return Burst(
        requests=int(_number(r"(\d+) requests in", said)),
        per_second=float(_number(r"Requests/sec:\s+([\d.]+)", said)),
        median=_milliseconds("50%", said),
        slowest_percent=_milliseconds("99%", said),
    )


def _number(pattern: str, said: str) -> str:
    found = re.search(pattern, said)
    if found is None:
        raise FailedBurstError(f"wrk said nothing of {pattern}:\n{said}")
    return found.group(1)


def _milliseconds(percentile: str, said: str) -> float:
    found = re.search(rf"{percentile}\s+([\d.]+)([a-z]+)", said)
    if found is None:
        raise FailedBurstError(f"wrk said nothing of {percentile}:\n{said}")
    return float(found.group(1)) * UNITS[found.group(2)]
