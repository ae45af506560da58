"""The Swedish catalogue: complete, and compiled from what it says."""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from frontend.language import LOCALE_DIR

FOLDER = LOCALE_DIR / "sv" / "LC_MESSAGES"
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}


def catalogue() -> Catalog:
    """The .po file."""
    with (FOLDER / "frontend.po").open("rb") as file:
        return read_po(file, locale="sv")


def messages(compiled: Catalog) -> list[tuple[object, object]]:
    """What a compiled catalogue says."""
    return [(message.id, message.string) for message in compiled if message.id]


def extracted() -> set[str | tuple[str, ...]]:
    """All that the site's templates and modules say."""
    options = {"templates/**.html": {"trimmed": "true"}}
    found = extract_from_dir(LOCALE_DIR.parent, METHODS, options, KEYWORDS)
    return {message for _, _, message, _, _ in found}


def test_every_message_is_translated() -> None:
    translated = {
        message.id for message in catalogue() if message.id and message.string and all(message.string)
    }
    assert extracted() - translated == set()


def test_no_message_is_left_over() -> None:
    assert {message.id for message in catalogue() if message.id} - extracted() == set()


def test_compiled_catalogue_is_this_one() -> None:
    buffer = BytesIO()
    write_mo(buffer, catalogue())
    buffer.seek(0)
    with (FOLDER / "frontend.mo").open("rb") as file:
        assert messages(read_mo(file)) == messages(read_mo(buffer))
