"""The stretches of a document."""

from cchc_cli.plan.draft.blocks import Cell, Place, Table
from cchc_cli.plan.draft.parts import LONGEST_LINE, Parts, divide
from tests.plan.draft.made import HEAD, document, table

TASKS = table("TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian", "1 | Rà soát | Sở A | Quý I")


def divided(*lines: str | Table) -> Parts:
    return divide(document(*lines).blocks)


def items(parts: Parts) -> list[list[str]]:
    """The words of every item, body by body."""
    return [[one.text for one in list(body.root.walk())[1:]] for body in parts.bodies]


def reasons(parts: Parts) -> list[tuple[str, str]]:
    return [(one.reason, one.words) for one in parts.context]


def test_a_plan_has_head_body_recipients_and_signature() -> None:
    parts = divided(
        *HEAD, "I. MỤC ĐÍCH", "1. Một", "Nơi nhận:", "- Bộ Nội vụ;", "CHỦ TỊCH", "Lê An"
    )
    assert items(parts) == [["MỤC ĐÍCH", "Một"]]
    assert parts.opening == HEAD[-1]
    assert parts.recipients == ("Nơi nhận:", "- Bộ Nội vụ;")
    assert parts.signature == ("CHỦ TỊCH", "Lê An")
    assert {"head", "opening", "recipients", "signature"} == {one for one, _ in reasons(parts)}


def test_what_a_document_rests_on_is_told() -> None:
    basis = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    parts = divided("KẾ HOẠCH", "Cải cách", basis, "Tình hình chung " * 20, "I. MỤC ĐÍCH")
    assert [one for one, _ in reasons(parts)] == ["head", "head", "basis", "situation"]


def test_a_decision_carries_a_plan() -> None:
    parts = divided(
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch",
        "Điều 1. Ban hành Kế hoạch.",
        "CHỦ TỊCH",
        "Lê An",
        "KẾ HOẠCH",
        "Cải cách",
        "I. NHIỆM VỤ",
    )
    assert items(parts) == [["Ban hành Kế hoạch."], ["NHIỆM VỤ"]]


def test_an_annex_is_a_body_with_its_own_locators() -> None:
    parts = divided(
        *HEAD, "I. VIỆC", "PHỤ LỤC II", "DANH MỤC", "(Kèm theo)", "1. Một", "PHỤ LỤC", "2. Hai"
    )
    assert [(body.annex, body.root.locator) for body in parts.bodies] == [
        (False, "0"),
        (True, "PLII"),
        (True, "PL2"),
    ]
    assert ("heading", "(Kèm theo)") in reasons(parts)


def test_a_table_of_tasks_behind_the_signature_is_an_annex() -> None:
    parts = divided(*HEAD, "I. VIỆC", "Nơi nhận:", "- Sở;", TASKS)
    assert [body.annex for body in parts.bodies] == [False, True]


def test_a_table_of_head_or_end_is_no_item() -> None:
    head = table(
        "UBND TỈNH AN HÒA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/nĐộc lập - Tự do - Hạnh phúc"
    )
    end = table("Nơi nhận:/n- Bộ Nội vụ;/n- Sở | TM. UBND/n/nLê An")
    parts = divided(head, *HEAD[3:], "I. VIỆC", end)
    assert items(parts) == [["VIỆC"]]
    assert parts.recipients == ("Nơi nhận:", "- Bộ Nội vụ;", "- Sở")
    assert parts.signature == ("TM. UBND", "Lê An")


def test_a_short_table_behind_the_recipients_is_of_the_signature() -> None:
    parts = divided(*HEAD, "I. VIỆC", "Nơi nhận:", "- Sở;", table("x | Lê An"))
    assert parts.signature == ("x", "Lê An")


def test_a_table_of_tasks_may_begin_the_body() -> None:
    parts = divided("KẾ HOẠCH", "Cải cách", TASKS)
    assert [body.annex for body in parts.bodies] == [True]


def test_a_table_of_tasks_that_a_file_ran_into_the_recipients_is_an_annex() -> None:
    first = (Cell("Nơi nhận: - Sở", Place(1)), *TASKS.rows[0])
    parts = divided(*HEAD, "I. VIỆC", Table((first, *TASKS.rows[1:]), Place(1)))
    assert [body.annex for body in parts.bodies] == [False, True]


def test_a_dispatch_names_whom_it_is_to() -> None:
    parts = divided(
        "CÔNG ĐIỆN",
        "Kính gửi:",
        "- Sở Nội vụ;",
        "- Sở Y tế.",
        "UBND tỉnh yêu cầu các đơn vị thực hiện nội dung sau:",
        "1. Rà soát",
    )
    assert parts.addressees == "; Sở Nội vụ; Sở Y tế"
    assert items(parts) == [["Rà soát"]]


def test_an_order_in_the_head_begins_the_body() -> None:
    parts = divided("QUYẾT ĐỊNH", "Sở Nội vụ có trách nhiệm:", "rà soát")
    assert items(parts) == [["Sở Nội vụ có trách nhiệm:", "rà soát"]]


def test_items_stuck_to_the_line_before_are_freed() -> None:
    parts = divided("QUYẾT ĐỊNH", "QUYẾT ĐỊNH:Điều 1. Ban hành.", "Điều 2.Thi hành")
    assert items(parts) == [["Ban hành.", "Thi hành"]]


def test_notes_and_comments_are_told() -> None:
    parts = divided("# chép tay", *HEAD, "I. VIỆC", "[1] Xem Quyết định.")
    assert ("head", "# chép tay") in reasons(parts)
    assert ("note", "[1] Xem Quyết định.") in reasons(parts)


def test_a_line_without_end_is_read_in_pieces() -> None:
    parts = divided(*HEAD, "I. VIỆC", "Việc " * LONGEST_LINE + "Y" * (LONGEST_LINE + 5))
    lines = [line for body in items(parts) for line in body]
    assert max(map(len, lines)) <= LONGEST_LINE
    assert sum(map(len, lines)) > 5 * LONGEST_LINE
