"""Which duty is which: by identity first, by words second."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.plan import Duty
from cchc_cli.services import matching
from cchc_cli.services.matching import match
from tests.domain.builders import make_duty

REPORT = "tổng hợp, báo cáo kết quả thực hiện Kế hoạch gửi UBND Thành phố hằng quý"
PRESS = "phối hợp với các cơ quan báo chí tổ chức thông tin về cải cách hành chính"
TRAIN = "tập huấn, bồi dưỡng kỹ năng tuyên truyền cho người làm công tác thông tin cơ sở"


def duties(**texts: str) -> list[Duty]:
    """Duties by id."""
    return [make_duty(ident=ident)._replace(text=text) for ident, text in texts.items()]


def matched(
    old: Sequence[Duty], new: Sequence[Duty]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Ids of pairs, of what is gone and what is new."""
    pairs, gone, added = match(old, new)
    return (
        [(one.id, other.id) for one, other in pairs],
        [one.id for one in gone],
        [one.id for one in added],
    )


@pytest.mark.parametrize(
    ("new", "pairs", "gone", "added"),
    [
        pytest.param({"a": REPORT, "b": PRESS}, ["aa", "bb"], "", "", id="the same"),
        pytest.param({"b": PRESS, "a": REPORT}, ["bb", "aa"], "", "", id="another order"),
        pytest.param({"a": f"{REPORT} và năm", "b": PRESS}, ["aa", "bb"], "", "", id="reworded"),
        pytest.param({"b": REPORT, "a": PRESS}, ["ab", "ba"], "", "", id="numbers exchanged"),
        pytest.param({"c": REPORT, "b": PRESS}, ["ac", "bb"], "", "", id="moved"),
        pytest.param(
            {"c": REPORT.replace("quý", "năm"), "b": PRESS}, ["ac", "bb"], "", "",
            id="moved and reworded",
        ),
        pytest.param(
            {"a": TRAIN, "b": REPORT, "c": PRESS}, ["ab", "bc"], "", "a", id="one put in before"
        ),
        pytest.param({"b": PRESS}, ["bb"], "a", "", id="gone"),
        pytest.param({"a": TRAIN, "b": PRESS}, ["bb"], "a", "a", id="another one of that number"),
        pytest.param(
            {"a": "báo cáo UBND Thành phố theo yêu cầu đột xuất của các sở, ngành", "b": PRESS},
            ["aa", "bb"], "", "", id="rewritten in its place",
        ),
        pytest.param({}, [], "ab", "", id="all gone"),
    ],
)  # fmt: skip
def test_which_duty_is_which(new: dict[str, str], pairs: list[str], gone: str, added: str) -> None:
    found = matched(duties(a=REPORT, b=PRESS), duties(**new))
    assert found == ([(one[0], one[1]) for one in pairs], list(gone), list(added))


def test_duties_of_the_same_words_stay_in_their_order() -> None:
    found = matched(duties(a=REPORT, b=REPORT), duties(c=REPORT, d=REPORT, e=REPORT))
    assert found == ([("a", "c"), ("b", "d")], [], ["e"])


def test_a_copy_elsewhere_does_not_take_a_duty_from_its_number() -> None:
    found = matched(duties(a=REPORT), duties(b=REPORT, a=f"{REPORT} trước ngày 20"))
    assert found == ([("a", "a")], [], ["b"])


def test_the_likest_is_taken_first() -> None:
    near, far = REPORT.replace("quý", "năm"), REPORT.replace("kết quả thực hiện", "về")
    assert matched(duties(a=REPORT), duties(x=far, y=near))[0] == [("a", "y")]


def test_words_that_all_duties_have_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "COMMON", 1)
    new = {"x": REPORT.replace("quý", "năm"), "y": REPORT.replace("quý", "tháng")}
    assert matched(duties(a=REPORT), duties(**new)) == ([], ["a"], ["x", "y"])


def test_texts_without_words() -> None:
    assert matched(duties(a="…"), duties(a="***"))[0] == [("a", "a")]


TEXTS = st.lists(st.sampled_from(["mot", "hai", "ba", "bon", "nam", "sau"]), max_size=8).map(
    " ".join
)


@settings(max_examples=150, deadline=None)
@given(
    old=st.dictionaries(st.sampled_from("abcdef"), TEXTS),
    new=st.dictionaries(st.sampled_from("abcdef"), TEXTS),
)
def test_every_duty_is_told_once(old: dict[str, str], new: dict[str, str]) -> None:
    pairs, gone, added = matched(duties(**old), duties(**new))
    assert sorted([*(one for one, _ in pairs), *gone]) == sorted(old)
    assert sorted([*(one for _, one in pairs), *added]) == sorted(new)
