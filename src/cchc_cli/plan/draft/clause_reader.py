"""One clause without items under it: what it lays on whom, piece by piece."""

import re
from collections.abc import Sequence

from cchc_cli.plan.draft.charges import Charge, Charges
from cchc_cli.plan.draft.clauses import begins_duty, pieces
from cchc_cli.plan.draft.context import told_of_itself
from cchc_cli.plan.draft.label_values import Values, read_values
from cchc_cli.plan.draft.labels import Labelled, inline_labels
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Doubt, Reason
from cchc_cli.plan.draft.outline import Node
from cchc_cli.plan.draft.scope import Scope
from cchc_cli.plan.draft.single import Task
from cchc_cli.plan.draft.subjects import Subject, before_colon, subject_of
from cchc_cli.plan.draft.tally import Tally
from cchc_cli.plan.draft.time_phrases import read_times

# What a subject is told to do in a part that is context otherwise (money, above all).
_TOLD = re.compile(
    r"chủ trì|có trách nhiệm|tham mưu|tổng hợp|bố trí|chủ động|hướng dẫn|lập dự toán|trình|cân đối"
    r"|thẩm định|bảo đảm|giúp|theo dõi|đôn đốc"
)
_TOLD_WIDTH = 160
# Parts in which even a single body is only told of.
_OF_ALL: frozenset[Reason] = frozenset({"funding", "formal"})


class ClauseReader:
    """Reads single clauses into a tally."""

    def __init__(self, tally: Tally, charges: Charges) -> None:
        self._tally = tally
        self._charges = charges

    def read(
        self,
        node: Node,
        text: str,
        scope: Scope,
        labels: Sequence[Labelled] = (),
        locator: str | None = None,
    ) -> None:
        """Put down a clause: its duties, what in it is context, and what nobody was found for."""
        where = node.locator if locator is None else locator
        whole = text
        text, within = inline_labels(whole)
        if within:
            told = whole[len(text) :].strip(" ;,.(-")
            self._tally.words(where, node.place, told, "label")
        bracket = self._charges.in_brackets(text, alone=scope.charge is None)
        scope = scope if bracket.charge is None else scope._replace(charge=bracket.charge)
        if bracket.words:
            self._tally.words(where, node.place, bracket.words, "label")
        values = read_values([*labels, *within], scope.charge, self._tally.book)
        if values.time is None and bracket.words:
            times = read_times(bracket.words, self._tally.frame)
            values = values._replace(time=times[0].words if times else bracket.time or None)
        self._tally.add(self._tasks(node, bracket.text, scope, values, where), where, node.place)
        for sentence in values.sentences:
            self.read(node, sentence, scope._replace(charge=None), locator=where)

    def _tasks(self, node: Node, text: str, scope: Scope, values: Values, where: str) -> list[Task]:
        tasks: list[Task] = []
        last = values.charge
        for piece in pieces(text):
            subject = subject_of(piece.text) or _unknown(piece.text, scope, first=not piece.start)
            if not self._is_duty(node, piece.text, subject, scope, where):
                continue
            acting = self._acting(piece.text, subject, values, last)
            if acting is None:
                self._left(node, piece.text, scope, where)
                continue
            last = values.charge if values.named else acting
            tasks.append(_task(piece.text, subject, acting, values))
        return tasks

    def _is_duty(
        self, node: Node, words: str, subject: Subject | None, scope: Scope, where: str
    ) -> bool:
        """Whether a piece may be a duty; what is context for sure is put down as such."""
        reason = told_of_itself(words)
        about = scope.section
        if reason is None and subject is not None and about.kind == "context":
            told = bool(subject.order) or _is_told(words, subject, about.reason)
            reason = None if told else about.reason
        if reason is not None:
            self._tally.words(where, node.place, words, reason)
        return reason is None

    def _acting(
        self, words: str, subject: Subject | None, values: Values, last: Charge | None
    ) -> Charge | None:
        """Who acts: the piece's own subject, unless labels name somebody and it is no order."""
        if subject is None or (values.named and not subject.order):
            return last
        return self._charges.of_subject(subject, words)

    def _left(self, node: Node, words: str, scope: Scope, where: str) -> None:
        if scope.section.kind != "context" and begins_duty(words):
            self._tally.leave(where, node.place, words)
        else:
            self._tally.words(where, node.place, words, scope.section.reason)


def _unknown(words: str, scope: Scope, *, first: bool) -> Subject | None:
    """Somebody no table knows, before the colon of an item in a part that charges agencies."""
    lays = scope.section.kind == "duties" and (scope.charge is None or scope.named)
    return before_colon(words, loosely=scope.named) if first and lays else None


def _is_told(words: str, subject: Subject, reason: Reason) -> bool:
    """Whether a part that is context otherwise tells somebody to do something."""
    rest = words[subject.rest : subject.rest + _TOLD_WIDTH]
    named = reason not in _OF_ALL and subject.parties[0].kind is not None
    return _TOLD.search(plain(rest)) is not None or (named and begins_duty(rest.lstrip(" ,:")))


def _task(words: str, subject: Subject | None, acting: Charge, values: Values) -> Task:
    """A piece as a task; one that begins neither with a verb nor a subject may be context."""
    unsure = subject is None and not begins_duty(words)
    doubts = (Doubt("maybe_context"),) if unsure else ()
    rest = words[subject.rest :] if subject else words
    return Task(words, rest, acting, values.time, values.product, doubts)
