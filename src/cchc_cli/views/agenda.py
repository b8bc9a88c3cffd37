"""What a calendar says of a deadline, and weekly deadlines as a rule with exceptions."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from cchc_cli.domain.schedules import Every
from cchc_cli.services.agenda import Agenda, Item
from cchc_cli.views.duties import heading
from cchc_cli.views.wording import calendars as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import OPERATORS, due_text, occurrence_name, weekday_text

WEEK = 7


class Series:
    """Weekly deadlines as a rule with exceptions.

    The rule's days are counted from the first week on by the weekday that most of them fall on;
    what was moved, done or is not there is an exception.

    Attributes:
        items: the deadlines, by week.
        interval: how many weeks lie between two.
        first, last: the rule's first and last day.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = sorted(items, key=_week)
        offsets = [one.deadline.effective - _week(one) for one in self.items]
        self._offset = max(offsets, key=offsets.count)
        schedule = self.items[0].occurrence.duty.schedule
        self.interval = schedule.interval if isinstance(schedule, Every) else 1
        self.first, self.last = self.nominal(self.items[0]), self.nominal(self.items[-1])

    def nominal(self, item: Item) -> date:
        """The day that the rule has for an item."""
        return _week(item) + self._offset

    @property
    def missing(self) -> list[date]:
        """Days of the rule on which nothing is due."""
        there = {self.nominal(one) for one in self.items}
        number = (self.last - self.first).days // (WEEK * self.interval) + 1
        days = (self.first + timedelta(weeks=at * self.interval) for at in range(number))
        return [day for day in days if day not in there]

    @property
    def special(self) -> list[Item]:
        """Items that are not as the rule says: moved, done, begun or not to be done."""
        return [
            one
            for one in self.items
            if one.state != "open"
            or one.original is not None
            or one.left != one.agencies
            or one.deadline.effective != self.nominal(one)
        ]


def _week(item: Item) -> date:
    period = item.occurrence.period
    return period.first if period else item.deadline.effective


def calendar_name(found: Agenda) -> str:
    """Whose deadlines a calendar holds."""
    return words.NAME.format(whose=found.agency.name if found.agency else found.plan.short_title)


def calendar_about(found: Agenda) -> str:
    """The plan of a calendar, and the day that it was made for."""
    return words.ABOUT.format(plan=heading(found.plan), day=day_text(found.today))


def summary(item: Item) -> str:
    """The line that stands in a calendar."""
    duty = item.occurrence.duty
    sign = words.SIGNS[item.state]
    if duty.force == "requested" and item.state == "open":
        sign = words.REQUESTED_SIGN
    return words.SUMMARY.format(sign=sign, duty=duty.id, title=duty.title)


def task_name(item: Item) -> str:
    """The line of a task, whose state stands beside it."""
    duty = item.occurrence.duty
    return words.TASK.format(duty=duty.id, title=duty.title)


def alarm_text(item: Item, days: int) -> str:
    """What an alarm says so many days ahead."""
    duty = item.occurrence.duty
    return words.ALARM.format(days=days, duty=duty.id, title=duty.title)


def about(found: Agenda, item: Item) -> str:
    """All that a calendar tells of a deadline: how it stands, its day, the plan's own words."""
    lines = [heading(found.plan), *_duty_lines(item)]
    if name := occurrence_name(item.occurrence):
        lines.append(words.PERIOD.format(name=name))
    lines += [*_day_lines(item), *_state_lines(found, item), *_word_lines(item)]
    return "\n".join(lines)


def series_about(found: Agenda, item: Item, series: Series) -> str:
    """The same of a rule, which speaks of no week."""
    first, last = day_text(series.first), day_text(series.last)
    rhythm = words.WEEKLY if series.interval == 1 else words.EVERY_WEEKS
    lines = [heading(found.plan), *_duty_lines(item)]
    lines.append(rhythm.format(number=series.interval, first=first, last=last))
    if found.agency is None:
        lines.append(words.AGENCIES.format(number=item.agencies))
    return "\n".join([*lines, *_word_lines(item)])


def _duty_lines(item: Item) -> Iterator[str]:
    duty = item.occurrence.duty
    yield words.DUTY.format(duty=duty.id, title=duty.title)
    if item.joint:
        yield words.JOINT.format(ids=", ".join(item.joint))
    if duty.force == "requested":
        yield words.REQUESTED


def _day_lines(item: Item) -> Iterator[str]:
    deadline = item.deadline
    yield words.LAST_GOOD.format(day=weekday_text(deadline.effective))
    if deadline.named > deadline.effective:
        late = deadline.limit + timedelta(days=1)
        operator, named = OPERATORS[deadline.operator], day_text(deadline.named)
        yield words.NAMED.format(operator=operator, day=named, late=day_text(late))
    if deadline.effective != deadline.last_good:
        yield words.SHIFTED.format(day=day_text(deadline.last_good))
    if item.original is not None:
        yield words.MOVED.format(day=due_text(item.original))


def _state_lines(found: Agenda, item: Item) -> Iterator[str]:
    if item.state == "exempt":
        yield words.EXEMPT
    elif item.state == "done":
        day = item.done_on
        yield words.DONE_ON.format(day=day_text(day)) if day else words.DONE
    if found.agency is None:
        told = words.LEFT if found.recorded and item.state == "open" else words.AGENCIES
        yield told.format(number=item.agencies, left=item.left, day=day_text(found.today))


def _word_lines(item: Item) -> Iterator[str]:
    duty = item.occurrence.duty
    if duty.time_words:
        yield words.TIME_WORDS.format(words=duty.time_words)
    yield words.TEXT.format(text=duty.text)
    if duty.question:
        yield words.QUESTION.format(question=duty.question)
    yield words.SEE.format(duty=duty.id)
