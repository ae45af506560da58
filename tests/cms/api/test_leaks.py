"""Secrets and doors: every way in which something is kept from the public, against every address that answers it.

Each secret carries a word that stands nowhere else, in its title, its lead and its address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction

from cms.publishing.models import Current, Farewell, Head
from disclosure.models import DocumentRequest
from home.models import Audience, Navigation, Notice, Promo, SiteSettings
from tests.cms.articles.examples import make_contact, make_promo
from tests.cms.conftest import Newsroom
from tests.cms.media.test_file_source import make_file

pytestmark = pytest.mark.slow

SECRETS = {
    "a draft": "utkastord", "a draft of a public page": "andringsord", "a scheduled page": "planeratord",
    "a private page": "inloggatord", "a page with a password": "losenord", "a page below a private one": "underord",
    "an alias of a private page": "aliasord", "a page whose time is up": "utgangetord",
    "an unpublished page": "avpubliceratord", "a page below an unpublished one": "sjunketord",
    "a draft translation": "draftword", "a private picture": "bildord", "a draft press release": "pressord",
    "a private file": "filord", "a contact to come": "kontaktord", "a promo that is over": "pufford",
    "a notice to come": "notisord", "what somebody asks for": "begaranord",
}  # fmt: skip

DOORS = [
    "pages/", "pages/?limit=100&order=title", "pages/?type=articles.InformationPage", "pages/?child_of={home}",
    "pages/?descendant_of={home}", "pages/?ancestor_of={secret}", "pages/?translation_of={secret}",
    "pages/?id={secret}", "pages/?descendant_of={secret}&facets=agency,topic,audience,kind,year",
    "pages/?limit=20&fields=*&order=-updated_at",
    "pages/?facets=agency,topic,audience,kind,year&limit=0", "pages/?order=id&limit=1&fields=_,title,parent",
    "agencies/?fields=*", "audiences/?fields=*", "promos/?fields=*", "contacts/?fields=*", "site/?fields=*",
    "pages/{secret}/?fields=*", "pages/find/?html_path={path}&fields=_,title",
    "pages/?locale=en", "pages/?child_of={secret}", "pages/{secret}/", "pages/{home}/",
    "pages/{press}/", "pages/{public}/", "pages/{release}/", "pages/find/?html_path=/", "pages/find/?html_path=/en/",
    "pages/find/?html_path={path}", "pages/find/?html_path=/till-{secret}/", "pages/find/?html_path={gone}",
    "site/", "site/?locale=en", "agencies/", "agencies/{agency}/", "topics/", "fee-schedules/", "audiences/",
    "audiences/{audience}/", "pages/find/?html_path=/du-ar/lasare/", "promos/", "promos/{promo}/", "contacts/",
    "contacts/{contact}/", "changes/",
    "changes/?ledger={ledger}&after={beginning}", "changes/?ledger=x&after={beginning}",
]  # fmt: skip


@dataclass
class Kept:
    """The newsroom with a secret of each kind, and what fills the gaps of a door's address."""

    pages: list[Any] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)


@pytest.fixture
def kept(newsroom: Newsroom) -> Kept:
    kept = Kept()
    _hide_pages(newsroom, kept)
    picture = _private_picture(newsroom)
    links = "".join(f'<a linktype="page" id="{page.pk}">här</a> ' for page in kept.pages)
    items = [{"page": page, "url": "", "text": "", "description": ""} for page in kept.pages]
    agency = newsroom.agency("Tullverket", logo=picture, description=f"<p>{links}</p>")
    body = [("text", f"<p>{links}</p>"), ("links", {"title": "Mer", "items": items})]
    named = _things(newsroom, kept)
    release = newsroom.release(body=[*body, *named], agencies=[agency], picture=picture)
    public = newsroom.information(body=[*body, *named])
    for page in kept.pages:
        Redirect.objects.create(old_path=f"/till-{page.pk}", redirect_page_id=page.pk)
        newsroom.home.highlights.create(page_id=page.pk)
    newsroom.home.save_revision().publish()
    SiteSettings.objects.create(name="Myndigheten")
    Navigation.objects.create(items=_menu(kept.pages))
    Notice.objects.create(title="Stängt", text="I dag.", page=kept.pages[0], locale=newsroom.home.locale)
    gone = newsroom.information("Borta")
    newsroom.settle()
    Farewell.objects.create(page=gone, successor_id=kept.pages[0].pk)
    gone.unpublish()
    newsroom.settle()
    Current.objects.filter(key=f"page:{kept.known['expired']}").update(
        visible_until=timezone.now() - timedelta(seconds=1)
    )
    kept.known |= {
        "home": newsroom.home.pk, "press": newsroom.press.pk, "public": public.pk, "release": release.pk,
        "ledger": Head.objects.get().ledger_id, "beginning": f"0.{'0' * 64}", "agency": agency.pk,
        "gone": f"/{gone.slug}/",
    }  # fmt: skip
    return kept


def _things(newsroom: Newsroom, kept: Kept) -> list[tuple[str, Any]]:
    """Secrets that are no pages, and the blocks that name them."""
    locale, day = newsroom.home.locale, timedelta(days=1)
    tomorrow, yesterday = timezone.now() + day, timezone.now() - day
    contact = make_contact(
        locale, name=SECRETS["a contact to come"], valid_from=timezone.localdate() + 2 * day
    )
    ways = [("path", {"page": page, "url": "", "text": "", "description": ""}) for page in kept.pages]
    audience = Audience.objects.create(name="Läsare", intro="Du som läser.", locale=locale, paths=ways)
    promo = make_promo(locale, title=SECRETS["a promo that is over"], audience=audience)
    Promo.objects.filter(pk=promo.pk).update(start=yesterday - day, end=yesterday)
    Notice.objects.create(title=SECRETS["a notice to come"], text="x", start=tomorrow, locale=locale)
    DocumentRequest.objects.create(text=SECRETS["what somebody asks for"], delivery="on_site")
    file = make_file(f"{SECRETS['a private file']}.pdf", collection=Collection.objects.get(name="Intern"))
    kept.known |= {"audience": audience.pk, "promo": promo.pk, "contact": contact.pk}
    return [
        ("attachments", {"title": "Bilagor", "items": [{"file": file, "title": ""}]}),
        ("contact", {"title": "", "contact": contact}),
        ("promo", {"promo": promo}),
        *(("related", {"title": "Mer", "items": [page]}) for page in kept.pages),
    ]


