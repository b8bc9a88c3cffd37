"""A plan with amendments for tests, each a file of its own."""

from pathlib import Path

from tests.plan.cases import PLAN, write_plan

DUTIES = """\
duties:
  - id: I.1
    clause: I.1
    title: Báo cáo
    text: Báo cáo kết quả trước 15/6/2021.
    lead: [snv]
    partners: [stp]
    schedule: before 2021-06-15 for h1
    time_words: trước 15/6/2021
    report_to: {to: ubnd-tp, through: snv}
  - id: I.2
    clause: I.2
    title: Họp báo
    text: Họp báo mỗi quý một lần.
    implement: [snv]
    schedule: every quarter
  - id: I.3
    clause: I.3
    title: Tuyên truyền
    text: Tuyên truyền thường xuyên.
    implement: [stp]
    schedule: continuous
annexes:
  - id: PL
    title: Phụ lục
    tasks:
      - {no: 1, content: Lập danh mục., lead: [snv], time: once}
"""
HEAD = """\
format: cchc-amendment/1
id: sd-{number}
plan: ke_hoach.yaml
title: Sửa đổi lần {number}
document: {{type: Quyết định, number: 9{number}/QĐ-UBND, date: 2021-05-20, issuer: ubnd-tp}}
from: {since}
"""


def amended_plan(folder: Path, *bodies: str, since: tuple[str, ...] = ()) -> Path:
    """A plan whose amendments have these bodies, each in force a month after the one before."""
    names = [f"sd{at}.yaml" for at in range(1, len(bodies) + 1)]
    listed = f"amendments: [{', '.join(names)}]\n" if names else ""
    path = write_plan(folder, f"{PLAN}{listed}{DUTIES}")
    days = since or tuple(f"2021-{month:02d}-01" for month in range(6, 13))
    for at, (name, body) in enumerate(zip(names, bodies, strict=True)):
        text = HEAD.format(number=at + 1, since=days[at]) + body
        (folder / name).write_text(text, encoding="utf-8")
    return path
