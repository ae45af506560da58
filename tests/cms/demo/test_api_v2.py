"""Wagtail's own API v2 and ours, asked the same of the demo site: what both have is equal, or meant to differ.

What is meant stands in docs/api.md under "What differs from Wagtail's API v2", in the very words of the tables here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DataError, transaction
from django.test import Client
from wagtail.models import Page

from articles.models import PressReleasePage
from cms.publishing.models import Current

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

RELEASES = "type=articles.PressReleasePage"

LISTS = [
    "order=id", "order=-id", "order=title", "order=-title", "limit=5&order=id",
    "limit=5&offset=3&order=id", "limit=20&offset=42&order=title", "offset=500&order=id", "limit=0",
    f"{RELEASES}&order=id", f"{RELEASES},articles.InformationPage&order=id", "type=home.HomePage&order=id",
    f"{RELEASES}&locale=sv&order=-first_published_at", f"{RELEASES}&locale=en&order=title",
    "locale=sv&order=id", "locale=en&order=id", "child_of=root&order=id", "child_of={press}&order=id&limit=20",
    "descendant_of=root&order=id", "descendant_of={section}&order=id", "ancestor_of={release}&order=id",
    "ancestor_of={home}&order=id", "translation_of=root", "translation_of={home}", "translation_of={section}",
    "child_of={press}&locale=sv&order=title", "slug={slug}", "slug=nothing", "title={title}", "id={release}",
    "id={release}&slug={slug}", "id={draft}", "slug={slug}&locale=en",
    "fields=*&order=id", "fields=_&order=id", "fields=_,title&order=id", "fields=-title&order=id",
    "fields=seo_title&order=id", "fields=_,id,type,slug&order=id", "fields=*,-slug&order=id",
    "fields=show_in_menus,alias_of&order=id", "fields=-type,-nothing_of_this&order=id", "fields=_,locale&order=id",
    f"fields=lead,kind&{RELEASES}&order=id", f"fields=*&{RELEASES}&order=id", f"fields=*,-lead&{RELEASES}&order=id",
    f"fields=_,kind,registry_number&{RELEASES}&order=id", f"fields=_,responsible_unit&{RELEASES}&order=id",
    "fields=title(a)", "fields=parent", "fields=nothing", "fields=title,", "fields=*,title", "fields=_,-title",
    "fields=**", "fields=meta", "fields=(", "fields=title)", "fields=ti tle", "limit=-1", "limit=a", "offset=-1",
    "offset=a", "order=nothing", "order=-", "order=random&offset=1", "child_of=a", "child_of=-1", "child_of=999999",
    "child_of={draft}", "descendant_of=a", "descendant_of=999999", "ancestor_of=a", "ancestor_of=999999",
    "translation_of=a", "translation_of=999999", "type=nothing", "type=articles.Nothing", "type=auth.User",
    "type=articles.AgencyLink", "nothing=1", "id=a", "search=", "search=&order=id", "search=&type=home.HomePage",
]  # fmt: skip

DETAILS = [
    "{release}/", "{home}/", "{section}/", "{english}/", "{draft}/", "999999/", "{release}/?fields=*",
    "{release}/?fields=_,title", "{release}/?fields=-title,-slug", "{release}/?fields=lead",
    "{release}/?fields=_,parent", "{release}/?fields=*,-parent,-lead", "{release}/?fields=nothing",
    "{release}/?fields=title(a)", "{release}/?fields=*,title", "find/?html_path=/press/", "find/?html_path=press",
    "find/?html_path=/", "find/?html_path=/press/&fields=_,title", "find/?html_path=/nothing/", "find/?id={release}",
    "find/?id=999999", "find/?id={draft}",
]  # fmt: skip

# What is answered otherwise: Wagtail's status, ours, and how docs/api.md says it.
OTHERWISE = {
    "?": (200, 200, "`-published_at` if not given, where v2 has the order of ids"),
    "?order=random": (200, 400, "`order` takes one field, and not `random`"),
    "?order=title,id": (200, 400, "`order` takes one field, and not `random`"),
    "?order=slug": (200, 400, "`order` takes one field, and not `random`"),
    "?limit=21": (400, 200, "`limit` is at most 100"),
    "?limit=101": (400, 400, "`limit` is at most 100"),
    "?child_of=root&descendant_of=root": (400, 200, "`child_of` and `descendant_of` go together"),
    "?ancestor_of=root": (400, 200, "`ancestor_of` takes `root` as well"),
    "?locale=de": (404, 400, "an unknown `locale` is 400"),
    "?fields=lead": (400, 200, "`fields` knows those of all types when `type` is not given"),
    "?type=articles.pressreleasepage": (200, 400, "`type` is spelled as in `meta.type`"),
    "?type=wagtailcore.Page": (200, 400, "`type` is spelled as in `meta.type`"),
    "?show_in_menus=true": (200, 400, "v2 filters by any field"),
    "?seo_title=x": (200, 400, "v2 filters by any field"),
    "?alias_of=1": (200, 400, "v2 filters by any field"),
    "?type=": (200, 400, "a value is never empty"),
    "?order=": (200, 400, "a value is never empty"),
    "?fields=": (200, 400, "a value is never empty"),
    "?slug=": (200, 400, "a value is never empty"),
    "?site=localhost": (200, 400, "`site`, `rich_text_format`, `format` and `_` are not taken"),
    "?rich_text_format=html": (200, 400, "`site`, `rich_text_format`, `format` and `_` are not taken"),
    "?format=json": (200, 400, "`site`, `rich_text_format`, `format` and `_` are not taken"),
    "?_=1": (200, 400, "`site`, `rich_text_format`, `format` and `_` are not taken"),
    "?id=1,2": (400, 200, "several values are any of them"),
    "{release}/?nothing=1": (200, 400, "unknown parameters are refused for a single document too"),
    "find/?html_path=/en/": (404, 200, "`pages/find/` knows every language and the addresses with a year"),
    "find/?html_path={path}": (404, 200, "`pages/find/` knows every language and the addresses with a year"),
    "find/": (404, 400, "without a parameter it is 400"),
}

# What of a field is meant to differ, and how the two are made equal.
FIELDS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "detail_url": ("", lambda url: url.replace("/stock/", "/")),  # where the test has put it
    "first_published_at": (
        "Moments are given to the second",
        lambda moment: re.sub(r"\.\d+", "", moment) if moment else moment,
    ),
    "lead": ("No-break spaces stand where", lambda text: text.replace("\u00a0", " ").strip()),
    # Without one type, v2 asks the plain page for its address, which knows no year.
    "html_url": (
        "`html_url` is the page's own in every list",
        lambda url: re.sub(r"/(press|en/press)/\d{4}/", r"/\1/", url),
    ),
}


@pytest.fixture(scope="module")
def demo(
    load_demo: Callable[[], None], django_db_setup: None, django_db_blocker: Any
) -> Iterator[dict[str, Any]]:
    """The demo site, and what fills the gaps in the tables."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        release = Current.objects.get(path__contains="slutrapport-om-insatsen")
        pages = Current.objects.exclude(tree_path="")
        sections = pages.filter(type="articles.InformationPage", locale="sv")
        known = {
            "home": pages.get(path="/"), "press": pages.get(path="/press/"), "english": pages.get(path="/en/"),
            "section": sections.order_by("tree_path").first(), "release": release,
        }  # fmt: skip
        gaps: dict[str, Any] = {name: row.key.partition(":")[2] for name, row in known.items() if row}
        gaps |= {
            "slug": json.loads(release.card)["meta"]["slug"],
            "title": release.title,
            "path": release.path,
        }
        yield gaps | {"draft": Page.objects.filter(live=False).values_list("pk", flat=True)[0]}
        transaction.set_rollback(True)


