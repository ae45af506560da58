"""The benchmark's own reading and writing: wrk's words, the figures' place in the page."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench import load, report
from bench.load import Burst, FailedBurstError
from bench.rows import Row

WRK = """Running 3s test @ http://127.0.0.1:1/x
  1 threads and 16 connections
  Latency Distribution
     50%  850.00us
     75%    8.21ms
     99%    1.02s
  1811 requests in 3.09s, 20.17MB read
Requests/sec:    586.08
Transfer/sec:      6.53MB
"""


def said(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=text))


def test_a_burst_is_read_with_its_units(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, WRK)
    assert load.burst("wrk", "http://127.0.0.1:1/x", 3) == Burst(1811, 586.08, 0.85, 1020.0)


def test_answers_that_are_errors_give_no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, WRK + "  Non-2xx or 3xx responses: 3\n")
    with pytest.raises(FailedBurstError, match="Non-2xx"):
        load.burst("wrk", "http://127.0.0.1:1/x", 3)


def test_figures_are_replaced_and_words_stay(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("Before\n<!-- figures -->\nold\n<!-- end of figures -->\nAfter\n")
    for text in ("new\n", "newer\n"):
        report.write(text, page)
    assert page.read_text() == "Before\n<!-- figures -->\nnewer\n<!-- end of figures -->\nAfter\n"


def test_a_row_has_medians_and_what_nginx_does_in_the_same_run() -> None:
    row = Row("page.json", "page JSON", "http://x/", bytes=11271)
    row.bursts = [Burst(100, rate, 1.0, 2.0) for rate in (900, 1000, 1300)]
    row.beside = [Burst(100, rate, 0.1, 0.2) for rate in (49_000, 50_000, 51_000)]
    row.cpu = {"CMS": [1.0, 1.2, 1.1], "PostgreSQL": [0.5, 0.4, 0.6], "nginx": [0.013, 0.014, 0.012]}
    line = report.answers([row], ("CMS", "PostgreSQL")).splitlines()[-1]
    assert line == (
        "| page JSON | 11.3 | **1,000** | 900–1,300 | 50,000 | 1/50 | 1.0 | 2.0 | **1.60** | 1.10 | 0.50 | 0.013 |"
    )
