from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from wagtail.contrib.redirects import views

        from . import documents, receivers  # noqa: F401
        from .host import HostSource
        from .pages import PageSource
        from .redirect_form import RedirectForm
        from .redirects import RedirectSource

        documents.register(HostSource())
        documents.register(PageSource())
        documents.register(RedirectSource())
        # Wagtail has no setting for this form; the import makes one of its own for each row.
        views.CreateView.form_class = views.EditView.form_class = views.RedirectForm = RedirectForm
