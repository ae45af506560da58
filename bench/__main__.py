"""`python -m bench` (make bench): starts the system, measures it beside nginx, writes docs/performance.md."""

import argparse
import os
import sys

import psycopg

from bench import nginx, programs, report
from bench.refresh import refresh
from bench.rows import Row, all_rows, api_rows, measure
from bench.scale import copy_releases
from bench.system import System, fetch
from bench.usage import memory
from bench.walking import walk


def main() -> int:
    """0, or 1 with a line on what is missing."""
    options = _options()
    try:
        found = programs.find_all()
    except programs.MissingProgramError as error:
        sys.stderr.write(f"make bench: {error}\n")
        return 1
    load = os.getloadavg()[0]
    say(
        f"Starting the system with the demo and {options.articles} generated press releases (load average {load:.1f})"
    )
    with System(options.articles) as system:
        rows = all_rows(system.cms, system.site)
        measure_all(rows, system, found, options.rounds, options.seconds)
        used = {name: memory(process.pid) for name, process in system.processes.items()}
        say("Refreshing everything on one core, twice")
        refreshed = [refresh(system), refresh(system, changed=True)]
        say(f"Copying press releases until there are {options.copies} more")
        copy_releases(system.database.place.url(), options.copies)
        large = api_rows(system.cms)
        measure_all(large, system, found, options.rounds, options.seconds)
        depths = walk(system.cms, [0, options.copies // 2, options.copies - 2000])
        versions = _versions(system, found)
    text = report.figures(rows, used, refreshed, _command(options), load, versions)
    text += report.at_scale(large, options.copies, depths)
    say(f"\n{text}")
    if not options.dry:
        report.write(text)
        say(f"Written to {report.TARGET}")
    return 0


def measure_all(rows: list[Row], system: System, found: dict[str, str], rounds: int, seconds: int) -> None:
    """All rounds, beside nginx with the bytes that the system gives now."""
    answers = {row.name: fetch(row.url) for row in rows}
    for row in rows:
        row.bytes = len(answers[row.name][0])
    pids = {name: process.pid for name, process in system.processes.items() if name != "worker"}
    with nginx.serving(found["nginx"], system.folder, answers) as beside:
        for number in range(1, rounds + 1):
            say(f"Round {number} of {rounds}")
            measure(rows, pids, found["wrk"], beside, seconds)


def say(text: str) -> None:
    """A line of progress."""
    print(text, flush=True)


def _versions(system: System, found: dict[str, str]) -> str:
    with psycopg.connect(system.database.place.url()) as connection:
        database = connection.info.server_version // 10000
    return f"PostgreSQL {database}, nginx {programs.version(found['nginx'])}, wrk {programs.version(found['wrk'])}"


def _command(options: argparse.Namespace) -> str:
    given = {name: getattr(options, name) for name in ("articles", "copies", "rounds", "seconds")}
    return " ".join(["python -m bench", *(f"--{name} {value}" for name, value in given.items())])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="generated press releases (default: 1000)")
    parser.add_argument(
        "--copies", type=int, default=50_000, help="press releases of the second part (default: 50000)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--seconds", type=int, default=4, help="how long each time (default: 4)")
    parser.add_argument("--dry", action="store_true", help="leave docs/performance.md as it is")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
