"""Values as people put them into cells: typed, pasted, as text, as a number that lost its format.

Vietnamese write ``1.250`` for one thousand two hundred and fifty and ``1,5`` for one and a half.
What could mean two things is refused, never guessed: ``1,250`` is either.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from math import isfinite

from cchc_cli.domain.forms import (
    HIGHEST_FIGURE,
    LONGEST_DOCUMENT,
    LONGEST_TEXT,
    RESULTS,
    Result,
)
from cchc_cli.intake.labels import label
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.forms import RESULTS as RESULT_WORDS

Value = int | float | str | bool | date | datetime | time | timedelta

# Excel counts days from here; dates that lost their format are such numbers.
EPOCH = date(1899, 12, 30)
LONGEST_FOUND = 80
# Things that are counted one by one: half a meeting is a slip, most often of a point that a
# foreign Excel took for a decimal sign.
COUNTED = frozenset(
    {
        "cuoc", "luot", "luot nguoi", "nguoi", "tin bai", "bai", "tin", "lan", "lan phat", "cai",
        "loai", "ban", "giai", "y kien", "van ban", "diem", "ho so", "lop", "dot", "buoi",
    }
)  # fmt: skip
_BLANK = re.compile(r"[\s\u200b\ufeff.…_\-–—]*")
# Excel writes control characters into XML as _x000D_.
_ESCAPED = re.compile(r"_x00[01][0-9A-Fa-f]_")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_YEARLY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:[ T].*)?")
_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[ T].*)?")
_IN_WORDS = re.compile(r"(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_DOUBTFUL = re.compile(r"[1-9]\d{0,2},\d{3}")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_NUMERIC = re.compile(r"[\d\s.,\u00a0\u202f]+")
_DOCUMENT = re.compile(r"(?i)^s[ốo]\s*[:.]?\s*(?=\d)")
_ROUND_SIGNS = re.compile(r"\s*([/-])\s*")
_RESULTS: dict[str, Result] = {label(words): key for key, words in RESULT_WORDS.items()}


class Unfit(ValueError):
    """A value that does not fit its column: the code of a fault, and what its sentence needs."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def is_blank(value: Value) -> bool:
    """Whether a cell says nothing: empty, blanks, or only the dots and dashes of a form."""
    return isinstance(value, str) and _BLANK.fullmatch(value) is not None


