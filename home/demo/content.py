"""The demo site's texts as they were written, in TOML. How they become pages is `loader.py`'s business."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

TEXTS: Final = Path(__file__).parent / "texts"
FIRST_LANGUAGE: Final = "sv"
LANGUAGES: Final = (FIRST_LANGUAGE, "en")
FOLDERS: Final = ("pages", "releases", "statements", "requests")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageText:
    """One page in one language. Its file's name is the key by which others link to it, in every language the same."""

    key: str
    locale: str
    folder: str
    values: Values

    @property
    def parent(self) -> str:
        """The key of the page above it."""
        return str(self.values.get("parent", "press" if self.folder == "releases" else "home"))

    @property
    def changes(self) -> list[Values]:
        """What was changed after the first publication, oldest first: `kind`, `at`, `note`."""
        return list(self.values.get("changes", ()))

    @property
    def published(self) -> datetime | None:
        """When it was first published; nothing for a draft, and for what waits for its day."""
        return self.values.get("published")

    @property
    def age(self) -> datetime:
        """What puts texts in order, the oldest first and those that nobody has seen yet last."""
        return self.published or datetime.max.replace(tzinfo=UTC)

    @property
    def in_days(self) -> int | None:
        """For what is scheduled: so many days from now, since a fixed day would one day have passed."""
        return self.values.get("in_days")

    @property
    def withdrawn(self) -> Values | None:
        """For what was taken down: `reason`, and the `successor` by key."""
        return self.values.get("withdrawn")

    def editions(self) -> list[tuple[datetime, Values, Values]]:
        """Each time that it was published: the moment, its values then, and what the change was called."""
        if self.published is None:
            return []
        first: tuple[datetime, Values, Values] = (self.published, self.first_edition(), {})
        return [first, *((change["at"], self.values, change) for change in self.changes)]

    def first_edition(self) -> Values:
        """The values as they were before the change: without what was added, and with what was written at first."""
        body = [_at_first(block) for block in self.values.get("body", ()) if not block.get("added")]
        before: Values = self.values.get("first_edition", {})
        return self.values | before | {"body": body}


def read(name: str) -> Values:
    """A file of `texts/`, by its path without the suffix."""
    found: Values = tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))
    return found


def page_texts() -> list[PageText]:
    """All other pages: Swedish before their translations, those above before those beneath, then by date."""
    swedish = {text.key: text for text in _folder_texts(FIRST_LANGUAGE)}
    english = [_translated(text, swedish[text.key]) for text in _folder_texts("en")]
    return [
        text
        for language in (swedish.values(), english)
        for text in sorted(language, key=lambda text: (_depth(text, swedish), _place(text)))
    ]


def _folder_texts(locale: str) -> Iterator[PageText]:
    for folder in FOLDERS:
        for path in sorted((TEXTS / locale / folder).glob("*.toml")):
            yield PageText(path.stem, locale, folder, read(f"{locale}/{folder}/{path.stem}"))


def _translated(text: PageText, original: PageText) -> PageText:
    """A translation says only what differs: dates, agencies, pictures and places in the tree are the original's."""
    inherited = {
        name: value for name, value in original.values.items() if name not in ("changes", "first_edition")
    }
    return PageText(text.key, text.locale, text.folder, inherited | text.values)


def _depth(text: PageText, all_texts: dict[str, PageText]) -> int:
    above = all_texts.get(text.parent)
    return 1 + _depth(above, all_texts) if above else 0


def _place(text: PageText) -> tuple[int, datetime]:
    return text.values.get("order", 0), text.age


def _at_first(block: Values) -> Values:
    """A block without the links that were added, or with the words that it had before they were corrected."""
    if "at_first" in block:
        return {"text": block["at_first"]}
    if "links" in block:
        items = [item for item in block["links"]["items"] if not item.get("added")]
        return {"links": block["links"] | {"items": items}}
    return block
