from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from cms.publishing import documents as sources
        from cms.publishing import pages
        from cms.publishing.marks import watch

        from . import documents, receivers, shapes  # noqa: F401
        from .contacts.documents import ContactSource
        from .fees.documents import FeeScheduleSource
        from .fees.models import FeeLine, OtherFee
        from .models import (
            AccessibilityStatementPage,
            InformationPage,
            PressIndexPage,
            PressReleasePage,
            RequestPage,
        )
        from .topics.documents import TopicSource

        pages.register(
            PressIndexPage, documents.press_index, shapes.PressIndex, shapes.PressIndexCard, shape=3
        )
        pages.register(
            PressReleasePage,
            documents.press_release,
            shapes.PressRelease,
            shapes.PressReleaseCard,
            shape=9,
            prefetch=("agency_links", "topic_links", "contact_links", "related_pages", "changes"),
        )
        pages.register(
            InformationPage,
            documents.information,
            shapes.Information,
            shapes.ArticleCard,
            shape=7,
            prefetch=("audience_links", "changes"),
        )
        pages.register(
            AccessibilityStatementPage,
            documents.accessibility_statement,
            shapes.AccessibilityStatement,
            shapes.ArticleCard,
            shape=2,
            prefetch=("changes",),
        )
        pages.register(
            RequestPage,
            documents.request,
            shapes.Request,
            shapes.ArticleCard,
            shape=3,
            prefetch=("changes",),
        )
        for source in (TopicSource(), ContactSource(), FeeScheduleSource()):
            sources.register(source)
            watch(source.model, source.name)
        for rows in (FeeLine, OtherFee):
            watch(rows, "fee_schedule", lambda row: row.schedule_id)
