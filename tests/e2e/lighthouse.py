"""Lighthouse on a phone, over every template of a running site: `python -m tests.e2e.lighthouse [address] [names…]`.

Run by `make lighthouse`. It ends with 1 when a page has less than LEAST. Performance is measured by the clock: on a
machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser import browser_arguments, browser_path
from tests.e2e.screenshots import addresses
from tests.nodejs import FOLDER, NODE, install

LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
HOME = FOLDER / "lighthouse"
PROGRAM = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
KEPT_OUT = {
    "receipt", "thanks", "search-empty", "search", "search-without-hits", "press-index-narrowed",
    "press-index-without-any",
}  # fmt: skip
"""Kept from search engines on purpose, so that points for being found don't count."""
ERRORS = {"not-found"}
"""Lighthouse takes no page whose status is an error."""
SECONDS = 120


def measure(url: str) -> dict[str, Any]:
    """Lighthouse's report of one page, as a phone on a slow net would have it."""
    flags = " ".join(["--headless=new", *browser_arguments()])
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
        options += [f"--only-categories={','.join(LEAST)}", "--no-enable-error-reporting"]
        subprocess.run(
            [NODE, PROGRAM, url, *options],
            env=os.environ | {"CHROME_PATH": browser_path() or ""},
            timeout=SECONDS,
            check=True,
        )
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Points of 100 by category."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in LEAST}


def lost(report: dict[str, Any], name: str) -> list[str]:
    """The audits that brought a category of the page below what it must have."""
    found, audits = scores(report), report["audits"]
    short = [category for category, least in LEAST.items() if found[category] < least]
    if name in KEPT_OUT and "seo" in short:
        short.remove("seo")
    weighed = [
        each["id"]
        for category in short
        for each in report["categories"][category]["auditRefs"]
        if each["weight"]
    ]
    missed = [audit for audit in weighed if audits[audit]["score"] is not None and audits[audit]["score"] < 1]
    return [f"{audit}: {audits[audit]['title']}" for audit in missed]


def main() -> int:
    """A line for each template, and beneath it what it lost points by."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", nargs="?", default="http://localhost:3000")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    base = arguments.base.rstrip("/")
    install(HOME)
    short = 0
    print(f"{'':28}{'   '.join(LEAST)}")
    for name, path in addresses(base).items():
        if name in ERRORS or (arguments.names and name not in arguments.names):
            continue
        report = measure(base + path)
        found = scores(report)
        print(f"{name:28}" + "   ".join(f"{found[each]:{len(each)}}" for each in LEAST), flush=True)
        for line in lost(report, name):
            short += 1
            print(f"    {line}", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
