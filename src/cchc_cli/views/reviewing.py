"""What was marked as read against the source."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.plan import Plan
from cchc_cli.services.reviewing import Marks
from cchc_cli.views.wording import tracing as words
from cchc_cli.views.wording.days import day_text


class Marked(NamedTuple):
    """What is marked as read, by whom and when, and the file in which it is."""

    marks: Marks
    reviewer: str
    day: date
    file: Path


def marked_text(plan: Plan, marked: Marked, *, dry: bool) -> str:
    """What was recorded, or would be, and what was not because it does not agree."""
    marks, reviewer, day, file = marked
    lines = []
    if marks.prints:
        sentence = words.REVIEW_WOULD if dry else words.REVIEW_DONE
        number = len(marks.prints)
        lines.append(sentence.format(number=number, name=reviewer, day=day_text(day), file=file))
        titles = {duty.id: duty.title for duty in plan.duties}
        lines += [f"  {ident}  {titles[ident]}" for ident in marks.prints] if dry else []
    elif not marks.disagreeing:
        lines.append(words.REVIEW_NOTHING)
    if marks.disagreeing:
        ids = ", ".join(marks.disagreeing)
        lines.append(words.DISAGREE.format(number=len(marks.disagreeing), ids=ids))
    return "\n".join(lines) + "\n"


def settled_text(clause: str, reason: str, file: Path, *, dry: bool) -> str:
    """That a clause was settled to be no duty, or would be."""
    sentence = words.CONTEXT_WOULD if dry else words.CONTEXT_DONE
    return sentence.format(clause=clause, reason=reason, file=file) + "\n"
