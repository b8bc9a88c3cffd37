"""The plan held against its source: clause by clause, then what has to be looked at."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.services.coverage import Coverage, Standing, TracedClause, TracedDuty
from cchc_cli.views.duties import heading
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import tracing as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import share_text

COLUMNS = (
    Column("clause", "Mục", 8, whole=True),
    Column("text", "Văn bản", 40),
    Column("plan", "Trong kế hoạch", 28),
)
SETTLED: frozenset[Standing] = frozenset({"encoded", "context"})
BEGINNING = 90


def coverage_sheet(found: Coverage, name: str, *, only_open: bool = False) -> Sheet:
    """Every clause with what the plan makes of it, and below what has to be looked at.

    Args:
        found: the comparison.
        name: the source's file name.
        only_open: leave out the clauses in which nothing has to be looked at.
    """
    shown = [one for one in found.clauses if not only_open or one.standing not in SETTLED]
    rows = [[place(one.clause), _beginning(one.clause.text), _said(one)] for one in shown]
    sections = [Section("", rows)] if rows else []
    above = [heading(found.plan), words.SOURCE.format(name=name, number=len(found.clauses))]
    below = [*_problems(found), *_sums(found)]
    if only_open:
        hidden = len(found.clauses) - len(shown)
        below.append(words.OPEN_LEFT.format(number=hidden) if rows else words.NOTHING_OPEN)
    return Sheet(above, COLUMNS, sections, below)


def place(clause: SourceClause) -> str:
    """The clause's locator, or the line or page where it has none."""
    if clause.locator:
        return clause.locator
    if clause.page:
        return words.PAGE.format(page=clause.page)
    return words.PLACE.format(line=clause.line) if clause.line else words.NO_LOCATOR


def _beginning(text: str) -> str:
    """A text's first words, in one line."""
    flat = " ".join(text.split())
    if len(flat) <= BEGINNING:
        return flat
    return f"{flat[: BEGINNING - 1].rpartition(' ')[0] or flat[: BEGINNING - 1]}…"


def _said(one: TracedClause) -> str:
    standing = words.STANDINGS[one.standing]
    if one.duties:
        return words.DUTIES.format(standing=standing, ids=", ".join(one.duties))
    if one.reason is not None:
        reason = words.REASONS.get(one.reason, one.reason)
        return words.REASON.format(standing=standing, reason=reason)
    return standing


def _problems(found: Coverage) -> list[str]:
    lines = [line for one in found.duties for line in _problem(one)]
    for one in found.clauses:
        for left in one.left:
            lines.append(words.LEFT.format(place=place(one.clause), words=_beginning(left)))
    return [f"{words.TO_LOOK_AT}:", *lines, ""] if lines else []


def _problem(one: TracedDuty) -> Iterator[str]:
    duty, agreement = one.duty, words.AGREEMENTS[one.agreement]
    if one.clause is None:
        yield words.GONE.format(id=duty.id, agreement=agreement, clause=duty.clause)
    elif one.agreement == "moved":
        where = place(one.clause)
        yield words.MOVED.format(id=duty.id, agreement=agreement, clause=duty.clause, place=where)
    elif one.agreement == "reworded":
        pairs = "; ".join(
            words.PAIR.format(mine=_quoted(mine), its=_quoted(its)) for mine, its in one.differing
        )
        yield words.DIFFERS.format(
            id=duty.id, agreement=agreement, place=place(one.clause), pairs=pairs
        )
    if one.reading == "changed" and one.review is not None:
        day, name = day_text(one.review.day), one.review.reviewer
        yield words.STALE.format(id=duty.id, day=day, name=name)


def _quoted(text: str) -> str:
    return _beginning(text) if text else words.MISSING_WORDS


def _sums(found: Coverage) -> Iterator[str]:
    if found.sound:
        yield words.SOUND
    kinds: tuple[Standing, ...] = get_args(Standing)
    standings = [kind for kind in kinds if any(one.standing == kind for one in found.clauses)]
    shares = (
        words.SHARE.format(
            standing=words.STANDINGS[kind], share=share_text(found.words_in(kind), found.words)
        )
        for kind in standings
    )
    yield words.SUM.format(shares=", ".join(shares))
    agreements = Counter(words.AGREEMENTS[one.agreement] for one in found.duties)
    yield words.SUM_DUTIES.format(number=len(found.duties), counts=_counts(agreements))
    if found.plan.reviews:
        readings = Counter(words.READINGS[one.reading] for one in found.duties)
        yield words.REVIEWED.format(counts=_counts(readings))


def _counts(counted: Mapping[str, int]) -> str:
    return ", ".join(
        words.COUNT.format(number=number, what=what) for what, number in counted.items()
    )


def coverage_json(found: Coverage, name: str) -> str:
    """The comparison as JSON (``cchc/plan-trace/1``)."""
    kinds: tuple[Standing, ...] = get_args(Standing)
    return document(
        "plan-trace",
        {
            "plan": found.plan.id,
            "source": name,
            "sound": found.sound,
            "words": found.words,
            "words_by_standing": {str(kind): found.words_in(kind) for kind in kinds},
            "clauses": [
                {
                    "clause": one.clause.locator or None,
                    "line": one.clause.line or None,
                    "page": one.clause.page or None,
                    "standing": one.standing,
                    "duties": one.duties,
                    "reason": one.reason,
                    "fingerprint": one.fingerprint,
                    "words": one.size,
                    "covered": one.covered,
                    "left": one.left,
                    "text": one.clause.text,
                }
                for one in found.clauses
            ],
            "duties": [_duty_data(one) for one in found.duties],
        },
    )


def _duty_data(one: TracedDuty) -> dict[str, object]:
    review = one.review
    return {
        "id": one.duty.id,
        "clause": one.duty.clause,
        "agreement": one.agreement,
        "found_in": one.clause.locator or None if one.clause else None,
        "line": one.clause.line or None if one.clause else None,
        "share": round(one.share, 4),
        "differing": [{"plan": mine, "source": its} for mine, its in one.differing],
        "reading": one.reading,
        "read_by": review.reviewer if review else None,
        "read_on": review.day if review else None,
    }
