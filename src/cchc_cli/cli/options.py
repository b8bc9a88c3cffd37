"""Options that commands share, and the reading of their values."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer

from cchc_cli.cli.show import DATED_FORMS, FORMS, TABLE_FORMS, TEXT_FORMS, Form
from cchc_cli.domain.names import bare
from cchc_cli.domain.periods import month_length, month_start
from cchc_cli.errors import CchcError, UsageFault

Choice = TypeVar("Choice", bound=str)
# Arithmetic on days stays far from the ends of the calendar.
YEARS = range(1900, 2200)
_SPAN = re.compile(r"(\d{1,4})([dwm])")
LONGEST_NUMBER = 18
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read_day(text: str) -> date:
    """A day written ``2021-06-15`` or ``15/6/2021``.

    Raises:
        UsageFault: if it is neither, or no such day exists.
    """
    try:
        if match := _VIETNAMESE_DAY.fullmatch(text.strip()):
            day = date(int(match[3]), int(match[2]), int(match[1]))
        else:
            day = date.fromisoformat(text.strip())
    except ValueError:
        raise UsageFault("bad_date", value=text) from None
    if day.year not in YEARS:
        raise UsageFault("year_out_of_range", value=text, first=YEARS[0], last=YEARS[-1])
    return day


def read_span(text: str, today: date) -> date:
    """The last day of ``30d``, ``2w`` or ``1m`` from ``today``.

    Raises:
        UsageFault: if it is no such span.
    """
    match = _SPAN.fullmatch(text.strip().casefold())
    if match is None:
        raise UsageFault("bad_span", value=text)
    number, unit = int(match[1]), match[2]
    if unit == "m":
        serial = today.year * 12 + today.month - 1 + number
        return month_start(serial).replace(day=min(today.day, month_length(serial)))
    return today + timedelta(days=number * (7 if unit == "w" else 1))


def read_entry(text: str) -> int:
    """The number of an entry, written ``12`` or ``#12``.

    Raises:
        UsageFault: if it is none.
    """
    digits = text.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > LONGEST_NUMBER:
        raise UsageFault("bad_entry_number", value=text)
    return int(digits)


def read_count(text: str) -> int:
    """How many, at least one.

    Raises:
        UsageFault: if it is no such number.
    """
    digits = text.strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER
    if not plain or not int(digits):
        raise UsageFault("bad_count", value=text)
    return int(digits)


def chooser(
    option: str, allowed: Mapping[Choice, str] | tuple[Choice, ...]
) -> Callable[[str], Choice]:
    """A reader of one of a few words, or of its Vietnamese name; marks and case aside."""
    names = (
        dict(allowed) if isinstance(allowed, Mapping) else dict(zip(allowed, allowed, strict=True))
    )

    def read(text: str) -> Choice:
        wanted = bare(text)
        for word, name in names.items():
            if wanted in (bare(word), bare(name)):
                return word
        near = get_close_matches(text, list(names), n=2, cutoff=0.5)
        shown: list[str] = [
            f"{word} ({name})" if name != word else str(word) for word, name in names.items()
        ]
        raise UsageFault(
            "bad_choice",
            value=text,
            option=option,
            allowed=", ".join(shown),
            nearest=", ".join(map(str, near)),
        )

    return read


def _as_one_word(word: str) -> str:
    """A name as bash has to insert it: blanks escaped unless a quotation mark is open."""
    if os.environ.get("_CCHC_COMPLETE") != "complete_bash":
        return word
    typed = os.environ.get("COMP_WORDS", "")
    quoted = typed.count('"') % 2 or typed.count("'") % 2
    return word if quoted else word.replace(" ", "\\ ")


class _Offered(str):
    """A word that fits what was typed with marks and letter case aside.

    Typer would drop it for not beginning with what was typed letter for letter.
    """

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Always: it was compared before."""
        return True


def _complete(kind: str) -> Callable[[str], list[str]]:
    """Completion by the names of the plan that holds today; silent if there is none."""

    def offer(incomplete: str) -> list[str]:
        from cchc_cli.cli.session import open_plan, today_or

        try:
            plan = open_plan(None, today_or(None))
        except CchcError:
            return []
        words = {
            "agency": [agency.name for agency in plan.registry.agencies],
            "group": [group.id for group in plan.registry.groups],
            "duty": [duty.id for duty in plan.duties],
            "clause": list(dict.fromkeys(duty.clause for duty in plan.duties)),
        }[kind]
        start = bare(incomplete)
        fitting = [word for word in words if bare(word).startswith(start)]
        return [_Offered(_as_one_word(word)) for word in fitting]

    return offer


def _complete_period(incomplete: str) -> list[str]:
    codes = ("q1", "h1", "q3", "9m", "h2", "year")
    return [code for code in codes if code.startswith(incomplete.casefold())]


