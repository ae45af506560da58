"""What makes the site one authority's: logo, icon and colours, from one file that is measured at the start."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontend.theme.contrast import too_low
from frontend.theme.picture import Picture, read_picture

BUILT_IN = Path(__file__).parent / "default.toml"
SCHEMES = ("light", "dark")
COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Theme:
    """`light` and `dark` hold `#rrggbb` by the name that the stylesheet knows the colour by."""

    icon: Picture
    logo: Picture | None
    light: Mapping[str, str]
    dark: Mapping[str, str]

    @property
    def css(self) -> str:
        """The colours as custom properties."""
        light, dark = properties(self.light), properties(self.dark)
        return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def properties(scheme: Mapping[str, str]) -> str:
    """The colours of a scheme as the stylesheet reads them."""
    return ";".join(f"--{name}:{colour}" for name, colour in scheme.items())


def built_in() -> Theme:
    """The theme of a site that is given no other."""
    return read_theme(BUILT_IN)


def read_theme(path: Path) -> Theme:
    """The theme in a file; what it leaves out is as in the one that is built in. Raises ValueError with every fault."""
    given, usual = parsed(path), parsed(BUILT_IN)
    refuse(unknown(given, usual))
    schemes = {name: {**usual[name], **given.get(name, {})} for name in SCHEMES}
    refuse(not_colours(schemes))
    refuse(unreadable(schemes))
    icon = path.parent / given["icon"] if "icon" in given else BUILT_IN.parent / usual["icon"]
    logo = read_picture(path.parent / given["logo"]) if given.get("logo") else None
    return Theme(read_picture(icon), logo, **schemes)


def refuse(faults: Iterator[str]) -> None:
    """Raise ValueError with all of them, if there is any."""
    if told := "; ".join(faults):
        raise ValueError(f"{told}.")


def parsed(path: Path) -> dict[str, Any]:
    """The file's tables. Raises ValueError when it can't be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"it can't be read ({error.strerror}).") from error
    except ValueError as error:  # bytes that are no text, or text that is no TOML
        raise ValueError(f"it isn't TOML ({error}).") from error


def unknown(given: Mapping[str, Any], usual: Mapping[str, Any]) -> Iterator[str]:
    """Names that no theme has: most likely misspelt ones."""
    for name, value in given.items():
        if name not in {*usual, "logo"} or isinstance(value, dict) != (name in SCHEMES):
            yield f"a theme has no {name} like this"
        elif name in SCHEMES:
            yield from (
                f"{name} has no colour called {colour}" for colour in value if colour not in usual[name]
            )
        elif not isinstance(value, str):
            yield f"{name} is to be the name of a file"


def not_colours(schemes: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Colours that are written in another way than `#rrggbb`."""
    for scheme, colours in schemes.items():
        for name, colour in colours.items():
            if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
                yield f"{name} in {scheme} is {colour!r}: write it as #1a2b3c"


def unreadable(schemes: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Pairs that readers couldn't tell apart."""
    for name, colours in schemes.items():
        yield from (f"in {name}, {fault}" for fault in too_low(colours))
