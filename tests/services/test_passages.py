"""Finding a text in a document though some of its words were changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.fingerprints import words_of
from cchc_cli.services import passages as module
from cchc_cli.services.passages import Passage, Passages

CLAUSES = (
    "Sở Nội vụ",
    "Chủ trì, đôn đốc việc thực hiện Kế hoạch tại các cơ quan; tổng hợp, báo cáo định kỳ hằng quý.",
    "Sở Tư pháp",
    "Đẩy mạnh tuyên truyền về cải cách hành chính lồng ghép với phổ biến, giáo dục pháp luật.",
    "Tổ chức thực hiện Kế hoạch tại đơn vị.",
)
DOCUMENT = Passages([words_of(one) for one in CLAUSES])


def find(text: str, *expected: int, document: Passages = DOCUMENT) -> Passage | None:
    """Where a text stands."""
    return document.find(words_of(text), frozenset(expected))


def differing(text: str, document: Passages = DOCUMENT) -> list[tuple[str, str]]:
    """The words of a text and of the document where they do not agree."""
    found, words = find(text, document=document), words_of(text)
    assert found is not None
    return [
        (" ".join(words[slice(*mine)]), " ".join(document.words[slice(*its)]))
        for mine, its in found.differing
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("tổng hợp, báo cáo định kỳ hằng quý", 1),
        ("ĐẨY MẠNH TUYÊN TRUYỀN VỀ CẢI CÁCH HÀNH CHÍNH", 3),
        ("thực hiện Kế hoạch tại đơn vị", 4),
    ],
)
def test_words_that_stand_there(text: str, at: int) -> None:
    found = find(text)
    assert found is not None
    assert (found.at, found.share, found.differing) == (at, 1.0, ())
    ((start, end),) = found.spans
    assert tuple(DOCUMENT.words[start:end]) == words_of(text)


def test_words_that_stand_twice_are_taken_where_they_should_be() -> None:
    document = Passages([words_of("Báo cáo kết quả hằng quý.")] * 3)
    found = [find("báo cáo kết quả hằng quý", *at, document=document) for at in ((), (1,), (2,))]
    assert [one.at for one in found if one] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "tổng hợp, báo cáo định kỳ hằng tháng", [("tháng", "quý")], id="another word at the end"
        ),
        pytest.param("đôn đốc việc thực hiện tại các cơ quan", [("", "kế hoạch")], id="left out"),
        pytest.param("lồng ghép chặt chẽ với phổ biến, giáo dục", [("chặt chẽ", "")], id="put in"),
        pytest.param(
            "hằng ngày đôn đốc việc thực hiện Kế hoạch",
            [("hằng ngày", "chủ trì")],
            id="another beginning",
        ),
    ],
)
def test_words_that_do_not_agree(text: str, words: list[tuple[str, str]]) -> None:
    expected = [tuple(" ".join(words_of(one)) for one in pair) for pair in words]
    assert differing(text) == expected


@pytest.mark.parametrize("text", ["Xây dựng cơ sở dữ liệu đất đai", "", "một hai", "Bộ Nội vụ"])
def test_nothing_like_it(text: str) -> None:
    assert find(text) is None


def test_a_text_of_one_or_two_words_is_found_only_where_it_should_be() -> None:
    found = find("đôn đốc", 1)
    assert found is not None
    assert (found.at, found.share) == (1, 1.0)
    assert find("đôn đốc") is None
    assert find("đôn đốc", 3) is None


def test_a_text_over_several_clauses_belongs_to_the_one_that_holds_most_of_it() -> None:
    found = find("Sở Tư pháp đẩy mạnh tuyên truyền về cải cách hành chính")
    assert found is not None
    assert (found.at, found.share) == (3, 1.0)


def test_a_single_word_that_is_there_by_chance_does_not_count() -> None:
    found = find("Xây dựng Kế hoạch tại các cơ quan; tổng hợp, báo cáo")
    assert found is not None
    assert len(found.spans) == 1


def test_words_that_stand_everywhere_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMON", 2)
    document = Passages([words_of("báo cáo kết quả")] * 3)
    assert find("báo cáo kết quả", document=document) is None
    found = find("báo cáo kết quả", 1, document=document)
    assert found is not None
    assert (found.at, found.share) == (1, 1.0)


def test_a_huge_text_is_compared_place_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPARED", 10)
    found = find("đôn đốc việc triển khai Kế hoạch tại các cơ quan")
    assert found is not None
    assert (found.at, found.share, found.differing) == (1, 9 / 11, ())


def test_of_a_very_long_text_not_every_word_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "VOTERS", 4)
    found = find(CLAUSES[1])
    assert found is not None
    assert (found.at, found.share) == (1, 1.0)


WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=3, max_size=12).map(tuple)


@settings(max_examples=200, deadline=None)
@given(clauses=st.lists(WORDS, min_size=1, max_size=8), data=st.data())
def test_whatever_stands_in_a_document_is_found_whole(
    clauses: list[tuple[str, ...]], data: st.DataObject
) -> None:
    document = Passages(clauses)
    at = data.draw(st.integers(0, len(clauses) - 1))
    size = len(clauses[at])
    start = data.draw(st.integers(0, size - 3))
    text = clauses[at][start : data.draw(st.integers(start + 3, size))]
    found = document.find(text, frozenset({at}))
    assert found is not None
    assert found.share == 1.0
    assert not found.differing


@settings(max_examples=200, deadline=None)
@given(clauses=st.lists(WORDS, max_size=6), text=WORDS)
def test_what_is_found_is_never_more_than_is_there(
    clauses: list[tuple[str, ...]], text: tuple[str, ...]
) -> None:
    document = Passages(clauses)
    found = document.find(text)
    if found is None:
        return
    assert 0 < found.share <= 1
    assert sum(end - start for start, end in found.spans) == round(found.share * len(text))
    for start, end in found.spans:
        assert 0 <= start < end <= len(document.words)
