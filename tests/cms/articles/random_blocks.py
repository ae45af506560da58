"""Values of any block, made up from what the block is: the example's with parts of it changed, or all at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from articles.writing.web_address import WebAddressBlock

Strategy = st.SearchStrategy[Any]
Path = tuple[str | int, ...]

MISSING = 10**9
"""The id of a thing that was deleted."""

LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
WORDS = st.text(LETTERS, max_size=60) | st.text(LETTERS, min_size=100, max_size=200)
ADDRESSES = st.sampled_from(["", "www.can.se", "https://polisen.se/a?b=c&d#e", "javascript:alert(1)", "//x"])
MARKUP = st.sampled_from(
    [
        "{}",
        "<b>{}</b>",
        "<i>{}</i>",
        '<a href="https://can.se/">{}</a>',
        '<a linktype="page" id="1">{}</a>',
        '<abbr title="50 kr">{}</abbr>',
        '<span lang="en">{}</span>',
        "<u>{}</u>",
        "{}<br/>",
        "<p>{}",
    ]
)


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Rich text as the editor stores it, and a little worse."""
    runs = draw(st.lists(st.tuples(MARKUP, WORDS), max_size=4))
    html = "".join(mark.format(_escaped(words)) for mark, words in runs)
    return draw(st.sampled_from(["<p>{}</p>", '<p data-block-key="a1">{}</p>', "{}"])).format(html)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def anything(block: Any) -> Strategy:
    """Any value that an editor, a draft or a database may hold for this block."""
    for kind, strategy in _KINDS:
        if isinstance(block, kind):
            return strategy(block)
    raise AssertionError(f"Say in {__name__} what a {type(block).__name__} may hold.")


def varied(block: Any, value: Any) -> Strategy:
    """The value with some of its parts changed: most often still one that can be published."""
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        children = {name: child for name, child in block.child_blocks.items() if name in value}
        parts = {name: varied(child, value[name]) for name, child in children.items()}
        return st.just(value) | st.fixed_dictionaries(parts)
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        items = [varied(block.child_block, item["value"]) for item in value]
        return (
            st.just(value) | st.lists(st.one_of(items), max_size=3).map(listed) if items else st.just(value)
        )
    return st.just(value) | anything(block)


def leaves(block: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Each block within a block, with the way to its value."""
    yield path, block
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if name in value:
                yield from leaves(child, value[name], (*path, name))
    elif isinstance(block, blocks.ListBlock):
        for place, item in enumerate(value):
            yield from leaves(block.child_block, item["value"], (*path, place, "value"))


def replaced(value: Any, path: Path, new: Any) -> Any:
    """The value with another one at the end of the way."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


def listed(values: list[Any]) -> list[dict[str, Any]]:
    """The stored form of a list."""
    return [{"type": "item", "value": value, "id": str(place)} for place, value in enumerate(values)]


def _struct(block: Any) -> Strategy:
    return st.fixed_dictionaries({name: anything(child) for name, child in block.child_blocks.items()})


def _chooser(block: Any) -> Strategy:
    there = list(block.model_class.objects.values_list("pk", flat=True)[:5])
    return st.sampled_from([*there, MISSING, None])


def _choice(block: Any) -> Strategy:
    return st.sampled_from([value for value, _label in block.field.choices if isinstance(_label, str)] + [""])


def _table(block: Any) -> Strategy:
    column = st.fixed_dictionaries({"type": st.sampled_from(sorted(block.child_blocks)), "heading": WORDS})
    row = st.fixed_dictionaries({"values": st.lists(prose() | WORDS, max_size=4)})
    rows, columns = st.lists(row, max_size=4), st.lists(column, max_size=4)
    return st.fixed_dictionaries({"columns": columns, "rows": rows, "caption": WORDS})


_KINDS: list[tuple[type, Callable[[Any], Strategy]]] = [
    (TypedTableBlock, _table),
    (blocks.StructBlock, _struct),
    (blocks.ListBlock, lambda block: st.lists(anything(block.child_block), max_size=3).map(listed)),
    (ChooserBlock, _chooser),
    (blocks.RichTextBlock, lambda block: prose()),
    (WebAddressBlock, lambda block: ADDRESSES | WORDS),
    (blocks.ChoiceBlock, _choice),
    (blocks.BooleanBlock, lambda block: st.booleans()),
    (blocks.DateBlock, lambda block: st.none() | st.dates().map(str)),
    (blocks.IntegerBlock, lambda block: st.none() | st.integers(-5, 10**6)),
    ((blocks.CharBlock, blocks.TextBlock), lambda block: WORDS),  # type: ignore[list-item]
]
"""The first kind that a block is of says what it may hold."""
