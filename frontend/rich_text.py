"""Rich text from editors: cleaned again on this side, and marked as safe here and nowhere else."""

from html import unescape

import nh3
from markupsafe import Markup

TAGS = {"p", "br", "a", "b", "strong", "i", "em", "ul", "ol", "li", "abbr", "span"}
ATTRIBUTES = {
    "a": {"href", "rel", "hreflang", "lang"},
    "abbr": {"title"},
    "span": {"lang"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


ELSEWHERE = TAGS | {
    "h2", "h3", "h4", "h5", "h6", "section", "figure", "figcaption", "blockquote", "img", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", "time", "small",
}  # fmt: skip
ATTRIBUTES_ELSEWHERE = {
    "*": {"lang"},
    "a": {"href", "rel", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"scope"},
    "time": {"datetime"},
}
UNUSABLE = {"script", "style", "form"}


def for_elsewhere(html: str, origin: str) -> str:
    """A whole text for other programs to show: no script, form, name or style of ours, and whole addresses."""
    clean: str = nh3.clean(
        str(html),
        tags=ELSEWHERE,
        clean_content_tags=UNUSABLE,
        attributes=ATTRIBUTES_ELSEWHERE,
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", origin),
        link_rel=None,
    )
    # Where a word may break is for the width of our own pages; others find and copy it whole.
    return "\n".join(line for line in clean.replace("\N{SOFT HYPHEN}", "").splitlines() if line.strip())


def marked(html: str) -> Markup:
    """Text in which the CMS has marked what a search found."""
    return Markup(nh3.clean(str(html), tags={"mark"}, attributes={}))  # noqa: S704  (cleaned right here)


def plain(html: str) -> str:
    """The words alone."""
    return " ".join(unescape(nh3.clean(str(html).replace("</p>", " </p>"), tags=set())).split())


def rich_text(html: str) -> Markup:
    """The html with only the contract's elements left in it."""
    clean = nh3.clean(str(html), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return Markup(clean)  # noqa: S704  (cleaned on the line above)
