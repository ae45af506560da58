"""What is published of articles: the contract's shape, the right words, and no query in a builder."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from articles.models import Change, InformationPage, PressReleasePage
from cms.media.models import File, Picture
from cms.publishing import documents
from cms.publishing.build import build
from cms.publishing.documents import Document
from tests.cms.articles import examples
from tests.cms.articles.examples import STOCKHOLM, contract
from tests.cms.conftest import Newsroom
from tests.cms.conftest import body as published

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(newsroom: Newsroom) -> PressReleasePage:
    return examples.make_full_release(newsroom)


def document(page: Any) -> Document:
    """What the public would see of a page."""
    built = build([f"page:{page.pk}"])[f"page:{page.pk}"].document
    assert built is not None
    return built


def shape(value: Any) -> Any:
    """The names and types of a value, its first item standing for all of a list."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in sorted(value.items())}
    if isinstance(value, list):
        return [shape(each) for each in value[:1]]
    return type(value).__name__ if not isinstance(value, str) else "str"


def test_every_block_is_published_as_its_example(release: PressReleasePage) -> None:
    body = document(release).body["body"]
    example = contract("pages/press_release")["body"]
    assert {block["type"] for block in body} == {block["type"] for block in example}
    for block in body:
        example = contract(f"blocks/{block['type']}")
        if block["type"] in (
            "text",
            "links",
            "image",
            "agency_list",
            "related",
            "table",
            "attachments",
            "contact",
            "fee_calculator",
            "video",
            "promo",
        ):
            assert shape(block) == shape(example)
        else:
            assert block == example


def test_a_press_release_has_the_fields_of_its_example(release: PressReleasePage) -> None:
    Change.objects.create(page=release, revision_id=1, kind="update", note="Ny länk.", at=examples.PUBLISHED)
    example = contract("pages/press_release")
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    own = {name: value for name, value in example.items() if name not in joined}
    del own["meta"]["parent"]
    body = document(release).body
    assert set(own) == set(body)
    assert {name: shape(own[name]) for name in own if name != "body"} == {
        name: shape(body[name]) for name in own if name != "body"
    }


def test_a_press_release_has_the_card_of_its_example(release: PressReleasePage) -> None:
    Change.objects.create(page=release, revision_id=1, kind="update", note="Ny länk.", at=examples.PUBLISHED)
    assert shape(document(release).card) == shape(contract("lists/pages")["items"][0])


def test_the_main_picture_has_its_caption_and_none_where_there_is_no_picture(
    release: PressReleasePage,
) -> None:
    assert document(release).body["picture"]["caption"] == "Bussen stoppades strax efter klockan fem."
    assert "caption" not in document(release).card["picture"]
    release.picture = None
    release.save()
    assert document(release).body["picture"] is None


def test_the_table_of_contents_has_headings_and_questions(release: PressReleasePage) -> None:
    assert document(release).body["contents"] == contract("pages/press_release")["contents"]


def test_terms_are_what_lists_filter_by(release: PressReleasePage) -> None:
    ids = {link.role: link.agency_id for link in release.agency_links.all()}
    assert set(document(release).terms) >= {
        "kind:press_release",
        "year:2017",
        f"agency:{ids['partner']}",
        f"agency:{ids['partner']}:partner",
    }


def test_the_year_of_publication_is_in_the_address(release: PressReleasePage) -> None:
    assert document(release).path == f"/press/2017/{release.slug}/"


def test_minor_changes_are_not_told_and_the_newest_comes_first(release: PressReleasePage) -> None:
    for number, kind in enumerate(["update", "correction", "minor"], start=1):
        at = datetime(2017, 9, 27 + number, 12, 0, tzinfo=STOCKHOLM)
        Change.objects.create(page=release, revision_id=number, kind=kind, note=kind, at=at)
    body = document(release).body
    assert [change["kind"] for change in body["changes"]] == ["correction", "update"]
    assert body["updated_at"] == "2017-09-29T12:00:00+02:00"


