"""Changes of agencies in the text of a registry."""

from datetime import date

import pytest

from cchc_cli.plan.source import read_text
from cchc_cli.plan.succeeding import Heir, Turn, turned

DAY = date(2027, 1, 1)
TEXT = """\
# đầu
agencies:
  - id: a  # cũ
    name: Sở A
    kind: department
    superior: ub   # trên
    note: Ghi chú.
  # sau a
  - {id: b, name: Sở B, kind: department}
  - id: c
    name: Sở C
    kind: department
    from: 2020-01-01
    successors: [{agency: b, on: 2030-01-01}]
groups:
  - id: g
    members: [a, b]  # hai sở
  - id: h
    members:
      - {agency: a, until: 2026-01-01}
      - c
  - {id: rong, members: []}
"""


def edited(*gone: str, heirs: tuple[Heir, ...], note: str | None = None) -> str:
    return turned(TEXT, "agencies.yaml", Turn(DAY, gone, heirs, note))


def test_an_agency_ends_and_another_takes_over() -> None:
    found = edited("a", heirs=(Heir("b"),), note="Nghị quyết 1")
    assert found == TEXT.replace(
        "    superior: ub   # trên\n",
        "    superior: ub   # trên\n    until: 2027-01-01\n    successors:\n"
        "      - agency: b\n        on: 2027-01-01\n        note: Nghị quyết 1\n",
    )


def test_a_new_agency_follows_the_last_that_ends_and_joins_the_groups() -> None:
    entry = {"id": "nn", "name": "Sở N", "kind": "department", "from": DAY}
    found = edited("a", "b", heirs=(Heir("nn", entry=entry),))
    assert (
        "  - id: nn\n    name: Sở N\n    kind: department\n    from: 2027-01-01\n  - id: c" in found
    )
    assert "members: [a, b, {agency: nn, from: 2027-01-01}]  # hai sở" in found
    # It had left the other group before.
    assert found[found.index("  - id: h") :] == TEXT[TEXT.index("  - id: h") :]
    assert "{id: b, name: Sở B, kind: department, until: 2027-01-01, successors: [{" in found


def test_matters_tell_the_heirs_of_a_split_apart() -> None:
    found = edited("a", heirs=(Heir("b"), Heir("c", ("báo chí", "in, ấn"))))
    assert (
        "    successors:\n      - agency: b\n        on: 2027-01-01\n"
        '      - agency: c\n        on: 2027-01-01\n        matters: [báo chí, "in, ấn"]\n'
    ) in found
    assert "members: [a, b, {agency: c, from: 2027-01-01}]" in found


def test_successors_that_are_listed_already_stay() -> None:
    found = edited("c", heirs=(Heir("a"),))
    assert "    from: 2020-01-01\n    until: 2027-01-01\n" in found
    assert "[{agency: b, on: 2030-01-01}, {agency: a, on: 2027-01-01}]" in found
    assert "      - c\n      - agency: a\n        from: 2027-01-01\n" not in found


@pytest.mark.parametrize("gone", [("a",), ("b",), ("a", "b", "c")])
def test_every_comment_stays(gone: tuple[str, ...]) -> None:
    entry = {"id": "nn", "name": "Sở N", "kind": "department", "from": DAY}
    found = edited(*gone, heirs=(Heir("nn", entry=entry),))
    for comment in ("# đầu", "# cũ", "# trên", "# sau a", "# hai sở"):
        assert comment in found
    assert read_text(found, "a").faults == ()
