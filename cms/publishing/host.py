"""The visitor host's origin, as a thing that documents name: when it changes, all that carry it are built anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wagtail.models import Site

from .documents import Json, Loaded, Source
from .references import Ref

KEY = "host:default"


class HostSource(Source):
    """``host:default``: the root address of the one Wagtail site, without a slash at its end."""

    name = "host"

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        # As Wagtail keeps it at hand for every page's path, which the publisher has it look up anew.
        roots = Site.get_site_root_paths()
        return {"default": Loaded(roots[0].root_url)} if roots else {}

    def refer(self, thing: str, form: str, locale: str) -> Json:
        return thing


def on_host(path: str) -> Ref:
    """The absolute address of a root-relative path."""
    return Ref(KEY, then=lambda origin: f"{origin}{path}")
