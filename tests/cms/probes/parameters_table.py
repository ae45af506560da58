"""What every parameter of the API is asked with: things by their gaps, open ones, and all values of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "fields": ("*", "_", "-title", "_,id,title", "*,-meta"),
    "limit": ("0", "100"),
    "offset": ("0", "3", "100"),
    "after": ("{genesis}&ledger={ledger}", "{head}&ledger={ledger}"),
    "ledger": ("{ledger}&after={genesis}", "{ledger}"),
    "id": ("{page}", "{page},{public}", "{contact}", "{promo}"),
    "slug": ("{slug}", "{slug}alias", "{title}"),
    "title": ("{title}", "{name}", "Om+oss"),
    "type": (
        "articles.InformationPage", "articles.PressReleasePage", "home.HomePage", "articles.PressIndexPage",
        "articles.RequestPage", "articles.AccessibilityStatementPage",
        "articles.InformationPage,articles.PressReleasePage",
    ),
    "locale": ("sv", "en"),
    "child_of": ("{page}", "{home}", "{press}", "root"),
    "descendant_of": ("{page}", "{home}", "root"),
    "ancestor_of": ("{page}", "{public}"),
    "translation_of": ("{page}", "{home}"),
    "agency": ("{agency}", "{agency},{page}", "{slug}", "tullverket,{slug}"),
    "agency_role": ("sender&agency={agency}", "source&agency={agency}", "partner&agency={agency}",
                    "mentioned&agency={agency}"),
    "topic": ("{topic}", "{slug}"),
    "audience": ("{audience}", "{slug}"),
    "kind": ("press_release", "news", "press_release,news"),
    "year": ("{year}", "{year},2017"),
    "published_after": ("2000-01-01", "{tomorrow}"),
    "published_before": ("2000-01-01", "{tomorrow}"),
    "updated_after": ("2000-01-01", "{tomorrow}"),
    "facets": ("agency", "topic", "audience", "type", "kind", "year", "agency,topic,audience,type,kind,year",
               "agency,agency_role&agency={agency}", "agency,topic&topic={slug}&agency={slug}"),
    "order": ("published_at", "-published_at", "first_published_at", "-first_published_at", "updated_at",
              "-updated_at", "title", "-title", "id", "-id"),
    "html_path": ("{path}", "/{slug}/", "/en/{slug}/", "/{slug}alias/", "/", "/en/", "{gone}",
                  "/press/", "/press/{year}/{slug}/"),
    "search": ("{all}&search_operator=or", "{mark}", "{title}", "{text}", "ingress+-{lead}", "{name}",
               "%22{title}%22", "ingress&facets=agency,topic,audience,type,kind,year", "{title}&fields=*"),
    "search_operator": ("or&search={all}", "and&search={title}"),
    "q": ("{mark}", "{title}", "{name}", "{text}", "ing"),
    "part": ("1", "0"),
    "pages": ("25",),
    "date": ("{tomorrow}",),
}  # fmt: skip
"""By the parameter's name. Several parameters at once stand in the value of the one that needs the others."""
