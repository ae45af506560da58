"""Video: a film from the site's own files, or a way to one elsewhere, with what is said in it as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from articles.publication import Publication
from articles.writing.prose import FEATURES, has_words
from articles.writing.ruled import RuledBlock
from articles.writing.web_address import WebAddressBlock
from cms.media.shapes import File, Picture
from cms.publishing.documents import Json
from cms.publishing.references import DROP, Deferred, Loader, Ref
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Address, Html, Link, Shape
from cms.publishing.typography import no_break


class Video(Shape):
    """A `file`, or a film at `url`. `html` is what is said in it, empty when `transcript_page` has it."""

    title: str
    file: File | None
    url: Address
    poster: Picture | None
    captions: File | None
    html: Html
    transcript_page: Link | None


class VideoBlock(RuledBlock):
    title = blocks.CharBlock(label=_("Headline"), max_length=120, help_text=_("What the film shows."))
    file = DocumentChooserBlock(label=_("Film"), required=False, help_text=_("An MP4 or WebM file."))
    url = WebAddressBlock(
        label=_("Or a web address"),
        max_length=400,
        required=False,
        help_text=_("Where the film is shown. Readers go there; nothing is fetched from there."),
    )
    captions = DocumentChooserBlock(
        label=_("Captions"), required=False, help_text=_("A WebVTT file. A film of the site's own needs one.")
    )
    poster = ImageChooserBlock(label=_("Still picture"), required=False)
    transcript = blocks.RichTextBlock(
        label=_("What is said in the film"),
        features=FEATURES,
        required=False,
        help_text=_("For those who can't hear or see the film. Also what is only seen, if it matters."),
    )
    transcript_page = blocks.PageChooserBlock(label=_("Or the page where it stands"), required=False)

    shape = Video

    class Meta:
        icon = "media"
        label = _("Film")
        group = _("Pictures and links")
        description = _("A film with captions and its words as text. Nothing comes from other sites.")
        template = "articles/blocks/video.html"
        preview_value = {
            "title": "Så går en kontroll i hamnen till",
            "file": None,
            "url": "https://www.polisen.se/film",
            "captions": None,
            "poster": None,
            "transcript": "<p>Bussarna kör i land. En tulltjänsteman stannar den första.</p>",
            "transcript_page": None,
        }
        label_format = "{title}"

    def faults(self, value: Any) -> Iterator[tuple[str, str]]:
        """A film that is none or two, files of the wrong kind, and words that are nowhere."""
        film, captions, elsewhere = value["file"], value["captions"], value["url"].strip()
        if bool(film) == bool(elsewhere):
            yield "file", gettext("Choose a film or write a web address, one of the two.")
        elif film and not film.type.content_type.startswith("video/"):
            yield "file", gettext("The file isn't a film. Choose one that ends in .mp4 or .webm.")
        if film and not captions:
            yield "captions", gettext("Choose the captions. In a film without words they say so.")
        elif captions and not film:
            yield "captions", gettext("Captions belong to a film of the site's own.")
        elif captions and captions.type.extension != "vtt":
            yield "captions", gettext("The file holds no captions. Choose one that ends in .vtt.")
        if has_words(value["transcript"]) == bool(value["transcript_page"]):
            yield "transcript", gettext("Write what is said in the film, or choose the page, one of the two.")

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The film with its words; nothing when its file is gone."""
        html = RichHtml(value.get("transcript") or "", publication.locale)
        film = {
            "title": no_break(value["title"].strip()),
            "file": None,
            "url": value.get("url") or "",
            "poster": _ref("picture", value.get("poster"), "full", publication),
            "captions": _ref("file", value.get("captions"), "full", publication),
            "html": html if has_words(html.source) else "",
            "transcript_page": _ref("page", value.get("transcript_page"), "link", publication),
        }
        file = _ref("file", value.get("file"), "full", publication)
        return Film(file, film) if file else film


@dataclass(frozen=True, slots=True)
class Film(Deferred):
    """A film whose file decides whether there is anything to show; all that it names is loaded with it."""

    file: Ref
    rest: dict[str, Json]

    def asks(self) -> Iterable[str]:
        leaves = [leaf for leaf in (self.file, *self.rest.values()) if isinstance(leaf, Deferred)]
        return [key for leaf in leaves for key in leaf.asks()]

    def resolve(self, loader: Loader) -> Json:
        file = self.file.resolve(loader)
        return DROP if file is DROP else self.rest | {"file": file}


def _ref(name: str, id: int | None, form: str, publication: Publication) -> Ref | None:
    return Ref(f"{name}:{id}", form, publication.locale) if id else None
