"""The fee of an order, counted by the CMS from the number of pages in the address."""

from dataclasses import dataclass

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.errors import CMSError, NotFound, Refused
from frontend.language import Language

LONGEST = 40  # characters that are shown again in the field


@dataclass(frozen=True)
class Answer:
    """What was asked, and one of: the quote, a number that can't be used, no fee today, no answer from the CMS."""

    asked: str
    quote: Document | None = None
    refused: bool = False
    no_fee: bool = False
    unavailable: bool = False


async def load(cms: CMS, value: Document, language: Language, request: Request) -> Answer | None:
    """The answer to `?sidor=25`; None when nothing is asked. Spaces around and within a number are people's own."""
    asked = request.query_params.get(language.amount_parameter)
    if asked is None:
        return None
    shown = asked.strip()[:LONGEST]
    pages = "".join(asked.split())
    if not pages.isascii() or not pages.isprintable() or len(pages) > LONGEST:
        return Answer(shown, refused=True)
    try:
        return Answer(shown, await cms.quote(value["schedule"]["id"], pages))
    except Refused:
        return Answer(shown, refused=True)
    except NotFound:
        return Answer(shown, no_fee=True)
    except CMSError:
        return Answer(shown, unavailable=True)
