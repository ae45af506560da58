from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from . import documents, receivers  # noqa: F401
        from .host import HostSource
        from .pages import PageSource
        from .redirects import RedirectSource

        documents.register(HostSource())
        documents.register(PageSource())
        documents.register(RedirectSource())
