"""The address of every page that the demo has on the visitor site."""

from __future__ import annotations

import httpx

DIRECTORIES = (
    "/myndigheter/", "/amnen/", "/du-ar/", "/en/agencies/", "/en/topics/", "/en/you-are/",
)  # fmt: skip


def every_page(site: httpx.Client) -> list[str]:
    """Pages of the tree, things that have a page, and the lists of them; in Swedish and English."""
    found = list(DIRECTORIES)
    for resource in ("pages", "topics", "audiences"):
        found += [item["url"] for item in listed(site, resource)]
    for agency in listed(site, "agencies"):
        found += agency["urls"].values()
    return sorted(set(found))


def listed(site: httpx.Client, resource: str) -> list[dict]:
    """All of a list of the API."""
    items: list[dict] = []
    after = None
    while True:
        asked = {"limit": 100} | ({"after": after} if after else {})
        answer = site.get(f"/api/v2/{resource}/", params=asked).json()
        items += answer["items"]
        after = answer["meta"].get("next_after")
        if not after:
            return items
