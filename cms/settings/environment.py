"""Reading settings from the environment, or from files that hold secrets."""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict


class Environment:
    """Reads variables and remembers which were missing, so that all are named in one error."""

    def __init__(self) -> None:
        self.missing: list[str] = []

    def get(self, name: str, default: str = "") -> str:
        """The variable's value, or the content of the file that <name>_FILE points at; empty counts as not given."""
        path = os.environ.get(f"{name}_FILE")
        if path:
            return Path(path).read_text(encoding="utf-8").strip()
        return os.environ.get(name) or default

    def require(self, name: str) -> str:
        """As get(), but a missing or empty variable is noted for check()."""
        value = self.get(name)
        if not value:
            self.missing.append(name)
        return value

    def check(self) -> None:
        """Raise ImproperlyConfigured that names every missing variable at once."""
        if self.missing:
            names = ", ".join(dict.fromkeys(self.missing))
            raise ImproperlyConfigured(
                f"Set these environment variables (or the same names with _FILE for a file): {names}. "
                "docs/operations.md says what each is for."
            )


def split_list(value: str) -> list[str]:
    """Items of a comma-separated variable, without blanks."""
    return [item.strip() for item in value.split(",") if item.strip()]


def database_from_url(url: str, pool_size: int) -> dict[str, Any]:
    """Django's settings for a postgresql:// address; libpq's own parser reads it.

    pool_size is the most connections a process holds, at least its number of threads; 0 means no pool.
    """
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items()} if url else {}
    options: dict[str, Any] = {
        name: value
        for name, value in parts.items()
        if name not in {"dbname", "user", "password", "host", "port"}
    }
    options["prepare_threshold"] = 5  # executions on a connection before the server keeps the plan
    if pool_size:
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
    return {
        "ENGINE": "cms.postgresql",
        "NAME": parts.get("dbname", "pressrum"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        "ATOMIC_REQUESTS": True,
        "OPTIONS": options,
    }
