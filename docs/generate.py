"""Fill the generated parts of the handbook and of the README from the code: ``make docs``.

Pages are written by hand, except for what stands between ``<!-- generated: RECIPE -->`` and
``<!-- end -->``. The recipes:

==============================  ==================================================================
``help``                        ``--help`` of the page's command and its subcommands, 80 columns
``run [OPTIONS] cchc …``        the command and what it answers on a terminal of 80 columns;
                                ``head=N`` cuts after N lines, ``from=N`` leaves out the lines
                                before the Nth, ``short`` cuts lists and texts of
                                JSON, ``NAME=VALUE`` is set in the environment, ``in=NAME`` goes
                                on where the page's last run of that name ended, ``on=DAY`` sets
                                the clock, ``with=so-noi-vu`` runs in a workspace that holds the
                                entries of ``so-noi-vu.jsonl``
``file PATH``                   a file of ``docs/examples``
``hash N``                      how to rebuild the hash of the entry N of ``so-noi-vu.jsonl``
``commands``                    the list of commands, with their pages
``exit-codes``                  the table of exit codes
``statuses``                    the table of statuses
``schema KIND``                 tables of the keys of a file format
``forms``                       how documents of each form are read (``tests/plan/draft``)
==============================  ==================================================================

Commands run in a copy of ``docs/examples`` on the day ``TODAY``, so that the pages are the same
whenever and wherever they are made. A command without a page gets one to be completed by hand.
"""

import contextlib
import importlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import typer

from cchc_cli.cli.main import COMMANDS, cchc, main
from cchc_cli.cli.workspace import make_workspace
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.connect import create
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.plan.models.base import ADDRESS, LOCATOR, SLUG
from cchc_cli.plan.schema import json_schema
from cchc_cli.resources import packaged
from cchc_cli.services.transfer import links_of
from cchc_cli.views.wording.errors import EXIT_CODES
from cchc_cli.views.wording.statuses import COLUMNS, STATUSES

DOCS = Path(__file__).resolve().parent
HANDBOOK = DOCS / "handbook"
EXAMPLES = DOCS / "examples"
ROOT = DOCS.parent
README = ROOT / "README.md"
TODAY = date(2021, 6, 10)
LONG = 60
SHOWN = 3
BLOCK = re.compile(r"(<!-- generated: (?P<recipe>.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
NEW_PAGE = """# `cchc {name}`

{summary}

<!-- generated: help -->
<!-- end -->
"""
KINDS = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "`true` hoặc `false`",
    "object": "các cặp khóa: giá trị",
}
BOUNDS = {"minimum": "từ {}", "maximum": "đến {}", "maxLength": "không quá {} ký tự"}


