"""`python -m frontend.messages`: collects the site's texts, and compiles its Swedish catalogue.

A new text is left empty in frontend.po, to be filled in by hand; a text that is gone goes from it too.
"""

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from frontend.language import LOCALE_DIR

CATALOGUE = LOCALE_DIR / "sv" / "LC_MESSAGES" / "frontend.po"
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**.html": {"trimmed": "true"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
HEADER = [
    ("Language", "sv"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]

Text = str | list[str] | tuple[str, ...]


class Texts(Catalog):
    """A catalogue whose header holds no date or name, so that it changes only with its texts."""

    mime_headers = property(lambda self: HEADER)


def extracted() -> set[Text]:
    """All that the templates and modules say."""
    found = extract_from_dir(LOCALE_DIR.parent, METHODS, OPTIONS, KEYWORDS)
    return {text for _file, _line, text, _comments, _context in found}


def known(path: Path = CATALOGUE) -> dict[Text, Text]:
    """The texts of a .po file and their translations."""
    with path.open("rb") as file:
        return {message.id: message.string or "" for message in read_po(file, locale="sv") if message.id}


def catalogue(texts: Iterable[Text], translations: dict[Text, Text]) -> Texts:
    """These texts, each with its translation if it has one."""
    made = Texts(
        locale="sv", domain="frontend", header_comment="# Swedish texts of the visitor site.", fuzzy=False
    )
    for text in texts:
        made.add(text, translations.get(text))
    return made


def compiled(texts: Catalog) -> bytes:
    """What belongs in the .mo beside the .po."""
    target = BytesIO()
    write_mo(target, texts)
    return target.getvalue()


def untranslated(texts: Catalog) -> list[Text]:
    """The texts without a translation, or with only one of two forms."""
    return [message.id for message in texts if message.id and not (message.string and all(message.string))]


def main() -> int:
    """Write both files; 1, naming them, when texts lack a translation."""
    texts = catalogue(extracted(), known())
    with CATALOGUE.open("wb") as file:
        write_po(file, texts, width=110, no_location=True, sort_output=True)
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(texts))
    missing = untranslated(texts)
    sys.stderr.writelines(f"not translated: {text}\n" for text in missing)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
