"""The documents that a document cites."""

from datetime import date

from cchc_cli.plan.draft.references import references_of


def test_a_citation_has_number_kind_date_and_issuer() -> None:
    words = (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình"
    )
    (one,) = references_of([("mở đầu", words)])
    assert (one.id, one.number, one.type) == ("nq-76-nq-cp", "76/NQ-CP", "Nghị quyết")
    assert (one.issuer, one.dated, one.cited_at) == ("Chính phủ", date(2021, 7, 15), ("mở đầu",))


def test_a_document_is_told_once_with_all_places() -> None:
    found = references_of(
        [
            ("I.1", "Thực hiện Quyết định 12/QĐ-UBND"),
            ("I.2", "theo Quyết định số 12/QĐ-UBND ngày 31/02/2025"),
            ("I.3", "theo Quyết định số 12 / QĐ - UBND ngày 03/02/2025 của UBND tỉnh, kèm theo"),
        ]
    )
    assert [(one.number, one.dated, one.issuer, one.cited_at) for one in found] == [
        ("12/QĐ-UBND", date(2025, 2, 3), "UBND tỉnh", ("I.1", "I.2", "I.3"))
    ]


def test_a_year_that_nobody_means_is_no_date() -> None:
    (one,) = references_of([("1", "Quyết định số 12/QĐ-UBND ngày 03/02/1025")])
    assert one.dated is None


def test_two_numbers_never_have_one_id() -> None:
    found = references_of([("1", "Quyết định số 1/QĐ-UB, Quyết định số 1/QD-UB")])
    assert [one.id for one in found] == ["qd-1-qd-ub", "qd-1-qd-ub-2"]
