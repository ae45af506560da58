"""The demo site's audiences, with their ways to pages that are placed already, and their promos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wagtail.models import Locale

from home.models import Audience, Promo

from . import content
from .body import identified, stored_paths
from .content import LANGUAGES, Values
from .tree import Tree


def load_audiences(tree: Tree) -> Iterator[str]:
    """Make those that are missing; give back a line for each."""
    for key, row in content.read("audiences").items():
        for code in LANGUAGES:
            if code in row and not audience_ids([key], code):
                yield f"Audience: {_make(key, row, code, tree)}"
    _dedicate_promos(tree)


def _dedicate_promos(tree: Tree) -> None:
    """Give each promo the audience and the picture that its text names, while it has none."""
    for key, row in content.read("promos").items():
        for code in LANGUAGES:
            promo = Promo.objects.filter(
                translation_key=identified(f"promos/{key}"), locale__language_code=code, audience=None
            ).first()
            known = audience_ids([row["audience"]], code)
            if promo and known:
                promo.audience_id = known[0]
                promo.picture_id = promo.picture_id or tree.names(code).picture(row["picture"])
                promo.full_clean()
                promo.save()


def audience_ids(keys: Iterable[str], locale: str) -> list[int]:
    """The ids of those that there are in a language, in the order of the keys."""
    known = dict(Audience.objects.filter(locale__language_code=locale).values_list("translation_key", "pk"))
    return [known[identity] for key in keys if (identity := identified(f"audiences/{key}")) in known]


def _make(key: str, row: Values, code: str, tree: Tree) -> Audience:
    said = row[code]
    audience = Audience(
        translation_key=identified(f"audiences/{key}"),
        locale=Locale.objects.get(language_code=code),
        sort_order=row["order"],
        name=said["name"],
        slug=said.get("slug", ""),
        intro=said["intro"],
        paths=stored_paths(said["paths"], tree.names(code), f"audiences/{key}/{code}"),
    )
    audience.slug = audience.slug or key.replace("_", "-")
    audience.full_clean()
    audience.save()
    return audience
