"""The figures as Markdown, put between two marks of docs/performance.md; the words around them are written by hand."""

import os
import platform
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bench.load import CONNECTIONS
from bench.refresh import Refresh
from bench.rows import Row
from bench.usage import Memory
from bench.walking import Depth

TARGET = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
MARKS = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def write(text: str, target: Path = TARGET) -> None:
    """Put the figures in their place."""
    target.write_text(MARKS.sub(lambda _: text, target.read_text(encoding="utf-8")), encoding="utf-8")


def figures(
    rows: list[Row],
    memory: Mapping[str, Memory],
    refreshed: list[Refresh],
    command: str,
    load: float,
    versions: str,
) -> str:
    """All of it."""
    parts = [
        _circumstances(command, load, versions),
        answers(rows, ("site", "CMS", "PostgreSQL")),
        _table(
            ("program", "processes", "resident, MB", "shared pages divided, MB"),
            ((name, m.processes, f"{m.resident:.0f}", f"{m.proportional:.0f}") for name, m in memory.items()),
        ),
        "`manage.py refresh`, command and database together on one core, start of Python included:",
        _table(
            ("what has changed", "documents", "seconds", "a second", "a second of processor time"),
            (
                (
                    what,
                    r.documents,
                    f"{r.seconds:.1f}",
                    f"{r.per_second:.0f}",
                    f"**{r.per_processor_second:.0f}**",
                )
                for what, r in zip(("nothing", "everything"), refreshed, strict=True)
            ),
        ),
    ]
    return "\n\n".join(parts) + "\n"


def at_scale(rows: list[Row], copies: int, depths: list[Depth]) -> str:
    """The same with many more press releases, and how a long list is walked."""
    head = ("parts before it", "by offset, ms", "by cursor, ms")
    lines = ((f"{each.offset // 20:,}", f"{each.by_offset:.1f}", f"{each.by_cursor:.1f}") for each in depths)
    parts = [
        f"With {copies:,} press releases more:",
        answers(rows, ("CMS", "PostgreSQL")),
        "A part of that list, one request at a time:",
        _table(head, lines),
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def answers(rows: Iterable[Row], programs: tuple[str, ...]) -> str:
    """What each answer costs: requests a second, beside nginx, and processor time by program."""
    head = (
        "answer",
        "kB",
        "requests/s",
        "lowest–highest",
        "nginx",
        "of nginx",
        "median ms",
        "99 % ms",
        "CPU ms",
    )
    return _table(
        (*head, *(f"of it {name}" for name in programs), "nginx"), (_answer(row, programs) for row in rows)
    )


def _answer(row: Row, programs: tuple[str, ...]) -> tuple[object, ...]:
    rates = [each.per_second for each in row.bursts]
    middle = sorted(row.bursts, key=lambda each: each.per_second)[len(rates) // 2]
    spent = [row.cpu_milliseconds(name) for name in programs]
    return (
        row.title,
        f"{row.bytes / 1000:.1f}",
        f"**{row.per_second:,.0f}**",
        f"{min(rates):,.0f}–{max(rates):,.0f}",
        f"{row.nginx_per_second:,.0f}",
        f"1/{row.nginx_per_second / row.per_second:.0f}",
        f"{middle.median:.1f}",
        f"{middle.slowest_percent:.1f}",
        f"**{sum(spent):.2f}**",
        *(f"{each:.2f}" for each in spent),
        f"{row.cpu_milliseconds('nginx'):.3f}",
    )


def _circumstances(command: str, load: float, versions: str) -> str:
    today = datetime.now(UTC).date().isoformat()
    return (
        f"{today}, `{command}`. {processor()}, {os.cpu_count()} cores, shared by the system, nginx and wrk; "
        f"load average {load:.1f} at the start. "
        f"Linux {platform.release()}, Python {platform.python_version()}, {versions}. "
        f"{CONNECTIONS} connections over loopback."
    )


def processor() -> str:
    """The processor's name, as Linux gives it."""
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found.group(1).strip() if found else platform.machine()


def _table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    names = list(head)
    rule = ["---", *("--:" for _ in names[1:])]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in (names, rule, *lines))
