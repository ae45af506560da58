"""Counts beside a list: what they say, and that they betray nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import AudienceLink, PressReleasePage
from articles.topics.models import Topic, TopicLink
from cms.api.lists.facets import OWN
from cms.publishing.models import Current
from home.models import Audience
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import shape
from tests.cms.conftest import Newsroom

ALL = "agency,topic,audience,type,kind,year"
YEAR = timezone.localtime().year


@dataclass
class Press:
    """Four press releases, each a combination of its own, and an information page."""

    client: Client
    newsroom: Newsroom
    customs: Any
    police: Any
    smuggling: Any
    reader: Any

    def facets(self, query: str = "", facets: str = ALL) -> Any:
        return get(self.client, f"pages/?{query}&facets={facets}".replace("?&", "?"))["meta"]["facets"]

    def counts(self, facet: str, query: str = "") -> dict[Any, int]:
        return {each.get("name", each["value"]): each["count"] for each in self.facets(query, facet)[facet]}


@pytest.fixture
def press(newsroom: Newsroom) -> Press:
    return newsroom.filled(_press)


def _press(newsroom: Newsroom) -> Press:
    customs, police = (
        newsroom.agency("Tullverket", english_name="Customs", slug="tullverket"),
        newsroom.agency("Polisen", slug="polisen"),
    )
    locale = newsroom.home.locale
    smuggling = Topic.objects.create(name="Smuggling", slug="smuggling", locale=locale)
    reader = Audience.objects.create(name="Läsare", slug="lasare", intro="Du som läser.", locale=locale)
    newsroom.release("Ett", agencies=[(customs, "sender"), (police, "partner")])
    newsroom.release(
        "Två", agencies=[(customs, "partner")], kind="news", topic_links=[TopicLink(topic=smuggling)]
    )
    newsroom.release("Tre", agencies=[(police, "sender")], topic_links=[TopicLink(topic=smuggling)])
    newsroom.release("Fyra", kind="news")
    newsroom.release("Dold", agencies=[(police, "sender")], live=False)
    newsroom.information("Om oss", audience_links=[AudienceLink(audience=reader)])
    newsroom.settle()
    return Press(Client(), newsroom, customs, police, smuggling, reader)


def test_each_value_is_counted_and_named(press: Press) -> None:
    assert press.facets() == {
        "agency": [
            {"value": press.police.pk, "slug": "polisen", "name": "Polisen", "count": 2},
            {"value": press.customs.pk, "slug": "tullverket", "name": "Tullverket", "count": 2},
        ],
        "topic": [{"value": press.smuggling.pk, "slug": "smuggling", "name": "Smuggling", "count": 2}],
        "audience": [{"value": press.reader.pk, "slug": "lasare", "name": "Läsare", "count": 1}],
        "type": [
            {"value": "articles.PressReleasePage", "count": 4},
            {"value": "home.HomePage", "count": 1},
            {"value": "articles.PressIndexPage", "count": 1},
            {"value": "articles.InformationPage", "count": 1},
        ],
        "kind": [{"value": "press_release", "count": 2}, {"value": "news", "count": 2}],
        "year": [{"value": YEAR, "count": 4}],
    }


def test_the_example_has_the_shape_of_what_is_counted(press: Press) -> None:
    counted = get(press.client, f"pages/?facets={ALL}&limit=0")
    counted["meta"]["facets"] |= press.facets("agency=polisen", "agency_role")
    example = contract("lists/pages_with_facets")
    assert shape(counted["meta"]) == shape(example["meta"] | {"next_after": None})
    assert counted["items"] == example["items"] == []


def test_a_facet_is_counted_without_what_narrows_by_it_and_with_all_else(press: Press) -> None:
    customs, police = press.customs.pk, press.police.pk
    assert press.counts("agency", f"agency={customs}") == {"Polisen": 2, "Tullverket": 2}
    assert press.counts("kind", f"agency={customs}") == {"press_release": 1, "news": 1}
    assert press.counts("agency", "kind=news") == {"Tullverket": 1}
    assert press.counts("agency", f"kind=news&topic={press.smuggling.pk}&agency={customs}") == {
        "Tullverket": 1
    }
    assert press.counts("agency", f"agency={customs}&agency_role=sender") == {"Polisen": 1, "Tullverket": 1}
    assert press.counts("kind", "type=articles.InformationPage") == {"press_release": 2, "news": 2}
    assert press.counts("type", "kind=news&year=1999") == {}
    assert press.counts("type", f"kind=news&agency={police}") == {"articles.PressReleasePage": 2}
    assert press.counts("kind", f"agency={customs},{police}&agency_role=partner") == {
        "press_release": 1,
        "news": 1,
    }
    assert press.counts("year", "year=1999") == {YEAR: 4}
    assert press.counts("topic", "year=1999") == {}


@pytest.mark.parametrize(
    "query",
    ["", "kind=news", "descendant_of=root", "order=title&limit=1", "published_after=2020-01-01", "locale=sv"],
)
def test_a_count_is_what_the_list_has_when_it_is_narrowed_to_the_value(press: Press, query: str) -> None:
    for facet, values in press.facets(query).items():
        rest = "&".join(part for part in query.split("&") if part.partition("=")[0] not in OWN[facet])
        for each in values:
            found = get(press.client, f"pages/?{rest}&{facet}={each['value']}".replace("?&", "?"))
            assert found["meta"]["total_count"] == each["count"], (facet, each)


def test_what_is_chosen_is_named_also_where_it_leaves_nothing(press: Press) -> None:
    assert press.counts("agency", "agency=polisen&kind=news") == {"Tullverket": 1, "Polisen": 0}
    assert press.counts("topic", f"topic={press.smuggling.pk},77&year=1999") == {"Smuggling": 0}
    assert press.counts("agency", "agency=99999,ingen&year=1999") == {}


def test_the_roles_of_an_agency_are_counted(press: Press) -> None:
    customs, police = press.customs.pk, press.police.pk
    assert press.counts("agency_role", f"agency={customs}") == {"partner": 1, "sender": 1}
    assert press.counts("agency_role", f"agency={customs}&agency_role=sender") == {"partner": 1, "sender": 1}
    assert press.counts("agency_role", f"agency={customs}&kind=news") == {"partner": 1}
    both = press.counts("agency_role", f"agency={customs},{police}")
    assert both == {"sender": 2, "partner": 2}
    for role, pages in both.items():
        found = get(press.client, f"pages/?agency={customs},{police}&agency_role={role}")
        assert found["meta"]["total_count"] == pages


def test_things_are_named_by_slug_as_by_id(press: Press) -> None:
    def listed(query: str) -> Any:
        answer = press.client.get(f"/api/v2/pages/?{query}&facets={ALL}")
        assert answer.status_code == 200, answer.content
        return answer.json()

    ids = {"agency": press.customs.pk, "topic": press.smuggling.pk, "audience": press.reader.pk}
    for name, slug in (("agency", "tullverket"), ("topic", "smuggling"), ("audience", "lasare")):
        assert listed(f"{name}={slug}") == listed(f"{name}={ids[name]}")
        assert listed(f"{name}={slug}&locale=sv") == listed(f"{name}={ids[name]}&locale=sv")
        assert listed(f"{name}={slug},finns-inte")["items"] == listed(f"{name}={slug}")["items"] != []
        assert listed(f"{name}=finns-inte")["items"] == []
        assert (
            listed(f"{name}={slug}")["meta"]["total_count"]
            == listed(f"{name}={ids[name]}")["meta"]["total_count"]
        )
    assert listed("topic=smuggling&locale=en")["meta"]["facets"]["topic"] == []
    assert listed("topic=tullverket")["items"] == []
    Current.objects.filter(key=f"topic:{press.smuggling.pk}").update(visible_until=timezone.now())
    assert listed("topic=smuggling")["items"] == []


def test_names_are_in_the_language_of_the_list(press: Press) -> None:
    Current.objects.filter(type="articles.PressReleasePage").update(locale="en")
    assert press.counts("agency", "locale=en") == {"Customs": 2, "Polisen": 2}


def test_a_thing_that_is_not_public_is_told_of_in_no_count(press: Press) -> None:
    Current.objects.filter(key=f"topic:{press.smuggling.pk}").update(visible_until=timezone.now())
    Current.objects.filter(key=f"agency:{press.police.pk}").delete()
    assert press.facets(facets="topic,agency") == {
        "topic": [],
        "agency": [{"value": press.customs.pk, "slug": "tullverket", "name": "Tullverket", "count": 2}],
    }


def test_a_page_that_is_not_public_is_counted_nowhere(press: Press) -> None:
    page = PressReleasePage.objects.get(title="Tre")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    press.newsroom.settle()
    expired = PressReleasePage.objects.get(title="Ett")
    Current.objects.filter(key=f"page:{expired.pk}").update(visible_until=timezone.now())
    assert press.counts("agency") == {"Tullverket": 1}
    assert press.counts("topic") == {"Smuggling": 1}
    assert press.counts("year") == {YEAR: 2}


@pytest.mark.parametrize(
    "query", ["", "agency={agency}&kind=news&year=2016&topic={topic}&audience=1&child_of=root"]
)
def test_facets_take_one_query_more(press: Press, query: str, django_assert_num_queries: Any) -> None:
    query = query.format(agency=press.customs.pk, topic=press.smuggling.pk)
    with django_assert_num_queries(4):
        press.facets(query)


@pytest.mark.parametrize(
    "facets",
    ["", "agency,", "slug", "agency,agency", "*", "agency;drop", "%00", "agency_role", "kind,agency_role"],
)
def test_a_facet_that_is_none_is_refused(db: None, client: Client, facets: str) -> None:
    assert get(client, f"pages/?facets={facets}", 400)["parameter"] == "facets"
