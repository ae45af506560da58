"""How answers leave: JSON as it is stored, compressed as the client wishes, with validators and terms for caches."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from cms.api.errors import ConditionFailed
from cms.api.fields import Fields, chosen
from cms.api.moment import Moment

from .caching import cache_control, surrogate_key
from .encodings import CODINGS, SMALLEST, compress, preferred
from .preconditions import Verdict, judge
from .sharing import open_to_all, without_body

SEQUENCE: Final = "Pressrum-Sequence"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a resource answers: JSON text, when it was read, and the keys of the public documents that it shows.

    Last among the keys stand the sets that it was drawn from, each by the word that its documents' keys begin with.
    Each resource makes one and returns it through `respond`, which knows validators, caches and the rest of HTTP.
    """

    text: str
    moment: Moment
    keys: tuple[str, ...] = ()

    def cut(self, fields: Fields | None) -> Answer:
        """With what is chosen of the document; where an address leads is always told whole. Raises BadParameter."""
        return replace(self, text=chosen(self.text, fields)) if fields else self


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The answer, or 304 when the client holds just that. Raises ConditionFailed."""
    content = answer.text.encode()
    plain = blake2b(content, digest_size=16).hexdigest()
    # Each encoding is bytes of its own, and has a strong tag of its own.
    etags = {coding: f'"{plain}-{coding}"' for coding in CODINGS} | {"": f'"{plain}"'}
    verdict, held = judge(request, etags.values(), answer.moment)
    if verdict is Verdict.FAILED:
        raise ConditionFailed("What stands here isn't what the request's condition names.")
    coding = preferred(request.headers.get("Accept-Encoding", "")) if len(content) >= SMALLEST else ""
    headers = _headers(answer)
    if verdict is Verdict.UNCHANGED:
        # The tag of the copy that the client has, whatever encoding it would get now.
        headers["ETag"] = held if held in etags.values() else etags[coding]
        return open_to_all(without_body(304, headers))
    headers["ETag"] = etags[coding]
    if coding:
        content, headers["Content-Encoding"] = compress(content, coding), coding
    headers["Content-Length"] = str(len(content))
    body = b"" if request.method == "HEAD" else content
    return open_to_all(HttpResponse(body, content_type="application/json", headers=headers))


def _headers(answer: Answer) -> dict[str, str]:
    """What a 304 says as well."""
    headers = {
        "Cache-Control": cache_control(answer.moment),
        "Vary": "Accept-Encoding",
        SEQUENCE: str(answer.moment.sequence),
    }
    if answer.moment.modified_at:
        headers["Last-Modified"] = http_date(answer.moment.modified_at.timestamp())
    if answer.keys:
        headers["Surrogate-Key"] = surrogate_key(answer.keys)
    return headers


def listing(items: list[str], **meta: object) -> str:
    """A list's envelope around items that are JSON already."""
    told = json.dumps(meta, ensure_ascii=False, separators=(",", ":"))
    return f'{{"meta":{told},"items":[{",".join(items)}]}}'
