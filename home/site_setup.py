"""What an empty database needs before editors can begin. Each step leaves alone what is there already."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site

from articles.models import PressIndexPage

from .models import HomePage
from .navigation.models import Navigation
from .site_settings import SiteSettings

FIRST_LANGUAGE = "sv"
LANGUAGES = (FIRST_LANGUAGE, "en")
DEFAULT_PORTS = {"http": 80, "https": 443}


@transaction.atomic
def set_up_site(site_url: str, name: str) -> list[str]:
    """Make locales, home pages, press lists, the Site, the settings and the menu; give back what was made, a line each.

    site_url is the visitor site's address, and name the authority's own, used only when no settings exist yet.
    """
    made = [f"language {code}" for code in LANGUAGES if Locale.objects.get_or_create(language_code=code)[1]]
    first_home, *others = [_home(code, made) for code in LANGUAGES]
    for home in (first_home, *others):
        _press_index(home, made)
    _point_site(site_url, first_home, made)
    _remove_welcome_page()
    _name_root()
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create(name=name)
        made.append("settings")
    if not Navigation.objects.exists():
        Navigation.objects.create(items=_first_menu("sv"), english_items=_first_menu("en"))
        made.append("menu")
    return made


def _name_root() -> None:
    """Above the home pages of all languages, as editors see it in the tree; Wagtail calls it Root."""
    with override(FIRST_LANGUAGE):
        name = gettext("All languages")
    Page.objects.filter(depth=1, title="Root").update(title=name, draft_title=name)


def _first_menu(code: str) -> list[tuple[str, dict[str, Page]]]:
    """The press list, which every newsroom has."""
    lists = PressIndexPage.objects.filter(locale__language_code=code)
    return [("section", {"page": page}) for page in lists]


def _home(code: str, made: list[str]) -> HomePage:
    """The home page in this language, a translation of the first one."""
    locale = Locale.objects.get(language_code=code)
    home: HomePage | None = HomePage.objects.filter(locale=locale).first()
    if home:
        return home
    first = HomePage.objects.filter(locale__language_code=FIRST_LANGUAGE).first()
    with override(code):
        page: HomePage = first.copy_for_translation(locale) if first else HomePage(locale=locale, live=False)
        page.title = page.draft_title = gettext("Home")
        page.slug = f"home-{code}"
        if not first:
            Page.objects.get(depth=1).add_child(instance=page)
    page.save_revision().publish()
    made.append(f"home page {code}")
    # Publishing gave it another address than the page in hand knows.
    published: HomePage = HomePage.objects.get(pk=page.pk)
    return published


def _press_index(home: HomePage, made: list[str]) -> None:
    """The press list under this home page, tied to the one in the first language as its translation."""
    if PressIndexPage.objects.child_of(home).exists():
        return
    first = PressIndexPage.objects.filter(locale__language_code=FIRST_LANGUAGE).first()
    code = home.locale.language_code
    with override(code):
        page = PressIndexPage(title=gettext("Newsroom"), slug="press", locale=home.locale, live=False)
    if first:
        page.translation_key = first.translation_key
    home.add_child(instance=page)
    page.save_revision().publish()
    made.append(f"press list {code}")


def _point_site(site_url: str, home: HomePage, made: list[str]) -> None:
    """The one Site has the visitor host's name; saved only when it differs, as that marks every document."""
    address = urlsplit(site_url)
    port = address.port or DEFAULT_PORTS[address.scheme]
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if (site.hostname, site.port, site.root_page_id) == (address.hostname, port, home.pk):
        return
    site.hostname, site.port, site.root_page = address.hostname, port, home
    site.save()
    made.append(f"site {address.hostname}:{port}")


def _remove_welcome_page() -> None:
    """Wagtail's own first page, unless somebody put something under it."""
    root = Page.objects.get(depth=1)
    for page in root.get_children():
        if page.specific_class is Page and page.numchild == 0 and not page.sites_rooted_here.exists():
            page.delete()
