"""Pages that are related to a page: chosen ones first, then those that share most, each saying why."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from articles.models import AudienceLink, PressReleasePage, RelatedPage
from articles.topics.models import Topic, TopicLink
from cms.publishing.models import Current, Tie
from home.models import Audience
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def related(client: Client, page: Any) -> list[dict[str, Any]]:
    return list(json.loads(client.get(f"/api/v2/pages/{page.pk}/").content)["related"])


def told(client: Client, page: Any) -> list[tuple[str, str, list[str]]]:
    """Title, reason and what is shared of each."""
    return [
        (each["title"], each["because"], [thing["title"] for thing in each["shared"]])
        for each in related(client, page)
    ]


def titles(client: Client, page: Any) -> list[str]:
    return [title for title, _because, _shared in told(client, page)]


class Press:
    """Press releases a day apart, the first one the oldest."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom, self.day = newsroom, timezone.now() - timedelta(days=100)
        self.topic = Topic.objects.create(name="Organiserad brottslighet", locale=newsroom.home.locale)
        self.other = Topic.objects.create(name="Penningtvätt", locale=newsroom.home.locale)
        self.customs = newsroom.agency("Tullverket", english_name="Swedish Customs")
        self.police = newsroom.agency("Polismyndigheten")

    def release(self, title: str, *ties: Any, chosen: Any = (), **fields: Any) -> PressReleasePage:
        self.day += timedelta(days=1)
        page = self.newsroom.release(
            title,
            agencies=[tie for tie in ties if not isinstance(tie, Topic)],
            topic_links=[TopicLink(topic=tie) for tie in ties if isinstance(tie, Topic)],
            related_pages=[RelatedPage(page=each) for each in chosen],
            **{"first_published_at": self.day} | fields,
        )
        return PressReleasePage.objects.get(pk=page.pk)


@pytest.fixture
def press(newsroom: Newsroom) -> Press:
    return Press(newsroom)


def test_chosen_come_first_then_those_that_share_most_then_the_newest(press: Press, client: Client) -> None:
    picked = press.newsroom.information("Vald")
    old = press.release("Äldre vald", press.topic)
    press.release("Samma myndighet, äldre", press.customs)
    press.release("Samma myndighet, nyare", (press.customs, "mentioned"))
    press.release("Samma ämne och myndighet", press.customs, press.topic)
    press.release("Inget gemensamt", press.police, press.other)
    press.release("Båda myndigheterna", press.customs, press.police)
    page = press.release("Sidan", press.customs, press.police, press.topic, chosen=[picked, old])
    press.newsroom.settle()
    assert told(client, page) == [
        ("Vald", "chosen", []),
        ("Äldre vald", "chosen", ["Organiserad brottslighet"]),
        ("Båda myndigheterna", "agency", ["Tullverket", "Polismyndigheten"]),
        ("Samma ämne och myndighet", "topic", ["Organiserad brottslighet", "Tullverket"]),
        ("Inget gemensamt", "agency", ["Polismyndigheten"]),
        ("Samma myndighet, nyare", "agency", ["Tullverket"]),
    ]
    first, *_rest, last = related(client, page)
    assert first == {
        "id": picked.pk, "title": "Vald", "url": f"/{picked.slug}/", "lead": "En ingress.",
        "type": "articles.InformationPage", "kind": "",
        "published_at": timezone.localtime(picked.first_published_at).isoformat(timespec="seconds"),
        "because": "chosen", "shared": [],
    }  # fmt: skip
    customs = {
        "type": "agency",
        "id": press.customs.pk,
        "title": "Tullverket",
        "url": f"/myndigheter/{press.customs.slug}/",
    }
    assert last["shared"] == [customs]


def test_all_that_the_editor_chose_and_no_more_than_six_otherwise(press: Press, client: Client) -> None:
    many = [press.release(f"Nyhet {number}", press.customs) for number in range(9)]
    few, all_chosen = press.release("Få", press.customs), press.release("Alla", press.customs, chosen=many)
    press.newsroom.settle()
    assert titles(client, few) == ["Alla", *(f"Nyhet {number}" for number in range(8, 3, -1))]
    assert titles(client, all_chosen) == [f"Nyhet {number}" for number in range(9)]


def test_neither_the_page_itself_nor_one_twice(press: Press, client: Client) -> None:
    other = press.release("Annan", press.customs, press.topic)
    page = press.release("Sidan", press.customs, press.topic, chosen=[other, other])
    page.related_pages = [RelatedPage(page=other), RelatedPage(page=page), RelatedPage(page=other)]
    page.save_revision().publish()
    press.newsroom.settle()
    assert titles(client, page) == ["Annan"]


