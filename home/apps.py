from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from cms.publishing import documents, page_types
        from cms.publishing.marks import watch

        from . import checks, receivers, shapes  # noqa: F401
        from .audiences.documents import AudienceSource
        from .documents import SiteSource, home
        from .models import Audience, HomePage, Notice, Promo
        from .notices.documents import NoticeSource
        from .promos.documents import PromoSource

        page_types.register(
            HomePage,
            home,
            shapes.Home,
            shapes.HomeCard,
            shape=6,
            prefetch=("highlights", "promo_links"),
        )
        documents.register(SiteSource())
        documents.register(NoticeSource())
        documents.register(AudienceSource())
        documents.register(PromoSource())
        watch(Notice, "notice")
        watch(Audience, "audience")
        watch(Promo, "promo")
