"""Reading YAML into plain values, with the place of every value and every fault found.

The tree is built from the parser's events in one pass with an explicit stack, so that nesting,
aliases and sheer size are bounded before anything walks the result. Scalars follow YAML 1.2:
``on`` and ``no`` are words, and a date is written ``YYYY-MM-DD``. Text becomes NFC.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from cchc_cli.plan.faults import Fault

MAX_BYTES = 2_000_000
MAX_DEPTH = 50
MAX_NODES = 200_000
CORE_TAGS = frozenset(
    {"!"}
    | {
        f"tag:yaml.org,2002:{kind}"
        for kind in ("str", "int", "float", "bool", "null", "map", "seq")
    }
)

KeyPath = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class Source(NamedTuple):
    """A file as read.

    Attributes:
        data: mappings, lists, strings, numbers, dates; None where nothing could be read.
        places: (line, column) of the value at each path of keys, from 1.
        kept: at the path of a list that items were taken out of, the old numbers of the rest.
    """

    file: str
    data: object
    places: Mapping[KeyPath, tuple[int, int]]
    faults: tuple[Fault, ...]
    kept: Mapping[KeyPath, Sequence[int]] = {}

    def original(self, path: KeyPath) -> KeyPath:
        """The path in the file of what stands at ``path`` in ``data``."""
        found: KeyPath = ()
        for key in path:
            numbers = self.kept.get(found)
            found += (numbers[key] if numbers and isinstance(key, int) else key,)
        return found

    def place(self, path: KeyPath) -> tuple[int, int]:
        """The place of a path, or the nearest above it that stands in the file."""
        known = self.original(path)
        while known and known not in self.places:
            known = known[:-1]
        return self.places.get(known, (1, 1))

    def fault(self, code: str, path: KeyPath, **values: object) -> Fault:
        """A fault at a path, or at the nearest place above it that stands in the file."""
        return Fault(code, self.file, *self.place(path), field_name(self.original(path)), values)

    def warning(self, code: str, path: KeyPath, **values: object) -> Fault:
        """The same, as a warning."""
        return self.fault(code, path, **values)._replace(severity="warning")


def field_name(path: KeyPath) -> str:
    """``duties[3].schedule`` for ``("duties", 3, "schedule")``, list items from 1."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def read_source(path: Path, shown: str | None = None) -> Source:
    """Read a YAML file; whatever is wrong with it stands in ``faults``.

    Args:
        path: the file.
        shown: the name to give it in messages, the path by default.
    """
    file = shown or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            return _failed(Fault("too_big", file, values={"limit": MAX_BYTES // 1_000_000}))
        raw = path.read_bytes()
    except FileNotFoundError:
        return _failed(Fault("no_file", file))
    except OSError as error:
        return _failed(Fault("unreadable", file, values={"reason": error.strerror or ""}))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return _failed(Fault("not_utf8", file, line, column))
    return _build(text, file)


def read_text(text: str, shown: str) -> Source:
    """Read YAML that is at hand as text, as :func:`read_source` reads a file."""
    return _build(text.removeprefix("\ufeff"), shown)


class Mark(NamedTuple):
    """A node as it stands in a text: what kind, and from which letter until before which.

    A collection has a mark where it begins and one of kind ``end``; its own brackets, if it is
    written in ``flow``, are what these two cover. A block scalar's mark runs on to the next node.
    """

    kind: str
    start: int
    end: int
    flow: bool = False
    style: str = ""
    value: str = ""
    anchor: str | None = None


def marks(text: str) -> Iterator[Mark]:
    """The nodes of a text that :func:`read_text` reads without fault, in order."""
    for event in yaml.parse(text, Loader=Loader):
        start, end = (getattr(mark, "index", 0) for mark in (event.start_mark, event.end_mark))
        if isinstance(event, yaml.ScalarEvent):
            style, value = event.style or "", unicodedata.normalize("NFC", event.value)
            yield Mark("scalar", start, end, style=style, value=value, anchor=event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
            yield Mark(kind, start, end, bool(event.flow_style), anchor=event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            yield Mark("end", start, end)
        elif isinstance(event, yaml.AliasEvent):
            yield Mark("alias", start, end)


def _failed(fault: Fault) -> Source:
    return Source(fault.file, None, {}, (fault,))


def _build(text: str, file: str) -> Source:
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        values = {"problem": error.problem or ""}
        builder.faults.append(Fault("yaml_syntax", file, line, column, values=values))
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        builder.faults.append(Fault("bad_character", file, line, 1))
    except UnicodeDecodeError:
        builder.faults.append(Fault("yaml_syntax", file, values={"problem": "bad tag"}))
    except _TooMuchError as error:
        builder.faults.append(error.fault)
    else:
        if builder.data is None and not builder.faults:
            builder.faults.append(Fault("empty_file", file))
        return Source(file, builder.data, builder.places, tuple(builder.faults))
    return Source(file, None, builder.places, tuple(builder.faults))


class _TooMuchError(Exception):
    """The file goes beyond a bound; reading stops."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Frame:
    """A mapping or list that is being filled."""

    def __init__(self, value: dict[str, object] | list[object], path: KeyPath) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None
        self.anchor: str | None = None
        self.nodes_before = 0
        self.height = 0


class _Builder:
    """Takes parser events one by one and builds the tree."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: object = None
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[object, int, int]] = {}
        self.nodes = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """One event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _TooMuchError(self.fault("many_documents", event))
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            frame = self.stack.pop()
            height = frame.height + 1
            if self.stack:
                self.stack[-1].height = max(self.stack[-1].height, height)
            if frame.anchor:
                self.anchors[frame.anchor] = (frame.value, self.nodes - frame.nodes_before, height)

    def fault(self, code: str, event: yaml.Event, **values: object) -> Fault:
        """A fault at the place of an event."""
        line, column = self._mark(event)
        path = self._next_path()
        return Fault(code, self.file, line, column, field_name(path), values)

    @staticmethod
    def _mark(event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def _next_path(self) -> KeyPath:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        return (*frame.path, frame.key) if frame.key is not None else frame.path

    def _count(self, event: yaml.Event, number: int = 1) -> None:
        self.nodes += number
        if self.nodes > MAX_NODES:
            raise _TooMuchError(self.fault("too_many_nodes", event, limit=MAX_NODES))

    def _open(
        self, value: dict[str, object] | list[object], event: yaml.CollectionStartEvent
    ) -> None:
        self._count(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _TooMuchError(self.fault("too_deep", event, limit=MAX_DEPTH))
        if self._awaits_key():
            raise _TooMuchError(self.fault("bad_key", event))
        self._check_tag(event)
        path = self._next_path()
        before = self.nodes - 1
        self._put(value, event)
        frame = _Frame(value, path)
        frame.anchor, frame.nodes_before = event.anchor, before
        self.stack.append(frame)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        if self._awaits_key():
            self._key(event)
            return
        self._check_tag(event)
        value = unicodedata.normalize("NFC", event.value)
        resolved = resolve(value) if event.implicit[0] else value
        if event.anchor:
            self.anchors[event.anchor] = (resolved, 1, 0)
        self._put(resolved, event)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._awaits_key():
            raise _TooMuchError(self.fault("bad_key", event))
        if event.anchor not in self.anchors:
            raise _TooMuchError(self.fault("bad_alias", event, name=event.anchor))
        value, size, height = self.anchors[event.anchor]
        self._count(event, size)
        if len(self.stack) + height > MAX_DEPTH:
            raise _TooMuchError(self.fault("too_deep", event, limit=MAX_DEPTH))
        self.stack[-1].height = max(self.stack[-1].height, height)
        self._put(value, event)

    def _awaits_key(self) -> bool:
        return (
            bool(self.stack)
            and isinstance(self.stack[-1].value, dict)
            and (self.stack[-1].key is None)
        )

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.stack[-1]
        frame.key = unicodedata.normalize("NFC", event.value)
        if frame.key in frame.value:
            first = self.places[(*frame.path, frame.key)][0]
            self.faults.append(self.fault("duplicate_key", event, key=frame.key, first=first))
        self.places[(*frame.path, frame.key)] = self._mark(event)
        self._check_tag(event)

    def _put(self, value: object, event: yaml.Event) -> None:
        path = self._next_path()
        if not self.stack:
            self.data = value
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            self.places[path] = self._mark(event)
        elif frame.key is not None:  # pragma: no branch - a value comes after its key
            frame.value[frame.key] = value
            if not isinstance(value, dict | list):
                self.places[path] = self._mark(event)
            frame.key = None

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag not in CORE_TAGS:
            self.faults.append(self.fault("bad_tag", event, tag=tag))


def resolve(text: str) -> object:
    """The value of a plain scalar by the YAML 1.2 core schema, and dates."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text) and len(text) <= 100:
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