class _Screen(io.TextIOWrapper):
    """A terminal that remembers what was written to it, as text or as bytes."""

    def __init__(self) -> None:
        self._written = io.BytesIO()
        super().__init__(self._written, encoding="utf-8", newline="", write_through=True)

    def isatty(self) -> bool:
        return True

    def getvalue(self) -> str:
        """What is to be seen of it: neither a byte order mark nor returns of a carriage."""
        text = self._written.getvalue().decode("utf-8")
        return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _clock(day: date) -> type[datetime]:
    """A clock that has stopped on a day."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(day.year, day.month, day.day, 3, tzinfo=tz)

    return Clock


class Answer(NamedTuple):
    """What a command said, on both streams in order, and its exit code."""

    text: str
    code: int


def _furnish(place: Path) -> None:
    """Make the workspace in ``place`` with the entries of the file of its name."""
    place.mkdir()
    workspace = make_workspace(place, packaged("plans"))
    create(workspace.ledger)
    ledger = SqliteLedger(workspace.ledger)
    with place.with_suffix(".jsonl").open("rb") as lines:
        ledger.extend(links_of(lines))
    ledger.close()
    for file in sorted((place.parent / "minh-chung").iterdir()):
        EvidenceFolder(workspace.evidence).keep(file)


@contextlib.contextmanager
def _stage(
    environ: Mapping[str, str], day: date, kept: Path | None, room: str
) -> Iterator[_Screen]:
    """A screen, a clock, an environment and a folder of examples, kept only where it is named."""
    with tempfile.TemporaryDirectory() as place:
        folder = (kept or Path(place)) / "examples"
        if not folder.exists():
            shutil.copytree(EXAMPLES, folder)
        if room and not (folder / room).exists():
            _furnish(folder / room)
        rest = {name: value for name, value in os.environ.items() if "CCHC" not in name}
        cache = os.environ.get("CCHC_CACHE", str(Path(place) / "cache"))
        own = {"COLUMNS": "80", "NO_COLOR": "1", "CCHC_CACHE": cache, "LOGNAME": "an.nv"}
        screen = _Screen()
        with (
            mock.patch.dict(os.environ, {**rest, **own, **environ}, clear=True),
            mock.patch("cchc_cli.cli.session.datetime", _clock(day)),
            contextlib.chdir(folder / room),
            contextlib.redirect_stdout(screen),
            contextlib.redirect_stderr(screen),
        ):
            yield screen


def run(
    arguments: list[str],
    environ: Mapping[str, str] | None = None,
    day: date = TODAY,
    kept: Path | None = None,
    room: str = "",
) -> Answer:
    """Run ``cchc`` in this process, in a workspace if it is named, and catch what it says."""
    with _stage(environ or {}, day, kept, room) as screen:
        code = main(arguments)
    return Answer(screen.getvalue(), code)


def _fenced(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def run_block(recipe: str, places: Path) -> str:
    """A command line and its answer, as on a terminal; ``places`` keeps what runs go on with."""
    before, _, arguments = recipe.partition("cchc ")
    settings = dict(word.partition("=")[::2] for word in shlex.split(before))
    environ = {name: value for name, value in settings.items() if name.isupper()}
    day = date.fromisoformat(settings["on"]) if "on" in settings else TODAY
    room = settings.get("with", "")
    named = settings.get("in", room)
    answer = run(shlex.split(arguments), environ, day, places / named if named else None, room)
    lines = answer.text.splitlines()
    if "short" in settings:
        cut = json.dumps(_shortened(json.loads(answer.text)), ensure_ascii=False, indent=2)
        lines = cut.replace('"…"\n', "…\n").splitlines()
    if (head := int(settings.get("head", 0))) and len(lines) > head:
        lines = [*lines[:head], "…"]
    if first := int(settings.get("from", 0)):
        lines = ["…", *lines[first - 1 :]]
    typed = " ".join([*(f"{name}={value}" for name, value in environ.items()), "cchc", arguments])
    after = ["$ echo $?", str(answer.code)] if answer.code else []
    return _fenced("\n".join([f"$ {typed}", *lines, *after]))


def _shortened(value: Any) -> Any:
    """JSON with one item a list and the beginning of long texts, for a page."""
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    if isinstance(value, list) and value:
        kept = 1 if isinstance(value[0], dict) else SHOWN
        return [*map(_shortened, value[:kept]), *["…"][: len(value) - kept]]
    if isinstance(value, str) and len(value) > LONG:
        return value[:LONG].rsplit(" ", 1)[0] + " …"
    return value


def _subcommands(name: str) -> list[str]:
    command = typer.main.get_command(cchc)
    context = typer.Context(command)
    chosen: Any = command.get_command(context, name)  # type: ignore[attr-defined]
    return list(chosen.list_commands(context)) if hasattr(chosen, "list_commands") else []


def help_block(name: str) -> str:
    """``--help`` of a command and of each of its subcommands."""
    paths = [[name], *([name, sub] for sub in _subcommands(name))]
    return "\n".join(
        _fenced(f"$ cchc {' '.join(path)} --help\n{run([*path, '--help']).text}") for path in paths
    )


def commands_block() -> str:
    """The commands with their summaries and pages."""
    rows = [f"| [`cchc {name}`]({name}.md) | {stub.summary} |" for name, stub in COMMANDS.items()]
    return "\n".join(["| Lệnh | Để làm gì |", "| --- | --- |", *rows]) + "\n"


def exit_codes_block() -> str:
    """The exit codes with what they mean."""
    rows = [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return "\n".join(["| Mã | Ý nghĩa |", "| ---: | --- |", *rows]) + "\n"


def statuses_block() -> str:
    """The statuses: their words, their codes, where they count, what they mean."""
    rows = [
        f"| {told.words} | `{kind}` | {COLUMNS[told.column]} | `{told.sign}` | {told.about} |"
        for kind, told in STATUSES.items()
    ]
    head = ["| Tình trạng | Mã | Tính vào | Dấu | Nghĩa |", "| --- | --- | --- | :---: | --- |"]
    return "\n".join([*head, *rows]).replace("| ` ` |", "| |") + "\n"


def hash_block(number: str) -> str:
    """The command that rebuilds an entry's hash, and the hash that the file of entries has."""
    lines = (EXAMPLES / "so-noi-vu.jsonl").read_text("utf-8").splitlines()
    link = json.loads(lines[int(number) - 1])
    previous, body = shlex.quote(link["previous"]), shlex.quote(link["body"])
    command = f"printf '%s\\n%s' {previous} \\\n  {body} | sha256sum"
    return _fenced(command, "sh") + "\n" + _fenced(f"{link['hash']}  -")


