"""The table of the editors' guide that says what each group may do, made of the table in the code."""

from __future__ import annotations

from collections.abc import Iterator

from home.rights import ALL, FILES, KEEP, MODELS, NOTHING, OPEN, PAGES, PICK, SEE, SET, TRANSLATE, WEED, WRITE

WORDS = {
    NOTHING: "–",
    OPEN: "ja",
    SEE: "ser",
    SET: "ändrar",
    WEED: "ser, tar bort",
    WRITE: "lägger till, ändrar",
    ALL: "lägger till, ändrar, tar bort",
    TRANSLATE: "översätter",
    PICK: "väljer, lägger till, ändrar egna",
    KEEP: "väljer, lägger till, ändrar, tar bort",
    "add change": "lägger till, ändrar",
    "add change delete": "lägger till, ändrar, tar bort",
    "add change publish lock unlock": "som skribenter, och godkänner, publicerar, avpublicerar, låser, låser upp",
    "add change publish lock unlock bulk_delete": "som redaktörer, och tar bort med undersidor",
}
THINGS = {
    "wagtailadmin.admin": "Loggar in",
    "agencies.agency": "Myndigheter",
    "articles.contact": "Presskontakter",
    "articles.feeschedule": "Avgifter",
    "articles.topic": "Ämnen",
    "home.audience": "Målgrupper",
    "home.navigation": "Menyn",
    "home.notice": "Meddelanden",
    "home.promo": "Puffar",
    "home.sitesettings": "Webbplatsens inställningar",
    "disclosure.documentrequest": "Begäranden om handlingar",
    "disclosure.requestsettings": "Inställningar för begäranden",
    "feedback.feedback": "Läsarnas svar",
    "feedback.feedbacksettings": "Inställningar för läsarnas svar",
    "simple_translation.simpletranslation": "Översättning av sidor",
    "wagtailredirects.redirect": "Omdirigeringar",
    "auth.user": "Användare",
    "wagtailcore.workflow": "Arbetsflöden",
    "wagtailcore.task": "Arbetsflödenas steg",
    "wagtailimages.image": "Bilder",
    "wagtaildocs.document": "Dokument",
    "wagtailcore.collection": "Samlingar",
}


def lines() -> Iterator[str]:
    """A line for each thing; KeyError for one without a Swedish name here."""
    yield _line("Sidor", PAGES)
    for label, row in (MODELS | FILES).items():
        yield _line(THINGS[label], row)


def _line(name: str, row: tuple[str, ...]) -> str:
    return f"| {name} | {' | '.join(WORDS[each] for each in row)} |"
