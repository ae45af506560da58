"""Who publishes, what page it is and the way to it, in schema.org's words. What is empty is left out."""

from collections.abc import Iterable
from typing import Any

from frontend.cms import Document
from frontend.language import Language
from frontend.origin import whole
from frontend.rich_text import plain
from frontend.shaping import name_in

Node = dict[str, Any]


def told(node: Node) -> Node:
    """Without what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def authority(site: Document, origin: str, logo: str) -> Node:
    """Who publishes the site; `logo` is the address of its picture, if it has one."""
    contact = site.get("contact") or {}
    number = site.get("organisation_number")
    return told({
        "@type": "GovernmentOrganization",
        "@id": f"{origin}/#authority",
        "name": site.get("name"),
        "url": f"{origin}/",
        "identifier": number and {"@type": "PropertyValue", "propertyID": "SE:orgnr", "value": number},
        "logo": logo and {"@type": "ImageObject", "url": logo},
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


def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> Node:
    """The way to a page: names and addresses, the page itself last."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if len(items) > 1 else {}
