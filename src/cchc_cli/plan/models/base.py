"""What the models share: strictness, identifiers, words and days."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LOCATOR = r"^[^\s/.]+(\.[^\s/.]+)*$"
# As much of an address as keeps a header whole; whether a box is there only the post can tell.
ADDRESS = r"^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
# A file of the same folder, so that the folder's bytes decide what is read.
FILE_NAME = r"^[^/\\:\x00-\x1f]+\.ya?ml$"
# Arithmetic on days stays far from the ends of Python's calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Model(BaseModel):
    """A mapping of the file: unknown keys are faults, values are not converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    raise PydanticCustomError("bad_date", "bad_date", {"value": str(value)})


Day = Annotated[
    date,
    Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31)),
    BeforeValidator(_day, json_schema_input_type=date),
]
Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Locator = Annotated[str, StringConstraints(pattern=LOCATOR)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME)]
