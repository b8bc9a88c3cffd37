"""From plain values to a model, or to every fault that keeps them from being one."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cchc_cli.plan.faults import Fault, nearest
from cchc_cli.plan.models.base import ADDRESS, FILE_NAME, LOCATOR, SLUG
from cchc_cli.plan.shorthand import HEADS
from cchc_cli.plan.source import KeyPath, Source

AnyModel = TypeVar("AnyModel", bound=BaseModel)

# Pydantic's error types that need no words of their own, by the kind of value that was wanted.
WANTED = {
    "string_type": "text",
    "int_type": "integer",
    "float_type": "number",
    "finite_number": "number",
    "bool_type": "boolean",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
}
FORMS = {SLUG: "slug", LOCATOR: "locator", FILE_NAME: "file_name", ADDRESS: "address"}
RENAMED = {"string_pattern_mismatch": "bad_pattern"}


def validate(model: type[AnyModel], source: Source) -> tuple[AnyModel | None, tuple[Fault, ...]]:
    """The model of a source, or None and its faults."""
    try:
        return model.model_validate(source.data), ()
    except ValidationError as error:
        return None, tuple(
            _fault(model, source, detail)
            for detail in error.errors(include_url=False)
            if not _merely_faulty(detail)
        )


def _merely_faulty(detail: ErrorDetails) -> bool:
    """Whether a list is called too short because its items are faulty, which is said of them."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


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
        value = shown(detail["input"])
        near = nearest(value, allowed)
        return source.fault("not_allowed", path, value=value, allowed=allowed, nearest=near)
    if kind == "bad_schedule":
        return _schedule_fault(source, path, str(detail["input"]), context)
    if kind in WANTED:
        return source.fault("wrong_kind", path, wanted=WANTED[kind], value=shown(detail["input"]))
    form = FORMS.get(str(context.get("pattern")))
    values = {**context, "form": form, "value": shown(detail["input"])}
    return source.fault(RENAMED.get(kind, kind), path, **values)


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


def shown(value: object) -> str:
    """A faulty value as it is told to the user, in few letters."""
    if isinstance(value, dict | list):
        return "…"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _keys_at(model: type[BaseModel], path: KeyPath) -> set[str]:
    """The keys that a mapping at ``path`` may have."""
    for key in path:
        if not isinstance(key, int):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            model = _model_in(fields[key].annotation)
    return {field.alias or name for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel]:
    """The model of ``tuple[Model, ...]``, ``Model | None`` or ``Annotated[Model, ...]``."""
    while not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        annotation = get_args(annotation)[0]
    return annotation
