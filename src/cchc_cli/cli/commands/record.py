"""``cchc record``: one thing that happened, or many from a file."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.recording import (
    KINDS,
    OPTIONS,
    Typed,
    append,
    ask_for_missing,
    given,
    keep_files,
    request_of,
)
from cchc_cli.cli.session import Session, now, today_or
from cchc_cli.domain.entries import EntryKind, NarrativePart
from cchc_cli.errors import UsageFault
from cchc_cli.services.record import content_of, outcome
from cchc_cli.services.repeats import Repeats
from cchc_cli.views import recording as view
from cchc_cli.views.wording.recording import PARTS

ABOUT = "Ghi nhận một việc đã làm, kèm minh chứng; hoặc nhiều việc từ một tệp."
record = single(ABOUT)


@record.command(cls=Command, help=ABOUT)
def write(
    duty: Annotated[
        str | None,
        typer.Argument(metavar="[MÃ]", help="Mã nhiệm vụ.", autocompletion=options.complete_duty),
    ] = None,
    agency: options.AgencyName = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="Kỳ của nhiệm vụ: h1, year, q2, w23 …; với việc thường xuyên: kỳ tính số liệu.",
            autocompletion=options.complete_period,
        ),
    ] = None,
    kind: Annotated[
        EntryKind,
        typer.Option(
            "--as",
            metavar="LOẠI",
            parser=options.chooser("--as", KINDS),
            help="done (đã thực hiện, mặc định), event (sự kiện), deadline (ấn định hạn), "
            "extension (gia hạn), waiver (miễn), none (không phát sinh), return (trả lại), "
            "accept (chấp nhận), narrative (lời văn) hoặc notice (nhắc việc).",
        ),
    ] = "done",
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="SỐ", help="Số, ký hiệu văn bản, ví dụ 123/BC-SNV."),
    ] = None,
    issuer: Annotated[
        str | None,
        typer.Option(
            "--issuer", metavar="TÊN", help="Nơi ban hành, nếu không phải cơ quan thực hiện."
        ),
    ] = None,
    signed: Annotated[
        date | None,
        typer.Option("--signed", metavar="NGÀY", parser=options.read_day, help="Ngày ký."),
    ] = None,
    received: Annotated[
        date | None,
        typer.Option("--received", metavar="NGÀY", parser=options.read_day, help="Ngày nhận."),
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="TRÍCH YẾU", help="Trích yếu văn bản.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence", metavar="TỆP|URL", help="Tệp hoặc đường dẫn minh chứng; dùng nhiều lần."
        ),
    ] = None,
    without_evidence: Annotated[
        str | None,
        typer.Option("--without-evidence", metavar="LÝ DO", help="Ghi khi không có minh chứng."),
    ] = None,
    day: Annotated[
        date | None,
        typer.Option("--day", metavar="NGÀY", parser=options.read_day, help="Ngày diễn ra."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            metavar="NGÀY",
            parser=options.read_day,
            help="Hạn mới, khi gia hạn hoặc ấn định hạn.",
        ),
    ] = None,
    figures: Annotated[
        list[str] | None,
        typer.Option(
            "--figure",
            metavar="CHỈ TIÊU=SỐ",
            help="Số liệu, ví dụ hoi-nghi=2; dùng nhiều lần.",
        ),
    ] = None,
    participants: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="TÊN", help="Cơ quan cùng tham gia; dùng nhiều lần."),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option("--channel", metavar="HÌNH THỨC", help="Hình thức tuyên truyền."),
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="NỘI DUNG", help="Nội dung tuyên truyền.")
    ] = None,
    target: Annotated[
        int | None,
        typer.Option(
            "--entry",
            metavar="SỐ",
            parser=options.read_entry,
            help="Mục bị trả lại hoặc được chấp nhận.",
        ),
    ] = None,
    part: Annotated[
        NarrativePart | None,
        typer.Option(
            "--part",
            metavar="PHẦN",
            parser=options.chooser("--part", PARTS),
            help="Phần của báo cáo: result, strength, shortcoming, cause, direction, proposal.",
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--note", metavar="LỜI", help="Ghi chú, lý do hoặc lời văn.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option("--key", metavar="KHÓA", help="Khóa riêng: chạy lại không ghi hai lần."),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="TỆP", help="Ghi nhiều mục từ tệp .jsonl hoặc .csv."),
    ] = None,
    dry: options.DryRun = False,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Append what happened to the ledger and say what that makes of the obligation."""
    as_of = today_or(today)
    typed = Typed(
        kind, duty, agency, period, document, issuer, signed, received, subject,
        tuple(evidence or ()), without_evidence, day, until, tuple(figures or ()),
        tuple(participants or ()), channel, topic, target, part, text, key,
    )  # fmt: skip
    with Session(folder) as session:
        workspace, ledger = session.required()
        plan = session.plan(plan_name, as_of)
        book = session.book(plan)
        if source is not None:
            if fields := given(typed):
                raise UsageFault("clashing_options", first="--from", second=OPTIONS[fields[0]])
            # Loaded here: one entry needs no reader of files.
            from cchc_cli.cli.bulk import record_file

            record_file(session, book, source, as_of, dry=dry)
            return
        if sys.stdin.isatty() and sys.stderr.isatty():
            typed = ask_for_missing(book, typed)
        content = content_of(book, request_of(plan, typed, workspace.evidence), as_of)
        if dry:
            Repeats(ledger).refuse(content)
            output.note(view.would_text(plan, content))
            return
        keep_files(typed, content, workspace.evidence)
        (appended,) = append(session, ledger, (content,), now())
        output.note(view.recorded_text(outcome(session.book(plan), appended, as_of), plan))
