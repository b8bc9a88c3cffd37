"""Letters that press: what their template is given, and the list of what would be sent."""

from collections.abc import Sequence
from datetime import date, timedelta

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.pressing import STEPS, Step, firmest, step_on
from cchc_cli.services.reminders import Item, Letter, Reminders
from cchc_cli.views.duties import heading
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import letters as said
from cchc_cli.views.wording import words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.statuses import status_text

COMMITTEE = "UBND "
COUNCILS = ("committee", "district", "commune")
SHOWN = 6
DAYS = 3
COLUMNS = (
    Column("agency", said.COLUMNS["agency"], 26),
    Column("step", said.COLUMNS["step"], 12),
    Column("what", said.COLUMNS["what"], 24),
    Column("longest", said.COLUMNS["longest"], 10),
    Column("duties", said.COLUMNS["duties"], 16),
)


def letter_context(plan: Plan, letter: Letter) -> dict[str, object]:
    """What the template of a letter is given; every text is ready to be printed.

    The issuer is the plan's co-ordinator (NĐ 30/2020, form 1.5); its symbol is data of the
    registry, its drafting unit of the plan's policy.
    """
    roster = Roster(plan.registry)
    issuer = roster.agencies[plan.coordinator]
    sent = _sent(plan, letter)
    document, unit = plan.document, plan.policy.letter_unit
    return {
        **_head(plan, roster, issuer),
        "symbol": issuer.symbol,
        "unit": unit,
        "today": letter.day,
        "dated": words.long_day(letter.day),
        "subject": subject(plan, letter),
        "addressees": [letter.agency.name],
        "step": letter.step,
        "step_name": said.STEPS[letter.step],
        "plan_title": plan.title,
        "plan_name": plan.short_title,
        "plan_number": document.number,
        "plan_dated": day_text(document.dated) if document.dated else None,
        "as_of": day_text(letter.day),
        "items": [_item(number, one) for number, one in enumerate(letter.items, 1)],
        "overdue": letter.number("overdue"),
        "returned": letter.number("returned"),
        "soon": letter.number("borderline", "open"),
        "summary": summary(letter),
        "sent": sent,
        "sent_days": _days([one["day"] for one in sent]),
        "answer_by": day_text(_answer_by(plan, letter.day)),
        "archive": unit,
    } | _recipients(plan, roster, letter)


def _head(plan: Plan, roster: Roster, issuer: Agency) -> dict[str, object]:
    """Who writes, and from where; a district writes a place of its own."""
    name = issuer.name
    committee = issuer.kind in COUNCILS
    lines = [name]
    if committee and name.startswith(COMMITTEE):
        lines = [words.COMMITTEE_NAME, name.removeprefix(COMMITTEE)]
    of_registry = None if issuer.kind in COUNCILS[1:] else plan.registry.place
    return {
        "issuer": name,
        "superior": roster.name(issuer.superior) if issuer.superior else None,
        "letterhead": lines,
        "committee": committee,
        "place": issuer.place or of_registry,
        "plan_issuer": roster.name(plan.document.issuer),
        "signer_hint": words.SIGNERS.get(issuer.kind, words.SIGNER),
    }


def _recipients(plan: Plan, roster: Roster, letter: Letter) -> dict[str, object]:
    """``Nơi nhận`` but for its last line; in the last step the plan's issuer is told."""
    issuer, above = plan.document.issuer, roster.agencies[plan.coordinator].superior
    told = issuer if issuer != plan.coordinator else above
    leader = roster.name(told) if told else said.LEADER.format(name=roster.name(issuer))
    more = [said.TO_REPORT.format(name=leader)] if letter.step == "escalate" else []
    return {"leader": leader, "recipients": [said.AS_ABOVE, *more]}


def _answer_by(plan: Plan, day: date) -> date:
    return plan.calendar.next_working(day + timedelta(days=plan.policy.answer_days))


def subject(plan: Plan, letter: Letter) -> str:
    """What a letter is about, without ``V/v``."""
    return said.SUBJECTS[letter.step].format(plan=plan.short_title)


def summary(letter: Letter) -> str:
    """How many duties stand where, in words, as far as there are any."""
    states: dict[str, list[Item]] = {}
    for item in letter.items:
        states.setdefault(_state_of(item), []).append(item)
    order = (said.OVERDUE, said.RETURNED, said.SOON, said.UNDATED)
    parts = [_counted(state, states[state]) for state in order if state in states]
    return said.AND.join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _state_of(item: Item) -> str:
    if item.late:
        return said.OVERDUE if item.status.kind == "overdue" else said.RETURNED
    return said.SOON if item.status.deadline else said.UNDATED


