"""``cchc remind``: letters that press, the draft mails with them, and the notices of sending."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.letters import TEMPLATE, Fate, Folder, Put, letter_template
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.progress import bar
from cchc_cli.cli.recording import append
from cchc_cli.cli.session import Session, choose_agency, now, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import OVERDUE, UsageFault
from cchc_cli.services.duties import require_duty
from cchc_cli.services.reminders import Letter, Reminders, Wishes, notices, remind
from cchc_cli.services.rereading import stale_duties
from cchc_cli.views import letters as view
from cchc_cli.views.rereading import stale_note
from cchc_cli.views.wording import letters as words

ABOUT = "Soạn công văn nhắc, đôn đốc các cơ quan có việc quá hạn hoặc sắp đến hạn."
letters = single(ABOUT)


class Asked(NamedTuple):
    """What is to be made of the letters: mails, notices, and files that differ anew."""

    eml: bool
    record: bool
    again: bool


class Made:
    """What has come of the letters so far."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.mails = 0
        self.same = 0
        self.kept: list[Path] = []
        self.entries: list[Entry] = []

    def take(self, put: Put, letter: Letter | None = None) -> None:
        """Count a file: a letter's document, or the draft mail with it."""
        self.same += put.fate is Fate.SAME
        if put.fate is Fate.KEPT:
            self.kept.append(put.file)
        elif put.fate is Fate.WRITTEN and letter is not None:
            self.letters.append(letter)
        elif put.fate is Fate.WRITTEN:
            self.mails += 1


@letters.command(cls=Command, help=ABOUT)
def write(
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Chỉ việc đã quá hạn hoặc bị trả lại.")
    ] = False,
    within: Annotated[
        str | None,
        typer.Option(
            "--within",
            metavar="KHOẢNG",
            help="Cả việc sắp đến hạn trong khoảng này: 10d (ngày), 2w (tuần), 1m (tháng); "
            "mặc định theo kế hoạch (policy.remind_before_days).",
        ),
    ] = None,
    agency: options.AgencyName = None,
    duty: Annotated[
        str | None,
        typer.Option(
            "--duty",
            metavar="MÃ",
            help="Chỉ nhiệm vụ này; nhắc cả khi văn bản không nêu hạn.",
            autocompletion=options.complete_duty,
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục chứa công văn."),
    ] = None,
    eml: Annotated[
        bool, typer.Option("--eml", help="Kèm thư nháp (.eml) đính công văn cho từng cơ quan.")
    ] = False,
    record: Annotated[
        bool,
        typer.Option("--record", help="Ghi vào sổ là đã gửi hôm nay; chạy lại không ghi hai lần."),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Soạn lại cả công văn đã sửa hoặc đã gửi; bản cũ giữ ở .truoc."
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Chỉ cho biết sẽ gửi gì, không ghi gì; mã kết thúc 10 nếu có công văn cần gửi.",
        ),
    ] = False,
    templates: options.TemplateFolder = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Write the letters that are due today."""
    if overdue and within is not None:
        raise UsageFault("clashing_options", first="--overdue", second="--within")
    if target is None and not check:
        raise UsageFault("letters_folder_needed")
    day = today_or(today)
    last = options.read_span(within, day) if within is not None else None
    with Session(folder) as session:
        session.required()
        plan = session.plan(plan_name, day)
        wishes = Wishes(
            overdue, last, choose_agency(plan, agency), require_duty(plan, duty) if duty else None
        )
        book = session.book(plan)
        found = remind(book, day, wishes)
        if stale := stale_note(stale_duties(book, day)):
            output.note(stale)
        if check or target is None:
            _show_check(found)
            return
        for line in view.remarks(found):
            output.note(line)
        fresh = [one for one in found.letters if again or not one.recorded]
        if len(fresh) < len(found.letters):
            output.note(words.SENT_TODAY.format(number=len(found.letters) - len(fresh)))
        if fresh:
            template = letter_template(session.template_folders(templates))
            _write_all(session, plan, fresh, template, target, Asked(eml, record, again))


def _show_check(found: Reminders) -> None:
    show(sheet_text(view.check_sheet(found), form_or_default(None, None)), None)
    if any(not letter.recorded for letter in found.letters):
        raise typer.Exit(OVERDUE)


def _write_all(
    session: Session,
    plan: Plan,
    fresh: Sequence[Letter],
    template: Path,
    target: Path,
    asked: Asked,
) -> None:
    """Write letter by letter, so that memory stays flat and a stop loses nothing."""
    # Loaded here: what would be sent can be told without Word.
    from cchc_cli.views.word.render import compile_word

    word = compile_word(template, TEMPLATE)
    folder, made, done = Folder(target, again=asked.again), Made(), 0
    try:
        with bar(words.EVERY, len(fresh)) as advance:
            for letter in fresh:
                document = word.render(view.letter_context(plan, letter))
                put = folder.put(f"{letter.name}.docx", document)
                made.take(put, letter)
                if asked.eml:
                    mail = _mail(plan, letter, put.content)
                    made.take(folder.put(f"{letter.name}.eml", mail, derived=True))
                if asked.record:
                    made.entries += _record(session, plan, letter)
                done += 1
                advance()
    except KeyboardInterrupt:
        output.note(words.STOPPED.format(done=done, number=len(fresh)))
        raise
    _tell(made, fresh, target, asked)


def _mail(plan: Plan, letter: Letter, document: bytes) -> bytes:
    # Loaded here: most letters go without a mail.
    from cchc_cli.views.mail import draft_mail

    return draft_mail(plan, letter, document)


def _record(session: Session, plan: Plan, letter: Letter) -> list[Entry]:
    """The notices of a letter that were not recorded before."""
    _, ledger = session.required()
    text = words.NOTICE.format(step=words.STEPS[letter.step])
    appended = append(session, ledger, notices(plan, letter, text), now())
    return [one.entry for one in appended if not one.found]


def _tell(made: Made, fresh: Sequence[Letter], target: Path, asked: Asked) -> None:
    """Say what was made, kept and recorded."""
    if made.letters:
        steps = view.steps_text(made.letters)
        output.note(words.MADE.format(number=len(made.letters), folder=target, steps=steps))
    if made.mails:
        output.note(words.MAILS.format(number=made.mails))
    if made.same:
        output.note(words.THERE.format(number=made.same))
    for file in made.kept:
        output.note(words.KEPT.format(file=file))
    if made.entries:
        first, last = made.entries[0].id, made.entries[-1].id
        number = len(made.entries)
        output.note(words.RECORDED.format(number=number, first=first, last=last))
    elif any(not letter.recorded for letter in fresh) and not asked.record:
        output.note(words.NOT_RECORDED)
