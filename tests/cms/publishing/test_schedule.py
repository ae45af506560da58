"""By the clock: never early, once, in any number of workers, and readers obey it with the worker stopped."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from cms.publishing import worker
from cms.publishing.models import Current, Entry, Head, Mark
from cms.publishing.schedule import Schedule
from tests.cms.conftest import Newsroom, body, kinds


def scheduled(newsroom: Newsroom, title: str = "Planerad") -> Any:
    page = newsroom.release(title, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    return page


def bring_forward(seconds: float) -> None:
    Revision.objects.exclude(approved_go_live_at=None).update(
        approved_go_live_at=timezone.now() + timedelta(seconds=seconds)
    )


def test_scheduled_publishing_fires_when_due_and_never_before(newsroom: Newsroom) -> None:
    page = scheduled(newsroom)
    bring_forward(30)
    Schedule().fire()
    newsroom.settle()
    assert body(f"page:{page.pk}") is None
    # The revision's own date must have passed too, else Wagtail schedules it anew.
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = (timezone.now() - timedelta(seconds=1)).isoformat()
    revision.save()
    bring_forward(-1)
    for _ in range(2):
        Schedule().fire()
        newsroom.settle()
    assert kinds(f"page:{page.pk}") == ["published"]


def test_expiry_unpublishes_once(newsroom: Newsroom) -> None:
    page = newsroom.release(expire_at=timezone.now() + timedelta(hours=1))
    newsroom.settle()
    assert Current.objects.get(key=f"page:{page.pk}").visible_until == page.expire_at
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    for _ in range(2):
        Schedule().fire()
        newsroom.settle()
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert kinds(f"page:{page.pk}") == ["published", "withdrawn"]


def test_readers_obey_the_clock_with_the_worker_stopped(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.release("Går ut snart", expire_at=timezone.now() + timedelta(hours=1))
    newsroom.settle()
    address = f"/api/v2/pages/find/?html_path=/press/{timezone.localtime().year}/{page.slug}/"
    assert client.get(address).status_code == 200
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=timezone.now() - timedelta(seconds=1))
    assert client.get(address).status_code == 410
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404
    assert "Går ut snart" not in client.get("/api/v2/pages/").content.decode()
    index = client.get(f"/api/v2/pages/{newsroom.press.pk}/").content.decode()
    assert "Går ut snart" not in index


def test_a_page_under_an_expired_section_ends_with_it(newsroom: Newsroom) -> None:
    until = timezone.now() + timedelta(hours=1)
    section = newsroom.information("Avdelning", expire_at=until)
    child = newsroom.information("Undersida", section)
    newsroom.settle()
    assert Current.objects.get(key=f"page:{child.pk}").visible_until == until


def test_a_link_to_a_page_that_expires_is_looked_at_again_then(newsroom: Newsroom) -> None:
    until = timezone.now() + timedelta(hours=1)
    target = newsroom.information("Tillfällig", expire_at=until)
    page = newsroom.release(body=[("text", f'<p><a linktype="page" id="{target.pk}">läs</a></p>')])
    newsroom.settle()
    row = Current.objects.get(key=f"page:{page.pk}")
    assert (row.visible_until, row.next_change_at) == (None, until)
    type(target).objects.filter(pk=target.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    Current.objects.filter(key=f"page:{page.pk}").update(next_change_at=timezone.now() - timedelta(seconds=1))
    worker.tick(Schedule())
    assert f"/{target.slug}/" not in (body(f"page:{page.pk}") or "")
    assert Current.objects.get(key=f"page:{page.pk}").next_change_at is None


def test_one_page_that_cannot_be_published_does_not_hold_up_the_rest(
    newsroom: Newsroom, monkeypatch: Any
) -> None:
    bad, good = scheduled(newsroom, "Dålig"), scheduled(newsroom, "God")
    for revision in Revision.objects.exclude(approved_go_live_at=None):
        revision.content["go_live_at"] = (timezone.now() - timedelta(seconds=1)).isoformat()
        revision.save()
    bring_forward(-1)
    publish = Revision.publish
    tried: list[str] = []

    def failing(self: Revision, **kwargs: Any) -> Any:
        tried.append(self.object_id)
        if self.object_id == str(bad.pk):
            raise LookupError
        return publish(self, **kwargs)

    monkeypatch.setattr(Revision, "publish", failing)
    schedule = Schedule()
    schedule.fire()
    schedule.fire()
    newsroom.settle()
    assert body(f"page:{good.pk}")
    assert tried.count(str(bad.pk)) == 1


def test_the_nightly_refresh_runs_once_a_night(newsroom: Newsroom) -> None:
    Head.objects.update(refreshed_at=None)
    assert worker.refresh_at_night()
    assert Mark.objects.exists()
    assert not worker.refresh_at_night()
    Head.objects.update(refreshed_at=timezone.now() - timedelta(days=1, minutes=1))
    assert worker.refresh_at_night()


def test_an_older_shape_is_built_anew_as_its_own_kind(newsroom: Newsroom) -> None:
    page = newsroom.release()
    newsroom.settle()
    row = Current.objects.get(key=f"page:{page.pk}")
    Current.objects.filter(pk=row.pk).update(shape=0, card="{}")
    worker.mark_reshaped()
    newsroom.settle()
    assert kinds(row.key) == ["published", "reshaped"]
    assert Current.objects.get(pk=row.pk).updated_at == row.updated_at
    assert Entry.objects.filter(kind="reshaped").count() == 1
