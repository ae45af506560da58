"""Home pages, press lists, menu and settings: there in every site, given the demo's words while blank."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from articles.models import PressIndexPage, PressPicture
from home.models import Highlight, HomePage, Navigation, PromoLink, SiteSettings

from . import content
from .body import rich_text, stored, stored_links, stored_menu
from .content import FIRST_LANGUAGE, LANGUAGES
from .tree import Tree


def fill_front(tree: Tree) -> Iterator[str]:
    """Fill what nobody has filled yet; give back what that was."""
    for locale in LANGUAGES:
        home = HomePage.objects.get(pk=tree.id("home", locale))
        if not home.lead and not home.body:
            _fill_home(home, tree, locale)
            yield f"Home page: {home.title}"
        press = PressIndexPage.objects.get(pk=tree.id("press", locale))
        if not press.lead:
            _fill_press(press, tree, locale)
            yield f"Press list: {press.title}"
    settings = SiteSettings.load()
    if not settings.tagline and not settings.footer_text:
        _fill_settings(settings, tree)
        yield "The site's settings"
    navigation = Navigation.load()
    if len(navigation.items) < 2:
        _fill_menu(navigation, tree)
        yield "The menu"


@transaction.atomic
def _fill_home(home: HomePage, tree: Tree, locale: str) -> None:
    values, names = content.read(f"{locale}/home"), tree.names(locale)
    home.title, home.lead = values["title"], values["lead"]
    home.body = stored(values["body"], names, f"{locale}/home")
    home.highlights = [
        Highlight(page_id=names.page(key), sort_order=place) for place, key in enumerate(values["highlights"])
    ]
    home.promo_links = [
        PromoLink(promo_id=names.snippet("promos", key), sort_order=place)
        for place, key in enumerate(values.get("promos", ()))
    ]
    home.save_revision().publish()


@transaction.atomic
def _fill_press(press: PressIndexPage, tree: Tree, locale: str) -> None:
    values, names = content.read(f"{locale}/press"), tree.names(locale)
    press.title, press.lead = values["title"], values["lead"]
    press.pictures = [
        PressPicture(picture_id=names.picture(row["picture"]), caption=row["caption"], sort_order=place)
        for place, row in enumerate(values["pictures"])
    ]
    press.save_revision().publish()


def _fill_menu(navigation: Navigation, tree: Tree) -> None:
    """A menu that holds more than the press list, which each site begins with, is an editor's own."""
    for locale, written in content.read("navigation").items():
        names = tree.names(locale)
        menu = stored_menu(written, names, f"{locale}/navigation")
        setattr(navigation, "items" if locale == FIRST_LANGUAGE else "english_items", menu)
    navigation.full_clean()
    navigation.save()


def _fill_settings(settings: SiteSettings, tree: Tree) -> None:
    for name, value in content.read("site").items():
        names = tree.names("en" if name.startswith("english_") else FIRST_LANGUAGE)
        if name.endswith("footer_links"):
            value = stored_links(value, names, name)
        elif name.endswith("footer_text"):
            value = rich_text(value, names)
        setattr(settings, name, value)
    settings.save()
