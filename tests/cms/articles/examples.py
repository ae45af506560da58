"""A small site and a press release with every block, whose published JSON is that of the contract's examples."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Locale, Page, Site

from agencies.models import Agency
from articles.models import AgencyLink, InformationPage, PressIndexPage, PressReleasePage
from cms.media.models import Picture
from home.models import HomePage, SiteSettings

CONTRACT = Path(__file__).parents[2] / "contract"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
PUBLISHED = datetime(2017, 9, 27, 9, 0, tzinfo=STOCKHOLM)


def contract(name: str) -> Any:
    """An example of the contract, by its path without the suffix."""
    return json.loads((CONTRACT / f"{name}.json").read_text(encoding="utf-8"))


def make_site() -> HomePage:
    """A Swedish home page as the root of the one site, and the site's settings."""
    Locale.objects.get_or_create(language_code="en")
    swedish, _ = Locale.objects.get_or_create(language_code="sv")
    for page in Page.objects.filter(depth=2):
        page.delete()
    root = Page.objects.get(depth=1)
    home = HomePage(title="Ekobrottsmyndigheten", slug="hem", locale=swedish, lead="Vi bekämpar brott.")
    root.add_child(instance=home)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", port=3000, root_page=home, is_default_site=True)
    SiteSettings.objects.create(name="Ekobrottsmyndigheten", tagline="Mot ekonomisk brottslighet")
    return home


def make_index(home: HomePage) -> PressIndexPage:
    """The press list."""
    index = PressIndexPage(
        title="Press", slug="press", lead="Pressmeddelanden och nyheter.", show_in_menus=True
    )
    return home.add_child(instance=index)


def make_information(
    parent: Page, title: str, lead: str = "Kort om saken.", **fields: Any
) -> InformationPage:
    """An information page."""
    return parent.add_child(instance=InformationPage(title=title, lead=lead, **fields))


def make_agency(name: str, **fields: Any) -> Agency:
    """An agency."""
    return Agency.objects.create(name=name, **fields)


def make_picture(**fields: Any) -> Picture:
    """A small picture with an alternative text."""
    data = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(data, "PNG")
    given = {"title": "Hamn", "description": "En hamn i gryningen.", "credit": "Illustration: Pressrum"}
    return Picture.objects.create(file=ImageFile(data, name="hamn.png"), **(given | fields))


def make_release(index: PressIndexPage, title: str = "Slutrapport", **fields: Any) -> PressReleasePage:
    """A live press release, published in 2017."""
    given = {"lead": "Tolv myndigheter har arbetat tillsammans.", "first_published_at": PUBLISHED}
    return index.add_child(instance=PressReleasePage(title=title, **(given | fields)))


def make_full_release(home: HomePage, index: PressIndexPage) -> PressReleasePage:
    """A press release with every block, three agencies, a picture and a source."""
    police = make_agency("Polismyndigheten", short_name="Polisen", english_name="Swedish Police Authority")
    customs = make_agency("Tullverket")
    picture = make_picture()
    target = make_information(home, "Offentlighet och sekretess", slug="offentlighet-och-sekretess")
    release = make_release(
        index,
        "Slutrapport om insatsen",
        picture=picture,
        source_agency=police,
        body=every_block(picture, target),
    )
    for agency, role in [
        (make_agency("Ekobrottsmyndigheten"), "sender"),
        (police, "source"),
        (customs, "partner"),
    ]:
        AgencyLink.objects.create(page=release, agency=agency, role=role)
    return PressReleasePage.objects.get(pk=release.pk)


def every_block(picture: Picture, target: Page) -> list[dict[str, Any]]:
    """The stored form of a body with every block, as the contract's examples have them."""
    examples = {
        path.stem: contract(f"blocks/{path.stem}") for path in sorted((CONTRACT / "blocks").glob("*.json"))
    }
    stored = {
        "heading": {"text": "Nya brottsupplägg upptäcktes", "level": "2"},
        "text": (
            f'<p>Myndigheterna har granskat <a linktype="page" id="{target.pk}">flera branscher</a> tillsammans. '
            'Läs mer hos <a href="https://polisen.se/">Polisen</a>.</p>'
        ),
        "quote": examples["quote"]["value"],
        "statistic": _stored_statistic(examples["statistic"]["value"]),
        "fact_box": {"title": "Uppdraget", "text": examples["fact_box"]["value"]["html"]},
        "image": {
            "picture": {
                "image": picture.pk,
                "decorative": False,
                "alt_text": "En hamn i gryningen med en buss på kajen.",
            },
            "caption": "Bussarna stoppades i hamnen.",
        },
        "links": {"title": "Läs mer", "items": [_item(link) for link in _links(examples, target)]},
        "agency_list": {"title": "Myndigheter i samverkan", "role": "partner"},
    }
    return [{"type": name, "value": value, "id": examples[name]["id"]} for name, value in stored.items()]


def _stored_statistic(value: dict[str, Any]) -> dict[str, Any]:
    source = value["source"]
    return {k: v for k, v in value.items() if k != "source"} | {
        "source_name": source["name"],
        "source_url": source["url"],
    }


def _links(examples: dict[str, Any], target: Page) -> list[dict[str, Any]]:
    own, other = examples["links"]["value"]["items"]
    return [
        {"page": target.pk, "url": "", "text": "", "description": own["description"]},
        {"page": None, "url": other["url"], "text": other["text"], "description": ""},
    ]


def _item(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": "0b8e6c1e-1a57-4f0e-9a3b-0f5f3a0c1d99"}
