"""The accessibility statement: every part that the law asks for is asked for at publishing, and none in a draft."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from articles.accessibility.shortcomings import Shortcoming, Shortcomings
from articles.models import AccessibilityStatementPage
from cms.publishing import documents
from home.models import HomePage
from home.site_settings import SiteSettings
from tests.cms.api.test_pages import get
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import document, shape
from tests.cms.conftest import Newsroom
from tests.cms.conftest import body as stored
from tests.cms.home.test_site import english_home

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
DAY = timedelta(days=1)
EXAMPLE = contract("pages/accessibility_statement")
ASKED_FOR = {
    "service", "compliance", "alternatives", "complaint_url", "method", "assessed_on", "revised_on",
    "report_email", "lead",
}  # fmt: skip


def fields() -> dict[str, Any]:
    """What the form sends of a statement that has all its parts."""
    return {
        "title": "Tillgänglighetsredogörelse",
        "slug": "tillganglighetsredogorelse",
        "lead": EXAMPLE["lead"],
        "service": EXAMPLE["service"],
        "compliance": "partly",
        "shortcomings": streamfield([("shortcoming", each) for each in EXAMPLE["shortcomings"]]),
        "alternatives": EXAMPLE["alternatives"],
        "report_email": EXAMPLE["report"]["email"],
        "report_phone": EXAMPLE["report"]["phone"],
        "complaint_url": EXAMPLE["complaint_url"],
        "method": EXAMPLE["method"],
        "assessed_on": TODAY() - DAY,
        "revised_on": TODAY(),
        "responsible_unit": "Kommunikationsenheten",
        "comments": inline_formset([]),
    }


def send(editor: Editor, *, publish: bool = True, **given: Any) -> Any:
    """The answer to the form of a new statement."""
    address = f"/admin/pages/add/articles/accessibilitystatementpage/{editor.newsroom.home.pk}/"
    action = {"action-publish": "1"} if publish else {}
    return editor.client.post(address, nested_form_data(fields() | given) | action)


def make(newsroom: Newsroom, home: HomePage | None = None, **given: Any) -> AccessibilityStatementPage:
    """A published statement."""
    ready = {name: value for name, value in fields().items() if name not in ("comments", "shortcomings")}
    items = [{"type": "shortcoming", "value": each} for each in EXAMPLE["shortcomings"]]
    page = AccessibilityStatementPage(**ready | {"shortcomings": items} | given)
    return newsroom._add(home or newsroom.home, page, live=True)  # type: ignore[return-value]


def test_a_statement_is_published_as_its_example(newsroom: Newsroom) -> None:
    SiteSettings.objects.create(name="Ekobrottsmyndigheten")
    body = document(make(newsroom)).body
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    assert set(body) == set(EXAMPLE) - joined
    for name in ("authority", "service", "compliance", "shortcomings", "alternatives", "report", "method"):
        assert body[name] == EXAMPLE[name]
    assert shape(body["assessed_on"]) == shape(EXAMPLE["assessed_on"])
    for each in body["shortcomings"]:
        Shortcoming.model_validate(each)


@pytest.mark.slow
def test_a_draft_may_lack_every_part(editor: Editor) -> None:
    nothing = dict.fromkeys(ASKED_FOR, "") | {"report_phone": "", "shortcomings": streamfield([])}
    assert send(editor, publish=False, **nothing).status_code == 302
    assert not AccessibilityStatementPage.objects.get().live


@pytest.mark.slow
def test_publishing_names_each_part_that_is_missing(editor: Editor) -> None:
    nothing = dict.fromkeys(ASKED_FOR, "") | {"report_phone": "", "shortcomings": streamfield([])}
    assert set(errors(send(editor, **nothing))) == ASKED_FOR


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "faulty"),
    [
        ({"compliance": "fully"}, ["compliance"]),
        ({"compliance": "partly", "shortcomings": streamfield([])}, ["shortcomings"]),
        ({"compliance": "not", "shortcomings": streamfield([])}, ["shortcomings"]),
        ({"compliance": "nästan"}, ["compliance"]),
        ({"assessed_on": TODAY() + DAY, "revised_on": TODAY() + DAY}, ["assessed_on", "revised_on"]),
        ({"assessed_on": TODAY(), "revised_on": TODAY() - DAY}, ["revised_on"]),
        ({"complaint_url": "javascript:x"}, ["complaint_url"]),
        ({"report_email": "ingen adress"}, ["report_email"]),
    ],
)
def test_what_contradicts_itself_is_told_at_its_field(editor: Editor, given: Any, faulty: list[str]) -> None:
    assert list(errors(send(editor, **given))) == faulty


@pytest.mark.slow
@pytest.mark.parametrize("missing", ["what", "category", "reason"])
def test_a_shortcoming_has_its_category_and_its_reason(editor: Editor, missing: str) -> None:
    blocks = streamfield([("shortcoming", EXAMPLE["shortcomings"][1] | {missing: ""})])
    told = errors(send(editor, shortcomings=blocks))
    assert list(told) == ["shortcomings"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"report_email": ""},
        {"report_phone": ""},
        {"compliance": "fully", "shortcomings": streamfield([])},
        {"compliance": "not"},
    ],
)
def test_what_fits_together_is_published(editor: Editor, given: Any) -> None:
    assert send(editor, **given).status_code == 302
    assert AccessibilityStatementPage.objects.get().live


def test_there_is_one_statement_in_each_language(newsroom: Newsroom) -> None:
    assert AccessibilityStatementPage.can_create_at(newsroom.home)
    make(newsroom)
    assert not AccessibilityStatementPage.can_create_at(newsroom.home)
    assert AccessibilityStatementPage.can_create_at(english_home(newsroom))


def test_the_site_says_where_the_statement_is_while_it_is_public(newsroom: Newsroom, client: Client) -> None:
    english = english_home(newsroom)
    SiteSettings.objects.create(name="Ekobrottsmyndigheten")
    newsroom.settle()

    def said(locale: str) -> Any:
        newsroom.settle()
        return get(client, f"site/?locale={locale}")["accessibility_statement"]

    assert said("sv") is None
    swedish = make(newsroom)
    place = {"id": swedish.pk, "title": swedish.title, "url": f"/{swedish.slug}/", "locale": "sv"}
    assert said("sv") == said("en") == place
    other = make(
        newsroom, english, title="Accessibility statement", slug="accessibility", locale=english.locale
    )
    assert (said("sv")["id"], said("en")["id"]) == (swedish.pk, other.pk)
    swedish.unpublish()
    assert said("sv")["id"] == other.pk


def test_a_statement_block_has_one_type() -> None:
    assert list(Shortcomings().child_blocks) == ["shortcoming"]


def test_the_authority_is_called_what_the_site_is_called(newsroom: Newsroom) -> None:
    settings = SiteSettings.objects.create(name="Gamla myndigheten")
    page = make(newsroom)
    newsroom.settle()
    assert '"authority":"Gamla myndigheten"' in str(stored(f"page:{page.pk}")).replace(": ", ":")
    settings.name = "Nya myndigheten"
    settings.save()
    newsroom.settle()
    assert '"authority":"Nya myndigheten"' in str(stored(f"page:{page.pk}")).replace(": ", ":")


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
