"""Topics: what is published of one, what lists by it, and what a translated page names."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page

from articles.models import PressReleasePage
from articles.topics.documents import TopicSource
from articles.topics.models import Topic, TopicLink
from cms.publishing.build import build
from home.models import HomePage
from tests.cms.api.test_pages import get
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import contract, make_contact
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


def make_topic(name: str = "Organiserad brottslighet", locale: str = "sv", **fields: Any) -> Topic:
    """A topic in a language."""
    return Topic.objects.create(name=name, locale=Locale.objects.get(language_code=locale), **fields)


@pytest.fixture
def topic(newsroom: Newsroom) -> Topic:
    said = contract("topic")["description"]
    return make_topic(slug="organiserad-brottslighet", description=said)


@pytest.fixture
def english(topic: Topic) -> Topic:
    return make_topic("Organised crime", "en", translation_key=topic.translation_key)


def about(newsroom: Newsroom, *topics: Topic, title: str = "Tillslag") -> PressReleasePage:
    """A press release on these topics."""
    return newsroom.release(title, topic_links=[TopicLink(topic=topic) for topic in topics])


def test_a_topic_is_published_as_its_example(topic: Topic, english: Topic, newsroom: Newsroom) -> None:
    newsroom.settle()
    document = build([f"topic:{topic.pk}"])[f"topic:{topic.pk}"].document
    assert document is not None
    (card,) = contract("lists/topics")["items"]
    own = {"id": topic.pk, "meta": document.card["meta"]}
    assert document.card == card | own
    assert set(document.card["meta"]) == set(card["meta"])


def test_a_topic_comes_with_its_translations(
    topic: Topic, english: Topic, newsroom: Newsroom, client: Client
) -> None:
    newsroom.settle()
    found = get(client, f"topics/{topic.pk}/")
    assert list(found) == list(contract("topic"))
    assert found["alternates"] == contract("topic")["alternates"]
    assert get(client, "pages/find/?html_path=/amnen/organiserad-brottslighet/")["name"] == topic.name
    assert get(client, "pages/find/?html_path=/en/topics/organised-crime/")["name"] == "Organised crime"


def test_building_makes_no_query(topic: Topic, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    (loaded,) = TopicSource().load([str(topic.pk)]).values()
    with django_assert_num_queries(0):
        TopicSource().build(loaded.thing)


def test_any_number_of_topics_is_one_query(
    topic: Topic, english: Topic, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        TopicSource().load([str(topic.pk), str(english.pk)])


def test_lists_are_in_one_language_and_in_swedish_order(newsroom: Newsroom, client: Client) -> None:
    for name in ("Öppna data", "Åtal", "Zoner", "Avgifter"):
        make_topic(name)
    make_topic("Charges", "en")
    newsroom.settle()
    listed = get(client, "topics/?locale=sv")
    assert [item["name"] for item in listed["items"]] == ["Avgifter", "Zoner", "Åtal", "Öppna data"]
    assert listed["meta"]["total_count"] == 4
    assert get(client, "topics/")["meta"]["total_count"] == 5


def test_the_same_address_in_two_languages(newsroom: Newsroom, client: Client) -> None:
    make_topic("Internet", slug="internet", description="Svenska")
    make_topic("Internet", "en", slug="internet", description="English")
    newsroom.settle()
    assert get(client, "topics/find/?slug=internet")["description"] == "Svenska"
    assert get(client, "topics/find/?slug=internet&locale=en")["description"] == "English"
    get(client, "topics/find/?slug=finns-inte", 404)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_topic("Annat", slug="internet")


def test_a_former_address_leads_to_the_topic(topic: Topic, newsroom: Newsroom, client: Client) -> None:
    newsroom.settle()
    topic.slug = "natverk"
    topic.save()
    newsroom.settle()
    old = "/amnen/organiserad-brottslighet/"
    assert get(client, f"pages/find/?html_path={old}")["location"] == "/amnen/natverk/"
    assert get(client, "topics/find/?slug=organiserad-brottslighet")["location"] == "/amnen/natverk/"


def test_a_former_address_leads_to_the_topic_of_its_language(newsroom: Newsroom, client: Client) -> None:
    topics = {
        locale.language_code: Topic.objects.create(name="Droger", slug="drugs", locale=locale)
        for locale in Locale.objects.all()
    }
    newsroom.settle()
    for topic in topics.values():
        topic.slug = "narcotics"
        topic.save()
    newsroom.settle()
    for code, prefix in (("sv", "/amnen"), ("en", "/en/topics")):
        found = get(client, f"topics/find/?slug=drugs&locale={code}")
        assert found["location"] == f"{prefix}/narcotics/"


def test_pages_are_listed_by_topic(topic: Topic, newsroom: Newsroom, client: Client) -> None:
    other = make_topic("Penningtvätt")
    both, one = about(newsroom, topic, other), about(newsroom, other)
    newsroom.release("Utan ämne")
    newsroom.settle()

    def ids(query: str) -> set[int]:
        return {item["id"] for item in get(client, f"pages/?{query}")["items"]}

    assert ids(f"topic={topic.pk}") == {both.pk}
    assert ids(f"topic={other.pk}") == ids(f"topic={topic.pk},{other.pk}") == {both.pk, one.pk}
    assert ids("topic=99999") == ids("topic=x") == set()
    for wrong in ("å", "", "-1", "1;2", "x,", "x y"):
        assert get(client, f"pages/?topic={wrong}", 400)["parameter"] == "topic"


def test_topics_are_named_in_the_editors_order(topic: Topic, newsroom: Newsroom, client: Client) -> None:
    page = about(newsroom, make_topic("Åtal"), topic)
    newsroom.settle()
    for found in (
        get(client, f"pages/{page.pk}/"),
        get(client, "pages/?year=" + str(page.first_published_at.year))["items"][0],
    ):
        assert [each["name"] for each in found["topics"]] == ["Åtal", "Organiserad brottslighet"]
        assert found["topics"][1] == contract("pages/press_release")["topics"][0] | {"id": topic.pk}


def test_a_new_name_is_on_its_pages(topic: Topic, newsroom: Newsroom, client: Client) -> None:
    page = about(newsroom, topic)
    newsroom.settle()
    topic.name = "Nätverk"
    topic.save()
    newsroom.settle()
    assert get(client, f"pages/{page.pk}/")["topics"][0]["name"] == "Nätverk"


def test_a_translated_page_names_the_translations(topic: Topic, english: Topic, newsroom: Newsroom) -> None:
    untranslated = make_topic("Åtal")
    page, locale = about(newsroom, topic, untranslated), Locale.objects.get(language_code="en")
    for above in (HomePage.objects.get(), newsroom.press):
        above.copy_for_translation(locale)
    copy = page.copy_for_translation(locale)
    draft = Page.objects.get(pk=copy.pk).get_latest_revision_as_object()
    assert [link.topic for link in draft.topic_links.all()] == [english, untranslated]


def test_a_translated_page_shows_the_contact_of_its_language(newsroom: Newsroom) -> None:
    english = Locale.objects.get(language_code="en")
    contact, other = make_contact(newsroom.home.locale), make_contact(newsroom.home.locale, name="Annan")
    translation = contact.copy_for_translation(english)
    translation.save()
    blocks = [
        {"type": "contact", "value": {"title": "", "contact": each.pk}, "id": str(place)}
        for place, each in enumerate((contact, other))
    ]
    newsroom.home.copy_for_translation(english)
    copy = newsroom.information(body=blocks).copy_for_translation(english)
    draft = Page.objects.get(pk=copy.pk).get_latest_revision_as_object()
    assert [block.value["contact"] for block in draft.body] == [translation, other]


def test_an_unfinished_draft_can_be_translated(newsroom: Newsroom) -> None:
    english = Locale.objects.get(language_code="en")
    newsroom.home.copy_for_translation(english)
    draft = newsroom.information("Ofärdigt", live=False)
    type(draft).objects.filter(pk=draft.pk).update(lead="")
    copy = type(draft).objects.get(pk=draft.pk).copy_for_translation(english)
    assert copy.get_latest_revision_as_object().title == "Ofärdigt"


@pytest.mark.slow
def test_publishing_asks_for_topics_of_the_pages_language_each_once(
    topic: Topic, english: Topic, editor: Editor
) -> None:
    rows = {"topic": topic.pk}
    assert errors(editor.create(topics=[rows, rows])) == {
        "": ["”Organiserad brottslighet” är valt två gånger."]
    }
    (told,) = errors(editor.create(topics=[{"topic": english.pk}]))[""]
    assert told.startswith("”Organised crime” är på ett annat språk än sidan.")
    assert editor.create(topics=[{"topic": english.pk}], publish=False).status_code == 302
    page = editor.published(slug="annat", topics=[rows])
    assert [link.topic for link in page.topic_links.all()] == [topic]


@pytest.mark.slow
def test_editors_find_topics_in_swedish(topic: Topic, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    listing = client.get("/admin/snippets/articles/topic/?q=organiserad").content.decode()
    assert "Organiserad brottslighet" in listing
    assert f"/admin/translation/submit/snippet/articles/topic/{topic.pk}/" in listing
    form = client.get(f"/admin/snippets/articles/topic/edit/{topic.pk}/").content.decode()
    assert "högst upp på ämnets sida" in form


@pytest.mark.slow
@pytest.mark.usefixtures("wagtail_indexes")
def test_a_topic_in_use_is_not_deleted(topic: Topic, newsroom: Newsroom, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    unused = make_topic("Åtal")
    page = about(newsroom, topic)
    told = client.post(f"/admin/snippets/articles/topic/delete/{topic.pk}/", follow=True).content.decode()
    assert "används och kan inte tas bort" in told
    assert page.title in told
    address = f"/admin/bulk/articles/topic/delete/?id={topic.pk}&id={unused.pk}"
    client.post(address)
    assert Topic.objects.count() == 2
    client.post(f"/admin/snippets/articles/topic/delete/{unused.pk}/")
    assert Topic.objects.get() == topic
