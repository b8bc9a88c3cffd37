"""Trace, diff and check of a plan with 2,000 duties, as multiples of its plain YAML load.

The plan and its source are made up of words from a seed; in the source, and in the other plan of
the diff, some duties are reworded, moved, gone and new. Each step is done as a whole process would
do it after its imports: ``trace`` reads the plan's file, the document and compares; ``diff`` reads
both plan files and compares.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from cchc_cli.plan.clauses import read_clauses
from cchc_cli.plan.load import check_file
from cchc_cli.resources import packaged
from cchc_cli.services.comparing import compare
from cchc_cli.services.coverage import cover
from cchc_cli.views.comparing import difference_text
from cchc_cli.views.coverage import coverage_sheet

DUTIES, PER_CLAUSE = 2_000, 20
ROUNDS = 3
HEAD = """\
format: cchc-plan/1
id: thu
title: Kế hoạch thử
short_title: Kế hoạch thử
subject: cải cách hành chính
document: {type: Kế hoạch, issuer: ubnd-tp}
validity: {from: 2021-01-01, to: 2021-12-31}
registry: agencies.yaml
calendar: calendar.yaml
coordinator: snv
duties:
"""
SYLLABLES = """\
báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính tổ chức kiểm tra giám sát việc công khai thủ
tục giải quyết hồ sơ trực tuyến đào tạo bồi dưỡng cán bộ công chức viên chức xây dựng chương trình
phối hợp cơ quan đơn vị địa phương quý năm tháng đầu cuối lĩnh vực đất đai đầu tư y tế giáo dục giao
thông nông nghiệp môi trường du lịch văn hóa thể thao nội vụ tư pháp tài chính
""".split()  # noqa: SIM905 - words that are read as a text


def texts(rng: random.Random, number: int) -> list[str]:
    """So many sentences of 15 to 60 words."""
    return [
        f"{rng.choice(['Tổ chức', 'Chủ trì', 'Rà soát', 'Báo cáo'])} "
        + " ".join(rng.choices(SYLLABLES, k=rng.randint(15, 60)))
        for _ in range(number)
    ]


def plan_text(said: list[str]) -> str:
    """The plan's file."""
    lines = [HEAD]
    for at, text in enumerate(said):
        part, item = divmod(at, PER_CLAUSE)
        lines.append(
            f"  - id: II.{part + 1}.{item + 1}\n    clause: II.{part + 1}.{item + 1}\n"
            f"    title: {text[:60].strip()}\n    text: >-\n      {text}\n    lead: [snv]\n"
            "    capacity: chủ trì\n    partners: [stp]\n    schedule: every quarter\n"
            "    time_words: hằng quý\n    report_to: {to: ubnd-tp, through: snv}\n"
        )
    return "".join(lines)


def source_text(said: list[str]) -> str:
    """The document."""
    lines = ["KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "II. TỔ CHỨC THỰC HIỆN"]
    for at, text in enumerate(said):
        part, item = divmod(at, PER_CLAUSE)
        if item == 0:
            lines.append(f"{part + 1}. Sở Nội vụ")
        lines.append(f"- {text}.")
    return "\n".join(lines) + "\n"


def changed(rng: random.Random, said: list[str]) -> list[str]:
    """The same with one in ten reworded, and one in twenty moved, gone or new."""
    found = []
    for text in said:
        words = text.split()
        if rng.random() < 0.1:
            words[rng.randrange(len(words))] = "khác"
        found.append(" ".join(words))
    for _ in range(len(said) // 20):
        found.insert(rng.randrange(len(found)), found.pop(rng.randrange(len(found))))
        found[rng.randrange(len(found))] = texts(rng, 1)[0]
    return found


def best(deed: Callable[[], object]) -> float:
    """The least of several rounds, in seconds."""
    least = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        deed()
        least = min(least, time.perf_counter() - start)
    return least


def trace(plan_file: Path, source: Path) -> str:
    """Hold the plan against the document."""
    plan = check_file(plan_file).plan
    assert plan is not None
    found = cover(plan, read_clauses(source, plan.registry, date(2021, 1, 1)))
    return coverage_sheet(found, source.name).below[-1]


def diff(old_file: Path, new_file: Path) -> str:
    """Compare two plans."""
    old, new = check_file(old_file).plan, check_file(new_file).plan
    assert old is not None
    assert new is not None
    return difference_text(compare(old, new), 200).splitlines()[-1]


def main() -> None:
    """Print seconds and multiples."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else DUTIES
    rng = random.Random(5)
    said = texts(rng, number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("agencies.yaml", "calendar.yaml"):
            shutil.copy(packaged("plans") / file, folder)
        plan, other, source = folder / "a.yaml", folder / "b.yaml", folder / "nguon.txt"
        plan.write_text(plan_text(said), encoding="utf-8")
        other.write_text(plan_text(changed(rng, said)), encoding="utf-8")
        source.write_text(source_text(changed(rng, said)), encoding="utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        floor = best(lambda: yaml.load(plan.read_bytes(), Loader=loader))  # noqa: S506 - safe ones
        slow = best(lambda: yaml.safe_load(plan.read_bytes()))
        print(f"{number} duties, {plan.stat().st_size / 1e6:.1f} MB; trace: {trace(plan, source)}")
        print(f"diff: {diff(plan, other)}")
        print(f"plain load, C loader: {floor:.3f} s; pure Python loader: {slow:.3f} s")
        for label, deed in (
            ("check", lambda: check_file(plan)),
            ("trace", lambda: trace(plan, source)),
            ("diff", lambda: diff(plan, other)),
        ):
            taken = best(deed)
            print(
                f"{label}: {taken:.3f} s, {taken / floor:.1f} x C loader, {taken / slow:.2f} x pure"
            )


if __name__ == "__main__":
    main()
