"""A small site and a press release with every block, whose published JSON is that of the contract's examples."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from agencies.models import Agency, FormerName
from articles.contacts.models import Contact, ContactLink
from articles.fees.models import FeeLine, FeeSchedule, OtherFee
from articles.models import PressReleasePage, RelatedPage
from articles.topics.models import Topic, TopicLink
from cms.media.models import File, Picture
from home.models import Promo
from tests.cms.conftest import Newsroom, image_file
from tests.cms.media import samples

CONTRACT = Path(__file__).parents[2] / "contract"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
LINK = '<a href="/offentlighet-och-sekretess/">'
PUBLISHED = datetime(2017, 9, 27, 9, 0, tzinfo=STOCKHOLM)


def contract(name: str) -> Any:
    """An example of the contract, by its path without the suffix."""
    return json.loads((CONTRACT / f"{name}.json").read_text(encoding="utf-8"))


def make_picture() -> Picture:
    """A small picture with an alternative text."""
    file = image_file(size=(64, 36))
    return Picture.objects.create(
        title="Hamn",
        file=file,
        description="En hamn i gryningen.",
        credit="Illustration: Pressrum",
        licence="cc-by-4.0",
    )


def make_full_release(newsroom: Newsroom) -> PressReleasePage:
    """A press release of 2017 with every block, three agencies, a picture and a source."""
    police = newsroom.agency(
        "Polismyndigheten", short_name="Polisen", english_name="Swedish Police Authority"
    )
    sender, customs = newsroom.agency("Ekobrottsmyndigheten", short_name="EBM"), newsroom.agency("Tullverket")
    data, budget = _agencies_of_old(newsroom)
    picture, target = make_picture(), newsroom.information("Offentlighet och sekretess")
    topic = Topic.objects.create(name="Organiserad brottslighet", locale=newsroom.home.locale)
    contact, promo = make_contact(newsroom.home.locale), make_promo(newsroom.home.locale)
    release = newsroom.release(
        "Slutrapport om insatsen",
        first_published_at=PUBLISHED,
        picture=picture,
        picture_caption="Bussen stoppades strax efter klockan fem. ",
        source_agency=police,
        topic_links=[TopicLink(topic=topic)],
        contact_links=[ContactLink(contact=contact)],
        body=every_block(picture, target, contact, make_schedule(), promo),
        registry_number="EBM2017-482",
        responsible_unit="Kommunikationsenheten",
        agencies=[
            (sender, "sender"),
            (police, "source"),
            (customs, "partner", "2009"),
            (data, "mentioned"),
            (budget, "mentioned"),
        ],
    )
    RelatedPage.objects.create(release=release, page=target)
    return PressReleasePage.objects.get(pk=release.pk)


def make_contact(locale: Locale, **fields: Any) -> Contact:
    """The contract's contact, in a language."""
    said = {name: value for name, value in contract("contact").items() if name not in ("id", "meta")}
    return Contact.objects.create(**said | {"locale": locale} | fields)


def make_promo(locale: Locale, **fields: Any) -> Promo:
    """The contract's promo, in a language."""
    said = {name: contract("promo")[name] for name in ("title", "text", "url")}
    return Promo.objects.create(**said | {"locale": locale, "picture": make_picture()} | fields)


def make_schedule() -> FeeSchedule:
    """The contract's fee schedule."""
    said = contract("fee_schedule")
    schedule = FeeSchedule.objects.create(**_both(said, "name"))
    for line in said["lines"]:
        basis = {name: value for name, value in line["legal_basis"].items() if name != "citation"}
        kept = {name: value for name, value in line.items() if name not in ("legal_basis", "exemptions")}
        FeeLine.objects.create(schedule=schedule, **kept, **basis, **_both(line, "exemptions"))
    for fee in said["other_fees"]:
        texts = _both(fee, "form") | _both(fee, "amount")
        OtherFee.objects.create(schedule=schedule, valid_from=fee["valid_from"], **texts)
    return schedule


def _both(said: dict[str, Any], field: str) -> dict[str, str]:
    return {field: said[field]["sv"], f"english_{field}": said[field]["en"]}


def _agencies_of_old(newsroom: Newsroom) -> tuple[Agency, Agency]:
    """One that has another name since 2017, and one that has ended."""
    data = newsroom.agency("Integritetsskyddsmyndigheten")
    FormerName.objects.create(agency=data, name="Datainspektionen", until=date(2020, 12, 31))
    office = newsroom.agency("Statskontoret")
    ended = {"ended_on": date(2025, 12, 31), "successor": office}
    return data, newsroom.agency("Ekonomistyrningsverket", short_name="ESV", **ended)


