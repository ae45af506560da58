"""The demo site's agencies and pictures. What is there already, whatever editors made of it, is left as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.core.files.images import ImageFile
from django.db.models import Q

from agencies.models import Agency, FormerName
from cms.media.licences import Licence
from cms.media.models import Picture

from .content import FIRST_LANGUAGE, Values, read

PICTURES: Final = Path(__file__).parent / "pictures"
FOCUS: Final = 0.2
"""The side of the area around a focal point, as a share of the picture's."""


def load_agencies() -> list[str]:
    """Make the agencies that are missing; give back their names."""
    return [row["name"] for row in read("agencies")["agency"] if _make_agency(row)]


def agency_ids() -> dict[str, int]:
    """The agencies' ids by the slug that the texts use."""
    return {row["slug"]: known.pk for row in read("agencies")["agency"] if (known := _known_agency(row))}


def living_agencies() -> list[str]:
    """The slugs of those that still exist, in the order of the alphabet."""
    return sorted(row["slug"] for row in read("agencies")["agency"] if "ended_on" not in row)


class PictureShelf:
    """The drawn pictures, put into the library when a page first needs them."""

    def __init__(self) -> None:
        self._written = read("pictures")
        self._ids: dict[str, int] = {}

    def alt(self, name: str, locale: str) -> str:
        """What the picture shows, in the language of the page."""
        return str(self._written[name]["alt" if locale == FIRST_LANGUAGE else f"alt_{locale}"])

    def id(self, name: str) -> int:
        """The picture with this name, made with all its renditions when it is not there."""
        if name not in self._ids:
            known = Picture.objects.filter(description=self._written[name]["alt"]).first()
            self._ids[name] = (known or self._make(name)).pk
        return self._ids[name]

    def _make(self, name: str) -> Picture:
        said = self._written[name]
        with (PICTURES / f"{name}.png").open("rb") as file:
            picture = Picture(
                title=said["title"],
                description=said["alt"],
                english_description=said["alt_en"],
                credit=said["credit"],
                licence=said.get("licence", Licence.CC_BY),
                file=ImageFile(file, f"{name}.png"),
            )
            _focus(picture, said)
            picture.save()
        # Made here, since the publisher would make them with every other publication waiting behind it.
        picture.get_renditions(*picture.sizes.values())
        return picture


def _focus(picture: Picture, said: Values) -> None:
    x, y = said["focal_point"]
    picture.focal_point_x, picture.focal_point_y = round(picture.width * x), round(picture.height * y)
    picture.focal_point_width, picture.focal_point_height = (
        round(picture.width * FOCUS),
        round(picture.height * FOCUS),
    )


def _make_agency(row: Values) -> bool:
    if _known_agency(row):
        return False
    own = {name: value for name, value in row.items() if name not in ("former_names", "successor")}
    agency = Agency(**own)
    if "successor" in row:
        agency.successor_id = agency_ids()[row["successor"]]
    agency.former_names = [FormerName(**former) for former in row.get("former_names", ())]
    agency.full_clean()
    agency.save()
    return True


def _known_agency(row: Values) -> Agency | None:
    known: Agency | None = Agency.objects.filter(Q(slug=row["slug"]) | Q(name=row["name"])).first()
    return known
