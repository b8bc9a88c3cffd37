"""The registry of agencies and groups (``format: cchc-agencies/1``)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cchc_cli.domain.agencies import AgencyKind
from cchc_cli.plan.models.base import Address, Day, Flag, Model, Slug, Text


class SuccessorModel(Model):
    """Cơ quan kế thừa: mặc định, hoặc chỉ các mảng việc nêu ở matters."""

    agency: Slug = Field(description="Mã cơ quan kế thừa")
    on: Day = Field(description="Ngày bắt đầu kế thừa")
    note: Text | None = Field(None, description="Phần việc không chuyển theo, nguồn")
    matters: tuple[Text, ...] = Field(
        (), description="Chỉ kế thừa nhiệm vụ có một trong các chữ này, ví dụ báo chí"
    )
    excludes: tuple[Text, ...] = Field(
        (), description="Mảng việc không chuyển về đây mà chưa rõ chuyển về đâu"
    )


class AgencyModel(Model):
    """Một cơ quan, đơn vị."""

    id: Slug = Field(description="Mã riêng, chữ thường không dấu, ví dụ snv")
    name: Text = Field(description="Tên đầy đủ như viết trong văn bản")
    symbol: Text | None = Field(
        None, description="Ký hiệu trong số văn bản, do thủ trưởng cơ quan quy định"
    )
    symbol_assumed: Flag = Field(False, description="Ký hiệu theo thông lệ, chưa đọc trên văn bản")
    kind: AgencyKind = Field(description="Loại cơ quan")
    aliases: tuple[Text, ...] = Field(
        (), description="Tên gọi khác không tự suy ra được từ tên đầy đủ"
    )
    superior: Slug | None = Field(None, description="Cơ quan chủ quản, in phía trên ở đầu văn bản")
    place: Text | None = Field(None, description="Địa danh ghi trước ngày tháng")
    email: Address | None = Field(None, description="Hộp thư công vụ, ví dụ vanthu@example.org")
    first: Day | None = Field(None, alias="from", description="Ngày bắt đầu hoạt động")
    until: Day | None = Field(None, description="Ngày đầu tiên không còn hoạt động")
    successors: tuple[SuccessorModel, ...] = Field((), description="Cơ quan kế thừa")
    note: Text | None = Field(None, description="Ghi chú")


class MemberModel(Model):
    """Một thành viên của nhóm; viết gọn là mã cơ quan."""

    agency: Slug = Field(description="Mã cơ quan")
    first: Day | None = Field(None, alias="from", description="Ngày vào nhóm")
    until: Day | None = Field(None, description="Ngày đầu tiên không còn trong nhóm")


def _member(value: object) -> object:
    return {"agency": value} if isinstance(value, str) else value


class GroupSuccessorModel(Model):
    """Nhóm thay cho nhóm này."""

    group: Slug = Field(description="Mã nhóm thay thế")
    on: Day = Field(description="Ngày bắt đầu thay thế")
    note: Text | None = Field(None, description="Khác nhau ở đâu, nguồn")


class GroupModel(Model):
    """Một nhóm cơ quan."""

    id: Slug = Field(description="Mã nhóm, không trùng với mã cơ quan")
    name: Text = Field(description="Tên nhóm như viết trong văn bản")
    members: tuple[Annotated[MemberModel, BeforeValidator(_member)], ...] = Field(
        (), description="Thành viên: mã cơ quan, hoặc mã kèm ngày vào và ra"
    )
    includes: tuple[Slug, ...] = Field((), description="Nhóm khác nằm trọn trong nhóm này")
    open: Flag = Field(False, description="Còn có thành viên khác ngoài danh sách")
    roster: Flag = Field(False, description="Danh sách do người dùng tự điền")
    successors: tuple[GroupSuccessorModel, ...] = Field(
        (), description="Nhóm thay cho nhóm này từ một ngày"
    )
    note: Text | None = Field(None, description="Ghi chú")


class RegistryModel(Model):
    """Danh bạ cơ quan của một địa phương, dùng chung cho kế hoạch nhiều năm."""

    format: Literal["cchc-agencies/1"] = Field(description="Tên và phiên bản định dạng")
    territory: Text = Field(description="Tên địa phương, có thể bỏ ở cuối tên cơ quan khi tìm")
    place: Text = Field(description="Địa danh ghi trước ngày tháng trong văn bản")
    source: Text = Field(description="Nguồn của danh sách")
    agencies: tuple[AgencyModel, ...] = Field(description="Các cơ quan, đơn vị")
    groups: tuple[GroupModel, ...] = Field((), description="Các nhóm cơ quan")