def every_block(
    picture: Picture, target: Page, contact: Contact, schedule: FeeSchedule, promo: Promo
) -> list[dict[str, Any]]:
    """The stored form of a body with every block of the contract: as it is published, but for those named here."""
    examples = {
        path.stem: contract(f"blocks/{path.stem}") for path in sorted((CONTRACT / "blocks").glob("*.json"))
    }
    stored = {name: example["value"] for name, example in examples.items()} | {
        "heading": {"text": "Nya brottsupplägg upptäcktes", "level": "2"},
        "text": (
            f'<p>Myndigheterna har granskat <a linktype="page" id="{target.pk}">flera branscher</a> tillsammans. '
            'Läs mer hos <a href="https://polisen.se/">Polisen</a>.</p>'
            '<p>Rapporten från <abbr title="Centralförbundet för alkohol- och narkotikaupplysning">CAN</abbr> finns '
            'också <a href="https://www.can.se/en/"><span lang="en">in English</span></a>.</p>'
        ),
        "statistic": _stored_statistic(examples["statistic"]["value"]),
        "fact_box": {"title": "Uppdraget", "text": examples["fact_box"]["value"]["html"]},
        "image": {
            "picture": {"image": picture.pk, "decorative": False, "alt_text": "En hamn i gryningen."},
            "caption": "Bussarna stoppades i hamnen.",
        },
        "links": {"title": "Läs mer", "items": [_item(link) for link in _links(examples, target)]},
        "agency_list": {"title": "Myndigheter i samverkan", "role": "partner"},
        "questions": {"title": "Vanliga frågor", "items": [_item(each) for each in _questions(examples)]},
        "table": {"header_column": True, "grid": _stored_grid(examples["table"]["value"], target)},
        "attachments": {"title": "Bilagor", "items": [_item(each) for each in _attached()]},
        "contact": {"title": "Presskontakt", "contact": contact.pk},
        "fee_calculator": {"title": "Räkna ut vad kopiorna kostar", "schedule": schedule.pk},
        "video": _stored_video(examples["video"]["value"], picture),
        "promo": {"promo": promo.pk},
        "related": {"title": "Mer om insatsen", "items": [_item(target.pk)]},
    }
    return [{"type": name, "value": value, "id": examples[name]["id"]} for name, value in stored.items()]


def _stored_grid(value: dict[str, Any], target: Page) -> dict[str, Any]:
    """As an editor fills it in: words in paragraphs, and links by page."""
    own = f'<a linktype="page" id="{target.pk}">'
    rows = [
        [
            cell["html"].replace("\N{NO-BREAK SPACE}", " ")
            if column["number"]
            else f"<p>{cell['html'].replace(LINK, own)}</p>"
            for cell, column in zip(row, value["columns"], strict=True)
        ]
        for row in value["rows"]
    ]
    return {
        "caption": value["caption"],
        "columns": [
            {"type": "number" if column["number"] else "text", "heading": column["heading"]}
            for column in value["columns"]
        ],
        "rows": [{"values": row} for row in rows],
    }


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


def _questions(examples: dict[str, Any]) -> list[dict[str, Any]]:
    items = examples["questions"]["value"]["items"]
    return [{"question": item["question"], "answer": item["html"]} for item in items]


def _stored_video(value: dict[str, Any], picture: Picture) -> dict[str, Any]:
    film = File.objects.create(title="Kontroll", file=ContentFile(samples.MP4, "kontroll.mp4"))
    captions = File.objects.create(title="Undertexter", file=ContentFile(samples.VTT, "kontroll.vtt"))
    return {
        "title": value["title"],
        "file": film.pk,
        "url": "",
        "captions": captions.pk,
        "poster": picture.pk,
        "transcript": value["html"],
        "transcript_page": None,
    }


def _attached() -> list[dict[str, Any]]:
    report = File.objects.create(
        title="Slutrapport om insatsen", file=ContentFile(samples.pdf(), "rapport.pdf")
    )
    summary = File.objects.create(
        title="Final report, summary", language="en", file=ContentFile(samples.office(), "summary.docx")
    )
    return [{"file": report.pk, "title": ""}, {"file": summary.pk, "title": ""}]


def _item(value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": "0b8e6c1e-1a57-4f0e-9a3b-0f5f3a0c1d99"}
