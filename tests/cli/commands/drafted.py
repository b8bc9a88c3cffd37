"""Documents made up of lines as plans have them, and of lines as none has."""

from pathlib import Path

from hypothesis import strategies as st

from tests.plan.draft.packing import paragraph, row, run, table, word_file

LABELS = ("", "I. ", "V. ", "1. ", "2. ", "1.1. ", "a) ", "đ) ", "- ", "+ ", "Điều 2. ")
BODIES = (
    "Sở Nội vụ", "Các sở, ban, ngành; UBND các xã, phường", "Giao Sở Tư pháp", "Hội Khuyến học",
    "Đề nghị Ủy ban MTTQ Việt Nam Thành phố", "UBND tỉnh Sơn La", "Bộ Nội vụ", "Sở NN&PTNT", "",
    "TỔ CHỨC THỰC HIỆN", "MỤC ĐÍCH, YÊU CẦU", "Số: 12/KH-UBND", "KẾ HOẠCH", "CHỈ THỊ",
    "QUYẾT ĐỊNH:", "Hà Nội, ngày 31 tháng 12 năm 2025", "Cơ quan chủ trì: Sở Y tế", "Nơi nhận:",
    "PHỤ LỤC II", "Thời gian thực hiện:",
)  # fmt: skip
DEEDS = (
    "", " chủ trì, phối hợp với Sở Tài chính tham mưu, báo cáo UBND Thành phố",
    " tổ chức thực hiện; rà soát, kiểm tra", " xây dựng kế hoạch: “a: b” # c", ": - {x} [y] & *z",
    " có trách nhiệm theo dõi, đôn đốc, tổng hợp",
)  # fmt: skip
TIMES = (
    "", " trước ngày 15/6/2026", " hằng quý", " trong quý II/2026", " chậm nhất ngày 31 tháng 2",
    " từ năm 1850 đến năm 2300", " định kỳ 06 tháng, năm", " trong 10 ngày làm việc kể từ ngày ký",
    " giai đoạn 2025 - 2030", " tháng 13 năm 2026", " thường xuyên", " trước ngày 29/02/2025",
    " trước ngày 15 tháng cuối quý", " 99/99/9999", " năm 0000",
)  # fmt: skip
HEADS = "| TT | Nội dung | Cơ quan chủ trì | Thời gian | Sản phẩm |"

SENTENCES = st.builds(
    lambda *parts: "".join(parts),
    *(st.sampled_from(one) for one in (LABELS, BODIES, DEEDS, TIMES)),
    st.sampled_from((".", ";", ":", "")),
)
ROWS = st.builds(
    lambda no, deed, body, time: f"| {no} | {deed} | {body} | {time} | Báo cáo |",
    *(st.sampled_from(one) for one in (("1", "2", "I", ""), DEEDS, BODIES, TIMES)),
)
LINES = st.one_of(
    SENTENCES, ROWS, st.just(HEADS), st.text(st.characters(exclude_categories=["Cs", "Cc"])),
)  # fmt: skip


def document(folder: Path, lines: list[str], form: str) -> Path:
    """A document of these lines; rows between bars are rows of tables."""
    if form == "txt":
        path = folder / "KE_HOACH.txt"
        path.write_text("\n".join(lines), "utf-8")
        return path
    return word_file(folder, "".join(map(_block, lines)))


def _block(line: str) -> str:
    if line.startswith("| ") and line.endswith(" |"):
        return table(row(*(paragraph_cell(cell) for cell in line.strip("|").split("|"))))
    return paragraph(run(_escaped(line)))


def paragraph_cell(text: str) -> str:
    """A cell as XML."""
    return f"<w:tc>{paragraph(run(_escaped(text.strip())))}</w:tc>"


def _escaped(text: str) -> str:
    fit = "".join(one for one in text if one.isprintable())
    return fit.replace("&", "&amp;").replace("<", "&lt;")
