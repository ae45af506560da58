"""The visibility function with one of its conditions wrong: each turned round, left out, or one half of it left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from inspect import getsource
from types import CodeType
from typing import Any, Final

from cms.publishing import visibility

OPPOSITE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Gt: ast.LtE, ast.GtE: ast.Lt,
}  # fmt: skip
FUNCTIONS: Final[dict[str, Any]] = {
    "public": visibility.Visibility.public.fget,
    "of_period": visibility.of_period,
    "of_page": visibility.of_page,
    "_by_itself": visibility._by_itself,
    "collected": visibility.collected,
    "of_collected": visibility.of_collected,
}
"""All that decides; a test holds the table to the module."""


@dataclass(frozen=True)
class Mutant:
    """A function's code with one node changed; `line` is that of the node in the module."""

    function: str
    line: int
    said: str
    code: CodeType

    def __str__(self) -> str:
        return f"{self.function}, line {self.line}: {self.said}"


def mutants() -> list[Mutant]:
    """Every one of them."""
    source = getsource(visibility)
    made = []
    for number, node in enumerate(ast.walk(ast.parse(source))):
        for way, _ in enumerate(_changed(node)):
            tree = ast.parse(source)
            old = list(ast.walk(tree))[number]
            new = list(_changed(deepcopy(old)))[way]
            function = _function_of(tree, old)
            if function is None:
                continue
            ast.fix_missing_locations(ast.copy_location(new, old))
            said = f"{ast.unparse(old)} became {ast.unparse(new)}"
            code = _code(compile(_Put(old, new).visit(tree), visibility.__file__, "exec"), function)
            made.append(Mutant(function, old.lineno, said, code))  # type: ignore[attr-defined]
    return made


@contextmanager
def instead(mutant: Mutant) -> Iterator[None]:
    """The mutant decides, wherever the function was imported to."""
    function = FUNCTIONS[mutant.function]
    whole = function.__code__
    function.__code__ = mutant.code
    try:
        yield
    finally:
        function.__code__ = whole


def _changed(node: ast.AST) -> Iterator[ast.expr]:
    """What a condition is turned into."""
    match node:
        case ast.BoolOp(values=values):
            yield from values
        case ast.Compare(left=left, ops=[op], comparators=right) if type(op) in OPPOSITE:
            yield ast.Compare(left, [OPPOSITE[type(op)]()], right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Call(func=ast.Name(id="any" | "all" as name), args=args):
            yield ast.Call(ast.Name("all" if name == "any" else "any", ast.Load()), args, [])
            yield ast.Constant(name == "all")
        case ast.Call(func=ast.Attribute(attr="filter", value=value)):
            yield value
        case ast.Call(func=ast.Name(id="Exists")):
            yield ast.UnaryOp(ast.Invert(), node)


class _Put(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self._new if node is self._old else super().visit(node)


def _function_of(tree: ast.Module, node: ast.AST) -> str | None:
    holders = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
    return next((each.name for each in holders if node in list(ast.walk(each))), None)


def _code(code: CodeType, name: str) -> CodeType:
    """The function's code within the module's."""
    found = (_within(each, name) for each in code.co_consts if isinstance(each, CodeType))
    return next(each for each in found if each is not None)


def _within(code: CodeType, name: str) -> CodeType | None:
    if code.co_name == name:
        return code
    inner = (_within(each, name) for each in code.co_consts if isinstance(each, CodeType))
    return next((each for each in inner if each is not None), None)
