"""The page of the request form: a page like others, one in each language; what is sent is never on it."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.models import RequestPage
from cms.publishing import documents
from disclosure.models import DocumentRequest
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import document
from tests.cms.conftest import Newsroom
from tests.cms.home.test_site import english_home

pytestmark = pytest.mark.django_db

EXAMPLE = contract("pages/request")


def make(newsroom: Newsroom) -> RequestPage:
    text = {"type": "text", "value": "<p>Du kan också ringa.</p>"}
    page = RequestPage(
        title="Begär ut en handling",
        slug="begar-en-handling",
        lead=EXAMPLE["lead"],
        responsible_unit="Registratorskontoret",
        body=[text],
    )
    newsroom._add(newsroom.home, page, live=True)
    return RequestPage.objects.get()


def test_it_is_published_as_its_example(newsroom: Newsroom) -> None:
    body = document(make(newsroom)).body
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    assert set(body) == set(EXAMPLE) - joined
    assert (body["lead"], body["responsible_unit"]) == (EXAMPLE["lead"], EXAMPLE["responsible_unit"])


def test_a_request_changes_nothing_of_it(newsroom: Newsroom) -> None:
    before = document(make(newsroom))
    DocumentRequest.objects.create(**contract("requests/sent"))
    assert document(RequestPage.objects.get()) == before


def test_building_makes_no_query(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = make(newsroom)
    document(page)  # fills Wagtail's cache of root paths
    source = documents.source_of("page:1")
    assert isinstance(source, documents.DocumentSource)
    loaded = source.load([str(page.pk)])[str(page.pk)]
    with django_assert_num_queries(0):
        source.build(loaded.thing)


def test_there_is_one_in_each_language(newsroom: Newsroom) -> None:
    make(newsroom)
    assert not RequestPage.can_create_at(newsroom.home)
    assert RequestPage.can_create_at(english_home(newsroom))
