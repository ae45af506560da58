"""Public documents that name things, hidden and open ones alike, in every place where a thing can be named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page

from articles.contacts.models import Contact, ContactLink
from articles.models import AgencyLink, PressReleasePage
from cms.media.models import File, Picture
from cms.publishing.models import Farewell
from home.models import Highlight, Navigation, Notice, Promo, PromoLink, SiteSettings
from tests.cms.articles.examples import make_schedule

from .ground import Ground


def name_everywhere(ground: Ground, things: Sequence[Any]) -> dict[str, Any]:
    """Publish them; the ids and addresses of what names the things."""
    pages = [thing for thing in things if isinstance(thing, Page)]
    schedule, newsroom = make_schedule(), ground.newsroom
    body = [*_texts(pages), *_blocks(things), ("fee_calculator", {"title": "Räkna", "schedule": schedule})]
    public = ground.section("Allt", body=body)
    release = _release(ground, body, agencies=[ground.agency])
    for order, page in enumerate(pages):
        Highlight.objects.create(home=newsroom.home, page=page, sort_order=order)
    for contact in (thing for thing in things if isinstance(thing, Contact)):
        ContactLink.objects.create(page=release, contact=contact)
    for promo in (thing for thing in things if isinstance(thing, Promo)):
        PromoLink.objects.create(home=newsroom.home, promo=promo)
    _settings(ground, pages)
    ground.agency.description = ground.agency.english_description = _links(pages)
    ground.agency.save()
    ground.audience.paths = [("path", link) for link in _items(pages)]
    ground.audience.save()
    _picture_each(ground, things, pages)
    return {
        "public": public.pk, "release": release.pk, "schedule": schedule.pk, "gone": _gone(ground, pages)[0],
        "openpath": public.get_url_parts()[2], "releasepath": release.get_url_parts()[2],
    }  # fmt: skip


def _links(pages: Sequence[Page]) -> str:
    return "<p>" + "".join(f'<a linktype="page" id="{page.pk}">här</a> ' for page in pages) + "</p>"


def _items(pages: Sequence[Page]) -> list[dict[str, Any]]:
    return [{"page": page, "url": "", "text": "", "description": ""} for page in pages]


def _texts(pages: Sequence[Page]) -> list[tuple[str, Any]]:
    links = _links(pages)
    return [
        ("text", links),
        ("fact_box", {"title": "Fakta", "text": links}),
        ("questions", {"title": "Frågor", "items": [{"question": "Var?", "answer": links}]}),
        ("links", {"title": "Mer", "items": _items(pages)}),
        *(("related", {"title": "Läs också", "items": [page]}) for page in pages),
    ]


def _blocks(things: Sequence[Any]) -> list[tuple[str, Any]]:
    return [block for thing in things for block in _block(thing)]


def _block(thing: Any) -> list[tuple[str, Any]]:
    match thing:
        case Contact():
            return [("contact", {"title": "", "contact": thing})]
        case Promo():
            return [("promo", {"promo": thing})]
        case File():
            return [("attachments", {"title": "Bilagor", "items": [{"file": thing, "title": ""}]})]
        case Picture():
            thing.contextual_alt_text, thing.decorative = thing.description, False
            return [("image", {"picture": thing, "caption": ""})]
    return []


def _picture_each(ground: Ground, things: Sequence[Any], pages: Sequence[Page]) -> None:
    """A press release with each picture as its main one, an agency with it as its logo."""
    pictures = [thing for thing in things if isinstance(thing, Picture)]
    for picture in pictures:
        logo = ground.newsroom.agency(f"Myndighet {picture.pk}", logo=picture)
        _release(ground, _texts(pages[:1]), agencies=[logo], picture=picture)


def _release(ground: Ground, body: list[tuple[str, Any]], *, agencies: list[Any], **fields: Any) -> Any:
    slug = f"nyhet-{next(ground.numbers)}"
    page = PressReleasePage(title="Nytt tillslag", slug=slug, lead="En ingress.", body=body, **fields)
    page.agency_links = [AgencyLink(agency=agency, role="partner") for agency in agencies]
    return ground.add(page, ground.newsroom.press)


def _settings(ground: Ground, pages: Sequence[Page]) -> None:
    links = [("link", {"page": page, "url": "", "text": ""}) for page in pages]
    footer = _links(pages)
    SiteSettings.objects.create(
        name="Myndigheten", footer_text=footer, english_footer_text=footer, footer_links=links,
        english_footer_links=links,
    )  # fmt: skip
    below = [{"page": page, "label": ""} for page in pages]
    menu = [("section", {"page": page, "label": "", "below": []}) for page in pages]
    menu.append(("section", {"page": ground.newsroom.press, "label": "Press", "below": below}))
    Navigation.objects.create(items=menu, english_items=menu)
    for page in pages[:3]:
        Notice.objects.create(title="Stängt", text="I dag.", page=page, locale=ground.newsroom.home.locale)


def _gone(ground: Ground, pages: Sequence[Page]) -> list[str]:
    """Pages that were unpublished, each with one of the pages as its successor; their addresses."""
    gone = [ground.section("Borta") for _ in pages]
    ground.newsroom.settle()
    for page, successor in zip(gone, pages, strict=True):
        Farewell.objects.create(page=page, successor_id=successor.pk)
        page.unpublish()
    return [f"/{page.slug}/" for page in gone]
