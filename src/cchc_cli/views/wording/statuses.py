"""The one table of statuses: their words, the column that they count in, their sign in a map."""

from typing import Literal, NamedTuple

from cchc_cli.domain.plan import Measure
from cchc_cli.domain.status import Status, StatusKind
from cchc_cli.views.wording.words import number_text

StatusColumn = Literal["in_time", "late", "done", "overdue", "left", "unowed"]


class StatusWords(NamedTuple):
    """How a status is told.

    Attributes:
        words: its name.
        column: where it counts; ``unowed`` is no part of what has to be done.
        sign: its sign in a heat map; a space where nothing is owed as yet.
        about: what it means, for the handbook.
    """

    words: str
    column: StatusColumn
    sign: str
    about: str


STATUSES: dict[StatusKind, StatusWords] = {
    "not_yet": StatusWords("chưa đến kỳ", "left", " ", "kỳ chưa bắt đầu, hoặc chưa hết"),
    "waiting": StatusWords("chờ sự kiện", "unowed", " ", "sự kiện làm phát sinh việc chưa xảy ra"),
    "open": StatusWords(
        "chưa thực hiện", "left", "·", "chưa làm, còn hạn hoặc không có hạn; kèm số ngày còn lại"
    ),
    "borderline": StatusWords(
        "sát hạn", "left", "·", "chưa làm, đúng ngày được nêu sau chữ “trước”"
    ),
    "overdue": StatusWords("quá hạn", "overdue", "✗", "chưa làm, đã qua hạn; kèm số ngày quá"),
    "returned": StatusWords("trả lại", "left", "◧", "kết quả bị trả lại, chờ làm lại"),
    "on_time": StatusWords("đã thực hiện đúng hạn", "in_time", "■", "ngày của minh chứng kịp hạn"),
    "extended": StatusWords(
        "đúng hạn theo gia hạn", "in_time", "■", "kịp hạn mới, không kịp hạn cũ"
    ),
    "late": StatusWords(
        "đã thực hiện, trễ", "late", "▲", "ngày của minh chứng sau hạn; kèm số ngày trễ"
    ),
    "done": StatusWords("đã thực hiện", "done", "■", "đã làm; việc không có hạn"),
    "ongoing": StatusWords(
        "thường xuyên", "done", "■", "đã có hoạt động; kèm số ngày từ lần gần nhất"
    ),
    "idle": StatusWords(
        "thường xuyên, chưa ghi nhận", "left", "·", "chưa ghi nhận hoạt động nào"
    ),
    "waived": StatusWords("miễn", "unowed", " ", "được miễn, có lý do hoặc văn bản"),
    "none": StatusWords("không phát sinh", "unowed", " ", "trong kỳ không có gì phát sinh"),
}  # fmt: skip
# What has a column of its own in "done" as well counts in both.
COLUMNS: dict[StatusColumn, str] = {
    "in_time": "Đúng hạn",
    "late": "Trễ",
    "done": "Đã làm",
    "overdue": "Quá hạn",
    "left": "Còn lại",
    "unowed": "không tính vào “phải làm”",
}
# What one agency has to see first stands first.
SECTIONS: dict[str, tuple[StatusKind, ...]] = {
    "Quá hạn, bị trả lại": ("overdue", "returned"),
    "Chưa thực hiện": ("borderline", "open"),
    "Đã thực hiện": ("on_time", "extended", "late", "done"),
    "Thường xuyên": ("ongoing", "idle"),
    "Chưa đến kỳ, chờ sự kiện": ("not_yet", "waiting"),
    "Miễn, không phát sinh": ("waived", "none"),
}
# Of several statuses in one month the first of these is shown.
WORST: tuple[StatusKind, ...] = (
    "overdue", "returned", "late", "borderline", "open", "idle",
    "done", "on_time", "extended", "ongoing",
)  # fmt: skip
DURATION = "phút"


def status_text(status: Status, measure: Measure | None = None, *, requested: bool = False) -> str:
    """A status in words, with its days and what is short of what was asked.

    What was only requested is never called late.
    """
    return _named(status, requested=requested) + "".join(_short_of(status, measure))


def _named(status: Status, *, requested: bool) -> str:
    words = STATUSES[status.kind].words
    if requested and status.kind in ("overdue", "late"):
        return STATUSES["open" if status.kind == "overdue" else "done"].words
    if status.days is None or (requested and status.kind == "returned"):
        return words
    days = number_text(status.days)
    today = not status.days
    counted = {
        "open": " (hạn hôm nay)" if today else f" (còn {days} ngày)",
        "overdue": f" {days} ngày",
        "late": f" {days} ngày",
        "returned": f", quá hạn {days} ngày",
        "ongoing": f" (gần nhất {'hôm nay' if today else f'{days} ngày trước'})",
    }
    return words + counted.get(status.kind, "")


def _short_of(status: Status, measure: Measure | None) -> list[str]:
    found = []
    if status.needed > 1 and status.number < status.needed and status.number:
        found.append(f", mới {status.number}/{status.needed} lần")
    if status.original is not None and STATUSES[status.kind].column in ("left", "overdue"):
        found.append(", đã gia hạn")
    if status.short:
        found.append(f", {lacking_measure(measure)} ở {status.short} lần")
    return found


def lacking_measure(measure: Measure | None) -> str:
    """What is lacking where something was done below a duty's measure."""
    timed = measure is not None and measure.unit == DURATION
    return "thiếu thời lượng" if timed else "chưa đạt mức tối thiểu"
