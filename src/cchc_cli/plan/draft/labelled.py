"""Tasks that lines with labels tell about: which contents the lines belong to, and what they say.

Lines with labels close the contents before them, back to the lines of the task before. Without
contents they tell about the item that they stand under.
"""

from collections.abc import Callable, Iterator, Sequence

from cchc_cli.plan.draft.clause_reader import ClauseReader
from cchc_cli.plan.draft.clauses import begins_duty
from cchc_cli.plan.draft.label_values import read_values
from cchc_cli.plan.draft.labels import Labelled, label_of
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Reason
from cchc_cli.plan.draft.outline import Node
from cchc_cli.plan.draft.scope import Scope, label_at, texts
from cchc_cli.plan.draft.subjects import subject_of
from cchc_cli.plan.draft.tally import Tally
from cchc_cli.plan.draft.task_rows import read_table

Labels = Sequence[tuple[Node, Labelled]]


class LabelledReader:
    """Reads runs of contents and labels into a tally.

    Args:
        tell: puts an item with all under it down as context.
        item: reads an item that has labels of its own.
    """

    def __init__(
        self,
        tally: Tally,
        clauses: ClauseReader,
        tell: Callable[[Node, Reason], None],
        item: Callable[[Node, Scope], None],
    ) -> None:
        self._tally = tally
        self._clauses = clauses
        self._tell = tell
        self._item = item

    def read(self, node: Node, run: Sequence[Node], labels: Labels, scope: Scope) -> None:
        """A run of contents under ``node``, and the labels behind it."""
        apart: list[Node] = []
        values: list[Labelled] = []
        for child, label in labels:
            self._tally.words(node.locator, child.place, child.text, "label")
            values += self._values(child, label, apart)
        sentences = read_values(values, None, self._tally.book).sentences
        contents = texts(run)
        if contents:
            self._contents(node, contents, values, sentences, scope)
        else:
            self._item_itself(node, values, sentences, scope)
        for one in apart:
            self._clauses.read(one, one.text, scope)
        for one in run:
            if one.kind == "table":
                read_table(one, self._tally)

    def _item_itself(
        self, node: Node, values: Sequence[Labelled], sentences: Sequence[str], scope: Scope
    ) -> None:
        """Labels that tell about the item above them."""
        who = [one for one in values if one.kind in ("lead", "implement")]
        if sentences and len(sentences) == len(who):
            self._tally.heading(node)
            self._prose(node, values, sentences, scope)
        elif node.text.strip():
            self._clauses.read(node, node.text.strip(" :"), scope, values)

    def _contents(
        self,
        node: Node,
        contents: Sequence[Node],
        values: Sequence[Labelled],
        sentences: Sequence[str],
        scope: Scope,
    ) -> None:
        """Labels that tell about the contents before them."""
        if node.text.strip():
            self._tally.heading(node)
        named = any(one.kind in ("lead", "implement") for one in values)
        describes = len(contents) == 1 and _only_describes(contents[0], named=named)
        whole = describes and begins_duty(node.text)
        if whole and not sentences:
            self._clauses.read(node, node.text.strip(" :"), scope, values)
        for child in contents:
            if whole or sentences:
                self._tell(child, "content")
            else:
                self._content(child, scope, values)
        self._prose(node, values, sentences, scope)

    def _prose(
        self, node: Node, values: Sequence[Labelled], sentences: Sequence[str], scope: Scope
    ) -> None:
        """Sentences that stand where only names were looked for."""
        times = [one for one in values if one.kind == "time"]
        for sentence in sentences:
            self._clauses.read(node, sentence, scope._replace(charge=None), times)

    def _content(self, child: Node, scope: Scope, values: Sequence[Labelled]) -> None:
        """A content that labels tell about: itself, or each item under it."""
        label = label_of(child.text)
        is_content = label is not None and label.kind == "content"
        text = label.value.strip() if label is not None and is_content else child.text.strip()
        if not is_content and any(label_at(one) for one in child.children):
            self._item(child, scope)
            return
        heads = not text or text.endswith(":") or label is not None or child.is_title
        if child.children and heads:
            self._tally.tell(child, "heading")
            for one in child.children:
                self._content(one, scope, values)
            return
        self._clauses.read(child, text, scope, values)
        for one in child.children:
            self._tell(one, "content")

    def _values(self, child: Node, label: Labelled, apart: list[Node]) -> Iterator[Labelled]:
        """The values of a label, those of the items under it included."""
        if label.kind == "who" and child.children:
            for one in child.children:
                inner = label_of(one.text)
                self._tally.tell(one, "label" if inner else "content")
                if inner is not None:
                    yield from self._values(one, inner, apart)
            return
        parts = [label.value]
        for one in child.children:
            if label.kind == "time" and subject_of(one.text) is not None:
                apart.append(one)
            elif one.text.startswith("("):
                self._tally.tell(one, "note")
            else:
                self._tally.tell(one, "label")
                parts.append(one.text.strip(" .;"))
        value = "; ".join(part for part in parts if part)
        yield Labelled("lead" if label.kind == "who" else label.kind, value, label.start)


def _only_describes(child: Node, *, named: bool) -> bool:
    """Whether a content says what a thing is, and not what is to be done.

    Args:
        child: the content.
        named: a label says who acts, so that no name in the content does.
    """
    label = label_of(child.text)
    if label is None or label.kind != "content" or child.children:
        return False
    low = plain(label.value)
    if low.startswith(("bao gồm", "gồm", "quy định")):
        return True
    subject = subject_of(label.value)
    if subject is not None and not named:
        return False
    acting = begins_duty(label.value) and subject is None
    return not acting and not low.startswith(("tổ chức", "xây dựng"))
