"""The history of entries as a table of values."""

from collections.abc import Sequence
from datetime import date

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.entries import Content
from cchc_cli.domain.local_time import VIETNAM
from cchc_cli.domain.plan import Plan
from cchc_cli.services.history import Line
from cchc_cli.views.entries import kind_text, name_of, period_text
from cchc_cli.views.tables.model import Field, Table, Value
from cchc_cli.views.wording import history as told
from cchc_cli.views.wording import tables as words
from cchc_cli.views.wording.words import number_text

FIELDS = (
    Field("Số", 8, "number"),
    Field("Ghi lúc (giờ Việt Nam)", 17, "moment"),
    Field("Người ghi", 20),
    Field("Tên đăng nhập", 14),
    Field("Loại", 18),
    Field("Mã", 10),
    Field("Kỳ", 14),
    Field("Cơ quan", 34),
    Field("Ngày diễn ra", 12, "date"),
    Field("Hạn mới", 12, "date"),
    Field("Số, ký hiệu", 18),
    Field("Nơi ban hành", 22),
    Field("Ngày ký", 12, "date"),
    Field("Ngày nhận", 12, "date"),
    Field("Trích yếu", 34),
    Field("Tệp minh chứng", 26),
    Field("Đường dẫn", 26),
    Field("Số liệu", 24),
    Field("Lời ghi", 34),
    Field("Cùng tham gia", 26),
    Field("Đã đính chính bởi mục", 12, "number"),
    Field("Bổ sung sau mục chốt", 12, "number"),
    Field("Kế hoạch", 26),
)


def history_table(plan: Plan, lines: Sequence[Line], today: date) -> Table:
    """Entries in the order of the chain, the newest last."""
    roster = Roster(plan.registry)
    rows = (_row(roster, line) for line in lines)
    return Table(words.HISTORY, [told.ABOVE], today, FIELDS, rows)


def _row(roster: Roster, line: Line) -> list[Value]:
    entry, content = line.entry, line.entry.content
    document = content.document
    return [
        entry.id,
        entry.recorded.astimezone(VIETNAM).replace(tzinfo=None, microsecond=0),
        entry.name or entry.actor,
        entry.actor,
        kind_text(content),
        content.duty,
        period_text(content) or None,
        name_of(roster, content.agency) if content.agency else None,
        content.day,
        content.until,
        document.number if document else None,
        name_of(roster, document.issuer) if document and document.issuer else None,
        document.signed if document else None,
        document.received if document else None,
        document.subject if document else None,
        "; ".join(file.name for file in content.files) or None,
        "; ".join(content.links) or None,
        _figures(content),
        content.text,
        "; ".join(name_of(roster, one) for one in content.participants) or None,
        line.cancelled_by,
        line.late_for,
        content.plan,
    ]


def _figures(content: Content) -> str | None:
    said = (
        words.FIGURE.format(indicator=one.indicator, value=number_text(one.value))
        for one in content.figures
    )
    return "; ".join(said) or None
