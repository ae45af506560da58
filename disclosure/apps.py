from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisclosureConfig(AppConfig):
    """Requests for public documents: private from the moment they come in, and in no document of the public's."""

    name = "disclosure"
    verbose_name = _("Requests for documents")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from cms.limited_policy import LimitedPolicy
        from cms.publishing import chores

        from .erasure import erase
        from .mail import announce
        from .models import DocumentRequest

        register_permission_policy(
            DocumentRequest, LimitedPolicy(DocumentRequest, "change"), exact_class=True
        )
        chores.register(announce, every=timedelta(seconds=5))
        chores.register(erase, every=timedelta(hours=1))
