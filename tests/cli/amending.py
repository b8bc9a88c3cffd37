"""A small plan with the document that it was encoded from, for commands about its whole life."""

from pathlib import Path

from tests.cli.builders import write_plan

SOURCE = """\
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2021
I. MỤC ĐÍCH
- Nâng cao ý thức, trách nhiệm của đội ngũ cán bộ, công chức.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tư pháp
- Sở Tư pháp báo cáo trước ngày 15 tháng 6.
- Sở Tư pháp theo dõi thường xuyên.
"""
CHANGED = SOURCE.replace("ngày 15 tháng 6", "ngày 20 tháng 6")
MORE = f"{SOURCE}- Xây dựng cơ sở dữ liệu hộ tịch điện tử dùng chung cho các đơn vị trực thuộc.\n"


def plan_and_source(folder: Path, text: str = SOURCE) -> tuple[Path, Path]:
    """The plan's file, and the document beside it."""
    plan = write_plan(folder, "nho")
    said = plan.read_text("utf-8")
    for at in (1, 2):
        said = said.replace(f"clause: A.{at}", f"clause: II.1.{at}")
    plan.write_text(said, encoding="utf-8")
    source = folder / "nho.txt"
    source.write_text(text, encoding="utf-8")
    return plan, source


def edit(file: Path, old: str, new: str) -> None:
    """Change a file by hand."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
