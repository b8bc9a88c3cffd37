"""Registries and plans that are rolled on in tests."""

from pathlib import Path

from cchc_cli.domain.plan import Plan
from cchc_cli.plan.load import check_file, check_text
from cchc_cli.plan.roll.remarks import Remark, Rolled
from cchc_cli.plan.roll.rolling import roll
from cchc_cli.views.wording.rolling import comment

REGISTRY = """\
format: cchc-agencies/1
territory: thành phố Hà Nội
place: Hà Nội
source: trích để kiểm thử
agencies:
  - {id: ubnd-tp, name: UBND thành phố Hà Nội, kind: committee}
  - {id: snv, name: Sở Nội vụ, kind: department}
  - {id: stp, name: Sở Tư pháp, kind: department}
  - {id: skhcn, name: Sở Khoa học và Công nghệ, kind: department}
  - id: stttt
    name: Sở Thông tin và Truyền thông
    kind: department
    until: 2025-03-01
    successors:
      - {agency: skhcn, on: 2025-03-01, excludes: [báo chí], note: Nguồn thứ cấp.}
  - id: sld
    name: Sở Lao động
    kind: department
    until: 2025-03-01
    successors:
      - {agency: snv, on: 2025-03-01}
      - {agency: stp, on: 2025-03-01, matters: [trợ giúp pháp lý]}
  - {id: sgt, name: Sở Giao thông, kind: department, until: 2025-03-01}
  - {id: q-a, name: UBND quận A, kind: district, until: 2025-07-01}
  - {id: h-b, name: UBND huyện B, kind: district, until: 2025-07-01}
  - id: dai
    name: Đài Hà Nội
    kind: press
    until: 2026-01-30
    successors: [{agency: bao-dai, on: 2026-01-30}]
  - {id: bao-dai, name: Cơ quan Báo và Đài, kind: press, from: 2026-01-30}
groups:
  - id: so
    name: Các Sở
    members: [snv, stp, skhcn, stttt, sld]
  - {id: quan, name: UBND các quận, members: [q-a, h-b],
     successors: [{group: phuong, on: 2025-07-01, note: Loại khác.}]}
  - {id: phuong, name: UBND các phường, roster: true}
  - {id: tat-ca, name: Tất cả, includes: [so, quan]}
  - {id: ba-so, name: Ba sở, members: [stp, stttt]}
  - {id: bao-chi, name: Báo chí, members: [dai, {agency: bao-dai, from: 2026-01-30}]}
"""
CALENDAR = "format: cchc-calendar/1\nname: Lịch\nyears: []\n"
HEAD = """\
# đầu tệp
format: cchc-plan/1
id: ke-hoach-2021
title: Kế hoạch năm 2021
short_title: Kế hoạch 2021  # ngắn
subject: cải cách hành chính
document: {type: Kế hoạch, number: 01/KH-UBND, date: 2021-01-04, issuer: ubnd-tp}
validity: {from: 2021-01-01, to: 2021-12-31}
registry: agencies.yaml
calendar: calendar.yaml
coordinator: snv
"""


def lay_out(folder: Path, text: str, name: str = "2021.yaml") -> Path:
    """A plan beside the registry and a calendar."""
    (folder / "agencies.yaml").write_text(REGISTRY, encoding="utf-8")
    (folder / "calendar.yaml").write_text(CALENDAR, encoding="utf-8")
    file = folder / name
    file.write_bytes(text.encode())
    return file


def said(found: Remark) -> str:
    """The words of a comment."""
    return comment(found.code, found.values)


def built(file: Path, text: str | None = None) -> Plan:
    """The plan of a file, or of a text that would stand there."""
    checked = check_file(file) if text is None else check_text(file, text)
    assert checked.sound, checked.faults
    assert checked.plan is not None
    return checked.plan


def rolled(file: Path, year: int = 2026) -> Rolled:
    """A file rolled on; what comes of it is sound."""
    found = roll(built(file), file.read_bytes().decode(), file.name, year, said)
    built(file, found.text)
    return found


def duties(*lines: str) -> str:
    """A plan with duties, each given by what stands beside its id, clause, title and text."""
    items = [
        f"  - id: I.{at}\n    clause: I\n    title: Việc\n    text: Việc số {at}\n    {line}\n"
        for at, line in enumerate((one.replace("\n", "\n    ") for one in lines), 1)
    ]
    return HEAD + "duties:\n" + "".join(items)


def codes(found: Rolled, duty: str = "I.1") -> list[str]:
    """The codes of the remarks on a duty."""
    return [one.remark.code for one in found.placed if one.duty == duty]
