"""The admin's own API, which its page tree reads by script."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.api.views import PagesAdminAPIViewSet


class ReadOnlyPages(PagesAdminAPIViewSet):
    """Wagtail's without its actions: the admin never calls them, and they publish past the rules of the form."""

    actions: ClassVar[dict[str, Any]] = {}
