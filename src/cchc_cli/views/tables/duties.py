"""Duties as a table of values."""

from collections.abc import Mapping
from datetime import date

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.plan import Duty
from cchc_cli.services.duties import DutyList, DutyRow
from cchc_cli.views.duties import heading
from cchc_cli.views.tables.model import Field, Table, Value
from cchc_cli.views.wording import tables as words
from cchc_cli.views.wording.words import FORCES, RHYTHMS, ROLES, lowered, number_text

FIELDS = (
    Field("Mã", 10),
    Field("Mục", 10),
    Field("Nhiệm vụ", 42),
    Field("Nguyên văn", 60),
    Field("Mức ràng buộc", 20),
    Field("Vai trò", 16),
    Field("Theo nhóm", 26),
    Field("Chủ trì", 26),
    Field("Thực hiện", 26),
    Field("Cùng phối hợp", 26),
    Field("Phối hợp với", 26),
    Field("Sản phẩm", 26),
    Field("Mức tối thiểu", 16),
    Field("Tần suất", 14),
    Field("Lời văn về thời gian", 30),
    Field("Báo cáo", 24),
    Field("Số cơ quan", 9, "number"),
    Field("Danh sách cơ quan", 14),
    Field("Còn để ngỏ", 40),
)
STATE = Field("Tình trạng", 28)


def duties_table(found: DutyList, today: date, told: Mapping[str, str] | None = None) -> Table:
    """The list of duties; ``told`` says how the agency stands with each."""
    about = [heading(found.plan)]
    if found.agency:
        about.append(words.AGENCY.format(name=found.agency.name))
    roster = Roster(found.plan.registry)
    rows = (
        [*_row(row, roster), *([] if told is None else [told.get(row.duty.id)])]
        for row in found.rows
    )
    fields = FIELDS if told is None else (*FIELDS, STATE)
    return Table(words.DUTIES, about, today, fields, rows)


def _row(row: DutyRow, roster: Roster) -> list[Value]:
    duty = row.duty
    partners = filter(None, (roster.names(duty.partners), duty.partner_words))
    return [
        duty.id,
        duty.clause,
        duty.title,
        duty.text,
        FORCES[duty.force],
        ROLES[row.part.role],
        roster.name(row.part.via) if row.part.via else None,
        roster.names(duty.lead) or None,
        roster.names(duty.implement) or None,
        roster.names(duty.cooperate) or None,
        "; ".join(partners) or None,
        _product(duty),
        _measure(duty),
        RHYTHMS[duty.schedule.rhythm],
        duty.time_words,
        _report(duty, roster),
        row.bearers,
        words.OPEN if row.open else words.COMPLETE,
        duty.question,
    ]


def _product(duty: Duty) -> str | None:
    if duty.product is None:
        return None
    quantity = f"{duty.product.quantity} " if duty.product.quantity else ""
    names = (duty.product.name, *map(lowered, duty.product.alternatives))
    return quantity + words.OR.join(names)


def _measure(duty: Duty) -> str | None:
    if duty.measure is None:
        return None
    per = words.PER.format(per=duty.measure.per) if duty.measure.per else ""
    return f"{number_text(duty.measure.minimum)} {duty.measure.unit}{per}"


def _report(duty: Duty, roster: Roster) -> str | None:
    if duty.report_to is None:
        return None
    through = duty.report_through
    between = words.THROUGH.format(name=roster.name(through)) if through else ""
    return roster.name(duty.report_to) + between
