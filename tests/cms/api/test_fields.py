"""`fields`: what it chooses in lists, in pages and in things, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from home.models import SiteSettings
from tests.cms.api.test_pages import get, path
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow


@pytest.fixture
def release(newsroom: Newsroom) -> Any:
    return newsroom.filled(_release)


def _release(newsroom: Newsroom) -> Any:
    page = newsroom.release(
        "Tillslag",
        body=[("text", "<p>Brödtext.</p>"), ("heading", {"text": "Rubrik", "level": "2"})],
        agencies=[(newsroom.agency("Tullverket", slug="tullverket"), "sender"), newsroom.agency("Polisen")],
        registry_number="D 1-26",
    )
    newsroom.settle()
    return page


def item(client: Client, fields: str, rest: str = "type=articles.PressReleasePage") -> Any:
    (found,) = get(client, f"pages/?{rest}&fields={fields}")["items"]
    return found


def test_names_add_to_the_card_and_signs_take_away(release: Any, client: Client) -> None:
    card = get(client, "pages/?type=articles.PressReleasePage")["items"][0]
    assert item(client, "title") == card
    added = item(client, "registry_number,seo_title")
    assert added["registry_number"] == "D 1-26"
    assert added["meta"].pop("seo_title") == ""
    assert {name: value for name, value in added.items() if name != "registry_number"} == card
    without = item(client, "-agencies,-html_url")
    assert set(card) - set(without) == {"agencies"}
    assert set(card["meta"]) - set(without["meta"]) == {"html_url"}


def test_the_order_of_a_document_stays(release: Any, client: Client) -> None:
    assert [*item(client, "_,body,title,slug,id")] == ["id", "meta", "title", "body"]


def test_only_what_is_named_after_an_underscore(release: Any, client: Client) -> None:
    assert item(client, "_,title") == {"title": "Tillslag"}
    assert item(client, "_,slug,id") == {"id": release.pk, "meta": {"slug": release.slug}}
    assert item(client, "_") == {}


def test_a_star_is_the_stored_document(release: Any, client: Client) -> None:
    whole = item(client, "*")
    detail = get(client, f"pages/{release.pk}/")
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    assert {name: value for name, value in detail.items() if name not in joined | {"meta"}} == {
        name: value for name, value in whole.items() if name != "meta"
    }
    assert [block["type"] for block in whole["body"]] == ["text", "heading"]
    assert set(item(client, "*,-body,-seo_title")) == set(whole) - {"body"}


def test_what_is_below_is_chosen_in_brackets(release: Any, client: Client) -> None:
    def agencies(fields: str) -> Any:
        return item(client, f"_,agencies({fields})")["agencies"]

    whole = item(client, "_,agencies")["agencies"]
    assert agencies("name,role") == [{name: each[name] for name in ("id", "name", "role")} for each in whole]
    assert agencies("_,name") == [{"name": "Tullverket"}, {"name": "Polisen"}]
    assert agencies("*") == whole
    assert agencies("-url,-slug") == [
        {name: value for name, value in each.items() if name not in ("url", "slug")} for each in whole
    ]
    assert item(client, "*,body(_,type)")["body"] == [{"type": "text"}, {"type": "heading"}]
    assert item(client, "_,picture(alt)") == {"picture": None}


def test_a_page_is_cut_by_id_and_by_path(release: Any, client: Client) -> None:
    for address in (f"pages/{release.pk}/?", f"pages/find/?html_path={path(release)}&"):
        whole = get(client, address.rstrip("?&"))
        assert get(client, f"{address}fields=*") == get(client, f"{address}fields=title") == whole
        cut = get(client, f"{address}fields=_,title,parent(title),breadcrumbs(_,url)")
        assert cut == {
            "meta": {"parent": {"id": whole["meta"]["parent"]["id"], "title": "Press"}},
            "title": "Tillslag",
            "breadcrumbs": [{"url": "/"}, {"url": "/press/"}],
        }
        assert set(whole) - set(get(client, f"{address}fields=-body,-section")) == {"body", "section"}


def test_things_and_the_site_are_cut_too(release: Any, newsroom: Newsroom, client: Client) -> None:
    SiteSettings.objects.create(name="Myndigheten")
    newsroom.settle()
    assert get(client, "agencies/?fields=_,name")["items"] == [{"name": "Polisen"}, {"name": "Tullverket"}]
    assert get(client, "agencies/?fields=_,description(sv)&limit=1")["items"] == [{"description": {"sv": ""}}]
    assert get(client, "agencies/find/?slug=tullverket&fields=_,name") == {"name": "Tullverket"}
    assert get(client, "site/?fields=_,name,locale") == {"meta": {"locale": "sv"}, "name": "Myndigheten"}


def test_where_an_address_leads_is_told_whole(release: Any, newsroom: Newsroom, client: Client) -> None:
    old = path(release)
    release.slug = "flyttad"
    release.save_revision().publish()
    newsroom.settle()
    moved = get(client, f"pages/find/?html_path={old}&fields=_,title")
    assert moved == get(client, f"pages/find/?html_path={old}")
    assert moved["location"] == path(release)


@pytest.mark.parametrize(
    "fields",
    [
        "", ",", "a,", "(", ")", "title)", "title(", "title()", "agencies(name", "-", "--title", "a b", "*,title",
        "title,*", "_,-title", "-*", "*(a)", "_(a)", "-agencies(name)", "%00", "title%00", "'", "title;drop", "body.0",
        "meta", "meta(slug)", "card", "text", "body_hash", "terms", "secret", "-secret", "agencies(secret)",
        "agencies(-secret)", "title(name)", "agencies(name(first))", "agencies(meta)", "parent", "breadcrumbs",
        "(" * 500, "agencies(" * 11 + "a" + ")" * 11, "x" * 1001, "åäö", "١",
    ],
)  # fmt: skip
def test_what_is_no_field_is_refused(db: None, client: Client, fields: str) -> None:
    assert get(client, f"pages/?fields={fields}", 400)["parameter"] == "fields"


@pytest.mark.parametrize("fields", ["secret", "_,kind", "agencies", "-secret", "title(name)", "meta", "a("])
def test_what_a_page_does_not_have_is_refused_there(newsroom: Newsroom, client: Client, fields: str) -> None:
    for address in (f"pages/{newsroom.press.pk}/?", "pages/find/?html_path=/press/&"):
        assert get(client, f"{address}fields={fields}", 400)["parameter"] == "fields"


def test_a_list_of_some_types_has_the_fields_of_those(db: None, client: Client) -> None:
    get(client, "pages/?type=articles.PressReleasePage,home.HomePage&fields=agencies,highlights")
    for fields in ("agencies", "registry_number"):
        problem = get(client, f"pages/?type=articles.InformationPage&fields={fields}", 400)
        assert problem["parameter"] == "fields"


def test_whole_documents_come_twenty_at_most(newsroom: Newsroom, client: Client) -> None:
    for fields in ("*", "body", "_,registry_number"):
        assert get(client, f"pages/?limit=21&fields={fields}", 400)["parameter"] == "limit"
        get(client, f"pages/?limit=20&fields={fields}")
    for fields in ("_,title", "agencies(name)", "-lead"):
        get(client, f"pages/?limit=100&fields={fields}")


@pytest.mark.parametrize("fields", ["_,title", "*", "body,agencies(name)"])
def test_fields_take_no_query_more(
    newsroom: Newsroom, client: Client, fields: str, django_assert_num_queries: Any
) -> None:
    agency = newsroom.agency()
    for number in range(21):
        newsroom.release(f"Nyhet {number}", body=[("text", "<p>Text.</p>")] * 5, agencies=[agency])
    newsroom.settle()
    with django_assert_num_queries(3):
        assert len(get(client, f"pages/?type=articles.PressReleasePage&fields={fields}")["items"]) == 20
