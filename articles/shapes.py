"""The published shapes of the press list, press releases, information pages and what is told of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from agencies.shapes import AgencyInRole, AgencyLink
from cms.media.shapes import Picture, PictureCard
from cms.publishing.page_shapes import PageCard, PageDocument
from cms.publishing.shapes import Address, Day, Moment, Path, Shape

from .accessibility.compliance import Compliance
from .accessibility.shortcomings import Shortcoming
from .blocks import BodyBlock, PressReleaseBodyBlock
from .blocks.legal_reference import LegalReference
from .body_shapes import BlocksOf
from .contacts.shapes import ContactDetails
from .contents import Entry
from .topics.shapes import TopicName

Blocks = Annotated[list[Any], BlocksOf(BodyBlock)]
PressReleaseBlocks = Annotated[list[Any], BlocksOf(PressReleaseBodyBlock)]


class AudienceName(Shape):
    """An audience as others name it."""

    id: int
    slug: str
    name: str
    url: Path


class PressIndexCard(PageCard):
    """A press list in a list."""

    lead: str


class CaptionedPicture(Picture):
    """A picture with its caption on this page, which may be empty."""

    caption: str


class PressIndex(PageDocument):
    """A press list; its press releases are listed with `child_of`. `pictures` are for others to publish."""

    lead: str
    pictures: list[CaptionedPicture]


class ArticleCard(PageCard):
    """A page in a list, with its lead and its dates."""

    lead: str
    published_at: Moment | None
    updated_at: Moment | None


class ChangeNote(Shape):
    """What was changed, in a sentence for readers."""

    kind: Literal["update", "correction"]
    at: Moment
    note: str


class Article(PageDocument):
    """What all pages share that are written as a text; `responsible_unit` may be empty."""

    lead: str
    published_at: Moment | None
    updated_at: Moment | None
    changes: list[ChangeNote]
    responsible_unit: str


class Information(Article):
    """An information page: the law it stands on, when it was reviewed and is to be again, and whom it is meant for."""

    body: Blocks
    contents: list[Entry]
    legal_references: list[LegalReference]
    reviewed_on: Day | None
    review_by: Day | None
    audiences: list[AudienceName]


class ReleaseSource(Shape):
    """Whom a news item comes from; `agency` is null where it is none of the newsroom's."""

    name: str
    url: Address
    agency: AgencyLink | None


class PressReleaseCard(ArticleCard):
    """A press release in a list."""

    kind: Literal["press_release", "news"]
    picture: PictureCard | None
    agencies: list[AgencyInRole]
    topics: list[TopicName]


class PressRelease(Article):
    """A press release or a news item, with all that it names; `registry_number` may be empty."""

    kind: Literal["press_release", "news"]
    picture: CaptionedPicture | None
    body: PressReleaseBlocks
    contents: list[Entry]
    agencies: list[AgencyInRole]
    topics: list[TopicName]
    contacts: list[ContactDetails]
    source: ReleaseSource | None
    registry_number: str


class Request(Article):
    """The page of the request form: what stands above and beneath it."""

    body: Blocks
    contents: list[Entry]


class Report(Shape):
    """Where to tell of what can't be used."""

    email: str
    phone: str


class AccessibilityStatement(Article):
    """All that the law asks a statement to say, part by part, and the authority that says it."""

    authority: str
    service: str
    compliance: Compliance
    shortcomings: list[Shortcoming]
    alternatives: str
    report: Report
    complaint_url: Address
    method: str
    assessed_on: Day | None
    revised_on: Day | None
