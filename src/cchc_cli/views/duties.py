"""Lists of duties, and one duty in full."""

from collections.abc import Mapping, Sequence

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.fingerprints import readings
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.duties import DutyDetail, DutyList, DutyRow
from cchc_cli.views.amending import amendment_note, duty_lines
from cchc_cli.views.machine import document
from cchc_cli.views.rereading import reading_text
from cchc_cli.views.sheet import Column, Section, Sheet, wrapped
from cchc_cli.views.wording.rereading import DETAIL as REVIEWED
from cchc_cli.views.wording.words import (
    FORCES,
    LINKS,
    MISSING,
    RHYTHMS,
    ROLES,
    UNSAID,
    dated_period,
    lowered,
    number_text,
)

COLUMNS = (
    Column("id", "Mã", 8, whole=True),
    Column("title", "Nhiệm vụ", 38),
    Column("role", "Vai trò", 14),
    Column("time", "Thời gian", 18),
)
STATE_COLUMNS = (
    COLUMNS[0],
    COLUMNS[1]._replace(width=25),
    COLUMNS[2]._replace(width=12),
    COLUMNS[3]._replace(width=15),
    Column("state", "Tình trạng", 19),
)
NAMED_BEARERS = 8
SECTIONS = ("Nhiệm vụ riêng", "Nhiệm vụ theo nhóm", "Việc được đề nghị", "Việc phối hợp")


def duties_sheet(found: DutyList, told: Mapping[str, str] | None = None) -> Sheet:
    """The list of duties as a sheet; of an agency in sections by its part.

    Args:
        found: the list.
        told: how the agency stands with each duty, where a ledger tells.
    """
    columns = COLUMNS if told is None else STATE_COLUMNS
    above = [heading(found.plan), *filter(None, [amendment_note(found.plan)])]
    groups = list(dict.fromkeys(row.part.via for row in found.rows if row.part.via))
    if found.agency is None:
        above.append(f"{len(found.rows)} nhiệm vụ.")
        cells = [_cells(row, groups) for row in found.rows]
        sections = [Section("", cells)] if cells else []
        return Sheet(above, COLUMNS, sections, _notes(found, groups))
    above.append(f"Cơ quan: {found.agency.name}")
    sections = []
    for heading_text, rows in _by_part(found):
        sections.append(Section(heading_text, [_cells(row, groups, told) for row in rows]))
    counts = ", ".join(f"{len(rows)} {name.casefold()}" for name, rows in _by_part(found))
    total = f"Cộng: {len(found.rows)}" + (f" ({counts})." if counts else ".")
    return Sheet(above, columns, sections, [total, *_notes(found, groups)])


def _by_part(found: DutyList) -> list[tuple[str, list[DutyRow]]]:
    parts: dict[str, list[DutyRow]] = {}
    for row in found.rows:
        if row.part.role == "partner":
            name = SECTIONS[3]
        elif row.part.role == "requested":
            name = SECTIONS[2]
        else:
            name = SECTIONS[0] if row.part.via is None else SECTIONS[1]
        parts.setdefault(name, []).append(row)
    return list(parts.items())


def _cells(row: DutyRow, groups: Sequence[str], told: Mapping[str, str] | None = None) -> list[str]:
    role = ROLES[row.part.role]
    if row.part.via:
        role = f"{role} (theo nhóm {groups.index(row.part.via) + 1})"
    mark = " (?)" if row.duty.question else ""
    cells = [row.duty.id, row.duty.title + mark, role, time_text(row.duty)]
    return cells if told is None else [*cells, told.get(row.duty.id, "-")]


def _notes(found: DutyList, groups: Sequence[str]) -> list[str]:
    roster = Roster(found.plan.registry)
    notes = [
        f"Nhóm {number}: {roster.name(group)} (--group {group})"
        for number, group in enumerate(groups, 1)
    ]
    if any(row.duty.question for row in found.rows):
        notes.append("(?) văn bản còn để ngỏ; xem: cchc duties show MÃ")
    return notes


def heading(plan: Plan) -> str:
    """The plan's short title with its number, or what the text lacks."""
    number = f"số {plan.document.number}" if plan.document.number else f"số: {MISSING}"
    return f"{plan.short_title} ({number})"


def time_text(duty: Duty) -> str:
    """The rhythm, with the plan's own words of time where it has any."""
    words = RHYTHMS[duty.schedule.rhythm]
    own = lowered(duty.time_words or "")
    return f"{words}: {own}" if own and not own.casefold().startswith(words) else own or words


def duties_json(found: DutyList, told: Mapping[str, str] | None = None) -> str:
    """The list as JSON (``cchc/duties/1``)."""
    states = told or {}
    return document(
        "duties",
        {
            "plan": found.plan.id,
            "agency": found.agency.id if found.agency else None,
            "count": len(found.rows),
            "duties": [
                {
                    **duty_data(row.duty),
                    "role": row.part.role,
                    "via_group": row.part.via,
                    "agencies": row.bearers,
                    "open": row.open,
                    "state": states.get(row.duty.id),
                }
                for row in found.rows
            ],
        },
    )


