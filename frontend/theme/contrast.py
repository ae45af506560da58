"""How well the colours of a theme can be told apart, by WCAG 2.2's formula, and how well they must be."""

from collections.abc import Iterator, Mapping

BODY_TEXT = 7.0  # success criterion 1.4.6
TEXT = 4.5  # 1.4.3
CONTROL = 3.0  # 1.4.11: edges of fields, and the ring of focus
PAPERS = ("paper", "raised")
PANELS = ("correction-paper", "notice-paper")

NEEDED: dict[tuple[str, str], float] = {
    **{("ink", ground): BODY_TEXT for ground in (*PAPERS, "correction-paper")},
    ("notice", "notice-paper"): BODY_TEXT,
    ("focus-ink", "focus"): BODY_TEXT,
    # Quiet text; the edges of fields have this colour too, and need less.
    **{("muted", ground): TEXT for ground in PAPERS},
    **{("accent", ground): TEXT for ground in (*PAPERS, "correction-paper")},
    ("correction", "correction-paper"): TEXT,
    **{("notice", ground): TEXT for ground in PAPERS},
}
"""The least contrast of a colour on a ground. A button is paper on accent, which is the same as accent on paper."""


def luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rrggbb`, from 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_low(scheme: Mapping[str, str]) -> Iterator[str]:
    """A line for each pair that can't be told apart well enough."""
    for (colour, ground), needed in NEEDED.items():
        has = contrast(scheme[colour], scheme[ground])
        if has < needed:
            yield f"{colour} on {ground} has {has:.2f}:1 and needs {needed:g}:1"
    for ground in (*PAPERS, *PANELS):
        has = max(contrast(scheme[part], scheme[ground]) for part in ("focus", "focus-ink"))
        if has < CONTROL:
            yield f"neither focus nor focus-ink has {CONTROL:g}:1 on {ground}, but {has:.2f}:1 at most"
