"""How answers leave: JSON as it is stored, compressed as the client wishes, with validators and terms for caches."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from cms.api.errors import ConditionFailed
from cms.api.fields import Fields, chosen
from cms.api.moment import Moment

from . import kept
from .caching import cache_control, surrogate_key
from .encodings import SMALLEST, preferred
from .packed import Packed
from .preconditions import Verdict, judge
from .sharing import open_to_all, without_body

SEQUENCE: Final = "Pressrum-Sequence"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a resource answers: JSON text, when it was read, and the keys of the public documents that it shows.

    Last among the keys stand the sets that it was drawn from, each by the word that its documents' keys begin with.
    One that is `lasting` is made of nothing but what is public: it stands until that changes, or until some of it ends.
    Each resource makes one and returns it through `respond`, which knows validators, caches and the rest of HTTP.
    """

    text: str
    moment: Moment
    keys: tuple[str, ...] = ()
    lasting: bool = False

    def cut(self, fields: Fields | None) -> Answer:
        """With what is chosen of the document; where an address leads is always told whole. Raises BadParameter."""
        return replace(self, text=chosen(self.text, fields)) if fields else self


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The answer, or 304 when the client holds just that. Raises ConditionFailed."""
    packed = Packed(answer.text.encode(), surrogate_key(answer.keys))
    if answer.lasting:
        kept.keep(request, packed, answer.moment)
    return send(request, packed, answer.moment)


def send(request: HttpRequest, packed: Packed, moment: Moment) -> HttpResponse:
    """What was packed now or before, as it stands at this moment. Raises ConditionFailed."""
    verdict, held = judge(request, packed.etags.values(), moment)
    if verdict is Verdict.FAILED:
        raise ConditionFailed("What stands here isn't what the request's condition names.")
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    coding = preferred(accepted) if len(packed.content) >= SMALLEST else ""
    headers = _headers(packed, moment)
    if verdict is Verdict.UNCHANGED:
        # The tag of the copy that the client has, whatever encoding it would get now.
        headers["ETag"] = held if held in packed.etags.values() else packed.etags[coding]
        return open_to_all(without_body(304, headers))
    headers["ETag"] = packed.etags[coding]
    if coding:
        headers["Content-Encoding"] = coding
    content = packed.encoded(coding)
    headers["Content-Length"] = str(len(content))
    body = b"" if request.method == "HEAD" else content
    return open_to_all(HttpResponse(body, content_type="application/json", headers=headers))


def _headers(packed: Packed, moment: Moment) -> dict[str, str]:
    """What a 304 says as well."""
    headers = {
        "Cache-Control": cache_control(moment),
        "Vary": "Accept-Encoding",
        SEQUENCE: str(moment.sequence),
    }
    if moment.modified_at:
        headers["Last-Modified"] = http_date(moment.modified_at.timestamp())
    if packed.keys:
        headers["Surrogate-Key"] = packed.keys
    return headers


def listing(items: list[str], **meta: object) -> str:
    """A list's envelope around items that are JSON already."""
    told = json.dumps(meta, ensure_ascii=False, separators=(",", ":"))
    return f'{{"meta":{told},"items":[{",".join(items)}]}}'
