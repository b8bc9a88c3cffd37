"""The Word templates that travel with the program, built from what Nghị định 30/2020/NĐ-CP says.

``templates/word/*.docx`` are what this writes (``make templates``); a test holds them to it. They
are ordinary Word files: whoever wants another form edits a copy in Word.
"""

from collections.abc import Sequence

from cchc_cli.views.word.package import DOCUMENT
from cchc_cli.views.word.pieces import (
    TEXT,
    cell,
    control,
    document,
    grid,
    grid_row,
    paragraph,
    plain_table,
    row,
    row_tag,
    section,
    tags,
)
from cchc_cli.views.word.rules import FULL_RULE, SHORT_RULE
from cchc_cli.views.word.stock import shared_parts
from cchc_cli.views.wording import word_templates as said
from cchc_cli.zipped import pack

KINDS = ("periodic", "thematic", "city", "letter")
Cells = Sequence[tuple[str, str]]
# Mục II.1 and II.3: the head is a table of about 40 and 60 parts of a hundred.
HEAD = (round(TEXT * 0.4), TEXT - round(TEXT * 0.4))
SIGNATURE = (TEXT - TEXT // 2, TEXT // 2)
# Nobody signs on a page of its own.
KEEP = "<w:keepNext/>"
_AFTER_SUBJECT = '<w:spacing w:before="0" w:after="240" w:line="40" w:lineRule="exact"/>'


def build(kind: str) -> bytes:
    """The template of that kind: periodic, thematic, city or letter."""
    body, title, creator = {
        "periodic": (_periodic, said.REPORT_TITLE, "{{ author_name }}"),
        "thematic": (_thematic, said.THEMATIC_TITLE, "{{ author_name }}"),
        "city": (_city, said.REPORT_TITLE, "{{ author_name }}"),
        "letter": (_letter, said.LETTER_TITLE, "{{ issuer }}"),
    }[kind]
    parts = shared_parts(title, creator)
    head = parts[DOCUMENT]
    return pack({**parts, DOCUMENT: head + body().encode()})


def _periodic() -> str:
    return document(
        *_opening(said.REPORT_SUBJECT),
        *_guidance(said.OWN_PLAN),
        *_results(said.OWN_TASKS),
        *_assessment(),
        paragraph("BodyText", said.REPORT_END, more=KEEP),
        _signature(),
        section(ends=True),
        *_annexes(said.STATE_HEADS, said.OWN_STATES),
    )


def _thematic() -> str:
    return document(
        *_opening(said.THEMATIC_SUBJECT),
        *_guidance(said.OWN_PLAN),
        paragraph("Heading1", said.RESULTS),
        tags(
            "for task in tasks",
            paragraph("Heading2", "{{ task.title }} ({{ task.id }})"),
            _words("ket_qua.{{ task.id }}", said.TASK_RESULT, "[]"),
        ),
        *_assessment(),
        paragraph("BodyText", said.THEMATIC_END, more=KEEP),
        _signature(),
        section(ends=True),
        *_annexes(said.STATE_HEADS, said.OWN_STATES),
    )


def _city() -> str:
    return document(
        *_opening(said.REPORT_SUBJECT),
        *_guidance(said.CITY_PLAN, ("so_ke_hoach_don_vi", *said.UNIT_PLANS)),
        *_results(said.CITY_TASKS),
        *_units(),
        *_assessment(),
        paragraph("BodyText", said.CITY_END, more=KEEP),
        _signature(),
        section(ends=True),
        *_annexes(said.STATE_HEADS, said.CITY_STATES, _behind(), _voices()),
    )


def _letter() -> str:
    widths = said.ITEM_WIDTHS
    return document(
        _head(said.LETTER_NUMBER, said.LETTER_DAY, paragraph("TrichYeuCV", "V/v {{ subject }}")),
        *_addressees(),
        *(paragraph("BodyText", text) for text in said.LETTER_BEFORE),
        grid(
            widths,
            said.ITEM_HEADS,
            row_tag("for item in items", widths),
            grid_row(widths, said.ITEM_CELLS),
            row_tag("endfor", widths),
        ),
        paragraph("BodyText", said.LETTER_AFTER, more='<w:spacing w:before="120" w:after="120" '
                  'w:line="264" w:lineRule="auto"/>'),
        paragraph("BodyText", said.LETTER_END, more=KEEP),
        _signature(letter=True),
        section(),
    )  # fmt: skip


def _opening(subject: str) -> list[str]:
    """The head, the kind of document with its subject, whom it goes to, what it rests on."""
    return [
        _head(said.REPORT_NUMBER, said.REPORT_DAY),
        paragraph("TenLoai", said.REPORT),
        paragraph("TrichYeu", subject),
        paragraph(SHORT_RULE, more=_AFTER_SUBJECT),
        tags("if receiver", paragraph("KinhGui", said.ADDRESSEE)),
        tags("for basis in bases", paragraph("BodyText", said.BASIS)),
        paragraph("BodyText", said.PLAN),
        paragraph("BodyText", said.PERIOD),
    ]


def _head(number: str, day: str, *below: str) -> str:
    """Form 1.4 and 1.5: who writes and the state's name, then number, place and date."""
    left = (
        tags("if superior and letterhead | length == 1",
             paragraph("CoQuanTren", "{{ superior | upper }}")),
        tags("for line in letterhead", paragraph("CoQuan", "{{ line | upper }}")),
        paragraph(SHORT_RULE),
    )  # fmt: skip
    right = (
        paragraph("QuocHieu", said.STATE),
        paragraph("TieuNgu", said.MOTTO),
        paragraph(FULL_RULE),
    )
    return plain_table(
        HEAD,
        row(cell(HEAD[0], *left), cell(HEAD[1], *right)),
        row(
            cell(HEAD[0], paragraph("SoKyHieu", number), *below),
            cell(HEAD[1], paragraph("DiaDanh", day)),
        ),
    )


def _addressees() -> list[str]:
    """One on the line of ``Kính gửi``, several each on a line of its own (mục II.9)."""
    return [
        tags(
            "if addressees | length == 1",
            paragraph("KinhGui", "Kính gửi: {{ addressees[0] }}.", more=said.SPACE_ABOVE),
        ),
        tags(
            "if addressees | length > 1",
            paragraph("KinhGui", "Kính gửi:", more=said.SPACE_ABOVE),
            tags("for one in addressees",
                 paragraph("KinhGuiNoi", "{{ one }}{{ '.' if loop.last else ';' }}")),
        ),
    ]  # fmt: skip


def _guidance(plan: str, *more: tuple[str, str, str]) -> list[str]:
    parts = (("ke_hoach", plan, said.OWN_PLAN_ASKED), *more, *said.GUIDANCE)
    blocks = [paragraph("Heading1", said.LEADING)]
    for name, title, asked in parts:
        blocks += [paragraph("Heading2", title), _words(name, asked, "[]")]
    return blocks


def _results(tasks: str) -> list[str]:
    return [
        paragraph("Heading1", said.RESULTS),
        paragraph("Heading2", said.BY_TOPIC),
        tags("if not plan.topics", _words("ket_qua", said.TOPICS_ASKED, "[]")),
        tags(
            "for topic in plan.topics",
            paragraph("Heading3", "{{ loop.index | letter }}) {{ topic.title }}"),
            _words("ket_qua.{{ topic.id }}", said.RESULT_ASKED, "[]"),
        ),
        paragraph("Heading2", said.BY_CHANNEL),
        tags("if not plan.channels", _words("hinh_thuc", said.CHANNELS_ASKED, "[]")),
        tags(
            "for channel in plan.channels",
            paragraph("Heading3", "{{ loop.index | letter }}) {{ channel.title }}"),
            _words("hinh_thuc.{{ channel.id }}", said.RESULT_ASKED, "[]"),
        ),
        tags("if annexes.statistics", paragraph("BodyText", said.SEE_STATISTICS)),
        paragraph("Heading2", said.ASSIGNED),
        paragraph("BodyText", tasks),
        _told("danh_gia_chung", said.OVERALL, "result"),
    ]


def _units() -> list[str]:
    """Of the city's report: who has reported, who did best and worst (V.1.1e, V.1.1f)."""
    roll, rank = said.ROLL_WIDTHS, said.RANK_WIDTHS
    return [
        paragraph("Heading2", said.ROLL_CALL),
        tags("if not rolls", _words("diem_danh", said.ROLL_ASKED, "[]")),
        tags(
            "if rolls",
            grid(roll, said.ROLL_HEADS, row_tag("for one in rolls", roll),
                 grid_row(roll, said.ROLL_CELLS), row_tag("endfor", roll)),
            tags("for one in rolls if one.missing",
                 paragraph("ListBullet", said.MISSING, more=said.SPACE_UNDER_TABLE)),
        ),
        paragraph("Heading2", said.RANKING),
        tags("if not ranked", _words("xep_hang", said.RANKING_ASKED, "[]")),
        tags(
            "if ranked",
            grid(rank, said.RANK_HEADS,
                 row_tag("for group in ranked", rank),
                 grid_row(rank, said.RANK_GROUP),
                 row_tag("for one in group.units", rank),
                 grid_row(rank, said.RANK_CELLS),
                 row_tag("endfor", rank), row_tag("endfor", rank)),
        ),
    ]  # fmt: skip


def _assessment() -> list[str]:
    return [
        paragraph("Heading1", said.ASSESSMENT),
        *(
            block
            for name, title, asked, part in said.ASSESSED
            for block in (paragraph("Heading2", title), _told(name, asked, part))
        ),
        paragraph("Heading1", said.DIRECTION),
        _told("phuong_huong", said.DIRECTION_ASKED, "direction"),
        paragraph("Heading1", said.PROPOSALS),
        _told("kien_nghi", said.PROPOSALS_ASKED, "proposal"),
    ]


def _told(name: str, asked: str, part: str) -> str:
    """A control with the words that were recorded for it, or its prompt."""
    return _words(name, asked, f"said.get('{part}', [])")


def _words(name: str, asked: str, known: str) -> str:
    texts = f"for text in {known} or [fill('{asked}')]"
    return control(name, asked, tags(texts, paragraph("BodyText", "{{ text }}")))


def _signature(*, letter: bool = False) -> str:
    """Mục II.7 and II.9: who signs at the right, ``Nơi nhận`` level with it at the left."""
    recipients = said.LETTER_RECIPIENTS if letter else said.REPORT_RECIPIENTS
    left = [paragraph("NoiNhan", "Nơi nhận:")]
    for condition, text in recipients:
        line = paragraph("NoiNhanNoi", text)
        left.append(tags(condition, line) if condition else line)
    right = (
        tags("if committee", paragraph("QuyenHan", said.FOR_COMMITTEE),
             paragraph("QuyenHan", said.CHAIR)),
        tags("if not committee", paragraph("QuyenHan", said.CAPACITY)),
        paragraph("NguoiKy", "{{ fill('họ và tên người ký', 'nguoi_ky') }}"),
    )  # fmt: skip
    above = paragraph("NgatMuc", more=f'{KEEP}<w:spacing w:before="0" w:after="220" w:line="20" '
                      'w:lineRule="exact"/>')  # fmt: skip
    return above + plain_table(
        SIGNATURE, row(cell(SIGNATURE[0], *left), cell(SIGNATURE[1], *right))
    )


def _annexes(heads: Sequence[str], states: Cells, *more: str) -> list[str]:
    """The annexes, each a landscape section numbered on its own (mục III of Phụ lục I)."""
    wide = section(wide=True, ends=True, restarts=True)
    figures, tasks = said.FIGURE_WIDTHS, said.STATE_WIDTHS
    statistics = (
        *_annex("statistics", said.STATISTICS),
        grid(figures, said.FIGURE_HEADS,
             row_tag("for group in indicator_groups", figures),
             grid_row(figures, said.FIGURE_GROUP),
             row_tag("for one in group.indicators", figures),
             grid_row(figures, said.FIGURE_CELLS),
             row_tag("endfor", figures), row_tag("endfor", figures)),
        wide,
    )  # fmt: skip
    return [
        tags("if annexes.statistics", *statistics),
        *_annex("tasks", said.STATES),
        grid(tasks, heads, row_tag("for task in tasks", tasks), grid_row(tasks, states),
             row_tag("endfor", tasks)),
        *more,
        tags("if head and head.number", paragraph("ChuThich", said.CHAIN)),
        section(wide=True, restarts=True),
    ]  # fmt: skip


def _annex(name: str, title: str) -> list[str]:
    return [
        paragraph("PhuLuc", f"{{{{ annexes.{name} }}}}"),
        paragraph("TenPhuLuc", title),
        paragraph("KemTheo", said.ATTACHED),
    ]


def _behind() -> str:
    widths = said.BEHIND_WIDTHS
    return tags(
        "if behind",
        section(wide=True, ends=True, restarts=True),
        *_annex("behind", said.BEHIND),
        grid(widths, said.BEHIND_HEADS, row_tag("for one in behind", widths),
             grid_row(widths, said.BEHIND_CELLS), row_tag("endfor", widths)),
    )  # fmt: skip


def _voices() -> str:
    widths = said.VOICE_WIDTHS
    return tags(
        "if voices",
        section(wide=True, ends=True, restarts=True),
        *_annex("voices", said.VOICES),
        grid(widths, said.VOICE_HEADS, row_tag("for one in voices", widths),
             grid_row(widths, said.VOICE_CELLS), row_tag("endfor", widths)),
    )  # fmt: skip
