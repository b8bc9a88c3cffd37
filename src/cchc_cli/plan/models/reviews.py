"""Sections of a plan about its source: who read what against it, and what lays no duty."""

from typing import Annotated

from pydantic import Field, StringConstraints

from cchc_cli.plan.models.base import Day, Locator, Model, Text

# Of the duty as encoded, then of the clause's words where the source was at hand.
PRINTS = r"^[0-9a-f]{16}( [0-9a-f]{16})?$"
PRINT = r"^[0-9a-f]{16}$"
Prints = Annotated[str, StringConstraints(pattern=PRINTS)]
Print = Annotated[str, StringConstraints(pattern=PRINT)]


class ReviewModel(Model):
    """Một lần rà soát nhiệm vụ với văn bản; cchc plan review ghi."""

    reviewer: Text = Field(alias="by", description="Người rà soát")
    day: Day = Field(alias="on", description="Ngày rà soát")
    source: Text | None = Field(None, description="Tệp văn bản đã đối chiếu")
    duties: dict[Locator, Prints] = Field(
        description="Mã nhiệm vụ và dấu vân của nội dung đã mã hóa, rồi của lời văn trong văn bản"
    )


class ContextModel(Model):
    """Một mục của văn bản không giao việc cho ai."""

    clause: Locator = Field(description="Mục in trong văn bản")
    reason: Text = Field(description="Vì sao không phải nhiệm vụ")
    words: Print | None = Field(None, description="Dấu vân của lời văn khi kết luận")
