"""Draft mails: parsed back, they say what was put in."""

from datetime import date
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Dated
from cchc_cli.services.reminders import Letter, remind
from cchc_cli.views.mail import attachment_name, draft_mail
from tests.domain.builders import make_duty, make_plan
from tests.services.recorded import book_with

TODAY = date(2021, 6, 20)
DOCUMENT = b"PK\x03\x04" + bytes(range(256)) * 40


def a_letter(name: str | None = None, email: str | None = None) -> tuple[Plan, Letter]:
    """A letter to Sở Tư pháp, or to an agency of another name."""
    duty = make_duty(Dated("by", date(2021, 6, 15)), ident="A", lead=("stp",))
    plan = make_plan(duties=[duty], policy=Policy())
    agencies = tuple(
        one._replace(name=name or one.name, email=email) if one.id == "stp" else one
        for one in plan.registry.agencies
    )
    plan = plan._replace(registry=plan.registry._replace(agencies=agencies))
    return plan, remind(book_with(plan), TODAY).letters[0]


def parsed(data: bytes) -> EmailMessage:
    """The mail as a mail program reads it, without a defect anywhere."""
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    for part in mail.walk():
        assert not part.defects
        for value in part.values():
            assert not getattr(value, "defects", ())
    return mail


def test_a_draft() -> None:
    plan, letter = a_letter(email="vanthu@stp.example.org")
    mail = parsed(draft_mail(plan, letter, DOCUMENT))
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "Sở Tư pháp <vanthu@stp.example.org>"
    assert mail["From"] is None
    assert mail["Date"].datetime.isoformat() == "2021-06-20T08:00:00+07:00"
    assert mail["Subject"] == "Đôn đốc thực hiện nhiệm vụ của Kế hoạch"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == (
        "Kính gửi: Sở Tư pháp,\n\n"
        "Sở Nội vụ gửi công văn đôn đốc thực hiện nhiệm vụ của Kế hoạch (tệp kèm theo).\n"
        "Tính đến ngày 20/6/2021, quý cơ quan còn 1 nhiệm vụ quá hạn.\n\n"
        "Trân trọng,\nSở Nội vụ\n"
    )
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Công văn đôn đốc - Sở Tư pháp.docx"
    assert attached.get_content() == DOCUMENT
    assert attached.get_content_subtype().endswith("wordprocessingml.document")


def test_an_address_that_nobody_knows_is_left_to_the_sender() -> None:
    plan, letter = a_letter()
    mail = parsed(draft_mail(plan, letter, DOCUMENT))
    assert (mail["To"], mail["From"]) == (None, None)


def test_the_sender_s_own_address() -> None:
    plan, letter = a_letter()
    agencies = tuple(
        one._replace(email="snv@example.org") if one.id == "snv" else one
        for one in plan.registry.agencies
    )
    plan = plan._replace(registry=plan.registry._replace(agencies=agencies))
    assert parsed(draft_mail(plan, letter, b"x"))["From"] == "Sở Nội vụ <snv@example.org>"


def test_the_same_letter_makes_the_same_bytes() -> None:
    plan, letter = a_letter(email="a@example.org")
    assert draft_mail(plan, letter, DOCUMENT) == draft_mail(plan, letter, DOCUMENT)
    assert draft_mail(plan, letter, DOCUMENT) != draft_mail(plan, letter, b"x")


def test_lines_are_short_plain_and_end_as_mail_wants_it() -> None:
    plan, letter = a_letter("Ban Quản lý các khu công nghiệp và chế xuất " * 3, "a@example.org")
    data = draft_mail(plan, letter, DOCUMENT)
    assert data.isascii()
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or len(line) > 998 for line in lines)
    # What is longer than the 78 signs that are recommended is one word.
    assert all(len(line) <= 78 or b" " not in line.strip() for line in lines[10:])
    # RFC 2047: an encoded word has at most 75 signs.
    words = [word for line in lines for word in line.split() if word.startswith(b"=?")]
    assert words
    assert all(len(word) <= 75 for word in words)


def test_a_name_that_no_file_could_have() -> None:
    _, letter = a_letter('Sở A/B: "C" <D>|E?\n*F\\')
    assert attachment_name(letter) == "Công văn đôn đốc - Sở A-B- -C- -D--E- -F-.docx"


# The newer parser of Python 3.11 puts blanks between the parts of a long name.
def header(data: bytes, name: str) -> str:
    """A header as mail programs decode it (RFC 2047)."""
    return str(make_header(decode_header(message_from_bytes(data)[name])))


@settings(max_examples=60, deadline=None)
@given(st.text("aZ09àĐđêửỹ.,;:\"'()<>@=?_&-—“”🙂", min_size=1, max_size=150))
def test_any_name_arrives(name: str) -> None:
    plan, letter = a_letter()
    letter = letter._replace(agency=Agency("x", name, "board", email="x@example.org"))
    data = draft_mail(plan, letter, b"docx")
    assert header(data, "To") == f"{name} <x@example.org>"
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["To"].addresses[0].addr_spec == "x@example.org"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == attachment_name(letter)
    body = mail.get_body()
    assert body is not None
    assert f"Kính gửi: {name}," in body.get_content()


def test_long_vietnamese_names_keep_their_blanks() -> None:
    name = "Ban Quản lý các khu công nghiệp và chế xuất thành phố Hà Nội, đơn vị sự nghiệp"
    plan, letter = a_letter(name, "a@example.org")
    assert header(draft_mail(plan, letter, b"x"), "To") == f"{name} <a@example.org>"
