"""The columns and rows of a table, on Wagtail's typed table: its cells are blocks, so links in them are followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import CharBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockAdapter

from articles.writing.numbers import is_amount
from articles.writing.prose import ProseBlock

MAX_COLUMNS: Final = 8
MAX_ROWS: Final = 60
MAX_CAPTION: Final = 160
_EMPTY: Final = _("The cell is empty. Write a dash (–) where there is nothing to say.")


class CellBlock(ProseBlock):
    """A few words, with emphasis and links."""

    missing = _EMPTY

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": ["bold", "italic", "link"], **kwargs})

    @cached_property
    def field(self) -> Any:
        """Without the words that invite to write: they are longer than a cell is wide."""
        field = super().field
        field.widget.options["placeholder"] = ""
        return field


class NumberBlock(CharBlock):
    """A number, to be set right-aligned."""

    def clean(self, value: str) -> str:
        """The number, or ValidationError for what is none."""
        text = str(super().clean(value)).strip()
        if self.is_deferred_validation:
            return text
        if not text:
            raise ValidationError(_EMPTY)
        if not is_amount(text):
            raise ValidationError(
                gettext("Write a number, with its unit if need be, or a dash. Words go in a column of text.")
            )
        return text


class GridBlock(TypedTableBlock):
    """Columns of text or of numbers."""

    text = CellBlock(label=_("Text"))
    number = NumberBlock(label=_("Numbers"), required=False, max_length=40)

    def to_python(self, value: Any) -> TypedTable:
        """The table, its rows made equally long: nothing is lost, and what lacks is an empty cell."""
        return super().to_python(even(value))


class GridAdapter(TypedTableBlockAdapter):
    """Says what a table's caption is: the admin's word for a picture's is another."""

    js_constructor = TypedTableBlockAdapter.js_constructor

    def js_args(self, block: GridBlock) -> list[Any]:
        *first, meta = super().js_args(block)
        told = {
            "CAPTION": gettext("Table title"),
            "CAPTION_HELP_TEXT": gettext("What the table shows, where and when. It stands above the table."),
        }
        return [*first, meta | {"strings": meta["strings"] | told}]


register(GridAdapter(), GridBlock)


def even(value: Any) -> Any:
    """A stored table with as many columns as its longest row, and rows that fill them."""
    if not value:
        return value
    columns, rows = list(value["columns"]), [list(row["values"]) for row in value["rows"]]
    width = max([len(columns), *map(len, rows)])
    columns += [{"type": "text", "heading": ""}] * (width - len(columns))
    filled = [{"values": row + [""] * (width - len(row))} for row in rows]
    return {"columns": columns, "rows": filled, "caption": value.get("caption", "")}


def faults(grid: TypedTable, header_column: bool) -> Iterator[str]:
    """What is wrong with the table as a whole; its cells tell of themselves."""
    if not grid.caption.strip():
        yield gettext("Give the table a title that says what it shows.")
    if len(grid.caption) > MAX_CAPTION:
        yield gettext("The title has more than %(limit)d characters.") % {"limit": MAX_CAPTION}
    if not grid.columns or not grid.row_data:
        yield gettext("The table has no rows.")
        return
    if len(grid.columns) > MAX_COLUMNS or len(grid.row_data) > MAX_ROWS:
        yield (
            gettext("The table is too large: at most %(columns)d columns and %(rows)d rows. Split it in two.")
            % {"columns": MAX_COLUMNS, "rows": MAX_ROWS}
        )
    yield from _heading_faults([column["heading"].strip() for column in grid.columns], header_column)


def _heading_faults(headings: list[str], header_column: bool) -> Iterator[str]:
    """Headings in part of the columns, or nowhere. Above a column of headings there may be none."""
    if not any(headings):
        if not header_column:
            yield gettext("Write headings for the columns, or say that the first column is headings.")
        return
    for place, heading in enumerate(headings, start=1):
        if not heading and not (place == 1 and header_column):
            yield gettext("Column %(place)d has no heading.") % {"place": place}
