"""Where Swedish typography wants a no-break space: the one place for the rule.

By Myndigheternas skrivregler (Språkrådet): a number stays with its unit, its sign and its month, the groups of a large
number stay together, and so does "kl." with the time. Words are not touched otherwise.
"""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\N{NO-BREAK SPACE}"

_UNITS: Final = (
    r"%|‰|°C?|kr|tkr|mkr|mnkr|mdkr|kronor|kronan|öre|euro|procent|procentenheter|tusen|miljon(?:er)?|miljard(?:er)?"
    r"|mm|cm|dm|m|km|mil|m²|m³|kvm|ha|mg|g|hg|kg|ton|ml|cl|dl|l|liter|W|kW|MW|GW|kWh|MWh|GWh|TWh|V|Hz|kHz|MHz|GHz"
    r"|kB|MB|GB|TB|h|min"
)
_MONTHS: Final = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|January|February|March|May|June|July|August|October|December"
)
_PLACES: Final = [
    re.compile(r"(?<![0-9.,:/–-])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"),  # 1 000 000
    re.compile(rf"[0-9] (?:{_UNITS})(?!\w)"),  # 25 %, 50 kr
    re.compile(r"\b[Kk]l\. (?=[0-9])"),  # kl. 14.30
    re.compile(r"[0-9](?: [a-z])? (?:kap\.|§§?)"),  # 18 kap., 13 b §
    re.compile(r"§ (?=[0-9])"),  # § 5, as minutes number their items
    re.compile(rf"\b[0-9]{{1,2}} (?:{_MONTHS})\b"),  # 27 september
    re.compile(r"\b(?:nr|s\.|dnr|SFS|prop\.|ca|art\.) (?=[0-9])"),  # nr 5, SFS 2009:400
]
_DIGIT: Final = re.compile("[0-9]")
"""What every place has; most texts have none, and are done with."""
MARKUP: Final = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
IN_LINE: Final = re.compile(r"</?(?:a|abbr|b|em|i|span|strong)[\s>]")


def no_break(text: str) -> str:
    """The text, with no-break spaces where a line must not end. Its length stays."""
    if not _DIGIT.search(text):
        return text
    for place in _PLACES:
        text = place.sub(_joined, text)
    return text


def no_break_html(html: str) -> str:
    """The same for the words of HTML. Tags and their attributes stay as they are; "<b>50</b> kr" is one run of text."""
    if not _DIGIT.search(html):
        return html
    tags = MARKUP.findall(html)
    words = MARKUP.split(html)
    # Marks that no rule looks across, where a tag ends the line; none where the words go on.
    between = ["" if IN_LINE.match(tag) else "\n" for tag in [*tags, ""]]
    kept = no_break("".join(word + mark for word, mark in zip(words, between, strict=True)))
    parts, start = [], 0
    for word, mark, tag in zip(words, between, [*tags, ""], strict=True):
        parts += [kept[start : start + len(word)], tag]
        start += len(word) + len(mark)
    return "".join(parts)


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)