def text_of(value: Value) -> str:
    """A cell's value as text, as its reader saw it."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) <= 1e15 else repr(value)
    if isinstance(value, datetime):
        return day_text(value.date()) + (f" {value:%H:%M}" if value.time() != time() else "")
    if isinstance(value, date):
        return day_text(value)
    return str(value)


def cleaned(text: str) -> str:
    """In NFC, without control characters and signs that turn the direction of writing."""
    plain = _ESCAPED.sub("", text) if "_x00" in text else text
    if plain.isprintable():
        return unicodedata.normalize("NFC", plain).strip()
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", plain)).strip()


def found_text(value: Value) -> str:
    """What stands in a cell, short and in one line, for a message."""
    line = _SPACES.sub(" ", text_of(value))
    return line if len(line) <= LONGEST_FOUND else line[: LONGEST_FOUND - 1] + "…"


def read_text(value: Value) -> str:
    """Words.

    Raises:
        Unfit: if there are too many.
    """
    text = text_of(value)
    if len(text) > LONGEST_TEXT:
        raise Unfit("form_text_long", length=len(text), longest=LONGEST_TEXT)
    return text


def read_document(value: Value) -> str:
    """Number and symbol of a document, the blanks round its signs and a "Số:" before it gone.

    Raises:
        Unfit: if it is a date or far too long; its form is for the ledger's rules to judge.
    """
    if isinstance(value, date | time | timedelta | bool):
        raise Unfit("form_document")
    text = _SPACES.sub(" ", text_of(value))
    if len(text) > LONGEST_DOCUMENT:
        raise Unfit("form_text_long", length=len(text), longest=LONGEST_DOCUMENT)
    return _ROUND_SIGNS.sub(r"\1", _DOCUMENT.sub("", text))


def read_result(value: Value) -> Result:
    """One of the results, by its words; marks and letter case aside.

    Raises:
        Unfit: if it is none of them, with the nearest.
    """
    said = label(text_of(value))
    if said in _RESULTS:
        return _RESULTS[said]
    near = get_close_matches(said, _RESULTS, n=1, cutoff=0.6)
    raise Unfit(
        "form_choice",
        allowed=", ".join(RESULT_WORDS[one] for one in RESULTS),
        nearest=RESULT_WORDS[_RESULTS[near[0]]] if near else "",
    )


def read_date(value: Value, first: date, last: date) -> date:
    """A day from ``first`` to ``last``: a date, a text in any usual form, or Excel's number of it.

    Raises:
        Unfit: if it is none, or another day.
    """
    day = _day(value, first, last)
    if day is None:
        raise Unfit("form_date")
    if day < first:
        raise Unfit("form_date_early", first=first)
    if day > last:
        raise Unfit("form_date_future", last=last)
    return day


def _day(value: Value, first: date, last: date) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial_day(value, first, last)
    return _written_day(text_of(value)) if isinstance(value, str) else None


def _serial_day(value: float, first: date, last: date) -> date | None:
    """The day of a number, if that is one of the days that may stand here."""
    low, high = (first - EPOCH).days, (last - EPOCH).days
    return EPOCH + timedelta(days=int(value)) if low <= value < high + 1 else None


def _written_day(text: str) -> date | None:
    line = _SPACES.sub(" ", text)
    said = label(line)
    line = line[5:] if said.startswith("ngay ") else line
    try:
        if match := _YEARLY.fullmatch(line):
            year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            return date(year, int(match[2]), int(match[1]))
        if match := _ISO.fullmatch(line):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _IN_WORDS.fullmatch(said.removeprefix("ngay ")):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None


def read_share(value: Value) -> float:
    """A share from 0 to 1: ``0.8`` of a percent cell, ``80``, ``"80%"``, ``"0,8"``.

    Raises:
        Unfit: if it is none.
    """
    if isinstance(value, str):
        text = text_of(value).removesuffix("%").rstrip()
        number = _written_number(text)
        whole = text_of(value).endswith("%")
    else:
        number, whole = _plain_number(value), False
    if number is None or not 0 <= number <= 100:
        raise Unfit("form_share")
    return number / 100 if whole or number > 1 else number


def read_number(value: Value, unit: str) -> float:
    """A figure, not negative; ``unit`` may stand behind it in a text.

    Raises:
        Unfit: if it is none, could mean two, or is a part of what is counted one by one.
    """
    number = _plain_number(value)
    if isinstance(value, str):
        number = _written_number(_without_unit(text_of(value), unit))
    if number is None:
        raise Unfit("form_number")
    if number < 0:
        raise Unfit("form_negative")
    if number > HIGHEST_FIGURE:
        raise Unfit("form_number_big", highest=HIGHEST_FIGURE)
    if not float(number).is_integer() and label(unit) in COUNTED:
        raise Unfit("form_fraction", unit=unit, meant=_meant(number))
    return int(number) if float(number).is_integer() else number


def _meant(number: float) -> str:
    """What a point that was taken for a decimal sign probably stood in: 1.25 was 1.250."""
    thousands = round(number * 1000, 6)
    return f"{int(thousands):,}".replace(",", ".") if thousands.is_integer() else ""


def _plain_number(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return value


def _without_unit(text: str, unit: str) -> str:
    number = _NUMERIC.match(text)
    letters = text[number.end() :] if number else text
    return (
        text[: len(text) - len(letters)] if not letters or label(letters) == label(unit) else text
    )


def _written_number(text: str) -> float | None:
    """A number as it is written, or None.

    Raises:
        Unfit: if it could be two.
    """
    line = _SPACES.sub(" ", text.strip())
    if _DOUBTFUL.fullmatch(line):
        whole, _, rest = line.partition(",")
        raise Unfit("form_number_doubtful", large=f"{whole}.{rest}", small=f"{whole},{rest}")
    if _DOTS.fullmatch(line):
        return float(line.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(line):
        return float(line.replace(",", ""))
    if _SPACED.fullmatch(line):
        return float(line.replace(" ", "").replace(",", "."))
    if _PLAIN.fullmatch(line):
        return float(line.replace(",", "."))
    if re.fullmatch(r"[-−]\s?\d.*", line):
        raise Unfit("form_negative")
    return None
