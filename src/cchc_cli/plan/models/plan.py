"""The plan (``format: cchc-plan/1``)."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cchc_cli.domain.deadlines import DecidedBy, Reading, Shift
from cchc_cli.domain.plan import Force, LinkKind
from cchc_cli.plan.models.base import (
    Day,
    FileName,
    Locator,
    Model,
    Number,
    Slug,
    Text,
    Whole,
)
from cchc_cli.plan.models.reviews import ContextModel, ReviewModel
from cchc_cli.plan.shorthand import ShorthandError, parse_schedule


def _schedule(text: str) -> str:
    try:
        parse_schedule(text)
    except ShorthandError as error:
        raise PydanticCustomError(
            "bad_schedule", "bad_schedule", {"reason": error.code, "part": error.part}
        ) from error
    return text


ScheduleText = Annotated[
    str,
    AfterValidator(_schedule),
    Field(
        description="Thời hạn viết gọn",
        examples=[
            "continuous",
            "sometime",
            "once",
            "before 2021-06-15 for h1",
            "by 2021-06-20",
            "within 2021-Q2",
            "every quarter from 2021-04-01",
            "every month, by day 5 of next month",
            "reports h1 year",
            'when "…"',
            'within 10 working days of "…"',
        ],
    ),
]
Ids = tuple[Slug, ...]


class DocumentModel(Model):
    """Thể thức của văn bản; phần văn bản không ghi thì để null."""

    type: Text = Field(description="Loại văn bản")
    number: Text | None = Field(None, description="Số, ký hiệu")
    date: Day | None = Field(None, description="Ngày ban hành")
    signer: Text | None = Field(None, description="Người ký")
    issuer: Slug = Field(description="Mã cơ quan ban hành")


class ValidityModel(Model):
    """Thời gian thực hiện."""

    first: Day = Field(alias="from", description="Ngày đầu")
    last: Day = Field(alias="to", description="Ngày cuối, kể cả ngày này")
    in_force: Day | None = Field(None, description="Ngày sớm nhất kế hoạch có thể có hiệu lực")
    in_force_reason: Text | None = Field(None, description="Vì sao lấy ngày đó")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("range_order", "range_order")
        return self


class PolicyModel(Model):
    """Cách đọc thời hạn và mức đôn đốc; mọi giá trị đều do người dùng chọn."""

    before: Reading = Field("strict", description="“trước ngày D”: strict là đến hết ngày D-1")
    shift: Shift = Field("none", description="Hạn rơi vào ngày nghỉ: giữ nguyên hay lùi sang sau")
    decided_by: DecidedBy = Field(
        "received", description="Đúng hạn hay trễ theo ngày nhận (received) hay ngày ký (signed)"
    )
    due_soon_days: Whole = Field(30, ge=0, le=366, description="Số ngày coi là sắp đến hạn")
    turnover_day: Whole = Field(15, ge=1, le=28, description="Ngày bắt đầu kỳ số liệu báo cáo")
    turnover_source: Text | None = Field(None, description="Nguồn của ngày chốt số liệu")
    remind_before_days: Whole = Field(
        10, ge=0, le=366, description="Nhắc trước hạn bao nhiêu ngày (giả định)"
    )
    press_from_days: Whole = Field(
        5, ge=0, le=366, description="Trễ từ bao nhiêu ngày thì đôn đốc, dù chưa nhắc (giả định)"
    )
    escalate_from_days: Whole = Field(
        15, ge=0, le=366, description="Trễ từ bao nhiêu ngày thì báo cáo lãnh đạo (giả định)"
    )
    escalate_after_letters: Whole = Field(
        2, ge=0, le=100,
        description="Báo cáo lãnh đạo sau bao nhiêu công văn kể từ khi trễ (giả định)",
    )  # fmt: skip
    press_again_days: Whole = Field(
        7, ge=1, le=366, description="Số ngày giữa hai công văn cùng mức về một việc (giả định)"
    )
    answer_days: Whole = Field(
        5, ge=0, le=366, description="Số ngày để trả lời công văn (giả định)"
    )
    letter_unit: Text | None = Field(
        None, description="Chữ viết tắt của đơn vị soạn thảo trong số công văn, ví dụ CCHC"
    )


class RelationModel(Model):
    """Kế hoạch cấp trên hoặc cấp dưới."""

    plan: Slug = Field(description="Mã kế hoạch")
    clause: Locator | None = Field(None, description="Mục giao xây dựng kế hoạch")


class ReferenceModel(Model):
    """Văn bản được dẫn chiếu."""

    id: Slug = Field(description="Mã riêng")
    number: Text = Field(description="Số, ký hiệu")
    type: Text = Field(description="Loại văn bản")
    issuer: Text | None = Field(None, description="Cơ quan ban hành")
    date: Day | None = Field(None, description="Ngày ban hành, nếu kế hoạch có ghi")
    subject: Text | None = Field(None, description="Trích yếu")
    cited_at: tuple[Text, ...] = Field(min_length=1, description="Nơi dẫn chiếu")


class StatementModel(Model):
    """Một mục đích."""

    clause: Locator = Field(description="Mục")
    text: Text = Field(description="Nguyên văn")


class TargetModel(Model):
    """Một chỉ tiêu bằng số."""

    measure: Text = Field(description="Đại lượng")
    value: Number = Field(description="Giá trị")
    unit: Text = Field(description="Đơn vị")


class RequirementModel(StatementModel):
    """Một yêu cầu."""

    target: TargetModel | None = Field(None, description="Chỉ tiêu, nếu có")


class TopicItemModel(Model):
    """Một nội dung cần tuyên truyền (không phải nhiệm vụ)."""

    text: Text = Field(description="Nguyên văn")
    expected: ScheduleText | None = Field(None, description="Nhịp thường có của nội dung này")


class TopicModel(Model):
    """Một nhóm nội dung tuyên truyền."""

    id: Slug = Field(description="Mã riêng")
    clause: Locator = Field(description="Mục")
    title: Text = Field(description="Nguyên văn tên nhóm")
    items: tuple[TopicItemModel, ...] = Field((), description="Các gạch đầu dòng")


class ChannelModel(Model):
    """Một hình thức tuyên truyền."""

    id: Slug = Field(description="Mã riêng")
    clause: Locator = Field(description="Mục")
    title: Text = Field(description="Tên gọi ngắn")
    text: Text = Field(description="Nguyên văn")


class IndicatorModel(Model):
    """Một dòng của phụ lục số liệu."""

    id: Slug = Field(description="Mã riêng")
    channel: Slug | None = Field(None, description="Hình thức tuyên truyền")
    group: Text | None = Field(None, description="Tên nhóm, khi không thuộc hình thức nào")
    name: Text = Field(description="Chỉ tiêu")
    unit: Text = Field(description="Đơn vị tính")

    @model_validator(mode="after")
    def _one_head(self) -> Self:
        if (self.channel is None) == (self.group is None):
            raise PydanticCustomError("channel_or_group", "channel_or_group")
        return self


class ProductModel(Model):
    """Sản phẩm của nhiệm vụ."""

    name: Text = Field(description="Tên sản phẩm")
    count: Whole | None = Field(None, ge=1, description="Số lượng, nếu văn bản nêu")
    alternatives: tuple[Text, ...] = Field((), description="Hình thức khác cũng được chấp nhận")


class MeasureModel(Model):
    """Mức tối thiểu ngoài số lần thực hiện."""

    minimum: Number = Field(description="Mức tối thiểu")
    unit: Text = Field(description="Đơn vị")
    per: Text | None = Field(None, description="Tính cho mỗi …")


class ReportToModel(Model):
    """Nơi nhận báo cáo."""

    to: Slug = Field(description="Cơ quan nhận")
    through: Slug | None = Field(None, description="Gửi thông qua cơ quan")


class LinkModel(Model):
    """Liên hệ với nhiệm vụ khác."""

    to: Locator = Field(description="Mã nhiệm vụ kia")
    kind: LinkKind = Field(
        description="same_event: cùng một sự kiện; depends_on: chờ kết quả; "
        "overlaps: trùng nội dung; alternative: hình thức thay thế"
    )
    note: Text | None = Field(None, description="Giải thích")


class Bearers(Model):
    """Ai thực hiện."""

    lead: Ids = Field((), description="Chủ trì (mã cơ quan hoặc nhóm)")
    implement: Ids = Field((), description="Thực hiện, khi văn bản không nêu chủ trì")
    cooperate: Ids = Field((), description="Cùng phối hợp, không nêu ai chủ trì")
    partners: Ids = Field((), description="Cơ quan phối hợp có tên")
    partner_words: Text | None = Field(None, description="Cơ quan phối hợp viết chung chung")
    time_words: Text | None = Field(None, description="Nguyên văn chỗ nói về thời gian")
    funding: Text | None = Field(None, description="Kinh phí")

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.lead or self.implement or self.cooperate):
            raise PydanticCustomError("nobody_acts", "nobody_acts")
        return self


class DutyModel(Bearers):
    """Một nhiệm vụ: một việc, một sản phẩm, một nhịp."""

    id: Locator = Field(description="Mã nhiệm vụ theo vị trí in trong văn bản, ví dụ V.6.4b")
    clause: Locator = Field(description="Mục in trong văn bản")
    title: Text = Field(max_length=120, description="Tên ngắn")
    text: Text = Field(description="Nguyên văn")
    force: Force = Field("assigned", description="assigned: giao; requested: đề nghị")
    capacity: Text | None = Field(None, description="Lời văn chỉ vai trò")
    product: ProductModel | None = Field(None, description="Sản phẩm")
    schedule: ScheduleText
    measure: MeasureModel | None = Field(None, description="Mức tối thiểu")
    report_to: ReportToModel | None = Field(None, description="Báo cáo cho ai")
    links: tuple[LinkModel, ...] = Field((), description="Liên hệ với nhiệm vụ khác")
    question: Text | None = Field(None, description="Điều văn bản còn để ngỏ")


class TaskModel(Bearers):
    """Một dòng của phụ lục nhiệm vụ."""

    no: Whole = Field(ge=1, description="Số thứ tự")
    content: Text = Field(description="Nội dung công việc")
    product: Text | None = Field(None, description="Sản phẩm")
    time: ScheduleText


class AnnexModel(Model):
    """Phụ lục nhiệm vụ."""

    id: Locator = Field(description="Mã phụ lục; nhiệm vụ có mã <phụ lục>.<số thứ tự>")
    title: Text = Field(description="Tên phụ lục")
    tasks: tuple[TaskModel, ...] = Field(min_length=1, description="Các nhiệm vụ")


class FundingModel(Model):
    """Kinh phí thực hiện."""

    text: Text = Field(description="Nguyên văn")
    reference: Slug | None = Field(None, description="Văn bản giao kinh phí")


class RecipientModel(Model):
    """Một nơi nhận."""

    name: Text = Field(description="Tên")
    purpose: Text | None = Field(None, description="Để làm gì")


class PlanModel(Model):
    """Một kế hoạch của một cơ quan ban hành."""

    format: Literal["cchc-plan/1"] = Field(description="Tên và phiên bản định dạng")
    id: Slug = Field(description="Mã kế hoạch")
    title: Text = Field(description="Tên đầy đủ")
    short_title: Text = Field(description="Tên ngắn")
    subject: Text = Field(description="Chủ đề, dùng trong tên báo cáo")
    document: DocumentModel = Field(description="Thể thức văn bản")
    validity: ValidityModel = Field(description="Thời gian thực hiện")
    registry: FileName = Field(description="Tệp danh bạ cơ quan, cùng thư mục")
    calendar: FileName = Field(description="Tệp lịch ngày nghỉ, cùng thư mục")
    coordinator: Slug = Field(description="Cơ quan đầu mối theo dõi")
    parent: RelationModel | None = Field(None, description="Kế hoạch cấp trên")
    children: tuple[RelationModel, ...] = Field((), description="Kế hoạch cấp dưới")
    policy: PolicyModel = Field(
        default_factory=PolicyModel.model_construct, description="Cách đọc thời hạn"
    )
    theme: Text | None = Field(None, description="Chủ đề công tác năm")
    legal_basis: Ids = Field((), description="Căn cứ ban hành (mã văn bản dẫn chiếu)")
    references: tuple[ReferenceModel, ...] = Field((), description="Văn bản dẫn chiếu")
    purposes: tuple[StatementModel, ...] = Field((), description="Mục đích")
    requirements: tuple[RequirementModel, ...] = Field((), description="Yêu cầu")
    topics: tuple[TopicModel, ...] = Field((), description="Nội dung tuyên truyền")
    channels: tuple[ChannelModel, ...] = Field((), description="Hình thức tuyên truyền")
    indicators: tuple[IndicatorModel, ...] = Field((), description="Chỉ tiêu thống kê")
    locator_aliases: dict[str, str] = Field(
        {}, description="Số mục lẽ ra phải in và số mục đã in, ví dụ III: V"
    )
    duties: tuple[DutyModel, ...] = Field((), description="Các nhiệm vụ")
    annexes: tuple[AnnexModel, ...] = Field((), description="Các phụ lục nhiệm vụ")
    funding: FundingModel | None = Field(None, description="Kinh phí thực hiện")
    recipients: tuple[RecipientModel, ...] = Field((), description="Nơi nhận")
    amendments: tuple[FileName, ...] = Field((), description="Tệp sửa đổi kế hoạch, cùng thư mục")
    reviews: tuple[ReviewModel, ...] = Field((), description="Các lần rà soát với văn bản")
    context: tuple[ContextModel, ...] = Field((), description="Mục không phải nhiệm vụ")
