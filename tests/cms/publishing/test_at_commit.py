"""What must be hidden is hidden when the editor's change commits, with no worker running."""

from __future__ import annotations

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.publishing.models import Mark
from tests.cms.conftest import Newsroom, body

pytestmark = pytest.mark.slow


def test_privacy_on_a_section_hides_all_below(committed_newsroom: Newsroom) -> None:
    newsroom = committed_newsroom
    section = newsroom.information("Avdelning")
    pages = [newsroom.information(f"Sida {number}", section) for number in range(25)]
    newsroom.settle()
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert [body(f"page:{page.pk}") for page in [section, *pages]] == [None] * 26


def test_unpublishing_a_section_hides_all_below(committed_newsroom: Newsroom) -> None:
    newsroom = committed_newsroom
    section = newsroom.information("Avdelning")
    below = newsroom.information("Under", newsroom.information("Sida", section))
    newsroom.settle()
    section.unpublish()
    assert body(f"page:{below.pk}") is None


def test_the_name_of_a_page_that_became_private_goes_where_it_was_named(committed_newsroom: Newsroom) -> None:
    newsroom = committed_newsroom
    page = newsroom.information("Hemlig rubrik")
    newsroom.home.highlights.create(page=page)
    newsroom.home.save_revision().publish()
    newsroom.settle()
    assert "Hemlig rubrik" in (body(f"page:{newsroom.home.pk}") or "")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Hemlig rubrik" not in (body(f"page:{newsroom.home.pk}") or "")


def test_a_private_collection_hides_its_pictures(committed_newsroom: Newsroom) -> None:
    newsroom = committed_newsroom
    collection = Collection.get_first_root_node().add_child(name="Embargo")
    page = newsroom.release(picture=newsroom.picture(collection=collection))
    newsroom.settle()
    assert '"picture":{' in (body(f"page:{page.pk}") or "")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert '"picture":null' in (body(f"page:{page.pk}") or "")
    assert not Mark.objects.exists()
