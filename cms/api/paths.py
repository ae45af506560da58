"""What a path that no page stands at means: moved, redirected, gone or nothing."""

from __future__ import annotations

import json
from unicodedata import normalize
from urllib.parse import unquote

from django.utils import timezone

from cms.publishing.models import Current, FormerPath, Gone
from cms.publishing.pages import timestamp

from .errors import BadParameter, IsGone, NotFound
from .filters import visible
from .moment import now
from .responses import Answer


def normal(path: str) -> str:
    """A path as it is stored: decoded, composed, no query, a slash at its end. BadParameter when it is none."""
    plain = normalize("NFC", unquote(path.partition("?")[0].partition("#")[0]))
    if not plain.startswith("/") or plain.startswith("//") or "\x00" in plain:
        raise BadParameter("html_path", "html_path must begin with one slash and have no host.")
    return plain if plain.endswith("/") else f"{plain}/"


def elsewhere(path: str) -> Answer:
    """A redirect; IsGone or NotFound when there is nowhere to go."""
    moment = now()
    _raise_if_expired(path)
    key = FormerPath.objects.filter(path=path).values_list("key", flat=True).first()
    location = visible().filter(key=key).values_list("path", flat=True).first() if key else None
    if key and location:
        return Answer(redirect_to(location), moment, (key,))
    gone = Gone.objects.filter(key=key).first() if key else None
    if gone:
        raise _gone(gone)
    raise NotFound("Nothing is published at this path.")


def renamed(name: str, slug: str, locale: str) -> Answer:
    """A redirect from a slug that a thing of the kind `name` has left; NotFound when none has in the language.

    What has no language of its own is at an address in each: the one that its card tells.
    """
    moment = now()
    left = FormerPath.objects.filter(key__startswith=f"{name}:", path__endswith=f"/{slug}/")
    found = visible().filter(key__in=left.values("key"), locale__in=("", locale)).first()
    if found is None or not found.path:
        raise NotFound(f"Nothing published has the slug {slug}.")
    location = json.loads(found.card).get("urls", {}).get(locale, found.path)
    return Answer(redirect_to(location), moment, (found.key,))


def redirect_to(location: str) -> str:
    """The JSON for an address that was left for good."""
    return json.dumps(
        {"meta": {"type": "redirect"}, "location": location, "permanent": True}, ensure_ascii=False
    )


def _raise_if_expired(path: str) -> None:
    """A page whose time is up is gone, before the worker has withdrawn it too."""
    expired = Current.objects.filter(path=path, visible_until__lte=timezone.now()).first()
    if expired and expired.visible_until:
        raise _gone(Gone(key=expired.key, at=expired.visible_until))


def _gone(gone: Gone) -> IsGone:
    successor = (
        visible().filter(key=gone.successor).values("title", "path").first() if gone.successor else None
    )
    said = {"title": gone.title} if gone.title else {}
    return IsGone(
        "The page at this path has been unpublished.",
        withdrawn_at=timestamp(gone.at),
        reason=gone.reason or None,
        page=said or None,
        successor={"title": successor["title"], "url": successor["path"]} if successor else None,
    )
