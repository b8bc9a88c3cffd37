"""The documents that a document cites: number, kind, date, who issued it and where it is cited."""

import re
from collections.abc import Iterable
from datetime import date

from cchc_cli.domain.names import bare
from cchc_cli.domain.plan import Reference

_TYPES = (
    r"Luật|Bộ luật|Pháp lệnh|Nghị quyết(?: liên tịch)?|Nghị định|Quyết định"
    r"|Thông tư(?: liên tịch)?|Chỉ thị|Kế hoạch(?: liên tịch)?"
    r"|Công văn|Công điện|Tờ trình|Thông báo|Kết luận|Quy định|Hướng dẫn|Chương trình"
    r"|Đề án|Báo cáo|Quy chế|Phương án|Văn bản"
)
_CITED = re.compile(
    rf"(?P<t>{_TYPES})\s+(?:[Ss]ố:?\s*)?(?P<n>\d[\w.]*(?:/\d{{4}})?\s?[-/]\s?"
    r"[A-ZĐ][\w&]*(?:\s?[-/–]\s?[\wĐ&]+)*)"
    r"(?:\s*,?\s*ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.-]"
    r"|năm)\s*(?P<y>\d{4}))?"
    r"(?:\s+của\s+(?P<i>[A-ZĐ][^;,.()]{2,60}?)(?=\s+(?:về|ban hành|phê duyệt|quy định"
    r"|hướng dẫn|thực hiện|sửa đổi|ngày|và|phê chuẩn|công bố)\b|[;,.()]|$))?"
)


def references_of(clauses: Iterable[tuple[str, str]]) -> tuple[Reference, ...]:
    """Every numbered document that the clauses (locator, words) cite, each once."""
    found: dict[str, Reference] = {}
    ids: set[str] = set()
    for locator, words in clauses:
        for one in _CITED.finditer(words):
            number = re.sub(r"\s*([-/–])\s*", r"\1", one["n"]).replace("–", "-")
            known = found.get(number)
            dated = _day(one)
            issuer = " ".join(one["i"].split()) if one["i"] else None
            if known is None:
                ident = _ident(one["t"], number, ids)
                found[number] = Reference(ident, number, one["t"], issuer, dated, None, (locator,))
            else:
                places = tuple(dict.fromkeys((*known.cited_at, locator)))
                found[number] = known._replace(
                    cited_at=places, issuer=known.issuer or issuer, dated=known.dated or dated
                )
    return tuple(found.values())


def _day(found: re.Match[str]) -> date | None:
    if not found["y"]:
        return None
    try:
        read = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    return read if 1900 <= read.year < 2200 else None


def _ident(kind: str, number: str, taken: set[str]) -> str:
    initials = "".join(word[0] for word in bare(kind).split())
    wanted = re.sub(r"[^a-z0-9]+", "-", f"{initials} {bare(number)}").strip("-")
    ident, count = wanted, 2
    while ident in taken:
        ident, count = f"{wanted}-{count}", count + 1
    taken.add(ident)
    return ident
