"""The program: its table of commands, and the one door that turns errors into words."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from cchc_cli import __version__, output
from cchc_cli.cli.parser import Group, Stub, UnknownCommandError, app, explain_exception
from cchc_cli.errors import INTERRUPTED, OK, BadPlan, CchcError, UsageFault
from cchc_cli.views.wording import parser as words
from cchc_cli.views.wording.errors import sentence

COMMANDS = {
    "duties": Stub(
        "cchc_cli.cli.commands.duties", "duties", "Liệt kê nhiệm vụ, xem kỹ một nhiệm vụ."
    ),
    "deadlines": Stub(
        "cchc_cli.cli.commands.deadlines", "deadlines", "Thời hạn đã qua và sắp tới."
    ),
    "calendar": Stub(
        "cchc_cli.cli.commands.calendar", "calendar", "Lập lịch thời hạn cho điện thoại, Outlook."
    ),
    "status": Stub(
        "cchc_cli.cli.commands.status", "status", "Tình hình: ai đã làm, ai chưa, ai trễ."
    ),
    "remind": Stub(
        "cchc_cli.cli.commands.remind", "letters", "Soạn công văn nhắc, đôn đốc, kèm thư nháp."
    ),
    "report": Stub(
        "cchc_cli.cli.commands.report",
        "report",
        "Soạn báo cáo của một kỳ: Word, HTML hoặc Markdown.",
    ),
    "collect": Stub(
        "cchc_cli.cli.commands.collect", "collect", "Thu kết quả từ các đơn vị bằng biểu Excel."
    ),
    "init": Stub("cchc_cli.cli.commands.init", "init", "Tạo không gian làm việc."),
    "record": Stub("cchc_cli.cli.commands.record", "record", "Ghi nhận một việc, kèm minh chứng."),
    "correct": Stub("cchc_cli.cli.commands.correct", "correct", "Đính chính một mục ghi sai."),
    "close": Stub("cchc_cli.cli.commands.close", "close", "Chốt số liệu một kỳ."),
    "history": Stub("cchc_cli.cli.commands.history", "log", "Lịch sử ghi nhận."),
    "show": Stub("cchc_cli.cli.commands.show", "one", "Xem kỹ một mục đã ghi nhận."),
    "audit": Stub(
        "cchc_cli.cli.commands.audit", "audit", "Kiểm tra sổ ghi nhận và minh chứng còn toàn vẹn."
    ),
    "backup": Stub("cchc_cli.cli.commands.backup", "backup", "Sao lưu cả không gian làm việc."),
    "restore": Stub("cchc_cli.cli.commands.restore", "restore", "Khôi phục từ bản sao lưu."),
    "export": Stub("cchc_cli.cli.commands.export", "export", "Xuất các mục ghi nhận ra JSONL."),
    "import": Stub("cchc_cli.cli.commands.import_", "import_", "Nhận các mục đã xuất từ nơi khác."),
    "template": Stub(
        "cchc_cli.cli.commands.template", "template", "Xem, chép và kiểm tra các mẫu văn bản."
    ),
    "plan": Stub("cchc_cli.cli.commands.plan", "plan", "Kiểm tra tệp kế hoạch, xem định dạng."),
    "agencies": Stub(
        "cchc_cli.cli.commands.agencies", "agencies", "Danh bạ cơ quan, kế thừa, thay đổi."
    ),
    "completion": Stub(
        "cchc_cli.cli.commands.completion", "completion", "Bật gợi ý lệnh khi nhấn Tab."
    ),
}


class _Top(Group):
    """The group of all commands."""

    stubs = COMMANDS


cchc = app("cchc", "Theo dõi việc thực hiện kế hoạch cải cách hành chính.", group=_Top)


def _version(asked: bool) -> None:
    if asked:
        output.write(f"cchc {__version__}\n", None)
        raise typer.Exit


@cchc.callback()
def top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=words.VERSION_OPTION),
    ] = False,
) -> None:
    """Theo dõi việc thực hiện kế hoạch cải cách hành chính."""
    del version


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever goes wrong is said in Vietnamese."""
    output.force_utf8()
    try:
        typed = sys.argv[1:] if arguments is None else arguments
        return _run([_as_utf8(word) for word in typed])
    except Exception as error:
        if "CCHC_DEBUG" in os.environ:
            raise
        output.note(words.ERROR + words.UNEXPECTED.format(kind=type(error).__name__, detail=error))
        return CchcError.exit_code


def _as_utf8(word: str) -> str:
    """A word that a console without UTF-8 (LC_ALL=C) handed over byte by byte."""
    try:
        return os.fsencode(word).decode("utf-8") if not word.isascii() else word
    except (UnicodeDecodeError, UnicodeEncodeError):
        return word


def _run(arguments: list[str]) -> int:
    if "_CCHC_COMPLETE" in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    try:
        code = typer.main.get_command(cchc).main(
            arguments,
            prog_name="cchc",
            standalone_mode=False,
        )
    except CchcError as error:
        output.note(words.ERROR + sentence(error))
        _tell_faults(error)
        return error.exit_code
    except UnknownCommandError as error:
        return _complain(str(error), error.command_path)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            output.note(error.format_message())
            return UsageFault.exit_code
        return _complain(*explain_exception(error))
    except (typer.Abort, KeyboardInterrupt):
        output.note(words.INTERRUPTED)
        return INTERRUPTED
    if code == INTERRUPTED:
        output.note(words.INTERRUPTED)
    return code if isinstance(code, int) else OK


def _complain(message: str, command: str) -> int:
    output.note(words.ERROR + message)
    output.note(words.SEE_HELP.format(command=command))
    return UsageFault.exit_code


def _tell_faults(error: CchcError) -> None:
    if not isinstance(error, BadPlan):
        return
    from cchc_cli.views.checks import faults_text

    faults = error.values.get("faults")
    if isinstance(faults, tuple):
        output.note(faults_text([str(error.values["file"])], faults).rstrip())
