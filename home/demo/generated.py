"""Press releases that are made up of parts, by the thousand: for load and scale, never for reading.

Number and seed decide everything, so that number 17 is the same press release on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from .content import Values, read

FIRST_DAY: Final = datetime(2017, 10, 2, 8, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
DAYS: Final = 365 * 8
PICTURES: Final = ("harbour", "customs", "archive", "court", "winter", "offices")
ROLES: Final = ("partner", "partner", "partner", "mentioned", "source")

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated press release: its address, the day it came out, and its values as a written one has them."""

    name: str
    slug: str
    published: datetime
    values: Values


class Generator:
    """Makes press releases out of the words in `texts/generated.toml` and the slugs of the agencies there are."""

    def __init__(self, seed: int, agencies: list[str]) -> None:
        bank = read("generated")
        self._seed, self._agencies = seed, agencies
        self._words: dict[str, list[str]] = bank["words"]
        self._texts: dict[str, Any] = bank["texts"]

    def article(self, number: int) -> Generated:
        """The press release with this number, counted from 1."""
        rng = Random(f"{self._seed}:{number}")  # noqa: S311  it must be the same every time
        writer = _Writer(rng, {name: rng.choice(words) for name, words in self._words.items()}, self._texts)
        published = FIRST_DAY + timedelta(days=rng.randrange(DAYS), minutes=rng.randrange(0, 600, 5))
        title = writer.sentence("title")
        values: Values = {
            "title": title,
            "lead": writer.sentence("lead"),
            "kind": rng.choice(("press_release", "press_release", "news")),
            "agencies": self._roles(rng),
            "body": writer.body(),
        }
        if rng.random() < 0.5:
            values["picture"] = rng.choice(PICTURES)
        if rng.random() < 0.3:
            values["source"] = rng.choice(self._agencies)
        return Generated(f"generated/{self._seed}/{number}", f"{slugify(title)}-{number}", published, values)

    def _roles(self, rng: Random) -> list[Values]:
        chosen = rng.sample(self._agencies, rng.randint(1, len(self._agencies)))
        return [
            {"agency": slug, "role": rng.choice(ROLES) if place else "sender"}
            for place, slug in enumerate(chosen)
        ]


class _Writer:
    """Writes the parts of one press release, about one place, one trade and one crime."""

    def __init__(self, rng: Random, about: dict[str, str], texts: dict[str, Any]) -> None:
        self._rng, self._about, self._texts = rng, about, texts

    def sentence(self, name: str) -> str:
        """One of the texts with this name, its words filled in, beginning with a capital."""
        text: str = self._rng.choice(self._texts[name]).format(**self._about)
        return re.sub(r"(^|\. )(\w)", lambda found: found[1] + found[2].upper(), text)

    def body(self) -> list[Values]:
        """A text, then two to six sections of a heading, a text and one block more; each kind of block turns up."""
        extras: list[Callable[[], Values]] = [
            self._quote, self._statistic, self._fact_box, self._image, self._links, self._agency_list, self._subsection,
        ]  # fmt: skip
        sections = self._rng.sample(extras, self._rng.randint(2, 6))
        headings = self._rng.sample(self._texts["heading"], len(sections))
        blocks = [self._text()]
        for heading, extra in zip(headings, sections, strict=True):
            blocks += [{"heading": heading.format(**self._about)}, self._text(), extra()]
        return blocks

    def _text(self) -> Values:
        paragraphs = self._rng.sample(self._texts["paragraph"], self._rng.randint(1, 3))
        html = "".join(f"<p>{paragraph.format(**self._about)}</p>" for paragraph in paragraphs)
        return {"text": html + (self._points() if self._rng.random() < 0.3 else "")}

    def _points(self) -> str:
        points = self._rng.sample(self._texts["point"], 3)
        return "<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"

    def _quote(self) -> Values:
        said = {
            "text": self.sentence("quote"),
            "person": self.sentence("person"),
            "role": self._rng.choice(self._texts["role"]),
        }
        return {"quote": said | {"organisation": "Ekobrottsmyndigheten"}}

    def _statistic(self) -> Values:
        number = self._rng.randint(3, 9_500)
        direction = self._rng.choice(("up", "down", ""))
        return {
            "statistic": {
                "value": f"{number:,}".replace(",", _NO_BREAK),
                "unit": "",
                "direction": direction,
                "label": self.sentence("statistic"),
                "comparison": self._texts["comparison"] if direction else "",
                "source_name": "Ekobrottsmyndigheten",
                "source_url": "",
            }
        }

    def _fact_box(self) -> Values:
        return {"fact_box": {"title": self.sentence("fact_title"), "text": self._points()}}

    def _image(self) -> Values:
        return {"image": {"picture": self._rng.choice(PICTURES), "caption": self.sentence("caption")}}

    def _links(self) -> Values:
        pages = self._rng.sample(["samverkan", "om-oss", "for-medier", "offentlighet-och-sekretess"], 2)
        return {"links": {"title": "Läs mer", "items": [{"page": page} for page in pages]}}

    def _agency_list(self) -> Values:
        return {"agency_list": {"title": "Myndigheter som deltar", "role": ""}}

    def _subsection(self) -> Values:
        return {"subheading": self.sentence("subheading")}