def test_a_link_to_a_draft_is_left_out_and_the_text_stands(release: PressReleasePage) -> None:
    InformationPage.objects.get().unpublish()
    blocks = {block["type"]: block["value"] for block in document(release).body["body"]}
    assert [link["url"] for link in blocks["links"]["items"]] == ["https://polisen.se/"]
    assert "granskat flera branscher tillsammans" in blocks["text"]["html"]
    assert "related" not in blocks  # its only page was that one


def test_questions_and_headings_share_no_anchor(newsroom: Newsroom) -> None:
    asked = {"question": "Vad kostar det?", "answer": "<p>Inget.</p>"}
    questions = {"title": "", "items": [{"type": "item", "value": asked, "id": "1"}]}
    heading = {"text": "Vad kostar det?", "level": "2"}
    page = newsroom.information(
        body=[{"type": "heading", "value": heading}, {"type": "questions", "value": questions}]
    )
    first, second = document(page).body["body"]
    assert first["value"]["anchor"] == "vad-kostar-det"
    assert second["value"]["items"][0]["anchor"] == "vad-kostar-det-2"


def test_a_related_page_that_goes_live_later_comes_back(newsroom: Newsroom) -> None:
    chosen = newsroom.information("Senare", live=False)
    related = {"title": "", "items": [{"type": "item", "value": chosen.pk, "id": "1"}]}
    page = newsroom.information(body=[{"type": "related", "value": related}])
    newsroom.settle()
    assert "Senare" not in (published(f"page:{page.pk}") or "")
    chosen.save_revision().publish()
    newsroom.settle()
    assert "Senare" in (published(f"page:{page.pk}") or "")


def test_a_deleted_picture_takes_its_block_along(release: PressReleasePage) -> None:
    Picture.objects.all().delete()
    body = document(PressReleasePage.objects.get(pk=release.pk)).body
    assert body["picture"] is None
    assert "image" not in [block["type"] for block in body["body"]]


def test_a_deleted_film_takes_its_block_along_and_its_captions_do_not(release: PressReleasePage) -> None:
    def film() -> Any:
        blocks = document(PressReleasePage.objects.get(pk=release.pk)).body["body"]
        return next((block["value"] for block in blocks if block["type"] == "video"), None)

    File.objects.filter(title="Undertexter").delete()
    assert film()["captions"] is None
    File.objects.filter(title="Kontroll").delete()
    assert film() is None


def test_builders_make_no_query(
    release: PressReleasePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = documents.source_of("page:1")
    assert isinstance(source, documents.DocumentSource)
    document(release)  # fills Wagtail's cache of root paths
    loaded = source.load([str(release.pk)])[str(release.pk)]
    with django_assert_num_queries(0):
        source.build(loaded.thing)


def test_a_long_page_with_everything_takes_as_few_queries_as_a_short_one(
    release: PressReleasePage, newsroom: Newsroom, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    document(release)  # draws the pictures in all sizes
    Site.clear_site_root_paths_cache()  # as the publisher does
    with CaptureQueriesContext(connection) as short:
        document(release)
    chain = [newsroom.information(f"Sida {number}") for number in range(20)]
    links = "".join(f'<p><a linktype="page" id="{page.pk}">Se</a></p>' for page in chain)
    release.body = [*release.body.raw_data] * 12 + [{"type": "text", "value": links}]
    release.save()
    Site.clear_site_root_paths_cache()
    # Two hops: the page with agencies, topics, contacts, pictures, files, fees and promos; then successors of the
    # agencies, and the picture of the promo. A hop's pages are two queries, two more are Wagtail's for the root's path.
    with django_assert_max_num_queries(len(short)):
        document(release)
    assert len(short) <= 15
    alias = release.create_alias(update_slug="alias")
    Site.clear_site_root_paths_cache()
    with django_assert_max_num_queries(15):
        document(alias)
