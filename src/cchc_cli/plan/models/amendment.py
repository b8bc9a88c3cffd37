"""An amendment of a plan (``format: cchc-amendment/1``)."""

from typing import Literal

from pydantic import Field

from cchc_cli.domain.plan import Force
from cchc_cli.plan.models.base import Day, FileName, Locator, Model, Slug, Text
from cchc_cli.plan.models.plan import (
    DocumentModel,
    DutyModel,
    Ids,
    LinkModel,
    MeasureModel,
    ProductModel,
    ReportToModel,
    ScheduleText,
)


class ChangeModel(Model):
    """Một nhiệm vụ được sửa đổi: chỉ ghi những khóa đổi; ghi null để bỏ."""

    duty: Locator = Field(description="Mã nhiệm vụ")
    clause: Locator = Field(default_factory=str, description="Mục in trong văn bản")
    title: Text = Field(default_factory=str, max_length=120, description="Tên ngắn mới")
    text: Text = Field(default_factory=str, description="Nguyên văn mới")
    force: Force = Field("assigned", description="assigned: giao; requested: đề nghị")
    lead: Ids = Field((), description="Chủ trì (mã cơ quan hoặc nhóm)")
    implement: Ids = Field((), description="Thực hiện, khi văn bản không nêu chủ trì")
    cooperate: Ids = Field((), description="Cùng phối hợp, không nêu ai chủ trì")
    partners: Ids = Field((), description="Cơ quan phối hợp có tên")
    partner_words: Text | None = Field(None, description="Cơ quan phối hợp viết chung chung")
    capacity: Text | None = Field(None, description="Lời văn chỉ vai trò")
    product: ProductModel | None = Field(None, description="Sản phẩm")
    schedule: ScheduleText = Field(default_factory=str)
    measure: MeasureModel | None = Field(None, description="Mức tối thiểu")
    time_words: Text | None = Field(None, description="Nguyên văn chỗ nói về thời gian")
    report_to: ReportToModel | None = Field(None, description="Báo cáo cho ai")
    links: tuple[LinkModel, ...] = Field((), description="Liên hệ với nhiệm vụ khác")
    question: Text | None = Field(None, description="Điều văn bản còn để ngỏ")
    funding: Text | None = Field(None, description="Kinh phí")


class EndModel(Model):
    """Một nhiệm vụ thôi thực hiện."""

    duty: Locator = Field(description="Mã nhiệm vụ")
    note: Text | None = Field(None, description="Lời văn hoặc lý do")


class ExtendModel(Model):
    """Một thời hạn được gia hạn."""

    duty: Locator = Field(description="Mã nhiệm vụ")
    period: Text | None = Field(None, description="Kỳ, ví dụ 2021/h1, khi nhiệm vụ có nhiều kỳ")
    last: Day = Field(alias="to", description="Hạn mới, kể cả ngày này")
    note: Text | None = Field(None, description="Lời văn hoặc lý do")


class AmendmentModel(Model):
    """Một văn bản sửa đổi, bổ sung kế hoạch."""

    format: Literal["cchc-amendment/1"] = Field(description="Tên và phiên bản định dạng")
    id: Slug = Field(description="Mã văn bản sửa đổi")
    plan: FileName = Field(description="Tệp kế hoạch được sửa đổi, cùng thư mục")
    title: Text = Field(description="Sửa đổi điều gì")
    document: DocumentModel = Field(description="Thể thức văn bản")
    since: Day = Field(alias="from", description="Ngày bắt đầu có hiệu lực")
    plan_to: Day | None = Field(None, description="Ngày cuối mới của kế hoạch, kể cả ngày này")
    change: tuple[ChangeModel, ...] = Field((), description="Nhiệm vụ được sửa đổi")
    add: tuple[DutyModel, ...] = Field((), description="Nhiệm vụ được bổ sung")
    end: tuple[EndModel, ...] = Field((), description="Nhiệm vụ thôi thực hiện")
    extend: tuple[ExtendModel, ...] = Field((), description="Thời hạn được gia hạn")
