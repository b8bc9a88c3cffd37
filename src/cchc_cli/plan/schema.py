"""JSON Schemas of the four files, for editors that complete and check YAML."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from cchc_cli.plan.models.amendment import AmendmentModel
from cchc_cli.plan.models.calendar import CalendarModel
from cchc_cli.plan.models.plan import PlanModel
from cchc_cli.plan.models.registry import RegistryModel

MODELS: dict[str, type[BaseModel]] = {
    "plan": PlanModel,
    "agencies": RegistryModel,
    "calendar": CalendarModel,
    "amendment": AmendmentModel,
}


class _Schema(GenerateJsonSchema):
    """Pydantic's schema without the titles that it makes up from English names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: editors show the description."""
        del schema
        return False


def json_schema(kind: str) -> JsonSchemaValue:
    """The JSON Schema of a file kind: ``plan``, ``agencies``, ``calendar`` or ``amendment``."""
    schema = MODELS[kind].model_json_schema(schema_generator=_Schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        definition.pop("title", None)
    if kind == "agencies":
        members = schema["$defs"]["GroupModel"]["properties"]["members"]
        members["items"] = {"anyOf": [{"type": "string"}, members["items"]]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
