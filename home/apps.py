from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from cms.publishing import documents, pages
        from cms.publishing.marks import watch

        from . import checks, receivers  # noqa: F401
        from .documents import SiteSource, home
        from .models import HomePage, Notice
        from .notices.documents import NoticeSource

        pages.register(HomePage, home, shape=4, prefetch=("highlights",))
        documents.register(SiteSource())
        documents.register(NoticeSource())
        watch(Notice, "notice")
