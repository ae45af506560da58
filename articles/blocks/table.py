"""Table: facts in rows and columns, under a caption."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError

from articles.publication import Publication
from articles.writing.grid import GridBlock, even, faults
from cms.publishing.documents import Json
from cms.publishing.references import DROP
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Html, Shape
from cms.publishing.typography import no_break

_ONE_PARAGRAPH: Final = re.compile(r"<p(?: [^>]*)?>((?:(?!<p[ >]).)*)</p>", re.DOTALL)


class Column(Shape):
    """A column; one of numbers is set right-aligned. `heading` is empty in a table without headings of columns."""

    heading: str
    number: bool


class Cell(Shape):
    """A cell's words, as HTML without a paragraph around them unless there are several."""

    html: Html


class Table(Shape):
    """A table. With `header_column` the first cell of each row is its heading."""

    caption: str
    columns: list[Column]
    header_row: bool
    header_column: bool
    rows: list[list[Cell]]


class TableBlock(blocks.StructBlock):
    header_column = blocks.BooleanBlock(
        label=_("The first column is headings"),
        required=False,
        help_text=_(
            "When each row is about what its first cell says. Screen readers then say it with every cell."
        ),
    )
    grid = GridBlock(label=_("Columns and rows"))

    shape = Table

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Facts")
        description = _("Facts in rows and columns. Numbers are set right-aligned.")
        template = "articles/blocks/table.html"
        preview_value = {
            "header_column": True,
            "grid": {
                "caption": "Beslagtagen alkohol, liter",
                "columns": [{"type": "text", "heading": "Hamn"}, {"type": "number", "heading": "2016"}],
                "rows": [{"values": ["<p>Trelleborg</p>", "40 000"]}, {"values": ["<p>Ystad</p>", "9 500"]}],
            },
        }

    def clean(self, value: Any) -> Any:
        """The table, or a StructBlockValidationError with all faults of the whole and of its cells."""
        errors: dict[str, Any] = {}
        try:
            cleaned = super().clean(value)
        except StructBlockValidationError as error:
            errors = error.block_errors
        whole = [] if self.is_deferred_validation else list(faults(value["grid"], value["header_column"]))
        if whole:
            cells = getattr(errors.get("grid"), "cell_errors", None)
            errors["grid"] = TypedTableBlockValidationError(cells, whole)
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The table with its cells' links resolved; nothing when it has no rows."""
        grid = even(value["grid"])
        if not grid or not grid["rows"]:
            return DROP
        columns = [
            {"heading": no_break(column["heading"].strip()), "number": column["type"] == "number"}
            for column in grid["columns"]
        ]
        return {
            "caption": no_break(grid["caption"].strip()),
            "columns": columns,
            "header_row": any(column["heading"] for column in columns),
            "header_column": bool(value.get("header_column")),
            "rows": [_row(row["values"], columns, publication) for row in grid["rows"]],
        }


def _row(values: list[str], columns: list[Json], publication: Publication) -> list[Json]:
    return [
        {"html": _number(value) if column["number"] else _words(value, publication)}
        for value, column in zip(values, columns, strict=True)
    ]


def _words(value: str, publication: Publication) -> Json:
    """The cell's text, its one paragraph unwrapped."""
    single = _ONE_PARAGRAPH.fullmatch(value.strip())
    return RichHtml(single[1] if single else value, publication.locale)


def _number(value: str) -> str:
    """The number with a true minus sign, kept on one line."""
    return escape(re.sub(r"^-(?=[0-9])", "−", value.strip()).replace(" ", "\N{NO-BREAK SPACE}"))
