"""People's committees and councils of every level, one or all of them: "UBND các xã, phường"."""

import re
from typing import NamedTuple

from cchc_cli.domain.agencies import AgencyKind
from cchc_cli.plan.draft.bodies import COMMITTEES
from cchc_cli.plan.draft.letters import UPPER

_LEVELS = re.compile(
    r"tỉnh|thành phố|\btp\b|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu",
)
_PROVINCES = ("tỉnh", "thành phố", "tp")
_COMMUNES = ("xã", "phường", "đặc khu")
_PROPER = rf"[{UPPER}]\w*(?:\s+[{UPPER}\d]\w*)*"
_BETWEEN = re.compile(rf"\s+từ\s+{_PROPER}\s+(?:đến|tới)\s+{_PROPER}")
_NAMES = re.compile(rf"\s*:\s*(?P<n>{_PROPER}(?:(?:,|;|\s+và)\s+{_PROPER})*)")
_PLACE = re.compile(
    r"(?:\s+(?!Sở\b|Bộ\b|Ban\b|Ủy\b|UBND|Văn\b|Công\b|Hội\b)"
    rf"[{UPPER}][^\W\d]*(?![A-Z]))+"
)
_WHERE = re.compile(
    r"(?:\s+(?:trực thuộc (?:trung ương|tw|tỉnh)|thuộc tỉnh|thuộc thành phố"
    r"|trên địa bàn(?: (?:toàn )?(?:tỉnh|thành phố))?"
    r"|(?:có )?liên quan|ven biển|nơi có [\w ]{2,30}|trong tỉnh))+"
)


class Committee(NamedTuple):
    """Where the name of a committee ends; ``kind`` None where it names all of a level."""

    end: int
    kind: AgencyKind | None


def committee_at(text: str, low: str, at: int) -> Committee | None:
    """The committee whose name begins at ``at``; ``low`` is the text in plain spelling."""
    found = COMMITTEES.match(low, at)
    if not found:
        return None
    levels = _LEVELS.findall(found["levels"])
    if not levels:
        return Committee(found.end(), None) if "các cấp" in found[0] else None
    every = bool(re.search(r"\b(?:các|cấp)\b", found[0]))
    end = at + len(found[0].rstrip(" ,;/-"))
    end = at + len(re.sub(r"(?:\s+và|\s+các)+$", "", low[at:end]))
    if every or len(levels) > 1:
        names = _NAMES.match(text, end) if every else None
        return Committee(names.end() if names else _group_end(text, low, end), None)
    return _single(text, low, end, levels[0])


def _single(text: str, low: str, end: int, level: str) -> Committee:
    """One committee; below the province it is one only with the name of its place."""
    named = _place_end(text, end)
    if level in _PROVINCES:
        return Committee(named, "committee")
    if named > end:
        return Committee(named, "commune" if level in _COMMUNES else "district")
    return Committee(_group_end(text, low, end), None)


def _place_end(text: str, at: int) -> int:
    """The end of a place's name that follows."""
    found = _PLACE.match(text, at)
    return found.end() if found else at


def _group_end(text: str, low: str, at: int) -> int:
    """The end of what says which committees of a level are meant."""
    at = _place_end(text, at)
    found = _WHERE.match(low, at)
    end = _place_end(text, found.end()) if found else at
    between = _BETWEEN.match(text, end)
    return between.end() if between else end
