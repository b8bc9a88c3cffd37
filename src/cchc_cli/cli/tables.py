"""Tables of values as commands write them: the form that was asked for, and the door to it."""

from pathlib import Path

from cchc_cli import output
from cchc_cli.cli.show import TABLE_FORMS, Form, form_or_default
from cchc_cli.errors import UsageFault
from cchc_cli.views.tables.model import Table

# Endings of files that say what is in them; a text file may be called anything.
ENDINGS: dict[str, Form] = {
    ".csv": "csv",
    ".ics": "ics",
    ".json": "json",
    ".md": "md",
    ".xlsx": "xlsx",
}
# Forms that hold values, not words for the eye.
TABLES: tuple[Form, ...] = ("csv", "xlsx")
# What no other program would read under a wrong ending.
STRICT: frozenset[Form | None] = frozenset({"xlsx", "ics"})


def table_form(
    form: Form | None,
    target: Path | None,
    *,
    bare: bool = False,
    allowed: tuple[Form, ...] = TABLE_FORMS,
) -> Form:
    """The form that was chosen, or that ``--plain-csv`` or the file's ending implies.

    Raises:
        UsageFault: if they say different things, or a terminal would get a workbook.
    """
    if bare and form not in (None, "csv"):
        raise UsageFault("clashing_options", first="--plain-csv", second=f"--format {form}")
    ending = ENDINGS.get(target.suffix.casefold()) if target else None
    implied = ending if ending in allowed else None
    chosen = form or ("csv" if bare else implied)
    if ending is not None and chosen != ending and {chosen, ending} & STRICT:
        raise UsageFault("form_and_ending", form=chosen or "plain", file=target)
    if chosen == "xlsx" and target is None and output.on_terminal():
        raise UsageFault("xlsx_to_terminal")
    return form_or_default(chosen, target)


def write_table(table: Table, form: Form, target: Path | None, *, bare: bool = False) -> None:
    """Write a table of values as CSV or as an Excel workbook.

    Raises:
        OutputFault: if it cannot be written, or Excel cannot hold it.
    """
    if form == "xlsx":
        # Loaded here: XlsxWriter costs as much as a query.
        from cchc_cli.views.excel.table import table_workbook

        output.write_document(table_workbook(table), target)
        return
    from cchc_cli.views.spreadsheet import table_csv

    output.write_document(table_csv(table, bare=bare).encode("utf-8"), target)
