"""Print every sheet of this folder, or those named on the command line, into home/demo/files.

Chromium prints what it shows: tagged, with the language, title and headings of the sheet.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SHEETS = Path(__file__).parent
FILES = SHEETS.parent / "files"
FOOT = """<div style="width: 100%; padding: 0 24mm 0 42mm; font: 8pt sans-serif; color: #4a5763; text-align: right">
<span class="pageNumber"></span> (<span class="totalPages"></span>)</div>"""


def main() -> None:
    """Print and save, one line of output for each file."""
    names = sys.argv[1:] or sorted(path.stem for path in SHEETS.glob("*.html"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],  # it can't be had as root
        )
        for name in names:
            print(f"{name}.pdf: {_print(browser, name) // 1000} kB")
        browser.close()


def _print(browser: Browser, name: str) -> int:
    page = browser.new_page()
    page.goto((SHEETS / f"{name}.html").as_uri())
    page.evaluate("document.fonts.ready")
    made = page.pdf(
        path=FILES / f"{name}.pdf", prefer_css_page_size=True, print_background=True, tagged=True, outline=True,
        display_header_footer=True, header_template="<span></span>", footer_template=FOOT,
    )  # fmt: skip
    page.close()
    return len(made)


if __name__ == "__main__":
    main()