complete_duty = _complete("duty")
complete_clause = _complete("clause")
complete_period = _complete_period


def refuse_backward(first: date | None, last: date | None) -> None:
    """Refuse a range of days that ends before it begins.

    Raises:
        UsageFault: if it does.
    """
    if first and last and last < first:
        raise UsageFault("range_order", first=first, last=last)


def refuse_ignored(ctx: typer.Context) -> None:
    """Refuse options that stand before a subcommand, where they would do nothing.

    Raises:
        UsageFault: naming the first of them.
    """
    for parameter in ctx.command.params:
        if ctx.params.get(parameter.name or "") not in (None, False):
            command = f"{ctx.command_path} {ctx.invoked_subcommand}"
            raise UsageFault("ignored_option", option=parameter.opts[0], command=command)


AgencyName = Annotated[
    str | None,
    typer.Option(
        "--agency",
        metavar="TÊN",
        help="Tên, ký hiệu hoặc cách gọi tắt của cơ quan; có dấu hay không đều được.",
        autocompletion=_complete("agency"),
    ),
]
GroupName = Annotated[
    str | None,
    typer.Option(
        "--group", metavar="NHÓM", help="Nhóm cơ quan.", autocompletion=_complete("group")
    ),
]
PlanName = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="KẾ HOẠCH",
        help="Tên hoặc tệp kế hoạch (mặc định: kế hoạch có hiệu lực vào ngày đang xem).",
    ),
]
PlanArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[KẾ HOẠCH]",
        help="Tên hoặc tệp kế hoạch (mặc định: kế hoạch có hiệu lực vào ngày đang xem).",
    ),
]
WorkspaceFolder = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="THƯ MỤC",
        help="Không gian làm việc (mặc định: thư mục này hoặc thư mục cha gần nhất "
        "có tệp cchc.toml).",
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ làm gì, không ghi gì.")]
Within = Annotated[
    str | None,
    typer.Option(
        "--within",
        metavar="KHOẢNG",
        help="Nhìn trước bao lâu: 30d (ngày), 2w (tuần), 1m (tháng).",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        parser=read_day,
        help="Chỉ tính những gì đã được ghi nhận đến hết ngày này.",
    ),
]
Today = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="NGÀY",
        parser=read_day,
        help="Xem như hôm nay là ngày này, ví dụ 2021-06-10 hoặc 10/6/2021.",
    ),
]
TemplateFolder = Annotated[
    Path | None,
    typer.Option("--templates", metavar="THƯ MỤC", help="Thư mục mẫu riêng, thắng mẫu có sẵn."),
]
FirstDay = Annotated[
    date | None, typer.Option("--from", metavar="NGÀY", parser=read_day, help="Từ ngày này.")
]
LastDay = Annotated[
    date | None, typer.Option("--to", metavar="NGÀY", parser=read_day, help="Đến hết ngày này.")
]


def _form(allowed: tuple[Form, ...], said: str, otherwise: str) -> Any:
    """The option that chooses a form; what holds without it is told as well."""
    return typer.Option(
        "--format",
        metavar="DẠNG",
        parser=chooser("--format", allowed),
        help=f"{said} (mặc định: {otherwise}).",
    )


ON_SCREEN = "bảng trên màn hình, chữ thường khi nối ống"
FormName = Annotated[Form | None, _form(FORMS, "table, plain, json, csv hoặc md", ON_SCREEN)]
TableFormName = Annotated[
    Form | None,
    _form(
        TABLE_FORMS,
        "table, plain, json, csv, xlsx (Excel) hoặc md",
        f"theo đuôi tệp; {ON_SCREEN}",
    ),
]
DatedFormName = Annotated[
    Form | None,
    _form(
        DATED_FORMS,
        "table, plain, json, csv, xlsx (Excel), ics (lịch) hoặc md",
        f"theo đuôi tệp; {ON_SCREEN}",
    ),
]
PlainCsv = Annotated[
    bool,
    typer.Option(
        "--plain-csv",
        help="CSV cho chương trình khác: không có dấu BOM, ô giữ nguyên (Excel có thể hiểu "
        "ô bắt đầu bằng =, +, -, @ là công thức).",
    ),
]
TextForm = Annotated[
    Form | None,
    _form(TEXT_FORMS, "table, plain, json hoặc md", "vừa màn hình, không ngắt dòng khi nối ống"),
]
FindingsForm = Annotated[
    Literal["plain", "json"],
    typer.Option(
        "--format",
        metavar="DẠNG",
        parser=chooser("--format", ("plain", "json")),
        help="plain (mặc định) hoặc json.",
    ),
]
Target = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp thay vì ra màn hình."),
]
