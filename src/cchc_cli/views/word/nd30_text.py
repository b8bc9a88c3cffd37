"""Reading the text of paragraphs: prompts left out, line breaks as lines, plain words."""

import re
from collections.abc import Iterable, Iterator

from cchc_cli.domain.names import bare
from cchc_cli.views.word.nd30_model import Paragraph, Run

PROMPT = re.compile(r"\[ĐIỀN:[^\]]*\]")
TYPED_RULE = re.compile(r"\s*(?:[_\-–—=~─―*]\s?){3,}\s*")
# Stands in the text for a place that is still to be written.
SLOT = "□"


def words_of(paragraph: Paragraph) -> tuple[Run, ...]:
    """The runs with letters in them, without what only says what to write."""
    whole = "".join(run.text for run in paragraph.runs)
    spans = [match.span() for match in PROMPT.finditer(whole)]
    runs, at = [], 0
    for run in paragraph.runs:
        text = run.text
        if spans:
            inside = (any(a <= at + n < b for a, b in spans) for n in range(len(text)))
            text = "".join(one for one, drop in zip(run.text, inside, strict=True) if not drop)
        at += len(run.text)
        if text.strip() and not run.prompt:
            runs.append(run._replace(text=text))
    return tuple(runs)


def written(paragraph: Paragraph) -> str:
    """The text, each prompt a single slot."""
    text = PROMPT.sub(SLOT, paragraph.text)
    if any(run.prompt and run.text.strip() for run in paragraph.runs):
        parts = (SLOT if run.prompt else PROMPT.sub(SLOT, run.text) for run in paragraph.runs)
        text = label_of(paragraph) + re.sub(f"{SLOT}+", SLOT, "".join(parts))
    return text


def label_of(paragraph: Paragraph) -> str:
    """What a list of Word's prints before the paragraph's own text."""
    own = sum(len(run.text) for run in paragraph.runs)
    return paragraph.text[: len(paragraph.text) - own]


def said(paragraph: Paragraph) -> str:
    """The text without prompts and without space around it."""
    return written(paragraph).replace(SLOT, "").strip()


def is_empty(paragraph: Paragraph) -> bool:
    """Whether nothing at all can be read in it."""
    return not paragraph.text.strip()


def is_typed_rule(paragraph: Paragraph) -> bool:
    """Whether it is a row of underscores or dashes that plays a line."""
    return TYPED_RULE.fullmatch(paragraph.text) is not None


def starts(paragraph: Paragraph, words: str) -> bool:
    """Whether it begins with these words, marks and letter case aside."""
    return bare(paragraph.text.lstrip()[: len(words) + 12]).startswith(words)


def lines_in(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs line by line where they break lines; without the empty ones."""
    for one in paragraphs:
        pieces = _split(one) if "\n" in one.text else (one,)
        yield from (piece for piece in pieces if not is_empty(piece))


def _split(paragraph: Paragraph) -> Iterator[Paragraph]:
    line: list[Run] = []
    for run in paragraph.runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for text in others:
            yield _line(paragraph, line)
            line = [run._replace(text=text)]
    yield _line(paragraph, line)


def _line(paragraph: Paragraph, runs: list[Run]) -> Paragraph:
    return paragraph._replace(text="".join(run.text for run in runs), runs=tuple(runs))
