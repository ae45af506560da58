"""The menu: pages in two levels, in the order that the newsroom gives them, one menu for each language."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

MOST_SECTIONS: Final = 6
"""What stands in one line above a page."""
MOST_BELOW: Final = 8


class PageItemBlock(blocks.StructBlock):
    """A page in the menu."""

    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(
        label=_("Words in the menu"),
        max_length=40,
        required=False,
        help_text=_("The page's own title, when left empty."),
    )


class SectionBlock(PageItemBlock):
    """A page on the first level, and those that the menu shows below it."""

    below = blocks.ListBlock(
        PageItemBlock(), label=_("Below it"), max_num=MOST_BELOW, default=[], collapsed=True
    )

    class Meta:
        icon = "doc-full"
        label = _("Page in the menu")
        label_format = "{page} {label}"


@register_setting(icon="list-ul", order=90)
class Navigation(BaseGenericSetting):
    """The menus of all languages: one row."""

    items = StreamField(
        [("section", SectionBlock())], verbose_name=_("the menu"), blank=True, max_num=MOST_SECTIONS
    )
    english_items = StreamField(
        [("section", SectionBlock())], verbose_name=_("the English menu"), blank=True, max_num=MOST_SECTIONS
    )

    edit_handler = ObjectList(
        [
            FieldPanel(
                "items",
                help_text=_("Pages that aren't public are left out, and come back when they are."),
            ),
            FieldPanel("english_items"),
        ]
    )

    class Meta:
        verbose_name = _("menu")

    def clean(self) -> None:
        """No page stands twice in a menu."""
        super().clean()
        faults = {name: _twice(getattr(self, name)) for name in ("items", "english_items")}
        if told := {name: message for name, message in faults.items() if message}:
            raise ValidationError(told)


def _twice(menu: blocks.StreamValue) -> str:
    seen: set[int] = set()
    for page in _pages(menu):
        if page.pk in seen:
            return gettext("“%(page)s” stands twice in the menu.") % {"page": page.title}
        seen.add(page.pk)
    return ""


def _pages(menu: blocks.StreamValue) -> list[Any]:
    items = [item for section in menu for item in (section.value, *section.value["below"])]
    return [item["page"] for item in items if item["page"]]
