"""What came of rolling a plan on, and what a person has to look at, as values for a view."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

KeyPath = tuple[str | int, ...]


class Remark(NamedTuple):
    """A doubt: its code, and the values for its sentence."""

    code: str
    values: Mapping[str, object]


class Placed(NamedTuple):
    """A remark at its place in the file; ``duty`` is the duty there, empty elsewhere."""

    path: KeyPath
    remark: Remark
    duty: str = ""


class GroupChange(NamedTuple):
    """A group at the end of both plans: how many belong to it, and what stands for it."""

    group: str
    before: int
    after: int
    instead: tuple[str, ...]


class Rolled(NamedTuple):
    """What came of it.

    Attributes:
        text: the new file.
        duties: how many it has.
        placed: every remark, in the order of the file.
        apart: ids of the duties that were done once and stand apart.
        groups: groups whose members or whose place changed.
        beside: names of the files that it is read with.
    """

    text: str
    duties: int
    placed: tuple[Placed, ...]
    apart: tuple[str, ...]
    groups: tuple[GroupChange, ...]
    beside: tuple[str, ...]


Say = Callable[[Remark], str]


def remark(code: str, **values: object) -> Remark:
    """A remark with its values."""
    return Remark(code, values)
