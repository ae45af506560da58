"""A Chromium for the browser tests: `python tests/browser.py` sees to it that there is one.

Standard library and Playwright's command line only. Where none is on the PATH, Debian's package is installed as
root, else Playwright's own download is tried.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
OWN_DOWNLOAD = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")


def browser_path() -> str | None:
    """The Chromium on the PATH, for Playwright's executable_path; None stands for Playwright's own."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def browser_arguments() -> list[str]:
    """Chromium's sandbox can't be had as root."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def is_installed() -> bool:
    """Whether tests have a browser to drive."""
    return browser_path() is not None or any(OWN_DOWNLOAD.glob("chromium*/INSTALLATION_COMPLETE"))


def install() -> bool:
    """Get a browser by the first way that works here."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's chromium for the browser tests …", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False)
        if browser_path():
            return True
    print("Downloading Playwright's Chromium for the browser tests …", flush=True)
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(download, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:  # one line of its reasons, not the page of them that each of its five tries adds to
        print(next((line for line in done.stderr.splitlines() if "Error" in line), ""), file=sys.stderr)
    return is_installed()


def main() -> int:
    """1 with a line on what to do when there is no browser to be had."""
    if is_installed() or install():
        return 0
    print(
        "make: the tests need a Chromium and none could be installed: put chromium on the PATH, on Debian with: "
        "sudo apt install chromium",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
