"""More and stranger content than the contract's examples: many agencies, long titles, no pictures, English."""

from typing import Any
from uuid import NAMESPACE_OID, uuid5

from tests.frontend.contract import example

Document = dict[str, Any]

AGENCIES = {
    "arbetsformedlingen": ("Arbetsförmedlingen", "", "Swedish Public Employment Service"),
    "ekobrottsmyndigheten": ("Ekobrottsmyndigheten", "EBM", "Swedish Economic Crime Authority"),
    "forsakringskassan": ("Försäkringskassan", "", "Swedish Social Insurance Agency"),
    "kriminalvarden": ("Kriminalvården", "", "Swedish Prison and Probation Service"),
    "kronofogdemyndigheten": ("Kronofogdemyndigheten", "Kronofogden", "Swedish Enforcement Authority"),
    "kustbevakningen": ("Kustbevakningen", "", "Swedish Coast Guard"),
    "migrationsverket": ("Migrationsverket", "", "Swedish Migration Agency"),
    "polismyndigheten": ("Polismyndigheten", "Polisen", "Swedish Police Authority"),
    "skatteverket": ("Skatteverket", "", "Swedish Tax Agency"),
    "sakerhetspolisen": ("Säkerhetspolisen", "Säpo", "Swedish Security Service"),
    "tullverket": ("Tullverket", "", "Swedish Customs"),
    "aklagarmyndigheten": ("Åklagarmyndigheten", "", "Swedish Prosecution Authority"),
}
SLUGS = list(AGENCIES)
TITLES = [
    "Fler bokföringsbrott upptäcks tidigt",
    "Åtal för grovt skattebrott i byggbranschen",
    "Nytt samarbete mot felaktiga utbetalningar av assistansersättning",
    "Beslag av 40 000 liter alkohol i Trelleborg",
    "Så mycket kostade den ekonomiska brottsligheten samhället: ny rapport om åren 2012–2016 och om vad "
    "myndigheterna tillsammans kan göra åt den",
    "Tre döms för penningtvätt",
    "Förundersökningssekretess och offentlighetsprincipen: vägledning för journalister",
]
LEADS = [
    "Under årets första hälft inledde myndigheten fler utredningar än under samma tid året innan.",
    "Fyra personer åtalas misstänkta för att ha hållit undan 12 miljoner kronor från beskattning. "
    "Huvudförhandlingen väntas pågå i tre veckor.",
    "Myndigheterna ska utbyta uppgifter snabbare.",
]


def agency_ref(slug: str, role: str | None, locale: str = "sv") -> Document:
    """An agency as pages name it."""
    name, short, english = AGENCIES[slug]
    folder = "myndigheter" if locale == "sv" else "en/agencies"
    ref = {
        "id": SLUGS.index(slug) + 1,
        "slug": slug,
        "name": name if locale == "sv" else english,
        "short_name": short,
        "url": f"/{folder}/{slug}/",
    }
    return ref | ({"role": role} if role else {})


def agency(slug: str) -> Document:
    """An agency's document."""
    name, short, english = AGENCIES[slug]
    document = example("agency") | {
        "id": SLUGS.index(slug) + 1,
        "slug": slug,
        "name": name,
        "short_name": short,
    }
    document["urls"] = {"sv": f"/myndigheter/{slug}/", "en": f"/en/agencies/{slug}/"}
    document["meta"] |= {"slug": slug, "html_url": f"http://localhost:3000/myndigheter/{slug}/"}
    return document | {"english_name": english, "website": f"https://www.{slug}.se/"}


def picture(name: str, alt: str) -> Document:
    """A picture in all sizes; the fake CMS draws it from the demo's."""
    sizes = {"card": (480, 270), "text": (960, 540), "wide": (1920, 1080), "share": (1200, 630)}
    renditions = {
        size: {
            "url": f"/media/0123456789abcdef/{name}-{size}.webp",
            "width": w,
            "height": h,
            "type": "image/webp",
        }
        for size, (w, h) in sizes.items()
    }
    renditions["plain"] = renditions["text"]
    renditions["press"] = renditions["wide"] | {"size": 2_318_402}
    document = example("blocks/image")["value"]["picture"]
    return document | {"alt": alt, "renditions": renditions}


