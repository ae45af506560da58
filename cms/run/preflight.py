"""What must hold before anything is started or installed. Standard library only: it runs before .venv exists,
and its syntax is old, so that an old Python gets the line about its age and not a SyntaxError.
"""

import os
import shutil
import socket
import sys

try:
    from collections.abc import Mapping  # noqa: F401 - for the type comments
except ImportError:
    pass

OLDEST_PYTHON = (3, 11)
INSTALL_MB = 1500  # .venv with a PostgreSQL in it, and pip's work folder
RUN_MB = 500  # a new database with its write-ahead log, the demo site's pictures


def problems(folder, environment, installed, with_ports):
    # type: (str, Mapping[str, str], bool, bool) -> list[str]
    """Every problem, a line each with what to do about it; empty when all is well."""
    found = [_python_problem(), _disk_problem(folder, environment, installed)]
    return [problem for problem in found if problem] + (port_problems(environment) if with_ports else [])


def port_problems(environment):
    # type: (Mapping[str, str]) -> list[str]
    """What is wrong with CMS_PORT and SITE_PORT, or in the way of them."""
    ports = {}
    for name, default in (("CMS_PORT", "8000"), ("SITE_PORT", "3000")):
        value = environment.get(name) or default
        if not value.isdigit() or not 0 < int(value) < 65536:
            return ["%s is %r: give a port number from 1 to 65535." % (name, value)]
        ports[name] = int(value)
    if ports["CMS_PORT"] == ports["SITE_PORT"]:
        return ["CMS_PORT and SITE_PORT are both %d: give them a number each." % ports["CMS_PORT"]]
    return [problem for name, port in ports.items() for problem in _port_problem(name, port)]


def _python_problem():
    # type: () -> str
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return ""
    return (
        "Python %d.%d is too old: install Python 3.11 or newer, and name it: make run PYTHON=python3.11"
        % (
            sys.version_info[0],
            sys.version_info[1],
        )
    )


def _disk_problem(folder, environment, installed):
    # type: (str, Mapping[str, str], bool) -> str
    """Room is asked for where the data and the packages will lie, so it can't run out half-way."""
    var_dir = environment.get("VAR_DIR") or os.path.join(folder, "var")
    needs = [(var_dir, RUN_MB)] if installed else [(folder, INSTALL_MB), (var_dir, RUN_MB)]
    for place, megabytes in needs:
        existing = os.path.abspath(place)
        while not os.path.exists(existing):
            existing = os.path.dirname(existing)
        free = shutil.disk_usage(existing).free // 1000000
        if free < megabytes:
            return "%d MB are free at %s, and %d are needed: make room, or set VAR_DIR to another disk." % (
                free,
                existing,
                megabytes,
            )
    return ""


def _port_problem(name, port):
    # type: (str, int) -> list[str]
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            hint = "stop what uses it, or choose another: make run %s=%d" % (name, port + 100)
            return ["port %d can't be used (%s): %s" % (port, error.strerror, hint)]
    return []


def main():
    # type: () -> int
    """`preflight.py [--ports]`: print the problems and give 1 when there are any."""
    folder = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    installed = os.path.exists(os.path.join(folder, ".venv", ".installed"))
    found = problems(folder, os.environ, installed, "--ports" in sys.argv and not installed)
    for problem in found:
        sys.stderr.write("make: " + problem + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