def file_block(path: str) -> str:
    """A file of the examples."""
    return _fenced((EXAMPLES / path).read_text("utf-8"), "yaml")


class _Place(NamedTuple):
    """A mapping of the format: its name in ``$defs`` and where it first stands in the file."""

    name: str
    path: str


def _places(schema: dict[str, Any]) -> list[_Place]:
    """Every mapping once, in the order in which a reader of the file meets it."""
    order: list[_Place] = []
    seen: set[str] = set()
    waiting = [_Place("", "")]
    while waiting:
        place = waiting.pop(0)
        order.append(place)
        definition = schema["$defs"][place.name] if place.name else schema
        inner = []
        for key, field in definition["properties"].items():
            for part, suffix in _parts(field):
                name = part.get("$ref", "").rpartition("/")[2]
                if name and name not in seen:
                    seen.add(name)
                    inner.append(_Place(name, f"{place.path}.{key}{suffix}".lstrip(".")))
        waiting = inner + waiting
    return order[1:]


def _parts(field: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The kinds that a field may have; those of a list's items with ``[]``."""
    for one in field.get("anyOf", [field]):
        if one.get("type") == "array":
            for part, suffix in _parts(one["items"]):
                yield part, f"[]{suffix}"
        else:
            yield one, ""


def _kind(part: dict[str, Any], places: Mapping[str, str]) -> str:
    if "$ref" in part:
        path = places[part["$ref"].rpartition("/")[2]]
        return f"[`{path}`](#{anchor(path)})"
    if "const" in part:
        return f"`{part['const']}`"
    if "enum" in part:
        return ", ".join(f"`{word}`" for word in part["enum"])
    if part.get("format") == "date":
        return "ngày"
    if "examples" in part:
        return f"[thời hạn](#{anchor('Thời hạn viết gọn')})"
    named = {SLUG: "mã", LOCATOR: "vị trí", ADDRESS: "địa chỉ thư"}.get(part.get("pattern", ""))
    bounds = [words.format(part[key]) for key, words in BOUNDS.items() if key in part]
    return " ".join([named or KINDS[part["type"]], *bounds])


def _kinds(field: dict[str, Any], places: Mapping[str, str]) -> str:
    words = [
        ("danh sách " if suffix else "") + _kind(part, places)
        for part, suffix in _parts(field)
        if part.get("type") != "null"
    ]
    return " hoặc ".join(words)


def _default(key: str, definition: dict[str, Any]) -> str:
    value = definition["properties"][key].get("default")
    if key in definition.get("required", []) or value is None:
        return ""
    return "trống" if value in ([], {}) else f"`{json.dumps(value).strip(chr(34))}`"


def _table(definition: dict[str, Any], places: Mapping[str, str]) -> str:
    lines = ["| Khóa | Loại | Bắt buộc | Mặc định | Ý nghĩa |", "| --- | --- | :---: | --- | --- |"]
    for key, field in definition["properties"].items():
        needed = "có" if key in definition.get("required", []) else ""
        about = field.get("description", "").replace("<", "\\<")
        lines.append(
            f"| `{key}` | {_kinds(field, places)} | {needed} | {_default(key, definition)} "
            f"| {about} |"
        )
    return "\n".join(lines) + "\n"


def schema_block(kind: str) -> str:
    """Tables of every key of a file format."""
    schema = json_schema(kind)
    found = _places(schema)
    places = {place.name: place.path for place in found}
    pieces = [schema["description"] + "\n", _table(schema, places)]
    for place in found:
        definition = schema["$defs"][place.name]
        pieces += [f"### `{place.path}`\n", definition.get("description", "") + "\n"]
        pieces.append(_table(definition, places))
    return "\n".join(pieces)


def forms_block() -> str:
    """How documents of each form are read: found, rightly led, rightly timed, invented."""
    with mock.patch.object(sys, "path", [str(ROOT), *sys.path]):
        measuring = importlib.import_module("tests.plan.draft.measuring")
    measured = [measuring.measure(name) for name in measuring.names()]
    every = measuring.together([score for _, score in measured])
    head = [
        "| Dạng văn bản | Nhiệm vụ | Tìm thấy | Đúng cơ quan | Đúng thời gian | Đọc thừa |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    return (
        "\n".join([*head, *(_form_row(*one) for one in [*measured, ("**Tất cả**", every)])]) + "\n"
    )


def _form_row(form: str, score: Any) -> str:
    shares = [(score.found, score.duties), (score.led, score.found), (score.timed, score.found)]
    told = [f"{100 * part // whole}%" if whole else "–" for part, whole in shares]
    extra = f"{score.invented}/{score.drafted}" if score.invented else "0"
    return f"| {form} | {score.duties} | {' | '.join(told)} | {extra} |"


def anchor(heading: str) -> str:
    """The anchor that a heading gets in rendered Markdown."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def block(recipe: str, command: str, places: Path) -> str:
    """What a recipe makes; ``command`` is the one whose page it stands in."""
    name, _, rest = recipe.partition(" ")
    if name == "help":
        return help_block(rest or command)
    plain = {
        "commands": commands_block,
        "exit-codes": exit_codes_block,
        "statuses": statuses_block,
        "forms": forms_block,
    }
    if name in plain:
        return plain[name]()
    if name == "run":
        return run_block(rest, places)
    makers = {"file": file_block, "hash": hash_block, "schema": schema_block}
    if name not in makers:
        raise ValueError(f"no recipe for a generated block: {recipe}")
    return makers[name](rest)


def filled(text: str, command: str) -> str:
    """A page with its generated parts made anew."""
    with tempfile.TemporaryDirectory() as name:
        places = Path(name)
        return BLOCK.sub(
            lambda found: f"{found[1]}\n{block(found['recipe'], command, places)}\n{found[3]}",
            text,
        )


def pages() -> dict[Path, str]:
    """Every page as it should be, by its file."""
    files = [README, *sorted(HANDBOOK.glob("*.md"))]
    texts = {file: file.read_text("utf-8") for file in files}
    for name, stub in COMMANDS.items():
        new = NEW_PAGE.format(name=name, summary=stub.summary)
        texts.setdefault(HANDBOOK / f"{name}.md", new)
    return {file: filled(text, file.stem) for file, text in texts.items()}


def write() -> None:
    """Write the pages that differ, and say which."""
    with tempfile.TemporaryDirectory() as cache, mock.patch.dict(os.environ, CCHC_CACHE=cache):
        made = pages()
    for file, text in made.items():
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{file.relative_to(DOCS.parent)}\n")


if __name__ == "__main__":
    write()
