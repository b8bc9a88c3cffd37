"""A plan rolled on to another year: what follows by rule is done, all else is remarked on.

Dates move by whole years; agencies and groups give way to those of the new time, duty by duty;
what the new document alone can tell (its number, its day) becomes unknown. The words of the old
document stay as they are. Every place that a person has to look at gets a comment.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.deadlines import settle
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Dated, Every, Window
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.plan.default_days import with_default_years
from cchc_cli.plan.roll.apart import set_apart
from cchc_cli.plan.roll.bearers import Bearers, Span
from cchc_cli.plan.roll.mentions import Mentions, words_of
from cchc_cli.plan.roll.remarks import GroupChange, Placed, Remark, Rolled, Say, remark
from cchc_cli.plan.roll.years import bent, old_years, shift_day, shift_schedule, shift_words
from cchc_cli.plan.shorthand import parse_schedule
from cchc_cli.plan.source import KeyPath, read_text
from cchc_cli.plan.splice import Splice

ROLES = ("lead", "implement", "cooperate", "partners")
HELD = ("lead", "implement", "cooperate")
# Looked through in ways of their own, or dropped.
APART = frozenset(
    {"duties", "annexes", "references", "title", "short_title", "theme", "reviews", "amendments"}
)
# What only the new document can tell.
UNKNOWN = ("number", "date", "signer")


def roll(plan: Plan, text: str, file: str, year: int, say: Say) -> Rolled:
    """The plan of the file's text as a draft whose first day lies in ``year``.

    Args:
        plan: what the text was built to, as issued.
        text: the file's text.
        file: its name, for messages.
        year: the year of the new plan's first day.
        say: from a remark to the words of its comment.

    Raises:
        BadPlan: ``cannot_splice`` if the file is written in a way that cannot be edited.
    """
    return _Rolling(plan, text, file, year).run(say)


class _Rolling:
    def __init__(self, plan: Plan, text: str, file: str, year: int) -> None:
        self.plan, self.text, self.file = plan, text, file
        self.years = year - plan.validity.first.year
        self.old = Span(plan.validity.first, plan.validity.last)
        self.new = Span(*(shift_day(day, self.years) for day in self.old))
        self.old_years = range(self.old.first.year, self.old.last.year + 1)
        roster = Roster(plan.registry)
        self.roster = roster
        self.bearers = Bearers(roster, self.old, self.new)
        self.mentions = Mentions(roster, self.old, self.new)
        self.calendar = _with_years(plan.calendar, self.new)
        self.splice = Splice(text, file)
        self.data: Any = read_text(text, file).data
        self.placed: list[Placed] = []
        self.duty = ""

    def run(self, say: Say) -> Rolled:
        """Do it all."""
        self._head()
        self._validity()
        self._references()
        for key in self.data:
            if key not in APART:
                self._words((key,), self.data[key])
        self._topics()
        once = list(self._duties())
        for path, one in self._grouped():
            self.splice.note(path, map(say, one))
        self.splice.note(("format",), say(self._header()).split("\n"))
        found = self.splice.result()
        apart = [self.data["duties"][at]["id"] for at in once]
        heading = say(remark("apart", years=self._years_text())).split("\n")
        return Rolled(
            set_apart(found, self.file, "duties", once, heading),
            len(self.plan.duties),
            tuple(self.placed),
            tuple(apart),
            tuple(one for one in self.bearers.groups.values() if _changed(one)),
            (self.data["registry"], self.data["calendar"]),
        )

    def _years_text(self) -> str:
        first, last = self.old_years[0], self.old_years[-1]
        return str(first) if first == last else f"{first} - {last}"

    def _header(self) -> Remark:
        return remark("rolled_from", file=self.file, plan=self.plan.id, year=self.new.first.year)

    def _remark(self, path: KeyPath, found: Remark) -> None:
        self.placed.append(Placed(path, found, self.duty))

    def _grouped(self) -> Iterator[tuple[KeyPath, list[Remark]]]:
        found: dict[KeyPath, list[Remark]] = {}
        for one in self.placed:
            if one.remark not in found.setdefault(one.path, []):
                found[one.path].append(one.remark)
        return iter(found.items())

    def _head(self) -> None:
        """The plan's own names, and what only the new document can tell."""
        ident = shift_words(self.data["id"], self.old_years, self.years)
        if ident == self.data["id"]:
            ident = f"{ident}-{self.new.first.year}"
        self.splice.put(("id",), ident)
        for key in ("title", "short_title"):
            moved = shift_words(self.data[key], self.old_years, self.years)
            if moved != self.data[key]:
                self.splice.put((key,), moved)
                self._remark((key,), remark("title_moved"))
        known = [key for key in UNKNOWN if self.data["document"].get(key) is not None]
        for key in known:
            self.splice.put(("document", key), None)
        self._remark(("document",), remark("document_unknown"))
        self._one_agency(("document", "issuer"), "")
        self._one_agency(("coordinator",), "")
        for key in ("theme", "legal_basis", "parent", "children"):
            if self.data.get(key):
                self._remark((key,), remark(f"{key}_old", years=self._years_text()))
        if self.data.get("amendments"):
            doubt = remark("amendments_dropped", files=", ".join(self.data["amendments"]))
            self._remark(("document",), doubt)
        for key in ("amendments", "reviews"):
            if key in self.data:
                self.splice.remove((key,))

    def _validity(self) -> None:
        validity = self.data["validity"]
        for key, day in zip(("from", "to"), self.old, strict=True):
            self.splice.put(("validity", key), shift_day(day, self.years))
            if bent(day, self.years):
                self._remark(("validity", key), self._bent(day))
        if validity.get("in_force") is not None:
            self.splice.put(("validity", "in_force"), None)
            self._remark(
                ("validity", "in_force"), remark("in_force_unknown", day=validity["in_force"])
            )
            if validity.get("in_force_reason") is not None:
                self.splice.put(("validity", "in_force_reason"), None)

    def _bent(self, day: date) -> Remark:
        return remark("bent", old=day, new=shift_day(day, self.years))

    def _references(self) -> None:
        for at, one in enumerate(self.data.get("references") or []):
            words = " ".join(str(one.get(key) or "") for key in ("number", "subject"))
            years = {*old_years(words, self.old_years, self.new.first.year)}
            if one.get("date") and one["date"].year in self.old_years:
                years.add(str(one["date"].year))
            if years:
                self._remark(
                    ("references", at), remark("reference_old", years=", ".join(sorted(years)))
                )

    def _topics(self) -> None:
        for at, topic in enumerate(self.data.get("topics") or []):
            for number, item in enumerate(topic.get("items") or []):
                if item.get("expected"):
                    self._schedule(("topics", at, "items", number, "expected"), item["expected"])

    def _words(self, path: KeyPath, data: object) -> None:
        """One remark on each text that speaks of what is over."""
        for where, text in words_of(data, path):
            if found := self.mentions.of(text):
                self._remark(where, found)

    def _duties(self) -> Iterator[int]:
        """Every duty; the numbers of those that are done once."""
        for at, duty in enumerate(self.data.get("duties") or []):
            self.duty = duty["id"]
            path: KeyPath = ("duties", at)
            if duty["schedule"] == "once":
                self._remark(path, remark("once", years=self._years_text()))
                yield at
            self._one_duty(path, duty, "schedule", duty["text"])
            for key in ("to", "through"):
                if (duty.get("report_to") or {}).get(key):
                    self._one_agency((*path, "report_to", key), duty["text"])
        for number, annex in enumerate(self.data.get("annexes") or []):
            self._words(("annexes", number), {"title": annex["title"]})
            for at, task in enumerate(annex["tasks"]):
                self.duty = f"{annex['id']}.{task['no']}"
                path = ("annexes", number, "tasks", at)
                if task["time"] == "once":
                    self._remark(path, remark("once", years=self._years_text()))
                self._one_duty(path, task, "time", task["content"])
        self.duty = ""

    def _one_duty(self, path: KeyPath, duty: Mapping[str, Any], time: str, words: str) -> None:
        self._schedule((*path, time), duty[time])
        self._held(path, duty, words)
        self._words(path, duty)

    def _schedule(self, path: KeyPath, text: str) -> None:
        moved = shift_schedule(text, self.years)
        if moved == text:
            return
        self.splice.put(path, moved)
        old, new = parse_schedule(text), parse_schedule(moved)
        for one in _days(old):
            if bent(one, self.years):
                self._remark(path, self._bent(one))
        if isinstance(old, Every):
            days = tuple(day for day in (old.first, old.last) if day)
            self._remark(
                path, remark("bounds_moved", days=days, in_force=self.plan.validity.in_force)
            )
            return
        self._remark(path, remark("date_moved", old=_days(old), new=_days(new)))
        last = new.last if isinstance(new, Window) else new.day if isinstance(new, Dated) else None
        if last is not None:
            operator = new.operator if isinstance(new, Dated) else "by"
            due = settle(operator, last, self.plan.policy, self.calendar).last_good
            if not self.calendar.is_working(due):
                self._remark(path, remark("day_off", day=due, name=_name(self.calendar, due)))

    def _held(self, path: KeyPath, duty: Mapping[str, Any], words: str) -> None:
        held: set[str] = set()
        for role in ROLES:
            idents = duty.get(role) or []
            changes = [self.bearers.of(ident, words) for ident in idents]
            found = list(dict.fromkeys(ident for one in changes for ident in one.ids))
            if role in HELD:
                held.update(found)
            elif found != idents:
                both = [ident for ident in found if ident in held]
                found = [ident for ident in found if ident not in held]
                for ident in both:
                    doubt = remark("partner_dropped", name=self.roster.name(ident))
                    self._remark((*path, role), doubt)
            if found != idents:
                self._put_list((*path, role), idents, found)
            for one in changes:
                for doubt in one.remarks:
                    self._remark((*path, role), doubt)

    def _put_list(self, path: KeyPath, old: list[str], new: list[str]) -> None:
        """Change as little of a list as will do."""
        if len(old) != len(new):
            self.splice.put(path, new)
            return
        for at, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                self.splice.put((*path, at), other)

    def _one_agency(self, path: KeyPath, words: str) -> None:
        ident: Any = self.data
        for key in path:
            ident = ident[key]
        change = self.bearers.of(ident, words)
        # An agency that ends within the new plan's time stands first, its heirs after it.
        if change.ids[0] != ident:
            self.splice.put(path, change.ids[0])
        for doubt in change.remarks:
            self._remark(path, doubt)


def _with_years(calendar: WorkingCalendar, span: Span) -> WorkingCalendar:
    return with_default_years(calendar, range(span.first.year, span.last.year + 2))


def _days(schedule: object) -> tuple[date, ...]:
    if isinstance(schedule, Dated):
        return (schedule.day,)
    if isinstance(schedule, Window):
        return (schedule.first, schedule.last)
    if isinstance(schedule, Every):
        return tuple(day for day in (schedule.first, schedule.last) if day is not None)
    return ()


def _name(calendar: WorkingCalendar, day: date) -> str:
    """The name of a special day; empty where it is a mere weekend."""
    year = calendar.covering(day)
    special = year.special(day) if year else None
    return special.name if special else ""


def _changed(one: GroupChange) -> bool:
    return bool(one.instead) or one.before != one.after
