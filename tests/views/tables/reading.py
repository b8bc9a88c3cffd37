"""Tables of values as tests read them."""

from datetime import date, datetime

from cchc_cli.views.spreadsheet import table_csv
from cchc_cli.views.tables.model import FieldKind, Table, Value

KINDS: dict[FieldKind, tuple[type, ...]] = {
    "text": (str,),
    "number": (int,),
    "share": (float,),
    "date": (date,),
    "moment": (datetime,),
}


def rows_of(table: Table) -> list[dict[str, Value]]:
    """The rows by their heads; a table whose values are not what its fields say is refused."""
    heads = [field.head for field in table.fields]
    assert len(set(heads)) == len(heads)
    rows = [tuple(row) for row in table.rows]
    for row in rows:
        for field, value in zip(table.fields, row, strict=True):
            assert value is None or type(value) in KINDS[field.kind], (field, value)
            assert value != "", field
    return [dict(zip(heads, row, strict=True)) for row in rows]


def csv_of(table: Table) -> str:
    """What the golden files hold."""
    return table_csv(table, bare=True)
