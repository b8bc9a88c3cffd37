"""What edits of a file mean for its data, to compare with what the edited text reads as.

All paths are those of the data as it was: edits take effect from the end, so that what comes or
goes does not renumber what is still to be edited.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cchc_cli.plan.source import KeyPath

# An insertion comes between the item before and whatever stands at its place.
BETWEEN = 0.5
Rank = tuple[tuple[float, str], ...]


class Meaning:
    """Data and what is to be done to it.

    Attributes:
        first: the path of the first edit, empty as long as there is none.
    """

    def __init__(self, data: object) -> None:
        self._data = _unshared(data)
        self._deeds: list[tuple[Rank, int, Callable[[], None]]] = []
        self.first: KeyPath = ()

    def put(self, path: KeyPath, value: object) -> None:
        """A value is set."""
        parent = self._parent(path)

        def deed() -> None:
            parent[path[-1]] = _unshared(value)

        self._note(path, 0, deed)

    def insert(self, path: KeyPath, value: object) -> None:
        """An item comes to stand before the one that has this path, or at the list's end."""
        parent = self._parent(path)
        self._note(path, -BETWEEN, lambda: parent.insert(path[-1], _unshared(value)))

    def remove(self, path: KeyPath) -> None:
        """A key or an item goes."""
        parent = self._parent(path)

        def deed() -> None:
            del parent[path[-1]]

        self._note(path, 0, deed)

    def data(self) -> object:
        """The data with all edits made; no more are taken after that."""
        for _, _, deed in sorted(self._deeds, key=lambda one: one[:2], reverse=True):
            deed()
        self._deeds = []
        return self._data

    def _parent(self, path: KeyPath) -> Any:
        found = self._data
        for key in path[:-1]:
            found = found[key]
        return found

    def _note(self, path: KeyPath, shift: float, deed: Callable[[], None]) -> None:
        self.first = self.first or path
        *above, last = ((-1.0, key) if isinstance(key, str) else (float(key), "") for key in path)
        self._deeds.append(((*above, (last[0] + shift, last[1])), len(self._deeds), deed))


def _unshared(data: Any) -> Any:
    """A copy in which what an alias repeats stands for itself."""
    if isinstance(data, Mapping):
        return {key: _unshared(value) for key, value in data.items()}
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [_unshared(value) for value in data]
    return data
