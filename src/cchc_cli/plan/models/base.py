"""What the models share: strictness, identifiers, words and days."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LOCATOR = r"^[^\s/.]+(\.[^\s/.]+)*$"


class Model(BaseModel):
    """A mapping of the file: unknown keys are faults, values are not converted."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    raise PydanticCustomError("bad_date", "bad_date", {"value": str(value)})


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Locator = Annotated[str, StringConstraints(pattern=LOCATOR)]