def test_nothing_that_the_public_may_not_see(press: Press, client: Client) -> None:
    """Drafts, private, expired with the worker stopped, unpublished: chosen or not."""
    shown = [press.release(f"Synlig {number}", press.customs) for number in range(6)]
    draft = press.release("Utkast", press.customs, live=False)
    hidden = [
        press.release(title, press.customs) for title in ("Privat", "Avpublicerad", "Utgången", "Borttagen")
    ]
    page = press.release("Sidan", press.customs, chosen=[draft, *hidden, shown[0]])
    press.newsroom.settle()
    assert titles(client, page)[:5] == ["Privat", "Avpublicerad", "Utgången", "Borttagen", "Synlig 0"]
    private, unpublished, expired, deleted = hidden
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    unpublished.unpublish()
    deleted.delete()
    press.newsroom.settle()
    Current.objects.filter(key=f"page:{expired.pk}").update(visible_until=timezone.now())
    assert titles(client, page) == ["Synlig 0", *(f"Synlig {number}" for number in range(5, 0, -1))]


def test_the_joined_parts_show_nothing_past_its_end(newsroom: Newsroom, client: Client) -> None:
    """With the worker stopped, since only the clock has moved."""
    section = newsroom.information("Avdelning")
    page, beside, below = (
        newsroom.information("Sidan", section),
        newsroom.information("Syskon", section),
        None,
    )
    below = newsroom.information("Barn", page)
    releases = [newsroom.release(f"Nyhet {number}") for number in range(3)]
    newsroom.settle()
    english = Locale.objects.get(language_code="en")
    newsroom.home.copy_for_translation(english).save_revision().publish()
    newsroom.settle()
    over = Current.objects.filter(
        key__in=[f"page:{each.pk}" for each in (beside, below, releases[0], releases[2])]
    )
    over.update(visible_until=timezone.now())
    Current.objects.filter(path="/en/").update(visible_until=timezone.now())
    found = json.loads(client.get(f"/api/v2/pages/{page.pk}/").content)
    assert (found["siblings"], found["children"]) == ([], [])
    assert [each["title"] for each in found["section"]] == ["Avdelning", "Sidan"]
    middle = json.loads(client.get(f"/api/v2/pages/{releases[1].pk}/").content)
    assert (middle["previous"], middle["next"]) == (None, None)
    assert json.loads(client.get("/api/v2/pages/find/?html_path=/").content)["alternates"] == []


def test_one_language_at_a_time_and_its_own_names(press: Press, client: Client) -> None:
    press.release("Svensk", press.customs)
    english = Locale.objects.get(language_code="en")
    home = press.newsroom.home.copy_for_translation(english)
    home.save_revision().publish()
    index = press.newsroom.press.copy_for_translation(english)
    index.save_revision().publish()
    first, second = (press.release(title, press.customs) for title in ("Första", "Andra"))
    for page in (first, second):
        translated = page.copy_for_translation(english)
        translated.title = f"{page.title} in English"
        translated.save_revision().publish()
    press.newsroom.settle()
    assert titles(client, first) == ["Andra", "Svensk"]
    assert told(client, translated) == [("Första in English", "agency", ["Swedish Customs"])]
    (other,) = related(client, translated)
    assert other["shared"][0]["url"] == f"/en/agencies/{press.customs.slug}/"


def test_information_pages_are_related_by_their_readers(newsroom: Newsroom, client: Client) -> None:
    audience = Audience.objects.create(name="Journalist", intro="Hej.", locale=newsroom.home.locale)
    one, two = (
        newsroom.information(title, audience_links=[AudienceLink(audience=audience)])
        for title in ("Ett", "Två")
    )
    newsroom.information("Tre")
    newsroom.settle()
    assert told(client, one) == [("Två", "audience", ["Journalist"])]
    assert told(client, two) == [("Ett", "audience", ["Journalist"])]


def test_ties_follow_the_row_whoever_writes_it(press: Press) -> None:
    page = press.release("Sidan", press.customs, press.topic)
    press.newsroom.settle()
    key, topic, customs = f"page:{page.pk}", f"topic:{press.topic.pk}", f"agency:{press.customs.pk}"

    def ties() -> list[str]:
        return sorted(Tie.objects.filter(key=key).values_list("tie", flat=True))

    assert ties() == sorted([topic, customs])
    Current.objects.filter(key=key).update(ties=[customs, customs])
    assert ties() == [customs]
    Current.objects.filter(key=key).update(published_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert Tie.objects.get(key=key).published_at.year == 2020
    Current.objects.filter(key=key).update(ties=[])
    assert ties() == []
    Current.objects.filter(key=key).update(ties=[topic])
    page.unpublish()
    press.newsroom.settle()
    assert ties() == []
