"""Where a thing is now that a slug led to once."""

from __future__ import annotations

import json

from cms.publishing.models import FormerPath

from .elsewhere import answer_to
from .errors import NotFound
from .http.responses import Answer
from .lists.filters import visible
from .moment import now


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
    return answer_to(location, moment, found.key)
