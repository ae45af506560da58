"""`pages/` of the fake CMS: the parameters that the site uses, and counts beside the list, as docs/api.md has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from tests.frontend import generous
from tests.frontend.contract import example

Item = dict[str, Any]

OWN = {"agency": {"agency", "agency_role"}, "type": {"type", "kind"}, "kind": {"type", "kind"}}


def pages(query: Mapping[str, str]) -> list[Item]:
    """All that matches, in the order of the list."""
    found = [item for item in everything() if matches(item, query)]
    if query.get("fields") == "*":
        found = [generous.press_release() | item for item in found]
    return [marked(item, query["search"]) for item in found] if "search" in query else found


def facets(query: Mapping[str, str]) -> dict[str, list[Item]]:
    """The counts of each facet that is asked for."""
    return {facet: counts(facet, query) for facet in query.get("facets", "").split(",") if facet}


def counts(facet: str, query: Mapping[str, str]) -> list[Item]:
    """How many pages carry each value of a facet, counted without what narrows by it."""
    rest = {name: value for name, value in query.items() if name not in OWN.get(facet, {facet})}
    counted = Counter(
        value for item in everything() if matches(item, rest) for value in VALUES[facet](item, query)
    )
    if facet not in ("agency", "topic"):
        values = (
            sorted(counted, reverse=True)
            if facet == "year"
            else [value for value, _ in counted.most_common()]
        )
        return [{"value": value, "count": counted[value]} for value in values]
    chosen = [
        thing for thing in things(facet).values() if query.get(facet) in (thing["slug"], str(thing["id"]))
    ]
    uncounted = {thing["id"] for thing in chosen} - counted.keys()
    return [
        {
            "value": id,
            "slug": things(facet)[id]["slug"],
            "name": things(facet)[id]["name"],
            "count": counted[id],
        }
        for id in [*counted, *uncounted]
    ]


def everything() -> list[Item]:
    """Press, and a page of information."""
    information = example("lists/pages")["items"][0]
    for name in ("kind", "published_at", "updated_at", "picture", "agencies", "topics"):
        del information[name]
    information |= {"id": 9, "title": "Begär ut en handling", "url": "/offentlighet-och-sekretess/begar/"}
    information["lead"] = "Du har rätt att läsa allmänna handlingar."
    information["meta"] |= {"type": "articles.InformationPage"}
    return [*generous.press_list(), information]


def things(facet: str) -> dict[int, Item]:
    """Agencies or topics by id."""
    if facet == "topic":
        return {topic["id"]: topic for topic in example("lists/topics")["items"]}
    return {agency["id"]: agency for agency in map(generous.agency, generous.SLUGS)}


def matches(item: Item, query: Mapping[str, str]) -> bool:
    return all(
        set(value.split(",")) & set(map(str, MATCHED[name](item, query)))
        for name, value in query.items()
        if name in MATCHED
    ) and all(
        word in (item["title"] + item["lead"]).lower() for word in query.get("search", "").lower().split()
    )


def _agencies(item: Item, query: Mapping[str, str], role: str | None = None) -> list[Item]:
    return [each for each in item.get("agencies", ()) if role in (None, each["role"])]


def _roles(item: Item, query: Mapping[str, str]) -> list[str]:
    asked = query.get("agency", "")
    return sorted(
        {each["role"] for each in _agencies(item, query) if asked in (each["slug"], str(each["id"]))}
    )


def _one(name: str) -> Callable[[Item, Mapping[str, str]], list[Any]]:
    return lambda item, query: [item[name]] if name in item else []


VALUES: dict[str, Callable[[Item, Mapping[str, str]], list[Any]]] = {
    "agency": lambda item, query: [each["id"] for each in _agencies(item, query, query.get("agency_role"))],
    "agency_role": _roles,
    "topic": lambda item, query: [each["id"] for each in item.get("topics", ())],
    "type": lambda item, query: [item["meta"]["type"]],
    "kind": _one("kind"),
    "year": lambda item, query: [int(item["published_at"][:4])] if "published_at" in item else [],
}
MATCHED = VALUES | {
    "agency": lambda item, query: [
        name
        for each in _agencies(item, query, query.get("agency_role"))
        for name in (each["id"], each["slug"])
    ],
    "topic": lambda item, query: [
        name for each in item.get("topics", ()) for name in (each["id"], each["slug"])
    ],
}


def marked(item: Item, words: str) -> Item:
    """With what was found in it."""
    title, snippet = escape(item["title"]), escape(item["lead"])
    for word in words.split():
        title = title.replace(word, f"<mark>{word}</mark>")
    crumbs = example("lists/pages_with_search")["items"][0]["breadcrumbs"]
    return item | {"highlight": {"title": title, "snippet": f"{snippet} …"}, "breadcrumbs": crumbs}
