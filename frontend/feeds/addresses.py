"""Where the feeds of a list are."""

from dataclasses import dataclass
from urllib.parse import urlencode

from frontend.language import Language
from frontend.narrowing.asked import Asked
from frontend.parameters import KNOWN


@dataclass(frozen=True)
class Feeds:
    """The same list in each format. `narrowed`: it isn't all press of the language."""

    atom: str
    json: str
    narrowed: bool = False


def feeds_in(language: Language, query: dict[str, str] | None = None) -> Feeds:
    """All press of a language, or what the address of a feed narrows it to."""
    said = f"?{urlencode(query)}" if query else ""
    return Feeds(f"{language.prefix}feed.atom{said}", f"{language.prefix}feed.json{said}", bool(query))


def feeds_of(asked: Asked, **place: str) -> Feeds | None:
    """Those of a list; `place` is what it is narrowed to by standing where it stands. None when it isn't of press."""
    chosen = place | asked.chosen | ({"words": asked.words} if asked.words else {})
    if "type" in chosen:  # press by its kind, in a search of all of the site
        chosen["kind"] = chosen.pop("type")
        if chosen["kind"] == asked.language.address_words["information"]:
            return None
    query = {asked.parameter(name): chosen[name] for name in KNOWN["feed"] if name in chosen}
    return feeds_in(asked.language, query)
