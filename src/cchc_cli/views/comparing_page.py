"""What is not the same in two plans as one page of HTML; nothing comes from outside it."""

from collections.abc import Iterator, Sequence
from html import escape

from cchc_cli.services.comparing import Difference, Field, Pair, Piece
from cchc_cli.views.comparing import (
    INNER,
    field_lines,
    parts,
    sum_text,
    value_text,
    version_text,
)
from cchc_cli.views.wording import comparing as words

STYLE = """\
body { font: 16px/1.5 "Times New Roman", serif; margin: 2rem auto; padding: 0 1rem;
  max-width: 60rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
h3 { font-size: 1rem; margin: 1rem 0 0 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top }
th { width: 11rem; font-weight: normal; background: #f3f3f3 }
del { background: #fbe3e3; color: #8a1c1c } ins { background: #e2f3e2; color: #14591d }
@media print { body { margin: 0 } tr { break-inside: avoid } }
"""


def difference_page(found: Difference) -> str:
    """The difference; words that were taken out and put in are marked in their text."""
    body = [f"<h1>{escape(words.TITLE)}</h1>"]
    versions = (version_text(found.old, words.OLD), version_text(found.new, words.NEW))
    body += [f"<p>{'<br>'.join(escape(one) for one in versions)}</p>"]
    body.append(f"<p><strong>{escape(sum_text(found))}</strong></p>")
    for title, entries in parts(found):
        body.append(f"<h2>{escape(title)}</h2>")
        if title == words.PLAN:
            body.append(_table(found, found.fields))
        elif found.pairs and title.startswith(words.CHANGED):
            body.extend(
                _pair(found, pair, entry[0])
                for pair, entry in zip(found.pairs, entries, strict=True)
            )
        else:
            body.append(f"<ul>{''.join(_entry(entry) for entry in entries)}</ul>")
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(words.TITLE)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _entry(entry: Sequence[str]) -> str:
    return f"<li>{'<br>'.join(escape(line) for line in entry)}</li>"


def _pair(found: Difference, pair: Pair, title: str) -> str:
    head = f"<h3>{escape(title)}</h3>"
    return head + _table(found, pair.fields) if pair.fields else head


def _table(found: Difference, fields: Sequence[Field]) -> str:
    rows = (
        f"<tr><th>{escape(words.FIELDS[one.name])}</th><td>{_value(found, one)}</td></tr>"
        for one in fields
    )
    return f"<table>{''.join(rows)}</table>"


def _value(found: Difference, field: Field) -> str:
    if field.pieces:
        return " ".join(_marked(field.pieces))
    if field.name in INNER:
        return "<br>".join(escape(line) for line in field_lines(found, field))
    old = escape(value_text(found.old, field.name, field.old))
    new = escape(value_text(found.new, field.name, field.new))
    return f"<del>{old}</del> <ins>{new}</ins>"


def _marked(pieces: Sequence[Piece]) -> Iterator[str]:
    tags = {"gone": "del", "new": "ins"}
    for op, text in pieces:
        tag = tags.get(op)
        yield f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
