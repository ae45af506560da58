"""What a list holds, in a sentence: 12 pressmeddelanden med Tullverket om Tullbrott 2017."""

from collections.abc import Iterator, Mapping

from frontend.formats import filters
from frontend.language import Language
from frontend.narrowing.asked import Asked


def press(asked: Asked, total: int, names: Mapping[str, str]) -> str:
    """A list of press; `names` are what readers call the choices."""
    words = asked.language.translations.gettext("mentioning “%(words)s”") % {"words": asked.words}
    return " ".join(
        [_press(asked, total), *_choices(asked.language, names), *([words] if asked.words else [])]
    )


def titled(asked: Asked, names: Mapping[str, str], authority: str) -> str:
    """What such a list is called where nothing else says whose it is."""
    _ = asked.language.translations.gettext
    kinds = {
        "press_release": _("Press releases from %(authority)s"),
        "news": _("News from %(authority)s"),
        "": _("Press releases and news from %(authority)s"),
    }
    said = kinds[str(asked.params.get("kind", ""))] % {"authority": authority}
    words = _("mentioning “%(words)s”") % {"words": asked.words}
    return " ".join([said, *_choices(asked.language, names), *([words] if asked.words else [])])


def hits(asked: Asked, total: int, names: Mapping[str, str]) -> str:
    """What a search found."""
    _, ngettext = asked.language.translations.gettext, asked.language.translations.ngettext
    counted = ngettext("%(count)s hit for “%(words)s”", "%(count)s hits for “%(words)s”", total)
    said = counted if total else _("No hits for “%(words)s”")
    found = said % {"count": filters(asked.language)["number"](total), "words": asked.words}
    among = [_("among %(type)s") % {"type": names["type"].lower()}] if "type" in names else []
    return " ".join([found, *among, *_choices(asked.language, names)])


def _press(asked: Asked, total: int) -> str:
    _, ngettext = asked.language.translations.gettext, asked.language.translations.ngettext
    kind = str(asked.params.get("kind", ""))
    counted = {
        "press_release": ngettext("%(count)s press release", "%(count)s press releases", total),
        "news": ngettext("%(count)s news item", "%(count)s news items", total),
        "": ngettext(
            "%(count)s press release or news item", "%(count)s press releases and news items", total
        ),
    }
    none = {
        "press_release": _("No press releases"), "news": _("No news"), "": _("No press releases or news"),
    }  # fmt: skip
    said = counted[kind] if total else none[kind]
    return said % {"count": filters(asked.language)["number"](total)}


def _choices(language: Language, names: Mapping[str, str]) -> Iterator[str]:
    _ = language.translations.gettext
    if "role" in names and "agency" in names:
        yield _("with %(agency)s as %(role)s") % {"agency": names["agency"], "role": names["role"].lower()}
    elif "role" in names:
        yield _("with the agency as %(role)s") % {"role": names["role"].lower()}
    elif "agency" in names:
        yield _("with %(agency)s") % {"agency": names["agency"]}
    if "topic" in names:
        yield _("about %(topic)s") % {"topic": names["topic"]}
    if "year" in names:
        yield _("from %(year)s") % {"year": names["year"]}
