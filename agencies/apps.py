from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgenciesConfig(AppConfig):
    name = "agencies"
    verbose_name = _("Agencies")

    def ready(self) -> None:
        from cms.publishing import documents
        from cms.publishing.marks import watch

        from . import receivers  # noqa: F401
        from .documents import AgencySource
        from .models import Agency, FormerName

        documents.register(AgencySource())
        watch(Agency, "agency")
        watch(FormerName, "agency", lambda row: row.agency_id)
