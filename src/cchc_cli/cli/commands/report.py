"""``cchc report``: a report with everything filled in that is known, in Word, HTML or Markdown.

Made over an old one, it keeps what people wrote there.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, get_args

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.regenerating import Merge, Merged, put, replaced
from cchc_cli.cli.session import Session, choose_agency, today_or
from cchc_cli.cli.show import FORMS, form_or_default, sheet_text, show
from cchc_cli.errors import UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.report import KINDS, Kind, Report, compose
from cchc_cli.services.rereading import stale_duties
from cchc_cli.views.recording import closed_text
from cchc_cli.views.rereading import stale_note
from cchc_cli.views.wording.parser import BLANKS, NO_BLANKS

ABOUT = "Soạn báo cáo của một kỳ: Word, HTML hoặc Markdown."
ReportForm = Literal["docx", "html", "md"]
REPORT_FORMS: tuple[ReportForm, ...] = get_args(ReportForm)
ENDINGS: dict[str, ReportForm] = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md"}
report = single(ABOUT)


class Made(NamedTuple):
    """A report in its form.

    Attributes:
        blanks: how many places a person has to fill in, asked of what is written in the end.
        on_screen: the text that a terminal gets.
        merge: how it takes the place of an old one.
    """

    content: bytes
    blanks: Callable[[bytes], int]
    merge: Merge
    on_screen: Callable[[str], str] = str


@report.command(cls=Command, help=ABOUT)
def write(
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="q1, h1 (6 tháng), q3, year (năm), 9m, h2 hoặc m1 … m12; thêm năm: 2021/h1.",
            autocompletion=options.complete_period,
        ),
    ],
    agency: options.AgencyName = None,
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            parser=options.chooser("--kind", KINDS),
            help="periodic (định kỳ), thematic (chuyên đề) hoặc city (của Thành phố).",
        ),
    ] = None,
    templates: options.TemplateFolder = None,
    trace: Annotated[
        bool,
        typer.Option("--trace", help="Thay cho báo cáo: mỗi con số và các ghi nhận đứng sau nó."),
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="DẠNG",
            help="docx, html hoặc md (mặc định: theo đuôi tệp của -o, không thì md); "
            "với --trace: table, plain, json, csv hoặc md.",
        ),
    ] = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    target: options.Target = None,
) -> None:
    """Compose a report and write it in its form."""
    chosen = None if trace else _form(form, target)
    day = today_or(today)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        book = session.book(plan, as_of)
        found = compose(book, period, day, choose_agency(plan, agency), kind)
        if chosen is None:
            _show_trace(found, book, form, target)
            made: Made | None = None
        else:
            made = MAKERS[chosen](found, session.template_folders(templates))
    blanks = _write(made, chosen, target) if made is not None else None
    if found.closed is not None:
        output.note(closed_text(found.closed))
    if stale := stale_note(stale_duties(book, day)):
        output.note(stale)
    if blanks is not None:
        output.note(BLANKS.format(number=blanks) if blanks else NO_BLANKS)


def _form(typed: str | None, target: Path | None) -> ReportForm:
    """The form that was chosen, or that the file's ending implies.

    Raises:
        UsageFault: if both say different things, or a terminal would get a Word file.
    """
    implied = ENDINGS.get(target.suffix.casefold()) if target else None
    form = options.chooser("--format", REPORT_FORMS)(typed) if typed is not None else implied
    if implied is not None and form != implied:
        raise UsageFault("form_and_ending", form=form, file=target)
    if form == "docx" and target is None and output.on_terminal():
        raise UsageFault("docx_to_terminal")
    return form or "md"


def _write(made: Made, form: ReportForm | None, target: Path | None) -> int:
    """Write the report; how many places are left to be filled in."""
    content = made.content
    if target is not None:
        content = put(target, content, made.merge).content
    elif form == "docx":
        output.write_document(content, None)
    else:
        text = content.decode("utf-8")
        show(made.on_screen(text) if output.on_terminal() else text, None)
    return made.blanks(content)


# Each form's libraries are loaded where it was chosen.


def _word(found: Report, folders: Sequence[Path]) -> Made:
    from cchc_cli.views.report_word import report_document
    from cchc_cli.views.word.controls import blanks_in, carry

    def merge(old: bytes, new: bytes) -> Merged:
        return Merged(*carry(old, new))

    return Made(report_document(found, folders), blanks_in, merge)


def _page(found: Report, folders: Sequence[Path]) -> Made:
    from cchc_cli.views.page import render_page

    page = render_page(found, folders)
    return Made(page.text.encode("utf-8"), lambda _: page.blanks, replaced)


def _markdown(found: Report, folders: Sequence[Path]) -> Made:
    from cchc_cli.views.regions import bare, carry
    from cchc_cli.views.report import blanks, render_report

    def merge(old: bytes, new: bytes) -> Merged:
        text, carried, kept, *_ = carry(old.decode("utf-8"), new.decode("utf-8"))
        return Merged(text.encode("utf-8"), carried, kept)

    text = render_report(found, folders).text
    return Made(text.encode("utf-8"), lambda content: blanks(content.decode("utf-8")), merge, bare)


MAKERS: dict[ReportForm, Callable[[Report, Sequence[Path]], Made]] = {
    "docx": _word,
    "html": _page,
    "md": _markdown,
}


def _show_trace(found: Report, book: Book, typed: str | None, target: Path | None) -> None:
    # Loaded here: a report itself needs none of it.
    from cchc_cli.services.trace import trace
    from cchc_cli.views.trace import trace_json, trace_sheet

    chosen = None if typed is None else options.chooser("--format", FORMS)(typed)
    form = form_or_default(chosen, target)
    traced = trace(found, book)
    show(trace_json(traced) if form == "json" else sheet_text(trace_sheet(traced), form), target)
