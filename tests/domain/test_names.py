"""Names as people type them: every usual spelling finds its agency, and none another silently."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.names import (
    Answer,
    Certainty,
    Token,
    bare,
    find_agency,
    find_group,
    given_names,
    tokens,
)
from tests.domain.builders import DISTRICTS_END, MERGER, REGISTRY

PROPERTY = settings(max_examples=200, deadline=None)
IN_2021 = date(2021, 6, 15)
AGENCIES = {agency.id: agency for agency in REGISTRY.agencies}


def ask(typed: str, day: date = IN_2021) -> Answer:
    """Who is meant, in the tiny registry."""
    return find_agency(REGISTRY, typed, day)


def idents(answer: Answer) -> list[str]:
    """The ids of an answer's agencies."""
    return [agency.id for agency in answer.agencies]


def unmarked(text: str) -> str:
    """The text without marks, ``đ`` as ``d``."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# Words in their two spellings.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ", "so noi vu"),
        ("SỞ NỘI VỤ", "so noi vu"),
        ("  Sở\tNội\u00a0vụ. ", "so noi vu"),
        ("Uỷ ban", "uy ban"),
        ("Đống Đa", "dong da"),
        ("KH&ĐT", "kh dt"),
        ("TP.Hà Nội", "tp ha noi"),
        ("PL1-2021", "pl1 2021"),
        (unicodedata.normalize("NFD", "Ứng Hòa"), "ung hoa"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_bare_words(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy", "Uỷ"),
        ("hóa", "hoá"),
        ("HÒA", "hoà"),
        ("thuỷ", "thủy"),
        ("Sở", unicodedata.normalize("NFD", "Sở")),
        ("Đ", "đ"),
    ],
)
def test_spellings_that_are_one_word(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"), [("sơ", "sở"), ("so", "sở"), ("dong", "đong"), ("ma", "mã"), ("ô", "ơ")]
)
def test_spellings_that_are_two_words(one: str, other: str) -> None:
    assert [token.toned for token in tokens(one)] != [token.toned for token in tokens(other)]
    assert bare(unmarked(one)) == bare(one)


def test_a_token_keeps_both_spellings() -> None:
    assert tokens("Nội vu") == (Token("no\u0302i\u0323", "noi"), Token("vu", "vu"))


# Names as people type them.


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("Sở Nội vụ", "snv"),
        ("so noi vu", "snv"),
        ("SO NOI VU", "snv"),
        ("sở nội vụ", "snv"),
        ("Sở Noi vụ", "snv"),
        ("SNV", "snv"),
        ("snv", "snv"),
        ("Sở Nội vụ Hà Nội", "snv"),
        ("Sở Nội vụ thành phố Hà Nội", "snv"),
        ("Sở Nội vụ TP.Hà Nội", "snv"),
        ("Sở Nội vụ TP", "snv"),
        ("Sở Ngoại vụ", "sngv"),
        ("so ngoai vu", "sngv"),
        ("SNgV", "sngv"),
        ("SNGV", "sngv"),
        ("Sở Tư pháp", "stp"),
        ("STP", "stp"),
        ("Sở TT&TT", "stttt"),
        ("Sở TTTT", "stttt"),
        ("STTTT", "stttt"),
        ("sở thông tin & truyền thông", "stttt"),
        ("Sở Thông tin Truyền thông", "stttt"),
        ("Sở KH&ĐT", "skhdt"),
        ("KH&ĐT", "skhdt"),
        ("KHĐT", "skhdt"),
        ("SKHĐT", "skhdt"),
        ("skhdt", "skhdt"),
        ("Sở KH&CN", "skhcn"),
        ("Sở Văn hóa và Thể thao", "svhtt"),
        ("Sở Văn hoá & Thể thao", "svhtt"),
        ("Sở VHTT", "svhtt"),
        ("so van hoa va the thao", "svhtt"),
        ("UBND TP", "ubnd-tp"),
        ("UBND Thành phố", "ubnd-tp"),
        ("UBND TP.Hà Nội", "ubnd-tp"),
        ("Ủy ban nhân dân thành phố Hà Nội", "ubnd-tp"),
        ("Uỷ ban nhân dân Thành phố", "ubnd-tp"),
        ("UBND", "ubnd-tp"),
        ("VP UBND TP", "vp-ubnd"),
        ("Văn phòng UBND Thành phố", "vp-ubnd"),
        ("Văn phòng Uỷ ban nhân dân TP Hà Nội", "vp-ubnd"),
        ("VPUB", "vp-ubnd"),
        ("Thanh tra TP", "tttp"),
        ("TTTP", "tttp"),
        ("UBND quận Ba Đình", "q-ba-dinh"),
        ("Quận Ba Đình", "q-ba-dinh"),
        ("quan ba dinh", "q-ba-dinh"),
        ("Uỷ ban nhân dân quận Ba Đình", "q-ba-dinh"),
        ("UBND huyện Ứng Hoà", "h-ung-hoa"),
        ("Huyện Ứng Hòa", "h-ung-hoa"),
        ("Ban Tuyên giáo Thành uỷ", "btg-thanh-uy"),
        ("MTTQ", "mttq-tp"),
        ("Uỷ ban MTTQ", "mttq-tp"),
        ("Ủy ban MTTQ Việt Nam thành phố Hà Nội", "mttq-tp"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam TP.Hà Nội", "mttq-tp"),
        ("Đoàn TNCS", "thanh-doan"),
        ("thành đoàn", "thanh-doan"),
    ],
)
def test_names_as_people_type_them(typed: str, ident: str) -> None:
    for form in ("NFC", "NFD"):
        answer = ask(unicodedata.normalize(form, typed))
        assert (idents(answer), answer.certainty) == ([ident], "same")


@pytest.mark.parametrize("typed", ["Sở TP", "sở tp"])
def test_initials_that_look_like_the_territory_are_still_initials(typed: str) -> None:
    assert idents(ask(typed)) == ["stp"]


@pytest.mark.parametrize(
    ("typed", "expected", "certainty"),
    [
        # Two departments share these initials.
        ("Sở NV", ["snv", "sngv"], "same"),
        # Marks that contradict the name's.
        ("Sơ Nội vụ", ["snv"], "marks"),
        ("Sở Nỗi vụ", ["snv"], "marks"),
        ("Sở Ngoãi vụ", ["sngv"], "marks"),
        ("Quận Bà Đình", ["q-ba-dinh"], "marks"),
        # A part of the name.
        ("Ba Đình", ["q-ba-dinh"], "part"),
        ("ba dinh", ["q-ba-dinh"], "part"),
        ("Thông tin", ["stttt"], "part"),
        ("Công nghệ", ["skhcn"], "part"),
        ("vụ", ["snv", "sngv"], "part"),
        ("quận", ["q-ba-dinh"], "part"),
        ("Thanh niên Cộng sản", ["thanh-doan"], "part"),
    ],
)
def test_what_was_assumed_is_part_of_the_answer(
    typed: str, expected: list[str], certainty: Certainty
) -> None:
    answer = ask(typed)
    assert (idents(answer), answer.certainty) == (expected, certainty)


@pytest.mark.parametrize("typed", ["TP.Hà Nội", "TP", "Thành phố", "thành phố Hà Nội"])
def test_the_territory_alone_is_not_the_department_of_justice(typed: str) -> None:
    assert "stp" not in idents(ask(typed))


@pytest.mark.parametrize("typed", ["", " - ", "và", "&"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert ask(typed) == Answer()


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Sở Nội vu.j", "Sở Nội vụ"),
        ("Sở Thông tn và Truyền thông", "Sở Thông tin và Truyền thông"),
        ("UBND qận Ba Đình", "UBND quận Ba Đình"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_nearest_names(typed: str, nearest: str) -> None:
    answer = ask(typed)
    assert answer.agencies == ()
    assert answer.nearest[0] == nearest
    assert len(answer.nearest) <= 5


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        pytest.param("SNVV", "Sở Nội vụ", id="a symbol"),
        pytest.param("VPUBB", "Văn phòng UBND Thành phố", id="an alias"),
        pytest.param("Đoàn TNC", "Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố Hà Nội",
                     id="an alias of several words"),
    ],
)  # fmt: skip
def test_symbols_and_aliases_are_near_as_well(typed: str, nearest: str) -> None:
    answer = ask(typed)
    assert answer.agencies == ()
    assert answer.nearest[0] == nearest
    assert all(name in {agency.name for agency in AGENCIES.values()} for name in answer.nearest)
    assert len(set(answer.nearest)) == len(answer.nearest)


HONG_PHONG = Agency("truong-lhp", "Trường Đào tạo cán bộ Lê Hồng Phong", "school")
WITH_A_SCHOOL = REGISTRY._replace(agencies=(*REGISTRY.agencies, HONG_PHONG))


@pytest.mark.parametrize("typed", ["Hồng Phong", "hong phong", "hồng phong", "Hồng phong"])
def test_a_part_of_a_name_is_found_by_the_marks_that_were_typed(typed: str) -> None:
    answer = find_agency(WITH_A_SCHOOL, typed, IN_2021)
    assert (idents(answer), answer.certainty) == (["truong-lhp"], "part")


@pytest.mark.parametrize("typed", ["Hồng Phòng", "Hống Phong", "cản bộ"])
def test_a_part_that_contradicts_the_marks_is_only_near(typed: str) -> None:
    answer = find_agency(WITH_A_SCHOOL, typed, IN_2021)
    assert answer.agencies == ()
    assert answer.nearest[0] == HONG_PHONG.name
    assert len(answer.nearest) <= 5


@pytest.mark.parametrize(
    ("typed", "ident"),
    [("Q. Ba Đình", "q-ba-dinh"), ("q ba dinh", "q-ba-dinh"), ("H.Ứng Hòa", "h-ung-hoa")],
)
def test_a_district_by_the_letter_of_its_kind(typed: str, ident: str) -> None:
    assert (idents(ask(typed)), ask(typed).certainty) == ([ident], "same")


def test_a_part_that_is_shortened_in_the_whole_name_is_found() -> None:
    answer = ask("phòng")
    assert (idents(answer), answer.certainty) == (["vp-ubnd"], "part")


def test_what_resembles_nothing_has_no_nearest_name() -> None:
    assert ask("xyz 123") == Answer()


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("Các Sở, ban, ngành", "so-ban-nganh"),
        ("các sở ban ngành", "so-ban-nganh"),
        ("so-ban-nganh", "so-ban-nganh"),
        ("UBND các quận, huyện, thị xã", "quan-huyen"),
        ("Tất cả", "tat-ca"),
    ],
)
def test_a_groups_name_is_answered_with_the_group(typed: str, ident: str) -> None:
    answer = ask(typed)
    assert answer.agencies == ()
    assert answer.group is not None
    assert answer.group.id == ident
    assert find_group(REGISTRY, typed) == answer.group


@pytest.mark.parametrize("typed", ["Sở Nội vụ", "các sở", ""])
def test_what_is_no_groups_name_finds_no_group(typed: str) -> None:
    assert find_group(REGISTRY, typed) is None


@pytest.mark.parametrize(
    ("typed", "day", "ended"),
    [
        ("Sở Ngoại vụ", MERGER, "sngv"),
        ("STTTT", date(2026, 1, 1), "stttt"),
        ("Quận Ba Đình", DISTRICTS_END, "q-ba-dinh"),
        ("Sở Dân tộc và Tôn giáo", IN_2021, "sdttg"),
    ],
)
def test_an_agency_of_another_day_is_named_and_not_charged(
    typed: str, day: date, ended: str
) -> None:
    answer = ask(typed, day)
    assert answer == Answer(ended=AGENCIES[ended])


def test_a_name_that_ended_is_free_for_another() -> None:
    registry = REGISTRY._replace(
        agencies=(*REGISTRY.agencies, Agency("moi", "Sở Ngoại vụ", "department", first=MERGER))
    )
    before = find_agency(registry, "Sở Ngoại vụ", date(2025, 2, 28))
    after = find_agency(registry, "Sở Ngoại vụ", MERGER)
    assert (idents(before), idents(after)) == (["sngv"], ["moi"])


@pytest.mark.parametrize(
    ("typed", "day", "last", "ident"),
    [
        pytest.param("Sở Ngoại vụ", date(2025, 1, 1), date(2025, 12, 31), "sngv", id="ends in it"),
        pytest.param("sngv", date(2025, 1, 1), date(2025, 12, 31), "sngv", id="by its symbol"),
        pytest.param("Ngoại vụ", date(2025, 1, 1), date(2025, 12, 31), "sngv", id="by a part"),
        pytest.param(
            "Sở Dân tộc và Tôn giáo", date(2025, 1, 1), date(2025, 12, 31), "sdttg",
            id="begins in it",
        ),
        pytest.param("sdttg", date(2025, 1, 1), MERGER, "sdttg", id="begins on its last day"),
    ],
)  # fmt: skip
def test_an_agency_of_any_day_of_a_span(typed: str, day: date, last: date, ident: str) -> None:
    assert idents(find_agency(REGISTRY, typed, day, last)) == [ident]


@pytest.mark.parametrize(
    ("typed", "day", "last", "ended"),
    [
        pytest.param("Sở Ngoại vụ", MERGER, date(2025, 12, 31), "sngv", id="ended before it"),
        pytest.param(
            "Sở Dân tộc và Tôn giáo", IN_2021, date(2025, 2, 28), "sdttg", id="begins after it"
        ),
    ],
)
def test_an_agency_of_no_day_of_a_span(typed: str, day: date, last: date, ended: str) -> None:
    assert find_agency(REGISTRY, typed, day, last) == Answer(ended=AGENCIES[ended])


def test_a_name_as_the_registry_writes_it_answers_at_once() -> None:
    # Without the territory at the end both would read "Ban Quản lý".
    registry = REGISTRY._replace(
        agencies=(
            Agency("a", "Ban Quản lý Hà Nội", "board"),
            Agency("b", "Ban Quản lý", "board"),
            Agency("c", "Ban Quản lý thành phố", "board"),
        )
    )
    for agency in registry.agencies:
        for form in ("NFC", "NFD"):
            typed = unicodedata.normalize(form, f" {agency.name} ")
            assert find_agency(registry, typed, IN_2021) == Answer((agency,))


def test_a_name_that_two_agencies_have_answers_with_both() -> None:
    registry = REGISTRY._replace(
        agencies=(*REGISTRY.agencies, Agency("moi", "Sở Ngoại vụ", "department", first=MERGER))
    )
    found = find_agency(registry, "Sở Ngoại vụ", date(2025, 1, 1), date(2025, 12, 31))
    assert idents(found) == ["sngv", "moi"]


def test_two_agencies_without_marks_are_both_shown() -> None:
    registry = REGISTRY._replace(
        agencies=(Agency("a", "Ban Má", "board"), Agency("b", "Ban Mạ", "board"))
    )
    both = find_agency(registry, "ban ma", IN_2021)
    assert (idents(both), both.certainty) == (["a", "b"], "same")
    assert idents(find_agency(registry, "Ban Mạ", IN_2021)) == ["b"]
    wrong = find_agency(registry, "Ban Mả", IN_2021)
    assert (idents(wrong), wrong.certainty) == (["a", "b"], "marks")


@pytest.mark.parametrize("name", ["-", "và", "&"])
def test_a_name_without_words_breaks_nothing(name: str) -> None:
    registry = REGISTRY._replace(agencies=(Agency("x", name, "office"), AGENCIES["snv"]))
    assert idents(find_agency(registry, "Sở Nội vụ", IN_2021)) == ["snv"]


def test_a_mark_without_its_letter_breaks_nothing() -> None:
    registry = REGISTRY._replace(
        agencies=(Agency("x", "Sở \u0302 Y tế", "department"), AGENCIES["snv"])
    )
    assert idents(find_agency(registry, "Sở Nội vụ", IN_2021)) == ["snv"]
    assert idents(find_agency(registry, "Sở YT", IN_2021)) == ["x"]


@pytest.mark.parametrize("territory", ["Hà Nội", "tỉnh Hà Nam", "-"])
def test_the_territory_at_the_end_falls_away(territory: str) -> None:
    registry = REGISTRY._replace(territory=territory)
    assert idents(find_agency(registry, f"Sở Nội vụ {territory}", IN_2021)) == ["snv"]


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("snv", {"Sở Nội vụ", "SNV"}),
        ("q-ba-dinh", {"UBND quận Ba Đình", "quận Ba Đình"}),
        ("vp-ubnd", {"VP UBND", "VP", "VPUB"}),
        ("mttq-tp", {"Ủy ban MTTQ Việt Nam", "MTTQ", "Ủy ban MTTQ"}),
    ],
)
def test_the_spellings_that_the_registry_gives(ident: str, expected: set[str]) -> None:
    written = {"".join(token.toned for token in tokens(name)) for name in expected}
    assert given_names(AGENCIES[ident], REGISTRY) == written


# Laws.

OLD_AND_NEW = (("ủy", "uỷ"), ("Ủy", "Uỷ"), ("óa", "oá"), ("òa", "oà"))
names_of = {
    agency.id: (agency.name, *agency.aliases, *((agency.symbol,) if agency.symbol else ()))
    for agency in REGISTRY.agencies
    if agency.exists_on(IN_2021)
}


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, str]:
    """An agency's id and one of its names in any case, form and tone style, some words bare."""
    ident = draw(st.sampled_from(sorted(names_of)))
    text = draw(st.sampled_from(names_of[ident]))
    for old, new in OLD_AND_NEW:
        text = text.replace(old, new) if draw(st.booleans()) else text
    text = " ".join(unmarked(word) if draw(st.booleans()) else word for word in text.split())
    text = unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)
    upper = draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    text = "".join(
        letter.upper() if high else letter.lower() for letter, high in zip(text, upper, strict=True)
    )
    return ident, draw(st.sampled_from(("{}", " {} ", "{}.", "{},"))).format(text)


