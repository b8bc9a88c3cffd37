"""Deadlines as a table of values."""

from datetime import timedelta

from cchc_cli.services.deadlines import DeadlineList, DeadlineRow
from cchc_cli.views.duties import heading
from cchc_cli.views.tables.model import Field, Table, Value
from cchc_cli.views.wording import tables as words
from cchc_cli.views.wording.words import FORCES, OPERATORS, STANDINGS, occurrence_name, weekday_text

FIELDS = (
    Field("Hạn (ngày cuối còn kịp)", 13, "date"),
    Field("Tình trạng", 13),
    Field("Số ngày", 9, "number"),
    Field("Mã", 10),
    Field("Nhiệm vụ", 46),
    Field("Kỳ", 22),
    Field("Kỳ từ ngày", 12, "date"),
    Field("Kỳ đến ngày", 12, "date"),
    Field("Từ chỉ hạn", 12),
    Field("Ngày kế hoạch nêu", 12, "date"),
    Field("Quá hạn từ ngày", 12, "date"),
    Field("Lời văn về thời gian", 34),
    Field("Số cơ quan", 9, "number"),
    Field("Chưa làm", 9, "number"),
    Field("Cùng sự kiện với", 16),
    Field("Số kỳ trước gộp vào", 10, "number"),
    Field("Mức ràng buộc", 20),
)


def deadlines_table(found: DeadlineList) -> Table:
    """The deadlines as listed, what is only asked for at the end."""
    about = [heading(found.plan), words.JUDGED.format(day=weekday_text(found.today))]
    if found.agency:
        about.append(words.AGENCY.format(name=found.agency.name))
    rows = (_row(row, found) for row in (*found.rows, *found.requested))
    return Table(words.DEADLINES, about, found.today, FIELDS, rows)


def _row(row: DeadlineRow, found: DeadlineList) -> list[Value]:
    deadline, period = row.deadline, row.occurrence.period
    told = found.recorded and found.agency is None
    return [
        deadline.effective,
        STANDINGS[row.standing],
        row.days,
        row.duty.id,
        row.duty.title,
        occurrence_name(row.occurrence) or None,
        period.first if period else None,
        period.last if period else None,
        OPERATORS[deadline.operator],
        deadline.named,
        deadline.limit + timedelta(days=1),
        row.duty.time_words,
        row.agencies,
        row.left if told else None,
        ", ".join(row.joint) or None,
        row.more,
        FORCES[row.duty.force],
    ]
