"""Who says what: the calls in the program that raise an error or report a fault."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[3] / "src" / "cchc_cli"


class Call(NamedTuple):
    """A call with a message code as its first argument.

    Attributes:
        name: what is called, such as ``NotFound`` or ``fault``.
        values: names of its keyword arguments; None where some cannot be seen at the call.
    """

    place: str
    name: str
    code: str
    values: frozenset[str] | None


def calls(*names: str) -> Iterator[Call]:
    """Every call of one of these names whose first argument is a plain text."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in names and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    place = f"{path.relative_to(SOURCE)}:{node.lineno}"
                    yield Call(place, _name(node.func), first.value, _values(node))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _values(node: ast.Call) -> frozenset[str] | None:
    given: set[str] = set()
    for keyword in node.keywords:
        if keyword.arg is None:
            return None
        if keyword.arg == "values":
            if not isinstance(keyword.value, ast.Dict):
                return None
            given.update(
                key.value
                for key in keyword.value.keys
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )
        else:
            given.add(keyword.arg)
    return frozenset(given)
