from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "cms.media"
    label = "media"
    verbose_name = _("Pictures and files")

    def ready(self) -> None:
        from cms.publishing import documents

        from . import receivers  # noqa: F401
        from .documents import FileSource, PictureSource

        documents.register(PictureSource())
        documents.register(FileSource())
