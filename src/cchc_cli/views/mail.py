"""Draft mails (RFC 5322): one for a letter, which it carries as its attachment.

``X-Unsent: 1`` makes mail programs open the file as a draft. The same letter makes the same
bytes: the boundary follows from the content, the date is the letter's. An address that the
registry does not know is left out, and the person who sends fills it in.

Headers are encoded by ``email.header`` (RFC 2047): the newer ``EmailMessage`` of Python 3.11 loses
blanks of long names when it folds them.
"""

import hashlib
from datetime import datetime, time
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.local_time import VIETNAM
from cchc_cli.domain.plan import Plan
from cchc_cli.services.reminders import Letter
from cchc_cli.views.letters import subject, summary
from cchc_cli.views.wording import letters as said
from cchc_cli.views.wording.days import day_text

OFFICE_OPENS = time(8)
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
# Signs that Windows refuses in names of files.
FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
# An encoded word fills a line at most (RFC 2047).
LONGEST_WORD = 75
# A name in percent signs (RFC 2231) stands on one line, which may have 998 signs.
LONGEST_NAME = 80


def draft_mail(plan: Plan, letter: Letter, document: bytes) -> bytes:
    """The draft of a mail with a letter attached."""
    issuer = Roster(plan.registry).agencies[plan.coordinator]
    about = subject(plan, letter)
    boundary = f"=_{hashlib.sha256(document).hexdigest()[:32]}"
    mail = MIMEMultipart("mixed", boundary)
    mail["X-Unsent"] = "1"
    mail["Date"] = format_datetime(datetime.combine(letter.day, OFFICE_OPENS, VIETNAM))
    for header, agency in (("From", issuer), ("To", letter.agency)):
        if agency.email:
            mail[header] = _mailbox(agency.name, agency.email, header)
    mail["Subject"] = _encoded(about[:1].upper() + about[1:], "Subject")
    body = said.MAIL.format(
        agency=letter.agency.name,
        issuer=issuer.name,
        subject=about,
        day=day_text(letter.day),
        summary=summary(letter),
    )
    mail.attach(MIMEText(body.replace("\n", "\r\n"), "plain", "utf-8"))
    attached = MIMEApplication(document, WORD)
    name = attachment_name(letter)
    attached.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    mail.attach(attached)
    return mail.as_bytes(policy=compat32.clone(linesep="\r\n", max_line_length=LONGEST_WORD))


def attachment_name(letter: Letter) -> str:
    """The name that the receiver sees."""
    name = said.ATTACHMENT.format(step=said.STEPS[letter.step], agency=letter.agency.name)
    return " ".join(name.translate(FORBIDDEN).split())[:LONGEST_NAME].strip() + ".docx"


def _encoded(text: str, header: str) -> str:
    return _header(text, header).encode(maxlinelen=LONGEST_WORD)


def _mailbox(name: str, address: str, header: str) -> str:
    mailbox = _header(name, header)
    mailbox.append(f"<{address}>", "us-ascii")
    return mailbox.encode(maxlinelen=LONGEST_WORD)


def _header(text: str, name: str) -> Header:
    return Header(" ".join(text.split()), "utf-8", header_name=name)
