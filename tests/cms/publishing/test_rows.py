"""Rows that come with their things in one query are just what the database would give one by one."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from agencies.models import Agency, FormerName
from articles.models import InformationPage, PressReleasePage
from cms.publishing.documents import source_of
from cms.publishing.rows import put_rows, relations_of, with_rows
from tests.cms.articles.examples import make_full_release
from tests.cms.conftest import Newsroom


def test_they_are_the_same_in_value_and_order(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agency = newsroom.agency("Integritetsskyddsmyndigheten")
    for name, day in (("Äldst", "1999-12-31"), ("Yngst ”1”", "2020-12-31"), ("Mellan\n", "2010-02-28")):
        FormerName.objects.create(agency=agency, name=name, until=date.fromisoformat(day))
    wanted = [each.__dict__ | {"_state": None} for each in agency.former_names.all()]
    relations = relations_of(Agency, ["former_names", "predecessors"])
    things = Agency.objects.all()
    for relation in relations:
        things = with_rows(things, relation)
    with django_assert_num_queries(1):
        (thing,) = things
        put_rows(thing, relations)
        got = list(thing.former_names.all())
        assert [each.agency for each in got] == [thing] * 3
        assert list(thing.predecessors.all()) == []
    assert [each.__dict__ | {"_state": None} for each in got] == wanted


def test_moments_and_choices_survive(newsroom: Newsroom) -> None:
    release = make_full_release(newsroom)
    fresh = PressReleasePage.objects.get(pk=release.pk)
    thing = source_of("page:1").load([str(release.pk)])[str(release.pk)].thing
    for name in ("agency_links", "topic_links", "contact_links", "related_pages", "changes"):
        with CaptureQueriesContext(connection) as asked:
            got = [each.__dict__ | {"_state": None} for each in getattr(thing, name).all()]
        assert not asked
        assert got == [each.__dict__ | {"_state": None} for each in getattr(fresh, name).all()], name


def test_what_is_named_comes_without_its_text_and_what_is_hidden_does_not_come(newsroom: Newsroom) -> None:
    shown, hidden = newsroom.information("Synlig"), newsroom.information("Dold", live=False)
    loaded = source_of("page:1").load_named([str(shown.pk), str(hidden.pk), "999999"])
    assert set(loaded) == {str(shown.pk), str(hidden.pk)}
    assert loaded[str(shown.pk)].thing.get_deferred_fields() == {"body", "legal_references"}
    assert isinstance(loaded[str(shown.pk)].thing, InformationPage)
    assert loaded[str(hidden.pk)].thing is None
