"""The calendar of days off (``format: cchc-calendar/1``)."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cchc_cli.domain.workdays import DayKind
from cchc_cli.plan.models.base import FIRST_YEAR, LAST_YEAR, Day, Flag, Model, Text, Whole


class SpecialDayModel(Model):
    """Một ngày (date) hoặc nhiều ngày liền nhau (first, last)."""

    date: Day | None = Field(None, description="Ngày")
    first: Day | None = Field(None, description="Ngày đầu của đợt")
    last: Day | None = Field(None, description="Ngày cuối của đợt, kể cả ngày này")
    kind: DayKind = Field(
        description="holiday: nghỉ lễ; compensatory: nghỉ bù; "
        "swapped: nghỉ hoán đổi; makeup: làm bù"
    )
    name: Text = Field(description="Tên ngày nghỉ")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        single, ranged = self.date is not None, bool(self.first and self.last)
        if single == ranged or (single and (self.first or self.last)):
            raise PydanticCustomError("date_or_range", "date_or_range")
        if self.first and self.last and self.last < self.first:
            raise PydanticCustomError("range_order", "range_order")
        return self


class CalendarYearModel(Model):
    """Các ngày đặc biệt của một năm."""

    year: Whole = Field(description="Năm", ge=FIRST_YEAR, le=LAST_YEAR)
    complete: Flag = Field(description="Đã đủ mọi ngày nghỉ của năm hay chưa")
    source: Text = Field(description="Nguồn: thông báo, văn bản của cơ quan có thẩm quyền")
    days: tuple[SpecialDayModel, ...] = Field((), description="Các ngày đặc biệt")


class CalendarModel(Model):
    """Lịch ngày nghỉ và ngày làm bù, theo năm."""

    format: Literal["cchc-calendar/1"] = Field(description="Tên và phiên bản định dạng")
    name: Text = Field(description="Tên lịch")
    years: tuple[CalendarYearModel, ...] = Field(description="Các năm có dữ liệu")
