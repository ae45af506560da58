"""What a page tells, in schema.org's words: a press release as an article, and questions with their answers."""

from collections.abc import Iterable, Iterator
from typing import Final

from frontend.cms import Document
from frontend.head.nodes import Node, told
from frontend.origin import whole
from frontend.rich_text import for_elsewhere
from frontend.shaping import latest_correction

LONGEST_HEADLINE: Final = 110
"""Characters that search engines show of one; a longer one is cut between words."""


def news_article(page: Document, canonical: str, origin: str, picture: Document | None) -> Node:
    """A press release or a news item."""
    agencies = [each | {"url": whole(origin, each["url"])} for each in page.get("agencies") or ()]
    correction = latest_correction(page.get("changes") or ())
    return told({
        "@type": "NewsArticle",
        "@id": f"{canonical}#article",
        "mainEntityOfPage": canonical,
        "headline": headline(page["title"]),
        "description": page.get("lead"),
        "inLanguage": page["meta"].get("locale"),
        "datePublished": page["published_at"],
        "dateModified": page.get("updated_at") or page["published_at"],
        "author": [*_in_role(agencies, "sender")] or {"@id": f"{origin}/#authority"},
        "publisher": {"@id": f"{origin}/#authority"},
        "sourceOrganization": [*_in_role(agencies, "source")],
        "image": picture and _image(picture, page["picture"]),
        "about": [
            {"@type": "Thing", "name": topic["name"], "url": whole(origin, topic["url"])}
            for topic in page.get("topics") or ()
        ],
        "correction": correction and told({
            "@type": "CorrectionComment", "text": correction.get("note"), "datePublished": correction["at"],
        }),
        "isAccessibleForFree": True,
    })  # fmt: skip


def questions(page: Document, canonical: str, origin: str) -> Node:
    """The questions of a page with their answers; empty where it has none."""
    asked = [
        {
            "@type": "Question",
            "name": item["question"],
            "acceptedAnswer": {"@type": "Answer", "text": for_elsewhere(item["html"], origin)},
        }
        for block in page.get("body") or ()
        if block.get("type") == "questions"
        for item in block["value"]["items"]
    ]
    return {"@type": "FAQPage", "@id": f"{canonical}#questions", "mainEntity": asked} if asked else {}


def headline(title: str) -> str:
    """The title, or as much of it as search engines show."""
    if len(title) <= LONGEST_HEADLINE:
        return title
    return title[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"


def _in_role(agencies: Iterable[Document], role: str) -> Iterator[Node]:
    for each in agencies:
        if each.get("role") == role:
            yield {"@type": "GovernmentOrganization", "name": each["name"], "url": each["url"]}


def _image(share: Document, picture: Document) -> Node:
    return told({
        "@type": "ImageObject",
        "url": share["url"],
        "width": {"@type": "QuantitativeValue", "value": share["width"], "unitCode": "E37"},
        "height": {"@type": "QuantitativeValue", "value": share["height"], "unitCode": "E37"},
        "caption": share.get("alt"),
        "creditText": picture.get("credit"),
        "license": (picture.get("licence") or {}).get("url"),
    })  # fmt: skip
