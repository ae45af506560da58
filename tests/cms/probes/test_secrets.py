"""Every secret at every door: no word is told, and no answer is another than without the secret."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Final

import pytest
from django.contrib.auth import get_user_model
from django.db.models import F
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from articles.models import RelatedPage
from cms.publishing.marks import mark_all

from .cms_doors import API, doors, filled
from .cms_host import TOKENS, Answer, CmsHost, Door
from .secrets_table import SECRETS
from .telling import answers, assert_no_word, assert_same, known
from .visitor_doors import visitor_doors
from .visitor_host import VisitorHost
from .words import SECRET
from .world import LONG, World

pytestmark = pytest.mark.slow

STOCK: Final = "/stock/api/v2/"
DOORS: Final = (
    "pages/", "pages/?limit=100&fields=*", "pages/?descendant_of={home}&limit=100", "pages/?child_of={page}",
    "pages/{page}/", "pages/find/?html_path={path}", "pages/?slug={slug}", "pages/?title={title}",
    "images/?limit=100&fields=*", "images/{picture}/", "documents/?limit=100&fields=*", "documents/{file}/",
)  # fmt: skip

LEAKS: Final = {
    "an information page, outside the site", "an information page, marked as expired", "a press release, unpublished",
    "a press release, deleted", "a page of a type that nobody publishes", "a file that no text has",
}  # fmt: skip
"""Some of what stock Wagtail tells anybody who asks: in pages, and in the pictures and files of pages."""


def test_no_door_tells_a_secret_or_that_there_is_one(world: World) -> None:
    """Nor does it take more queries to say nothing of a secret than of nothing."""
    host, asked = CmsHost(), list(doors(world.gaps, world.public))
    with_secrets = answers(host.ask, asked)
    assert_no_word(world, with_secrets)
    world.remove_secrets()
    assert_same(with_secrets, answers(host.ask, asked))


def test_no_door_of_the_visitor_site_does(world: World) -> None:
    asked = list(visitor_doors(world.gaps, world.public))
    with_secrets = _visited(asked)
    assert_no_word(world, with_secrets)
    world.remove_secrets()
    assert_same(with_secrets, _visited(asked))


def _visited(asked: list[Door]) -> dict[Door, Answer]:
    """Of a site that has seen nothing yet: it holds the site's document for a moment."""
    with closing(VisitorHost()) as host:
        return answers(host.ask, asked)


def test_what_has_ended_is_gone_before_the_worker_comes(world: World) -> None:
    """Nothing but the moment of the end and the ledger's last entry is another once it has come."""
    ended = [made for made in world.secrets if SECRETS[made.name].ends]
    host, asked = CmsHost(), list(doors([gaps for made in ended for gaps in made.gaps], world.public))
    asked = [door for door in asked if "/changes/" not in door.address]
    clock = {door: _timeless(host.ask(door)) for door in asked}
    world.withdraw(ended)
    assert_same(clock, {door: _timeless(answer) for door, answer in answers(host.ask, asked).items()})


def _timeless(answer: Answer) -> Answer:
    body = re.sub(rb'"withdrawn_at": *"[^"]*"', b"", answer.body)
    return Answer(answer.status, (), body)


def test_a_redirect_to_a_secret_leads_nowhere(world: World) -> None:
    host = CmsHost()
    pages = [gaps["page"] for made in world.secrets for gaps in made.gaps if "page" in gaps]
    pages = list(Page.objects.filter(pk__in=pages).values_list("pk", flat=True))
    made = [Redirect.objects.create(old_path=f"/till-{pk}", redirect_page_id=pk) for pk in pages]
    mark_all([f"redirect:{redirect.pk}" for redirect in made])
    world.ground.newsroom.settle()
    nothing = host.ask(Door(f"{API}pages/find/?html_path=/till-ingenstans/"))
    ended = {gaps.get("page") for made in world.secrets if SECRETS[made.name].ends for gaps in made.gaps}
    for pk in (pk for pk in pages if str(pk) not in ended):
        assert host.ask(Door(f"{API}pages/find/?html_path=/till-{pk}/")) == nothing, pk


def test_a_secret_that_is_chosen_as_related_is_not_told(world: World) -> None:
    host, release = CmsHost(), world.public["release"]
    pages = [gaps["page"] for made in world.secrets for gaps in made.gaps if "page" in gaps]
    pages = list(Page.objects.filter(pk__in=pages).values_list("pk", flat=True))
    RelatedPage.objects.bulk_create(RelatedPage(release_id=release, page_id=pk) for pk in pages)
    mark_all([f"page:{release}"])
    world.ground.newsroom.settle()
    for door in (Door(f"{API}pages/{release}/"), Door(f"{API}pages/?limit=100&fields=*")):
        said = host.ask(door)
        assert not [word for word in said.words(door) - known(world) if word.startswith(SECRET)], door
        assert not [pk for pk in pages if f"/api/v2/pages/{pk}/" in said.body.decode()], door


def test_nobody_is_told_more_for_who_they_are(world: World, count: Callable[[int, int], int]) -> None:
    """Neither an administrator who is logged in, nor who brings a token: byte by byte what anybody gets."""
    host = CmsHost(session_of=get_user_model().objects.create_superuser("utfragare", password="x"))
    asked = [
        door for door in doors(world.gaps, world.public) if door.address.startswith(("/api/", "/media/"))
    ]
    for door in asked[:: count(9, 1)]:
        anybody = _uncounted(host.ask(door))
        assert _uncounted(host.ask(door, as_editor=True)) == anybody, door
        for token in TOKENS:
            bearer = replace(door, headers={**door.headers, "Authorization": token})
            assert _uncounted(host.ask(bearer)) == anybody, bearer


def _uncounted(answer: Answer) -> Answer:
    """What was asked once is held, and needs no query."""
    return replace(answer, queries=0)


@override_settings(
    ROOT_URLCONF="tests.cms.api.stock",
    WAGTAILAPI_LIMIT_MAX=None,
    REST_FRAMEWORK={"DEFAULT_AUTHENTICATION_CLASSES": []},
)
def test_stock_wagtail_tells_these_secrets(world: World) -> None:
    Page.objects.filter(expire_at__isnull=False).update(expire_at=F("expire_at") - LONG)
    host, told = CmsHost(), set()
    for door in stock_doors(world):
        told |= {word for word in host.ask(door).words(door) if word.startswith(SECRET)}
    loud = {made.name for made in world.secrets if any(word.startswith(made.words.mark) for word in told)}
    assert loud >= LEAKS


def stock_doors(world: World) -> Iterator[Door]:
    known = {name: str(value) for name, value in world.public.items()}
    for template in DOORS:
        yield from (Door(address) for address in dict.fromkeys(filled(STOCK + template, world.gaps, known)))
