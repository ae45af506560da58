"""Rich text from editors: cleaned again on this side, and marked as safe here and nowhere else."""

import nh3
from markupsafe import Markup

TAGS = {"p", "br", "a", "b", "strong", "i", "em", "ul", "ol", "li", "abbr", "span"}
ATTRIBUTES = {
    "a": {"href", "rel", "hreflang", "lang"},
    "abbr": {"title"},
    "span": {"lang"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def marked(html: str) -> Markup:
    """Text in which the CMS has marked what a search found."""
    return Markup(nh3.clean(str(html), tags={"mark"}, attributes={}))  # noqa: S704  (cleaned right here)


def rich_text(html: str) -> Markup:
    """The html with only the contract's elements left in it."""
    clean = nh3.clean(str(html), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return Markup(clean)  # noqa: S704  (cleaned on the line above)