def _menu(pages: list[Page]) -> list[tuple[str, Any]]:
    """Every secret page on the first level and, below a public one, on the second."""
    public = pages[0].get_parent()
    below = [{"page": page, "label": ""} for page in pages]
    items = [("section", {"page": page, "label": "", "below": []}) for page in pages]
    return [*items, ("section", {"page": public, "label": "Öppet", "below": below})]


def _hide_pages(newsroom: Newsroom, kept: Kept) -> None:
    page = partial(_secret_page, newsroom)
    draft = page("a draft", live=False)
    changed = newsroom.information("Känd")
    changed.title = f"Om {SECRETS['a draft of a public page']}"
    changed.save_revision()
    scheduled = page("a scheduled page", live=False)
    scheduled.go_live_at = timezone.now() + timedelta(hours=1)
    scheduled.save_revision().publish()
    private, password = page("a private page"), page("a page with a password")
    below = page("a page below a private one", private)
    alias_of = page("an alias of a private page", private)
    alias = alias_of.create_alias(parent=Page.objects.get(pk=changed.pk), update_slug="aliasord-2")
    unpublished = page("an unpublished page")
    sunk = page("a page below an unpublished one", unpublished)
    press = newsroom.release(f"Om {SECRETS['a draft press release']}", live=False)
    english = newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = SECRETS["a draft translation"]
    english.save_revision()
    newsroom.settle()
    for each, kind in ((private, PageViewRestriction.LOGIN), (password, PageViewRestriction.PASSWORD)):
        PageViewRestriction.objects.create(page=each, restriction_type=kind, password="x")
    unpublished.unpublish()
    newsroom.settle()
    kept.pages = [
        draft,
        scheduled,
        private,
        password,
        below,
        alias_of,
        alias,
        unpublished,
        sunk,
        press,
        english,
    ]
    # Documents that name a page tell of it until the worker comes by; what is joined at read obeys the clock.
    expired = page("a page whose time is up", expire_at=timezone.now() + timedelta(hours=1))
    kept.known["expired"] = expired.pk
    newsroom.settle()


def _secret_page(newsroom: Newsroom, secret: str, parent: Page | None = None, **fields: Any) -> Any:
    word = SECRETS[secret]
    page = newsroom.information(f"Om {word}", parent, **fields)
    page.slug = page.lead = word
    page.save()
    if page.live:
        page.save_revision().publish()
    return page


def _private_picture(newsroom: Newsroom) -> Any:
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    picture = newsroom.picture(collection=collection, credit=f"Foto: {SECRETS['a private picture']}")
    picture.description = SECRETS["a private picture"]
    picture.save()
    return picture


def _addresses(door: str, kept: Kept) -> list[str]:
    """The door's addresses: one for each secret page where it has a gap for one."""
    secrets = [*(page.pk for page in kept.pages), kept.known["expired"]]
    paths = [page.get_url_parts()[2] for page in kept.pages if page.get_url_parts()]
    gaps = [{"secret": pk} for pk in secrets] if "{secret}" in door else [{}]
    gaps = [{"path": path} for path in paths] if "{path}" in door else gaps
    return [door.format(**kept.known, **gap) for gap in gaps]


def test_no_door_tells_a_secret(kept: Kept, client: Client) -> None:
    """All doors on one newsroom, which takes seconds to fill; the failure names secret and address."""
    leaked = set()
    for address in [address for door in DOORS for address in _addresses(door, kept)]:
        response = client.get(f"/api/v2/{address}")
        assert response.status_code in (200, 400, 404, 409, 410), address
        text = response.content.decode()
        leaked |= {(secret, address) for secret, word in SECRETS.items() if word in text}
    assert not leaked


def test_no_page_of_the_cms_host_tells_a_secret(kept: Kept, client: Client) -> None:
    for page in [*kept.pages, Page.objects.get(pk=kept.known["expired"])]:
        for address in (
            page.get_url_parts()[2] if page.get_url_parts() else "/", f"/admin/pages/{page.pk}/",
            f"/admin/pages/{page.pk}/view_draft/", f"/admin/pages/{page.pk}/edit/preview/",
            f"/admin/api/main/pages/{page.pk}/", f"/api/v2/pages/{page.pk}/?fields=*", f"/api/v3/pages/{page.pk}/",
        ):  # fmt: skip
            response = client.get(address)
            assert response.status_code in (302, 400, 403, 404, 410), address
            assert not [word for word in SECRETS.values() if word in response.content.decode()], address


def test_both_editions_of_a_private_page_give_the_answer_of_nothing(kept: Kept, client: Client) -> None:
    """Nor can a private page be told from a missing one by status, body or validator."""
    nothing = client.get("/api/v2/pages/find/?html_path=/finns-inte/")
    for word in ("a private page", "a page with a password", "a draft", "a scheduled page"):
        response = client.get(f"/api/v2/pages/find/?html_path=/{SECRETS[word]}/")
        assert (response.status_code, response.content) == (404, nothing.content), word
        assert dict(response.headers) == dict(nothing.headers)