def _counted(state: str, items: Sequence[Item]) -> str:
    """``1 nhiệm vụ quá hạn (4 kỳ)``."""
    duties = len({item.occurrence.duty.id for item in items})
    periods = sum(item.number for item in items)
    text = said.COUNT.format(duties=duties, state=state)
    return text + (said.PERIODS.format(number=periods) if periods > duties else "")


def _item(number: int, item: Item) -> dict[str, object]:
    duty, status = item.occurrence.duty, item.status
    return {
        "no": number,
        "id": duty.id,
        "title": duty.title,
        "period": _period(item),
        "due": words.due_text(status.deadline) if status.deadline else words.UNSAID,
        "state": _state(item),
        "late": item.late,
        "product": duty.product.name if duty.product else None,
        "also": ", ".join(item.also),
        "before": _before(item),
    }


def _before(item: Item) -> str:
    days = sorted({one.day for one in item.sent})
    if not days:
        return ""
    words_of = said.SENT if len(days) == 1 else said.SENT_OFTEN
    return words_of.format(day=day_text(days[-1]), number=len(days))


def _period(item: Item) -> str:
    first = words.occurrence_name(item.occurrence)
    if item.number == 1:
        return first
    last = words.occurrence_name(item.last)
    return said.SEVERAL.format(first=first, last=last, number=item.number)


def _state(item: Item) -> str:
    status = item.status
    days = words.number_text(status.days or 0)
    if status.kind == "overdue":
        return (said.LATE if item.number == 1 else said.LONGEST_LATE).format(days=days)
    if status.kind == "open" and status.days is not None:
        return said.LEFT.format(days=days) if status.days else said.DUE_TODAY
    return status_text(status)


def _sent(plan: Plan, letter: Letter) -> list[dict[str, str]]:
    """Earlier letters about what this one is about, oldest first, each with its step then."""
    days: dict[date, list[Step]] = {}
    for item in letter.items:
        for one in item.sent:
            then = one.step or step_on(one.day, item.status.deadline, item.sent, plan.policy)
            days.setdefault(one.day, []).append(then)
    return [
        {"day": day_text(day), "step_name": said.STEPS[firmest(steps)]}
        for day, steps in sorted(days.items())
    ]


def _days(days: Sequence[str]) -> str:
    """The days of earlier letters, of many only the last."""
    text = ", ".join(days[-DAYS:])
    more = len(days) - DAYS
    return said.AND_BEFORE.format(days=text, number=more) if more > 0 else text


def check_sheet(found: Reminders) -> Sheet:
    """What would be sent, to whom and how firmly; and who gets no letter, and why."""
    above = [heading(found.plan), said.AS_OF.format(day=words.weekday_text(found.today))]
    rows = [_row(letter) for letter in found.letters]
    return Sheet(above, COLUMNS, [Section("", rows)] if rows else [], remarks(found))


def _row(letter: Letter) -> list[str]:
    longest = max(item.days for item in letter.items)
    step = said.STEPS[letter.step] + (f" ({said.ALREADY})" if letter.recorded else "")
    return [
        letter.agency.name,
        step,
        summary(letter),
        said.DAYS.format(days=words.number_text(longest)) if longest else "-",
        duty_ids(letter.items),
    ]


def duty_ids(items: Sequence[Item]) -> str:
    """The clauses of what is lacking, each once."""
    idents = list(dict.fromkeys(item.occurrence.duty.id for item in items))
    return ", ".join(idents[:SHOWN]) + (", …" if len(idents) > SHOWN else "")


def remarks(found: Reminders) -> list[str]:
    """What is said beside the letters: that there are none, who gets none, what waits."""
    lines = [] if found.letters else [said.NOTHING]
    for one in found.unwritten:
        words_of = said.UNWRITTEN[one.reason]
        lines.append(words_of.format(agency=one.agency.name, duties=duty_ids(one.items)))
    if found.waiting:
        days = found.plan.policy.press_again_days
        lines.append(said.WAITING.format(number=found.waiting, days=days))
    return lines


def steps_text(letters: Sequence[Letter]) -> str:
    """How many letters there are of each step: ``nhắc 3, đôn đốc 8``."""
    counts = {step: sum(one.step == step for one in letters) for step in STEPS}
    return ", ".join(f"{said.STEPS[step]} {number}" for step, number in counts.items() if number)
