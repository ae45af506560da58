"""The pages of the delivery API: detail, paths, lists, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from articles.models import PressReleasePage
from cms.publishing.models import Farewell, Gone
from tests.cms.conftest import Newsroom

API = "/api/v2/"


def get(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(API + address)
    assert response.status_code == status, response.content
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


def find(client: Client, path: str, status: int = 200) -> Any:
    return get(client, f"pages/find/?html_path={path}", status)


def path(page: PressReleasePage) -> str:
    return f"/press/{timezone.localtime().year}/{page.slug}/"


def test_a_page_by_path_and_by_id_is_the_same(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.release("Tillslag", agencies=[(newsroom.agency("Tullverket"), "sender")])
    newsroom.settle()
    found = find(client, path(page))
    assert found == get(client, f"pages/{page.pk}/")
    assert found["id"] == page.pk
    assert found["agencies"][0]["role"] == "sender"
    assert found["breadcrumbs"] == [
        {"id": newsroom.home.pk, "title": "Myndigheten", "url": "/"},
        {"id": newsroom.press.pk, "title": "Press", "url": "/press/"},
    ]
    assert found["meta"]["parent"]["id"] == newsroom.press.pk
    assert found["meta"]["html_url"] == f"https://www.example.se{path(page)}"


def test_a_page_keeps_its_name_when_its_address_changes_and_no_other_has_it(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.release("Tillslag")
    english = Locale.objects.get(language_code="en")
    newsroom.home.copy_for_translation(english).save_revision().publish()
    newsroom.settle()
    before = get(client, f"pages/{page.pk}/")["meta"]
    page.slug = "ett-annat-tillslag"
    page.save_revision().publish()
    newsroom.settle()
    after = get(client, f"pages/{page.pk}/")["meta"]
    assert before["html_url"] != after["html_url"]
    assert before["uid"] == after["uid"]
    every = [item["meta"]["uid"] for item in get(client, "pages/")["items"]]
    assert len(set(every)) == len(every) > 1


@pytest.mark.parametrize("spelling", ["{}", "{}?utm=1", "{}%3Fa=1", "{stripped}"])
def test_a_path_may_be_spelled_in_several_ways(newsroom: Newsroom, client: Client, spelling: str) -> None:
    page = newsroom.release()
    newsroom.settle()
    address = spelling.format(path(page), stripped=path(page).rstrip("/"))
    assert find(client, address)["id"] == page.pk


def test_one_look_up_a_page_whatever_it_holds(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    agencies = [newsroom.agency(f"Myndighet {number}") for number in range(12)]
    page = newsroom.release(agencies=agencies, body=[("text", "<p>Text.</p>")] * 30)
    newsroom.settle()
    for address in (f"pages/{page.pk}/", f"pages/find/?html_path={path(page)}"):
        with django_assert_num_queries(1):
            get(client, address)


def test_a_list_takes_three_queries(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    agency = newsroom.agency()
    for number in range(6):
        newsroom.release(f"Nyhet {number}", agencies=[agency])
    newsroom.settle()
    with django_assert_num_queries(3):
        listed = get(
            client, f"pages/?type=articles.PressReleasePage&agency={agency.pk}&agency_role=partner&limit=5"
        )
    assert listed["meta"]["total_count"] == 6
    assert len(listed["items"]) == 5
    assert listed["items"][0]["title"] == "Nyhet 5"
    assert listed["items"][0]["agencies"][0]["name"] == "Tullverket"


def test_lists_are_narrowed_and_sorted(newsroom: Newsroom, client: Client) -> None:
    customs, police = newsroom.agency("Tullverket"), newsroom.agency("Polismyndigheten")
    for title, kind, agency in [
        ("Öl", "news", customs),
        ("Ärende", "press_release", police),
        ("Zon", "news", police),
    ]:
        newsroom.release(title, kind=kind, agencies=[agency])
    section = newsroom.information("Avdelning")
    newsroom.information("Undersida", section)
    newsroom.settle()

    def titles(query: str) -> list[str]:
        return [item["title"] for item in get(client, f"pages/?{query}")["items"]]

    assert titles("type=articles.PressReleasePage&order=title") == ["Zon", "Ärende", "Öl"]
    assert titles("kind=news&order=-title") == ["Öl", "Zon"]
    assert set(titles(f"agency={customs.pk},{police.pk}")) == {"Öl", "Ärende", "Zon"}
    assert titles(f"child_of={section.pk}") == ["Undersida"]
    assert "Undersida" in titles(f"descendant_of={newsroom.home.pk}")
    assert titles("locale=en") == []
    assert titles(f"year={timezone.localtime().year}&kind=press_release") == ["Ärende"]
    assert titles("year=1999") == []
    assert len(titles("limit=2&offset=1")) == 2


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("foo=1", "foo"), ("%00=1", "\x00"), ("limit=-1", "limit"), ("limit=101", "limit"), ("limit=tio", "limit"),
        ("offset=-1", "offset"), (f"offset={10**20}", "offset"), ("locale=de", "locale"), ("order=secret", "order"),
        ("child_of=99999", "child_of"), ("type=%00", "type"), ("agency=1;drop", "agency"),
        ("limit=1&limit=2", "limit"), ("agency_role=sender", "agency_role"),
        (f"agency={10**30}", "agency"), ("kind=" + "x" * 10_000, "kind"), ("year=%27", "year"),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named(db: None, client: Client, query: str, parameter: str) -> None:
    problem = get(client, f"pages/?{query}", 400)
    assert problem["parameter"] == parameter
    assert problem["message"] == problem["detail"]
    assert problem["hint"]


@pytest.mark.parametrize("path", ["", "/%00/", "/%2500/", "http://x/", "/" + "x" * 3000])
def test_a_bad_path_is_refused(db: None, client: Client, path: str) -> None:
    assert find(client, path, 400)["parameter"] == "html_path"


def test_what_was_moved_is_redirected_through_every_former_address(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.release()
    newsroom.settle()
    paths = [path(page)]
    for slug in ("andra", "tredje"):
        page.slug = slug
        page.save_revision().publish()
        newsroom.settle()
        paths.append(path(page))
    for old in paths[:2]:
        assert find(client, old) == {
            "meta": {"type": "redirect"}, "location": paths[2], "permanent": True, "external": False,
        }  # fmt: skip


def test_a_page_at_a_former_address_comes_first(newsroom: Newsroom, client: Client) -> None:
    first, second = newsroom.information("Första"), newsroom.information("Andra")
    newsroom.settle()
    old = first.slug
    first.slug = "flyttad"
    first.save_revision().publish()
    newsroom.settle()
    second.slug = old
    second.save_revision().publish()
    newsroom.settle()
    assert find(client, f"/{old}/")["id"] == second.pk


def test_gone_says_the_date_and_only_what_the_editor_gave(newsroom: Newsroom, client: Client) -> None:
    quiet, told, successor = (
        newsroom.release("Tyst"),
        newsroom.release("Berättad"),
        newsroom.information("Ny"),
    )
    newsroom.settle()
    Farewell.objects.create(page=told, reason="Inaktuell.", successor=successor)
    for page in (quiet, told):
        page.unpublish()
    newsroom.settle()
    problem = find(client, path(quiet), 410)
    assert problem["withdrawn_at"]
    assert (problem["reason"], problem["successor"]) == (None, None)
    assert "Tyst" not in json.dumps(problem)
    problem = find(client, path(told), 410)
    assert problem["reason"] == "Inaktuell."
    assert problem["successor"] == {"title": "Ny", "url": f"/{successor.slug}/"}
    assert "Berättad" not in json.dumps(problem, ensure_ascii=False)


def test_a_successor_that_is_not_public_is_not_told(newsroom: Newsroom, client: Client) -> None:
    page, successor = newsroom.release(), newsroom.information("Hemlig efterträdare", live=False)
    newsroom.settle()
    Farewell.objects.create(page=page, successor=successor)
    page.unpublish()
    newsroom.settle()
    assert find(client, path(page), 410)["successor"] is None


def test_drafts_private_pages_and_nothing_get_one_and_the_same_answer(
    newsroom: Newsroom, client: Client
) -> None:
    draft = newsroom.information("Utkast", live=False)
    private = newsroom.information("Privat")
    newsroom.settle()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    answers = {
        json.dumps(find(client, f"/{slug}/", 404)) for slug in (draft.slug, private.slug, "finns-inte")
    }
    assert len(answers) == 1
    assert not Gone.objects.exists()


def test_children_siblings_alternates_and_neighbours_are_joined(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    one, two = newsroom.information("Ett", section), newsroom.information("Två", section)
    releases = [newsroom.release(f"Nyhet {number}") for number in range(3)]
    newsroom.settle()
    english = Locale.objects.get(language_code="en")
    home = newsroom.home.copy_for_translation(english)
    home.title = "The authority"
    home.save_revision().publish()
    newsroom.settle()
    found = get(client, f"pages/{section.pk}/")
    assert [child["title"] for child in found["children"]] == ["Ett", "Två"]
    assert found["children"][0]["lead"] == "En ingress."
    assert [page["title"] for page in get(client, f"pages/{one.pk}/")["siblings"]] == ["Två"]
    middle = get(client, f"pages/{releases[1].pk}/")
    assert (middle["previous"]["title"], middle["next"]["title"]) == ("Nyhet 0", "Nyhet 2")
    assert (middle["siblings"], get(client, f"pages/{newsroom.press.pk}/")["children"]) == ([], [])
    alternates = get(client, f"pages/{newsroom.home.pk}/")["alternates"]
    assert alternates == [{"locale": "en", "title": "The authority", "url": "/en/"}]
    two.unpublish()
    newsroom.settle()
    assert [child["title"] for child in get(client, f"pages/{section.pk}/")["children"]] == ["Ett"]


def test_an_unchanged_answer_is_304_and_a_changed_one_is_not(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.information("Avdelning")
    newsroom.settle()
    address = f"{API}pages/{page.pk}/"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    newsroom.information("Ny undersida", Page.objects.get(pk=page.pk))
    newsroom.settle()
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("address", ["pages/", "pages/find/?html_path=/", "agencies/", "site/", "nowhere/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_but_reading(db: None, client: Client, address: str, method: str) -> None:
    response = getattr(client, method)(API + address)
    assert response.status_code in (404, 405)
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address", ["pages/", "pages/find/?html_path=/", "agencies/", "nowhere/", "pages/?x=1"]
)
def test_no_cookie_no_vary_on_one_and_sessions_change_nothing(
    db: None, client: Client, admin_client: Client, address: str
) -> None:
    plain, logged_in = client.get(API + address), admin_client.get(API + address)
    assert plain.content == logged_in.content
    for response in (plain, logged_in, client.head(API + address)):
        assert "Set-Cookie" not in response
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert client.options(API + "pages/")["Allow"] == "GET, HEAD, OPTIONS"


def test_the_whole_section_is_joined_down_to_what_lies_right_under_the_page(
    newsroom: Newsroom, client: Client
) -> None:
    section, _other = newsroom.information("Avdelning"), newsroom.information("Annan avdelning")
    one, two = newsroom.information("Ett", section), newsroom.information("Två", section)
    newsroom.information("Under två", two)
    inner = newsroom.information("Under ett", one)
    newsroom.information("Innerst", inner)
    newsroom.information("Utkast", one, live=False)
    release = newsroom.release()
    newsroom.settle()

    def outline(page: Any) -> list[tuple[str, int]]:
        return [(each["title"], each["level"]) for each in get(client, f"pages/{page.pk}/")["section"]]

    assert outline(section) == [("Avdelning", 1), ("Ett", 2), ("Två", 2)]
    assert outline(one) == [("Avdelning", 1), ("Ett", 2), ("Under ett", 3), ("Två", 2)]
    assert outline(inner) == [
        ("Avdelning", 1), ("Ett", 2), ("Under ett", 3), ("Innerst", 4), ("Två", 2),
    ]  # fmt: skip
    assert (outline(newsroom.home), outline(release)) == ([], [])
    one.unpublish()
    newsroom.settle()
    assert outline(two) == [("Avdelning", 1), ("Två", 2), ("Under två", 3)]
