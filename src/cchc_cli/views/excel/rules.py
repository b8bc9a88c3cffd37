"""What a cell to be filled in takes, said in Vietnamese before and after typing.

The rules help whoever types; pasting passes them by, so reading back checks everything again.
"""

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from cchc_cli.domain.forms import (
    HIGHEST_FIGURE,
    LONGEST_DOCUMENT,
    LONGEST_TEXT,
    RESULTS,
    Column,
    ColumnKind,
)
from cchc_cli.views.wording import forms as words
from cchc_cli.views.wording.days import day_text


def rule_of(kind: ColumnKind, first: date) -> dict[str, Any]:
    """The validation of a column's cells, as XlsxWriter takes it.

    Args:
        kind: what the cells hold.
        first: the earliest day that may be filled in.
    """
    choices = [words.RESULTS[one] for one in RESULTS]
    conditions: dict[ColumnKind, dict[str, Any]] = {
        "choice": {"validate": "list", "source": choices},
        "document": {"validate": "length", "criteria": "<=", "value": LONGEST_DOCUMENT},
        "date": {
            "validate": "date", "criteria": "between", "minimum": first, "maximum": "=TODAY()",
        },
        "share": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1},
        "number": {
            "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": HIGHEST_FIGURE,
        },
        "text": {"validate": "length", "criteria": "<=", "value": LONGEST_TEXT},
    }  # fmt: skip
    said = words.MESSAGES[kind]
    longest = LONGEST_DOCUMENT if kind == "document" else LONGEST_TEXT
    values = {"first": day_text(first), "choices": ", ".join(choices), "longest": longest}
    rule = {
        **conditions[kind],
        "error_title": said.refusal_title,
        "error_message": said.refusal.format(**values),
    }
    if said.hint:
        rule["input_title"] = said.hint_title
        rule["input_message"] = said.hint.format(**values)
    return rule


def set_rules(
    sheet: Worksheet, columns: tuple[Column, ...], rows: tuple[int, int], first: date
) -> None:
    """Give every column to be filled in its rule, from the first row to the last."""
    for at, column in enumerate(columns, 1):
        if column.filled:
            sheet.data_validation(rows[0], at, rows[1], at, rule_of(column.kind, first))
