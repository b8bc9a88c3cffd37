"""From plain values to a model, or to every fault that keeps them from being one."""

import types
from collections.abc import Iterator
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cchc_cli.plan.faults import Fault, nearest
from cchc_cli.plan.shorthand import HEADS
from cchc_cli.plan.source import KeyPath, Source

AnyModel = TypeVar("AnyModel", bound=BaseModel)

# Pydantic's error types that need no words of their own, by the kind of value that was wanted.
WANTED = {
    "string_type": "text",
    "int_type": "integer",
    "int_parsing": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
PATTERNS = {"string_pattern_mismatch": "bad_pattern"}


def validate(model: type[AnyModel], source: Source) -> tuple[AnyModel | None, tuple[Fault, ...]]:
    """The model of a source, or None and its faults."""
    try:
        return model.model_validate(source.data), ()
    except ValidationError as error:
        return None, tuple(
            _fault(model, source, detail) for detail in error.errors(include_url=False)
        )


def _fault(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Fault:
    kind = detail["type"]
    path: KeyPath = detail["loc"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "extra_forbidden":
        allowed = sorted(_keys_at(model, path[:-1]))
        return source.fault(
            "unknown_key", path, key=path[-1], allowed=allowed, nearest=nearest(path[-1], allowed)
        )
    if kind == "missing":
        return source.fault("missing_key", path, key=path[-1])
    if kind == "literal_error":
        allowed = [
            word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")
        ]
        return source.fault(
            "not_allowed",
            path,
            value=detail["input"],
            allowed=allowed,
            nearest=nearest(detail["input"], allowed),
        )
    if kind == "bad_schedule":
        return _schedule_fault(source, path, str(detail["input"]), context)
    if kind in WANTED:
        return source.fault("wrong_kind", path, wanted=WANTED[kind], value=_shown(detail["input"]))
    values = {**context, "value": _shown(detail["input"])}
    return source.fault(kind, path, **values)


def _schedule_fault(source: Source, path: KeyPath, text: str, context: dict[str, Any]) -> Fault:
    head = text.split(" ", 1)[0]
    return source.fault(
        context["reason"],
        path,
        value=text,
        part=context["part"],
        allowed=list(HEADS),
        nearest="" if head in HEADS else nearest(head, list(HEADS)),
    )


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "…"
    text = "null" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _keys_at(model: type[BaseModel], path: KeyPath) -> set[str]:
    """The keys that a mapping at ``path`` may have."""
    if not path:
        return {field.alias or name for name, field in model.model_fields.items()}
    for name, field in model.model_fields.items():
        if path[0] == (field.alias or name):
            rest = tuple(key for key in path[1:] if not isinstance(key, int))
            for inner in _models_in(field.annotation):
                return _keys_at(inner, rest)
    return set()


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, tuple) or hasattr(
        annotation, "__metadata__"
    ):
        for part in get_args(annotation):
            yield from _models_in(part)
