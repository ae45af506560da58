"""Things that the public could see, with a word of their own in each field. Whether it may is for others to say."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from zlib import crc32

from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PdfWriter
from wagtail.models import Collection, Page

from articles.changes import ChangeKind
from articles.contacts.models import Contact
from articles.models import AgencyLink, AudienceLink, Change, InformationPage, PressReleasePage
from articles.topics.models import TopicLink
from cms.media.models import File, Picture
from disclosure.models import DocumentRequest
from feedback.models import Feedback
from home.models import Notice, Promo
from tests.cms.conftest import image_file

from .ground import Ground
from .words import Words


def information(ground: Ground, words: Words, parent: Page | None = None, **fields: Any) -> Any:
    """An information page that says all that one can, for the readers that pages are counted by."""
    page = InformationPage(**_texts(ground, words))
    page.audience_links = [AudienceLink(audience=ground.audience)]
    return _added(ground, words, page, parent, **fields)


def release(ground: Ground, words: Words, **fields: Any) -> Any:
    """A press release that says all that one can, of the agency and the topic that pages are counted by."""
    page = PressReleasePage(
        picture=picture(ground, words), registry_number=words.registry, source_name=words.source,
        **_texts(ground, words),
    )  # fmt: skip
    page.agency_links = [AgencyLink(agency=ground.agency, role="sender")]
    page.topic_links = [TopicLink(topic=ground.topic)]
    return _added(ground, words, page, ground.newsroom.press, **fields)


def _added(
    ground: Ground, words: Words, page: Any, parent: Page | None, *, live: bool = True, **fields: Any
) -> Any:
    for name, value in fields.items():
        setattr(page, name, value)
    ground.add(page, parent, live=live)
    Change.objects.create(
        page=page, revision_id=page.pk, kind=ChangeKind.UPDATE, note=words.change, at=timezone.now()
    )
    return page


def _texts(ground: Ground, words: Words) -> dict[str, Any]:
    return {
        "title": words.title,
        "slug": words.slug,
        "lead": f"Ingress om {words.lead}.",
        "seo_title": words.seo,
        "search_description": f"Om {words.description}.",
        "responsible_unit": words.unit,
        "body": [
            ("heading", {"text": words.heading, "level": "2"}),
            ("text", f"<p>Brödtext om <b>{words.text}</b>.</p>"),
            ("quote", {"text": words.quote, "person": words.speaker, "role": "", "organisation": ""}),
            (
                "attachments",
                {"title": words.attachments, "items": [{"file": file(ground, words), "title": ""}]},
            ),
            ("image", {"picture": _shown(picture(ground, words), words), "caption": words.caption}),
        ],
    }


def _shown(image: Picture, words: Words) -> Picture:
    image.contextual_alt_text, image.decorative = words.alt, False
    return image


def picture(ground: Ground, words: Words, **fields: Any) -> Picture:
    """A picture whose bytes are nobody else's."""
    colour = f"#{crc32(words.mark.encode()) & 0xFFFFFF:06x}"
    upload = image_file(colour, (48, 27))
    upload.name = f"{words.picturename}.png"
    return Picture.objects.create(
        title=words.picturetitle, file=upload, description=f"Bild av {words.picture}.",
        english_description=words.englishpicture, credit=f"Foto: {words.credit}", **fields,
    )  # fmt: skip


def file(ground: Ground, words: Words, **fields: Any) -> File:
    """A file, its words in its bytes too."""
    data = f"{words.cell};Antal\n2016;1 250\n".encode()
    return File.objects.create(title=words.file, file=ContentFile(data, f"{words.filename}.csv"), **fields)


def pdf(ground: Ground, words: Words, **fields: Any) -> File:
    """A PDF, which no other has the bytes of."""
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 300)
    writer.add_metadata({"/Title": words.cell})
    writer.write(stream)
    return File.objects.create(
        title=words.file, file=ContentFile(stream.getvalue(), f"{words.filename}.pdf"), **fields
    )


def contact(ground: Ground, words: Words, **fields: Any) -> Contact:
    """A press contact."""
    return Contact.objects.create(
        name=words.name, role=words.role, phone="08-465 004 10", email=f"{words.email}@example.se",
        hours=words.hours, locale=ground.newsroom.home.locale, **fields,
    )  # fmt: skip


def promo(ground: Ground, words: Words, **fields: Any) -> Promo:
    """A promo on the page of the readers, with its picture."""
    return Promo.objects.create(
        title=words.title, text=words.text, url=f"https://{words.host}.example.se/", picture=picture(ground, words),
        locale=ground.newsroom.home.locale, **{"audience": ground.audience} | fields,
    )  # fmt: skip


def notice(ground: Ground, words: Words, **fields: Any) -> Notice:
    """A notice on every page."""
    period = {"start": timezone.now() - timedelta(days=1), "end": timezone.now() + timedelta(days=30)}
    return Notice.objects.create(
        title=words.title, text=words.text, url=f"https://{words.host}.example.se/", link_text=words.link,
        locale=ground.newsroom.home.locale, **period | fields,
    )  # fmt: skip


def asked(words: Words) -> DocumentRequest:
    """What somebody asks the registrar for."""
    return DocumentRequest.objects.create(
        text=words.text, delivery="email", email=f"{words.email}@example.se", contact=words.contact
    )


def answered(ground: Ground, words: Words) -> Feedback:
    """What a reader misses on a page that everybody may read."""
    return Feedback.objects.create(page=ground.newsroom.press, answer="no", text=words.text)


def collection(parent: Collection | None = None) -> Collection:
    """A collection of its own."""
    above: Collection = parent or Collection.get_first_root_node()
    return above.add_child(name=f"Samling {above.numchild + 1}")