@pytest.fixture
def both(demo: dict[str, Any], client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ask Wagtail's and ours: the status and the JSON of each."""
    settings.ROOT_URLCONF = "tests.cms.api.stock"
    api_fields = ["lead", "kind", "registry_number", "responsible_unit"]
    monkeypatch.setattr(PressReleasePage, "api_fields", api_fields, raising=False)

    def ask(address: str) -> list[tuple[int, Any]]:
        address = address.format(**demo)
        answers = [client.get(f"{root}/api/v2/pages/{address}", follow=True) for root in ("/stock", "")]
        return [(answer.status_code, json.loads(answer.content)) for answer in answers]

    return ask


def differences(theirs: Any, ours: Any, name: str = "") -> list[str]:
    """Where ours is not what theirs is, in all that theirs has."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        missing = [f"{name}.{each} is missing" for each in theirs if each not in ours]
        both = [each for each in theirs if each in ours]
        return missing + [fault for each in both for fault in differences(theirs[each], ours[each], each)]
    if isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        return [fault for pair in zip(theirs, ours, strict=True) for fault in differences(*pair, name)]
    _, equal = FIELDS.get(name, ("", lambda value: value))
    return [] if equal(theirs) == equal(ours) else [f"{name}: {theirs!r} is {ours!r}"]


def test_what_both_answer_is_equal(both: Any) -> None:
    """All on one demo site, which takes a while to load; the failure names the request."""
    faults = {}
    for address in [f"?{query}" for query in LISTS] + DETAILS:
        (their_status, theirs), (our_status, ours) = both(address)
        if their_status != our_status:
            faults[address] = [f"{their_status} is {our_status}"]
        elif our_status == 200:
            faults[address] = differences(theirs, ours)
        else:
            faults[address] = [] if "message" in theirs and ours["message"] else ["no message"]
    assert {address: found for address, found in faults.items() if found} == {}


def test_what_is_otherwise_is_so_still(both: Any) -> None:
    """A difference that is gone is taken off the table and out of the document."""
    found = {}
    for address, (theirs, ours, _said) in OTHERWISE.items():
        answers = both(address)
        if [status for status, _ in answers] != [theirs, ours]:
            found[address] = [status for status, _ in answers]
        elif theirs == ours == 200 and not differences(*(body for _, body in answers)):
            found[address] = ["equal"]
    assert found == {}


@pytest.mark.parametrize(("address", "parameter"), [("find/?id=a", "id"), (f"?offset={10**20}", "offset")])
def test_where_v2_breaks_ours_names_the_parameter(
    both: Any, client: Client, address: str, parameter: str
) -> None:
    assert client.get(f"/api/v2/pages/{address}").json()["parameter"] == parameter
    with pytest.raises((ValueError, DataError)):
        both(address)


def test_every_difference_is_told() -> None:
    text = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    section = text.partition("## What differs from Wagtail's API v2")[2]
    said = [said for *_, said in OTHERWISE.values()] + [said for said, _ in FIELDS.values()]
    assert [each for each in said if each not in " ".join(section.split())] == []
