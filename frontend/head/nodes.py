"""What there is on a page, in schema.org's words: a node for each. What is empty is left out."""

from collections.abc import Iterable, Iterator
from typing import Any

from frontend.cms import Document
from frontend.language import Language
from frontend.origin import whole
from frontend.rich_text import for_elsewhere, plain
from frontend.shaping import latest_correction, name_in

Node = dict[str, Any]

LONGEST_HEADLINE = 110
"""Characters that search engines show of one; a longer one is cut between words."""


def told(node: Node) -> Node:
    """Without what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def authority(site: Document, origin: str) -> Node:
    """Who publishes the site."""
    contact = site.get("contact") or {}
    number = site.get("organisation_number")
    return told({
        "@type": "GovernmentOrganization",
        "@id": f"{origin}/#authority",
        "name": site.get("name"),
        "url": f"{origin}/",
        "identifier": number and {"@type": "PropertyValue", "propertyID": "SE:orgnr", "value": number},
        "telephone": contact.get("phone"),
        "email": contact.get("email"),
        "address": ", ".join((contact.get("address") or "").splitlines()),
    })  # fmt: skip


def website(site: Document, origin: str, language: Language) -> Node:
    """The site in one language, and how it is searched."""
    search = f"{origin}{language.search_path}?{language.words_parameter}={{words}}"
    return told({
        "@type": "WebSite",
        "@id": f"{origin}{language.prefix}#site",
        "name": site.get("name"),
        "description": site.get("tagline"),
        "url": f"{origin}{language.prefix}",
        "inLanguage": language.code,
        "publisher": {"@id": f"{origin}/#authority"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=words",
        },
    })  # fmt: skip


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


def web_page(page: Document, canonical: str, origin: str) -> Node:
    """A page of information."""
    return told({
        "@type": "WebPage",
        "@id": f"{canonical}#page",
        "url": canonical,
        "name": page["title"],
        "description": page.get("lead"),
        "inLanguage": page["meta"].get("locale"),
        "datePublished": page.get("published_at"),
        "dateModified": page.get("updated_at") or page.get("published_at"),
        "lastReviewed": page.get("reviewed_on"),
        "publisher": {"@id": f"{origin}/#authority"},
    })  # fmt: skip


def agency(document: Document, canonical: str, language: Language) -> Node:
    """An agency."""
    number = document.get("organisation_number")
    description = (document.get("description") or {}).get(language.code) or ""
    names = [document.get("name"), document.get("short_name"), document.get("english_name")]
    own = name_in(document, language.code)
    logo = ((document.get("logo") or {}).get("renditions") or {}).get("plain")
    return told({
        "@type": "GovernmentOrganization",
        "@id": f"{canonical}#agency",
        "name": own,
        "alternateName": [name for name in names if name and name != own],
        "description": plain(description),
        "url": document.get("website") or canonical,
        "identifier": number and {"@type": "PropertyValue", "propertyID": "SE:orgnr", "value": number},
        "logo": logo and {"@type": "ImageObject", "url": whole(canonical, logo["url"])},
        "dissolutionDate": document.get("ended_on"),
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


def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> Node:
    """The way to a page: names and addresses, the page itself last."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if len(items) > 1 else {}


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
