"""The site document, held for a moment so that each page needn't ask, and remembered for bad times."""

import time

from frontend.cms import CMS, Document
from frontend.errors import SiteError

FRESH_SECONDS = 2.0


class SiteMemory:
    """One site document per locale."""

    def __init__(self, cms: CMS) -> None:
        self._cms = cms
        self._seen: dict[str, tuple[float, Document]] = {}

    async def get(self, locale: str) -> Document:
        """The site document, at most FRESH_SECONDS old. Raises what the CMS client raises."""
        asked_at = time.monotonic()
        if locale in self._seen and asked_at - self._seen[locale][0] < FRESH_SECONDS:
            return self._seen[locale][1]
        document = await self._cms.site(locale)
        self._seen[locale] = (asked_at, document)
        return document

    def last(self, locale: str) -> Document | None:
        """The document that was seen last, however old; None when there has been none."""
        return self._seen[locale][1] if locale in self._seen else None

    async def get_or_last(self, locale: str) -> Document | None:
        """For error pages, which must come out whatever the CMS says."""
        try:
            return await self.get(locale)
        except SiteError:
            return self.last(locale)
