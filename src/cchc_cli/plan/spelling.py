"""Writing values as YAML text, so that the reader in ``plan.source`` reads the same values back.

Text stays plain where that is safe, also for readers of YAML 1.1 (``on``, ``no``, ``1e3``); what is
long and made of words is folded like the files at hand.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from cchc_cli.plan.source import resolve

WIDTH = 100
_KEY = re.compile(r"[a-z][a-z_]*")
_UNSAFE = re.compile(r":(?=[\s,\[\]{}]|$)|\s#|\s\s|[^\S ]")
_FLOW = re.compile(r"[,\[\]{}:#\"'`|>&*!?]")
_OLD_WORDS = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)|[-+.\d][\d_.:eExXoO+-]*|0x\w+")
_CONTROL = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def inline(value: object, within_flow: bool = False) -> str:
    """A value in one line; ``within_flow`` if it stands between brackets."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value, within_flow)
    if isinstance(value, Mapping):
        pairs = (f"{key_text(str(key), True)}: {inline(one, True)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(inline(one, True) for one in value) + "]"
    return repr(value)


def key_text(key: str, within_flow: bool = False) -> str:
    """A key; words that YAML 1.1 takes for something else are read as words in a key."""
    return key if _KEY.fullmatch(key) else _text(key, within_flow)


def _text(text: str, within_flow: bool) -> str:
    plain = (
        text[:1].isalnum()
        and text.isprintable()
        and not text.endswith(" ")
        and not _UNSAFE.search(text)
        and not _OLD_WORDS.fullmatch(text)
        and isinstance(resolve(text), str)
        and not (within_flow and _FLOW.search(text))
    )
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def after_key(value: object, indent: int, used: int) -> str:
    """What follows ``key:``, with its blank or its line break.

    Args:
        value: the value.
        indent: how far the key is indented.
        used: how many letters its line holds already, the colon included.
    """
    short = inline(value)
    fits = used + 1 + len(short) <= WIDTH
    if isinstance(value, Mapping) and value:
        return "\n" + mapping(value, indent + 2)
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        flat = fits and not any(isinstance(one, Mapping) for one in value)
        return f" {short}" if flat else "\n" + items(value, indent + 2)
    if isinstance(value, str) and not fits and _folds(value):
        return " >-\n" + folded(value, indent + 2)
    return f" {short}"


def mapping(value: Mapping[str, object], indent: int) -> str:
    """The lines of a mapping, the last without its line break."""
    lines = []
    for key, one in value.items():
        head = f"{' ' * indent}{key_text(key)}:"
        lines.append(head + after_key(one, indent, len(head)))
    return "\n".join(lines)


def items(value: Sequence[object], indent: int) -> str:
    """The lines of a list, the last without its line break."""
    return "\n".join(f"{' ' * indent}- {item(one, indent)}" for one in value)


def item(value: object, indent: int) -> str:
    """What follows the dash of an item that is indented so far."""
    if isinstance(value, Mapping) and value:
        return mapping(value, indent + 2).lstrip(" ")
    if isinstance(value, str) and indent + 2 + len(inline(value)) > WIDTH and _folds(value):
        return ">-\n" + folded(value, indent + 2)
    return inline(value)


def _folds(text: str) -> bool:
    """Whether a text can be broken at its blanks and read back the same."""
    return text == " ".join(text.split()) and not _CONTROL.search(text) and text.isprintable()


def folded(text: str, indent: int) -> str:
    """The lines of a folded text; a long word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{' ' * indent}{word}")
    return "\n".join(lines)
