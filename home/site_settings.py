"""The authority's identity, contact and footer: one row, with an English text beside each Swedish one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField, StreamField

from agencies.organisation_number import OrganisationNumberField
from articles.blocks.links import LinkBlock

FOOTER_FEATURES = ["bold", "italic", "link"]


@register_setting(icon="cog", order=100)
class SiteSettings(BaseGenericSetting):
    """What stands on every page. An English text that is left empty falls back to the Swedish one."""

    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    organisation_number = OrganisationNumberField(_("organisation number"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.TextField(_("postal address"), blank=True)
    hours = models.CharField(_("hours"), max_length=200, blank=True)
    visiting_address = models.TextField(_("visiting address"), blank=True)
    press_phone = models.CharField(_("press phone"), max_length=40, blank=True)
    press_hours = models.CharField(_("hours of the press phone"), max_length=200, blank=True)
    feedback_email = models.EmailField(_("e-mail for feedback"), blank=True)
    complaints_email = models.EmailField(_("e-mail for complaints"), blank=True)
    footer_text = RichTextField(_("text in the footer"), features=FOOTER_FEATURES, blank=True)
    footer_links = StreamField([("link", LinkBlock())], verbose_name=_("links in the footer"), blank=True)

    english_name = models.CharField(_("name in English"), max_length=120, blank=True)
    english_tagline = models.CharField(_("tagline in English"), max_length=200, blank=True)
    english_hours = models.CharField(_("hours in English"), max_length=200, blank=True)
    english_press_hours = models.CharField(
        _("hours of the press phone in English"), max_length=200, blank=True
    )
    english_footer_text = RichTextField(_("text in the English footer"), features=FOOTER_FEATURES, blank=True)
    english_footer_links = StreamField(
        [("link", LinkBlock())], verbose_name=_("links in the English footer"), blank=True
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("tagline"),
                    FieldPanel("organisation_number"),
                    MultiFieldPanel(
                        [
                            FieldPanel("phone"),
                            FieldPanel("email"),
                            FieldPanel("address"),
                            FieldPanel("hours"),
                            FieldPanel("visiting_address"),
                            FieldPanel("feedback_email"),
                            FieldPanel("complaints_email"),
                        ],
                        heading=_("Contact"),
                    ),
                    MultiFieldPanel(
                        [FieldPanel("press_phone"), FieldPanel("press_hours")], heading=_("For journalists")
                    ),
                    MultiFieldPanel(
                        [FieldPanel("footer_text"), FieldPanel("footer_links")], heading=_("Footer")
                    ),
                ],
                heading=_("The authority"),
            ),
            ObjectList(
                [
                    FieldPanel("english_name"),
                    FieldPanel("english_tagline"),
                    FieldPanel("english_hours"),
                    FieldPanel("english_press_hours"),
                    FieldPanel("english_footer_text"),
                    FieldPanel("english_footer_links"),
                ],
                heading=_("In English"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("the authority's details")
