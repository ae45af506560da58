from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from . import receivers  # noqa: F401

        self._publish_press()
        self._publish_other_pages()
        self._publish_things()

    # Each page type with its builder, the shapes of its document and card, and the rows that building reads.

    def _publish_press(self) -> None:
        """The press list and what stands in it."""
        from cms.publishing import page_types

        from . import documents, shapes
        from .models import PressIndexPage, PressReleasePage

        page_types.register(
            PressIndexPage,
            documents.press_index,
            shapes.PressIndex,
            shapes.PressIndexCard,
            shape=4,
            prefetch=("pictures",),
        )
        page_types.register(
            PressReleasePage,
            documents.press_release,
            shapes.PressRelease,
            shapes.PressReleaseCard,
            shape=10,
            prefetch=("agency_links", "topic_links", "contact_links", "related_pages", "changes"),
        )

    def _publish_other_pages(self) -> None:
        """Pages of lasting information, and those with a form or a text that the law asks for."""
        from cms.publishing import page_types

        from . import documents, shapes
        from .models import AccessibilityStatementPage, InformationPage, RequestPage

        page_types.register(
            InformationPage,
            documents.information,
            shapes.Information,
            shapes.ArticleCard,
            shape=7,
            prefetch=("audience_links", "changes"),
        )
        page_types.register(
            AccessibilityStatementPage,
            documents.accessibility_statement,
            shapes.AccessibilityStatement,
            shapes.ArticleCard,
            shape=2,
            prefetch=("changes",),
        )
        page_types.register(
            RequestPage,
            documents.request,
            shapes.Request,
            shapes.ArticleCard,
            shape=3,
            prefetch=("changes",),
        )

    def _publish_things(self) -> None:
        """What pages name, and the rows that belong to it."""
        from cms.publishing import documents
        from cms.publishing.marks import watch

        from .contacts.documents import ContactSource
        from .fees.documents import FeeScheduleSource
        from .fees.models import FeeLine, OtherFee
        from .topics.documents import TopicSource

        for source in (TopicSource(), ContactSource(), FeeScheduleSource()):
            documents.register(source)
            watch(source.model, source.name)
        for rows in (FeeLine, OtherFee):
            watch(rows, "fee_schedule", lambda row: row.schedule_id)
