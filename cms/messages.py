"""`python -m cms.messages` (make messages): collects what is to be translated, and compiles the Swedish catalogue.

Babel reads Python, but not Django's templates: those are read here. A new text is left empty in the catalogue, to be
filled in by hand; a text that is gone goes from the catalogue too. `cms/wagtail_locale` holds Swedish for what
Wagtail's own catalogue lacks; it is only compiled here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parents[1]
CATALOGUE: Final = ROOT / "cms" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
WAGTAIL: Final = ROOT / "cms" / "wagtail_locale" / "sv" / "LC_MESSAGES"
APPS: Final = ("agencies", "articles", "cms", "disclosure", "feedback", "home")
HEADER: Final = [
    ("Language", "sv"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]
HEADER_COMMENT: Final = "# Swedish texts of the CMS."
_KEYWORDS: Final = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2)}
_TAG: Final = re.compile(r"""{%\s*translate\s+(?P<quote>["'])(?P<text>.*?)(?P=quote)""")


def extract_template(
    file: BinaryIO, keywords: Any, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Each {% translate "…" %} with its line; {% blocktranslate %} is not used here."""
    for number, line in enumerate(file.read().decode().splitlines(), start=1):
        for tag in _TAG.finditer(line):
            yield number, "gettext", tag["text"], []


class Texts(Catalog):
    """A catalogue whose header holds no date or name, so that it changes only with its texts."""

    mime_headers = property(lambda self: HEADER)


def collect() -> Catalog:
    """All texts of the CMS, untranslated."""
    methods = [("**.py", "python"), ("**/templates/**.html", "cms.messages:extract_template")]
    found = Texts(locale="sv", domain="django", header_comment=HEADER_COMMENT, fuzzy=False)
    for app in APPS:
        for _file, _line, text, _comments, _context in extract_from_dir(
            ROOT / app, methods, keywords=_KEYWORDS
        ):
            found.add(text)
    return found


def untranslated(catalogue: Catalog) -> list[Any]:
    """The texts that have no translation, or one that is only guessed."""
    return [message.id for message in catalogue if message.id and (message.fuzzy or not message.string)]


def update() -> Catalog:
    """The catalogue with exactly the texts of today, written and compiled."""
    known, texts = read_from(CATALOGUE), collect()
    for message in texts:
        if message.id and message.id in known:
            message.string = known[message.id].string
    with CATALOGUE.open("wb") as file:
        write_po(file, texts, width=110, no_location=True, sort_output=True)
    for path in (CATALOGUE, *WAGTAIL.glob("*.po")):
        path.with_suffix(".mo").write_bytes(compiled(path))
    return texts


def read_from(path: Path) -> Catalog:
    """A catalogue's texts, without what its header says."""
    texts = Texts(locale="sv")
    with path.open("rb") as file:
        for message in read_po(file, locale="sv"):
            if message.id:
                texts.add(message.id, message.string, flags=message.flags)
    return texts


def compiled(path: Path) -> bytes:
    """What belongs in the .mo beside a .po."""
    target = BytesIO()
    write_mo(target, read_from(path))
    return target.getvalue()


if __name__ == "__main__":
    missing = untranslated(update())
    if missing:
        sys.exit(
            "\n".join(["Translate these in " + str(CATALOGUE.relative_to(ROOT)) + ":", *map(str, missing)])
        )