@PROPERTY
@given(case=respelled())
def test_an_agency_finds_itself_however_it_is_spelled(case: tuple[str, str]) -> None:
    ident, typed = case
    answer = ask(typed)
    assert (idents(answer), answer.certainty) == ([ident], "same")


MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b")


# Names of which no word falls away.
WHOLE = ("snv", "sngv", "stp", "q-ba-dinh", "h-ung-hoa", "btg-thanh-uy")


@PROPERTY
@given(ident=st.sampled_from(WHOLE), data=st.data())
def test_any_other_marks_still_find_it_and_say_so(ident: str, data: st.DataObject) -> None:
    name = AGENCIES[ident].name
    typed = "".join(
        letter + data.draw(st.sampled_from(MARKS)) if letter in "aeiouy" else letter
        for letter in unmarked(name)
    )
    answer = ask(typed)
    assert idents(answer) == [ident]
    words, meant = tokens(typed), tokens(name)
    contradicts = any(
        word.toned not in (other.toned, other.bare)
        for word, other in zip(words, meant, strict=True)
    )
    assert answer.certainty == ("marks" if contradicts else "same")


# Every bare spelling, without spaces, that an agency may answer to without anything assumed.
SPELLINGS = {
    "ubnd-tp": {"ubnd"},
    "vp-ubnd": {"vpubnd", "vp", "vpub"},
    "snv": {"sonoivu", "snv", "sonv"},
    "sngv": {"songoaivu", "sngv", "sonv", "snv"},
    "stp": {"sotuphap", "stp", "sotp"},
    "skhdt": {"sokehoachdautu", "khdt", "skhdt", "sokhdt"},
    "stttt": {"sothongtintruyenthong", "stttt", "sotttt"},
    "skhcn": {"sokhoahoccongnghe", "skhcn", "sokhcn"},
    "svhtt": {"sovanhoathethao", "svhtt", "sovhtt"},
    "tttp": {"thanhtra", "tttp"},
    "q-ba-dinh": {"ubndquanbadinh", "quanbadinh"},
    "h-ung-hoa": {"ubndhuyenunghoa", "huyenunghoa"},
    "btg-thanh-uy": {"bantuyengiaothanhuy"},
    "mttq-tp": {"uybanmttqvietnam", "mttq", "uybanmttq"},
    "thanh-doan": {"doanthanhniencongsanhochiminh", "thanhdoan", "doantncs"},
}
SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("mat tran to quoc", "mttq"),
    ("thanh pho", "tp"),
    ("van phong", "vp"),
)


