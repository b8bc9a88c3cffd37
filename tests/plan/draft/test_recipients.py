"""The recipients of a document, and who signed it."""

from cchc_cli.plan.draft.recipients import recipients_of, signer_of


def test_recipients_have_purposes() -> None:
    lines = [
        "Nơi nhận: ",
        "- Bộ Nội vụ (để b/c);",
        "- Các sở; - UBND các xã;",
        "- Lưu: VT; để thực hiện.",
    ]
    assert [(one.name, one.purpose) for one in recipients_of(lines)] == [
        ("Bộ Nội vụ", "để b/c"),
        ("Các sở", None),
        ("UBND các xã", None),
        ("Lưu: VT", "để thực hiện"),
    ]
    assert recipients_of(["x", "y" * 400]) == ()


def test_the_last_name_is_the_signer() -> None:
    assert signer_of(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Cường"]) == "Lê Văn Cường"
    assert signer_of(["TM. UBND CHỦ TỊCH Lê Văn Cường"]) == "Lê Văn Cường"
    assert signer_of(["(Đã ký)", "CHỦ TỊCH"]) is None
