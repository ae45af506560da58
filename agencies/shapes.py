"""The published shapes of agencies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cms.media.shapes import Picture, PictureCard
from cms.publishing.shapes import SOMETIMES, Address, Day, Html, Path, Shape, Url

Period = Annotated[str, Field(pattern="^[0-9]{4}(-[0-9]{2}){0,2}$")]
"""2009, 2009-05 or 2009-05-01."""


class AgencyName(Shape):
    """An agency's name in the language of what names it. `short_name` may be empty.

    `name_language` is there where the name is in another language, since there is none in that one.
    """

    id: int
    slug: str
    name: str
    short_name: str
    url: Path
    name_language: Literal["sv"] = SOMETIMES


class AgencyLink(AgencyName):
    """An agency as a dated text names it: `name` is that of the text's day.

    `current_name` is there where the agency has another name today, `ended_on` where it has ended, and `successor`
    where another has taken over.
    """

    current_name: str = SOMETIMES
    ended_on: Day = SOMETIMES
    successor: AgencyName = SOMETIMES


class AgencyInRole(AgencyLink):
    """An agency and the part it plays in a press release, `since` and `until` when it did: 2009, 2009-05 or a day."""

    role: Literal["sender", "source", "partner", "mentioned"]
    since: Period = SOMETIMES
    until: Period = SOMETIMES


class AgencyUrls(Shape):
    """The agency's address in each language."""

    sv: Path
    en: Path


class AgencyHtml(Shape):
    """A text in each language; it may be empty."""

    sv: Html
    en: Html


class AgencyNames(Shape):
    """An agency's names and addresses in both languages. The short and the English name may be empty."""

    id: int
    slug: str
    name: str
    short_name: str
    english_name: str
    urls: AgencyUrls


class FormerName(Shape):
    """A name that the agency had; `until` is its last day."""

    name: str
    short_name: str
    english_name: str
    until: Day


class AgencyMeta(Shape):
    """What is said of the document itself."""

    type: Literal["agencies.Agency"]
    detail_url: Url
    html_url: Url
    slug: str


class AgencyCard(AgencyNames):
    """An agency in a list. `website` may be empty; `ended_on` is null while the agency lasts."""

    meta: AgencyMeta
    ended_on: Day | None
    website: Address
    logo: PictureCard | None


class Agency(AgencyNames):
    """An agency with its history: former names, the latest first, who has taken over, and whom it took over from."""

    meta: AgencyMeta
    ended_on: Day | None
    website: Address
    logo: Picture | None
    description: AgencyHtml
    organisation_number: str
    former_names: list[FormerName]
    successor: AgencyNames | None
    predecessors: list[AgencyNames]