def press_item(number: int) -> Document:
    """One of many press releases in a list."""
    item: Document = example("lists/pages")["items"][0]
    year, month = 2017 - number // 8, 12 - number % 8
    slug = f"pressmeddelande-{number}"
    item["meta"] |= {"slug": slug, "uid": uuid5(NAMESPACE_OID, slug).urn}
    return item | {
        "id": 1000 + number,
        "title": TITLES[number % len(TITLES)],
        "url": f"/press/{year}/{slug}/",
        "kind": "news" if number % 3 == 1 else "press_release",
        "lead": LEADS[number % len(LEADS)],
        "published_at": f"{year}-{month:02}-14T09:00:00+01:00",
        "updated_at": None,
        "picture": None,
        "agencies": [agency_ref(slug, "partner") for slug in SLUGS[: number % 7]] if number else [],
    }


def press_list() -> list[Document]:
    """The release of 2017 and 45 others, newest first."""
    first = example("lists/pages")["items"][0]
    first["picture"] = picture("harbour", first["picture"]["alt"])
    first["agencies"] = press_release()["agencies"]
    return [
        first | {"published_at": "2018-01-09T09:00:00+01:00"},
        *(press_item(number) for number in range(45)),
    ]


def press_release() -> Document:
    """The release of 2017 with twelve agencies and a fuller body."""
    page = example("pages/press_release")
    page["picture"] = picture("harbour", page["picture"]["alt"])
    page["agencies"] = [
        agency_ref("ekobrottsmyndigheten", "sender"),
        agency_ref("polismyndigheten", "source"),
        *(
            agency_ref(slug, "partner")
            for slug in SLUGS
            if slug not in {"ekobrottsmyndigheten", "polismyndigheten"}
        ),
    ]
    blocks = {block["type"]: block for block in page["body"]}
    blocks["image"]["value"]["picture"] = picture("customs", "En tulltjänsteman vid en lastbil.")
    blocks["agency_list"]["value"]["agencies"] = page["agencies"]
    blocks["text"]["value"]["html"] += PROSE
    blocks["quote"]["value"]["text"] += (
        " Uppgifter som var för sig säger lite blir tillsammans en bild av ett helt upplägg."
    )
    more = {
        "id": "m",
        "type": "heading",
        "value": {"text": "Arbetet fortsätter", "level": 3, "anchor": "arbetet"},
    }
    prose = {"id": "p", "type": "text", "value": {"html": PROSE}}
    order = ["heading", "text", "quote", "statistic", "fact_box", "image"]
    page["body"] = [*(blocks[name] for name in order), more, prose, blocks["agency_list"], blocks["links"]]
    return page


PROSE = (
    "<p>Kontrollerna i hamnarna visade hur bussar användes för att föra in alkohol i stora mängder. "
    "Varorna såldes vidare till unga, ofta på samma platser som <b>narkotika</b>.</p>"
    "<ul><li>restauranger och livsmedelsbutiker</li><li>transportföretag och taxi</li>"
    "<li>bygg- och städföretag</li></ul>"
    "<p>Det som började som tillfälliga insatser har blivit ett arbetssätt, och myndigheterna fortsätter att "
    "dela uppgifter med varandra enligt samma plan.</p>"
)


def home() -> Document:
    """The front page with a few highlights."""
    page = example("pages/home")
    page["highlights"] += [
        {
            "id": 20,
            "title": "Offentlighet och sekretess",
            "url": "/offentlighet-och-sekretess/",
            "lead": "Alla har rätt att läsa allmänna handlingar. Så begär du ut dem.",
            "type": "articles.InformationPage",
        },
        {
            "id": 22,
            "title": "Om oss",
            "url": "/om-oss/",
            "lead": "Vårt uppdrag och vår organisation.",
            "type": "articles.InformationPage",
        },
    ]
    return page


def english(page: Document, url: str, title: str, lead: str) -> Document:
    """The page in English."""
    page["meta"] |= {"locale": "en", "html_url": f"http://localhost:3000{url}"}
    alternates = [{"locale": "sv", "title": page["title"], "url": page["url"]}]
    return page | {"url": url, "title": title, "lead": lead, "alternates": alternates}