def squeezed(typed: str) -> str:
    """The typed words without marks and spaces, shortened by search and replace."""
    text = f" {unmarked(typed).casefold()} ".replace("&", " ")
    while " va " in text:
        text = text.replace(" va ", " ")
    for phrase, short in SHORT:
        text = text.replace(f" {phrase} ", f" {short} ").replace(f" {phrase} ", f" {short} ")
    for ending in (" tp ha noi ", " ha noi ", " tp "):
        if text.endswith(ending) and text != ending:
            text = text.removesuffix(ending)
            break
    return text.replace(" ", "")


words = st.sampled_from(
    [
        *sorted({word for names in names_of.values() for name in names for word in name.split()}),
        *("UBND", "TP", "Hà Nội", "VP", "Sở", "S", "NV", "NgV", "TT", "&", "Bộ", "phường", "xã"),
    ]
)


@PROPERTY
@given(typed=st.lists(words.flatmap(lambda one: st.sampled_from((one, unmarked(one)))), max_size=6))
def test_no_other_agency_answers_silently(typed: list[str]) -> None:
    answer = ask(" ".join(typed))
    if len(answer.agencies) == 1 and answer.certainty == "same":
        # "Sở TP" is Sở Tư pháp by its initials, although a "TP" at the end may fall away.
        whole = bare(" ".join(typed)).replace(" ", "")
        assert {squeezed(" ".join(typed)), whole} & SPELLINGS[answer.agencies[0].id]


@PROPERTY
@given(typed=st.text(max_size=40))
def test_any_text_gets_an_answer_of_one_kind(typed: str) -> None:
    answer = ask(typed)
    kinds = (answer.agencies, answer.nearest, answer.group, answer.ended)
    assert sum(bool(kind) for kind in kinds) <= 1
    assert all(agency.exists_on(IN_2021) for agency in answer.agencies)


def test_a_group_does_not_hide_an_agency_of_its_name() -> None:
    registry = REGISTRY._replace(groups=(Group("g", "Sở Nội vụ"),))
    assert idents(find_agency(registry, "Sở Nội vụ", IN_2021)) == ["snv"]
