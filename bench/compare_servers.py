"""`python -m bench.compare_servers`: the CMS's answers under each WSGI server that is installed."""

import argparse
import os
import sys

from bench import programs, report
from bench.__main__ import measure_all, say
from bench.rows import api_rows
from bench.servers import installed
from bench.system import System
from bench.usage import memory


def main() -> int:
    """Print a table for each server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    found = programs.find_all()
    with System(options.articles) as system:
        for name, server in installed().items():
            system.replace_cms(server)
            say(f"\n{name} (load average {os.getloadavg()[0]:.1f})")
            rows = api_rows(system.cms)
            measure_all(rows, system, found, options.rounds, options.seconds)
            used = memory(system.processes["CMS"].pid)
            say(report.answers(rows, ("CMS", "PostgreSQL")))
            say(
                f"{used.processes} processes, {used.resident:.0f} MB resident, {used.proportional:.0f} MB divided"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