def duty_data(duty: Duty) -> dict[str, object]:
    """What machine output tells of a duty."""
    return {
        "id": duty.id,
        "clause": duty.clause,
        "title": duty.title,
        "text": duty.text,
        "force": duty.force,
        "lead": duty.lead,
        "implement": duty.implement,
        "cooperate": duty.cooperate,
        "partners": duty.partners,
        "partner_words": duty.partner_words,
        "capacity": duty.capacity,
        "product": duty.product._asdict() if duty.product else None,
        "measure": duty.measure._asdict() if duty.measure else None,
        "rhythm": duty.schedule.rhythm,
        "time_words": duty.time_words,
        "report_to": duty.report_to,
        "report_through": duty.report_through,
        "links": [link._asdict() for link in duty.links],
        "question": duty.question,
    }


def detail_lines(found: DutyDetail) -> list[tuple[str, str]]:
    """All about one duty as pairs of label and text."""
    duty, roster = found.duty, Roster(found.plan.registry)
    lines = [("Nguyên văn", f"“{duty.text}”"), ("Mục", duty.clause)]
    lines.append(("Mức ràng buộc", FORCES[duty.force]))
    if not duty.lead and duty.force == "assigned":
        lines.append(("Chủ trì", UNSAID))
    for label, holders in (
        ("Chủ trì", duty.lead),
        ("Thực hiện", duty.implement),
        ("Cùng phối hợp", duty.cooperate),
    ):
        if holders:
            lines.append((label, roster.names(holders)))
    if duty.capacity:
        lines.append(("Vai trò", duty.capacity))
    lines.append(("Số cơ quan", _bearers(found)))
    partners = "; ".join(filter(None, (roster.names(duty.partners), duty.partner_words)))
    if partners:
        lines.append(("Phối hợp với", partners))
    if duty.product:
        either = "".join(f" hoặc {lowered(name)}" for name in duty.product.alternatives)
        quantity = f"{duty.product.quantity} " if duty.product.quantity else ""
        lines.append(("Sản phẩm", f"{quantity}{duty.product.name}{either}"))
    lines.append(("Lời văn về thời gian", duty.time_words or UNSAID))
    lines.append(("Tần suất", RHYTHMS[duty.schedule.rhythm]))
    lines.append(("Các kỳ", _periods(found)))
    if duty.measure:
        per = f" cho mỗi {duty.measure.per}" if duty.measure.per else ""
        minimum = f"{number_text(duty.measure.minimum)} {duty.measure.unit}{per}"
        lines.append(("Mức tối thiểu", minimum))
    if duty.report_to:
        through = f", thông qua {roster.name(duty.report_through)}" if duty.report_through else ""
        lines.append(("Báo cáo", roster.name(duty.report_to) + through))
    for link in duty.links:
        note = f" ({link.note})" if link.note else ""
        lines.append(("Liên hệ", f"{LINKS[link.kind]} {link.to}{note}"))
    for other in found.linked_from:
        lines.append(("Được nhắc ở", f"{other.id} {other.title}"))
    if duty.question:
        lines.append(("Còn để ngỏ", duty.question))
    lines.extend(duty_lines(found.plan, duty))
    if read := reading_text(found.plan, duty):
        lines.append((REVIEWED, read))
    return lines


def _bearers(found: DutyDetail) -> str:
    """How many bear the duty; who they are where a group's name does not say it and few enough."""
    roster = Roster(found.plan.registry)
    text = str(len(found.bearers))
    by_group = any(ident in roster.groups for ident in found.duty.bearers)
    if by_group and 0 < len(found.bearers) <= NAMED_BEARERS:
        text += f" ({roster.names(found.bearers)})"
    if found.together:
        text += f"; sự kiện chung của {found.together} cơ quan"
    for group in found.open:
        whose = "" if found.duty.bearers == (group.id,) else f"{group.name}: "
        text += f"; {whose}danh sách để ngỏ"
    return text


def _periods(found: DutyDetail) -> str:
    dated = [one for one in found.occurrences if one.deadline or one.period]
    if not dated:
        return "không có kỳ, không nêu ngày"
    shown = [dated_period(one) + ("" if one.deadline else " (không nêu ngày)") for one in dated[:4]]
    more = f"; … tất cả {len(dated)} kỳ" if len(dated) > len(shown) else ""
    return "; ".join(shown) + more


def detail_text(found: DutyDetail, width: int) -> str:
    """One duty as lines of label and text."""
    lines = [wrapped(heading(found.plan), width), ""]
    lines += [wrapped(f"{found.duty.id}  {found.duty.title}", width), ""]
    for label, text in detail_lines(found):
        lines.append(wrapped(f"{label}: {text}", width, "  "))
    return "\n".join(lines) + "\n"


def detail_markdown(found: DutyDetail) -> str:
    """One duty as Markdown."""
    lines = [f"# {found.duty.id} {found.duty.title}", "", heading(found.plan), ""]
    lines.extend(f"- **{label}**: {text}" for label, text in detail_lines(found))
    return "\n".join(lines) + "\n"


def detail_json(found: DutyDetail) -> str:
    """One duty as JSON (``cchc/duty/1``)."""
    return document(
        "duty",
        {
            "plan": found.plan.id,
            **duty_data(found.duty),
            "agencies": len(found.bearers),
            "agencies_of_joint_event": found.together or None,
            "since": found.duty.since,
            "until": found.duty.until,
            "to_review": readings(found.plan).get(found.duty.id) == "changed",
            "occurrences": [
                {
                    "key": one.key,
                    "first": one.period.first if one.period else None,
                    "last": one.period.last if one.period else None,
                    "due": one.deadline.effective if one.deadline else None,
                }
                for one in found.occurrences
            ],
        },
    )
