from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """Whether pages help their readers: private from the moment it comes in, and in no document of the public's."""

    name = "feedback"
    verbose_name = _("Readers' answers")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from cms import side_panels
        from cms.limited_policy import LimitedPolicy
        from cms.publishing import chores

        from .erasure import erase
        from .models import Feedback
        from .side_panel import panel_for

        register_permission_policy(Feedback, LimitedPolicy(Feedback, "view", "delete"), exact_class=True)
        side_panels.register(panel_for)
        chores.register(erase, every=timedelta(hours=1))
