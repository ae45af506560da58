"""The demo site: loaded once, left alone afterwards, and fit to be read by a journalist."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision

from agencies.models import Agency
from articles.models import Change, PressReleasePage
from cms.media.models import Picture
from cms.publishing.models import Current, Entry, Gone, Mark
from cms.publishing.publisher import drain
from home.demo.generated import Generator
from home.models import HomePage, Notice, SiteSettings

pytestmark = pytest.mark.slow

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
DRAFT = "en-dag-med-registratorn"
SCHEDULED = "tva-ar-med-lagesbilden"
WITHDRAWN = "varning-bluffsamtal-i-myndighetens-namn"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
ELEMENTS = {"heading", "text", "quote", "statistic", "fact_box", "image", "links", "agency_list"}
"""What the page that the demo site began with was made of. Later blocks stand where they are needed."""


@pytest.fixture(scope="module")
def demo(load_demo: Callable[[], None], django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo site in a transaction around all tests of the module, each of which has its own within it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


def _document(path: str) -> Any:
    return json.loads(Current.objects.select_related("body").get(path=path).body.text)


def _state() -> list[Any]:
    """All that a second run could change."""
    models: list[Any] = [Page, Revision, Agency, Picture, Change, Notice, SiteSettings, Current, Entry, Mark]
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.django_db
def test_second_run_changes_nothing(demo: None) -> None:
    before = _state()
    call_command("load_demo", verbosity=0)
    assert _state() == before


@pytest.mark.django_db
def test_editors_changes_stay(demo: None) -> None:
    page = PressReleasePage.objects.get(slug__startswith="slutrapport")
    page.title, page.slug = "Rubrik av en redaktör", "egen-adress"
    page.save_revision().publish()
    Agency.objects.filter(slug="tullverket").update(slug="tullen", short_name="Tullen")
    SiteSettings.objects.update(tagline="Egen rad")
    HomePage.objects.filter(locale__language_code="sv").update(lead="Egen ingress")
    while drain():
        pass
    before = _state()
    call_command("load_demo", verbosity=0)
    assert _state() == before


@pytest.mark.django_db
def test_what_an_interrupted_run_left_is_made_whole(demo: None) -> None:
    page = Page.objects.get(slug="sa-raknas-avgiften-for-kopior")
    first = page.revisions.order_by("created_at").first()
    Change.objects.filter(page=page).delete()
    page.revisions.exclude(pk=first.pk).delete()
    Page.objects.filter(pk=page.pk).update(latest_revision=first, latest_revision_created_at=first.created_at)
    call_command("load_demo", verbosity=0)
    assert Change.objects.get(page=page).kind == "correction"


@pytest.mark.django_db
def test_every_page_may_be_published_as_it_is(demo: None) -> None:
    """The rules of the blocks bite at an editor's publishing, which loading doesn't go through."""
    pages = [page for page in Page.objects.filter(depth__gt=1).specific() if hasattr(page, "body")]
    assert len(pages) > 20
    for page in pages:
        written = page.get_latest_revision_as_object()  # drafts are nowhere else
        written.full_clean()
        written._meta.get_field("body").stream_block.clean(written.body)


@pytest.mark.django_db
def test_every_live_page_is_public_at_its_own_address(demo: None) -> None:
    live = {f"page:{pk}" for pk in Page.objects.filter(depth__gt=1, live=True).values_list("pk", flat=True)}
    public = Current.objects.filter(key__startswith="page:")
    assert set(public.values_list("key", flat=True)) == live
    paths = list(public.values_list("path", flat=True))
    assert all(paths)
    assert len(set(paths)) == len(paths)


@pytest.mark.django_db
def test_what_is_not_public_is_a_draft_or_scheduled_or_withdrawn(demo: None) -> None:
    hidden = Page.objects.filter(depth__gt=1, live=False)
    assert set(hidden.values_list("slug", flat=True)) == {DRAFT, SCHEDULED, WITHDRAWN}
    assert hidden.get(slug=SCHEDULED).go_live_at > timezone.now() + timedelta(days=20)
    assert Revision.objects.get(approved_go_live_at__isnull=False).object_id == str(
        hidden.get(slug=SCHEDULED).pk
    )
    assert not Revision.objects.filter(
        object_id=str(hidden.get(slug=DRAFT).pk), approved_go_live_at__isnull=False
    ).exists()
    farewell = Gone.objects.get(key=f"page:{hidden.get(slug=WITHDRAWN).pk}")
    assert farewell.reason
    assert Current.objects.get(key=farewell.successor).path.endswith(
        "/sa-skyddar-du-dig-mot-samtal-i-vart-namn/"
    )


@pytest.mark.django_db
def test_a_withdrawn_page_that_an_editor_publishes_again_stays(demo: None) -> None:
    page = PressReleasePage.objects.get(slug=WITHDRAWN)
    page.save_revision().publish()
    call_command("load_demo", verbosity=0)
    page.refresh_from_db()
    assert page.live


@pytest.mark.django_db
def test_the_release_of_2017_has_every_element(demo: None) -> None:
    release = _document(RELEASE)
    assert release["published_at"] == "2017-09-27T09:00:00+02:00"
    assert release["updated_at"] == "2017-09-27T15:00:00+02:00"
    assert [each["role"] for each in release["agencies"]] == ["sender", "source", *["partner"] * 10]
    assert release["source"]["name"] == "Polismyndigheten"
    blocks = {block["type"] for block in release["body"]}
    assert blocks >= ELEMENTS
    quotes = [block["value"]["person"] for block in release["body"] if block["type"] == "quote"]
    assert quotes == ["Per Wadhed", "Dan Eliasson"]
    number = next(block["value"] for block in release["body"] if block["type"] == "statistic")
    assert (number["value"], number["unit"], number["direction"]) == ("25", "%", "down")


@pytest.mark.django_db
def test_its_translation_speaks_english_throughout(demo: None) -> None:
    release = _document("/en/press/2017/final-report-on-the-joint-effort/")
    assert release["picture"]["alt"].startswith("A coach")
    assert release["agencies"][1]["name"] == "Swedish Police Authority"
    links = next(block["value"]["items"] for block in release["body"] if block["type"] == "links")
    assert links[0]["url"] == "/en/about-us/"


@pytest.mark.django_db
def test_every_picture_says_what_it_shows(demo: None) -> None:
    assert Picture.objects.exists()
    for picture in Picture.objects.all():
        assert len(picture.description) > 40
        assert picture.description.endswith(".")
        assert picture.credit


@pytest.mark.django_db
def test_generated_press_releases_are_whole_pages(demo: None) -> None:
    call_command("load_demo", verbosity=0, articles=30)
    generated = PressReleasePage.objects.filter(slug__regex=r"-\d+$")
    assert generated.count() == 30
    assert Current.objects.filter(path__regex=r"^/press/20\d\d/.*-\d+/$").count() == 30
    for page in generated:
        page.full_clean()
        page._meta.get_field("body").stream_block.clean(page.body)
        assert page.get_parent().specific_class.__name__ == "PressIndexPage"
    assert Page.find_problems() == ([], [], [], [], [])
    kinds = {block.block_type for page in generated for block in page.body}
    assert kinds >= ELEMENTS


@pytest.mark.django_db
def test_generated_press_releases_come_once(demo: None) -> None:
    call_command("load_demo", verbosity=0, articles=3)
    before = _state()
    call_command("load_demo", verbosity=0, articles=3)
    assert _state() == before


@pytest.mark.django_db
@pytest.mark.usefixtures("wagtail_indexes")
def test_an_editor_can_change_a_generated_press_release(demo: None) -> None:
    call_command("load_demo", verbosity=0, articles=1)
    page = PressReleasePage.objects.get(slug__regex=r"-1$")
    page.title = "Ny rubrik"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.title == "Ny rubrik"
    assert page.agency_links.exists()
    assert PressReleasePage.objects.search("rubrik").get_queryset().filter(pk=page.pk).exists()


@pytest.mark.django_db
def test_without_a_site_it_says_what_to_do() -> None:
    HomePage.objects.all().delete()
    with pytest.raises(CommandError, match="setup_site"):
        call_command("load_demo", verbosity=0)


def test_number_and_seed_decide_everything() -> None:
    agencies = ["ekobrottsmyndigheten", "polismyndigheten"]
    assert Generator(1, agencies).article(17) == Generator(1, agencies).article(17)
    assert Generator(1, agencies).article(17) != Generator(2, agencies).article(17)
    assert Generator(1, agencies).article(17).published > datetime(2017, 9, 27, tzinfo=STOCKHOLM)


@pytest.mark.django_db
def test_the_admin_knows_what_uses_what(demo: None) -> None:
    picture = Picture.objects.get(title="Hamnen på morgonen")
    users = {page.slug for page, _references in ReferenceIndex.get_grouped_references_to(picture)}
    assert users >= {
        "slutrapport-om-insatsen-mot-organiserad-brottslighet",
        "sa-gar-en-gemensam-kontroll-till",
    }
