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
        site = Site.objects.filter(is_default_site=True).first()
        return {"default": Loaded(site)} if site else {}

    def refer(self, thing: Site, form: str, locale: str) -> Json:
        return thing.root_url


def on_host(path: str) -> Ref:
    """The absolute address of a root-relative path."""
    return Ref(KEY, then=lambda origin: f"{origin}{path}")
