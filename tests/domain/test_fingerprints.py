"""Fingerprints: what counts in words, and whether a duty was read as it stands."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.fingerprints import (
    duty_fingerprint,
    fingerprint,
    readings,
    to_review,
    word_spans,
    words_of,
)
from cchc_cli.domain.names import tokens
from cchc_cli.domain.plan import Duty, Moved, Product, Review
from cchc_cli.domain.schedules import Dated, Undated
from tests.domain.builders import make_duty, make_plan

DAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    "other",
    [
        "UBND Thành phố (thông qua Sở Nội vụ) trước 15/6/2021.",
        "ubnd  thành phố, thông qua “sở nội vụ”\ntrước 15/6/2021",
        unicodedata.normalize("NFD", "UBND Thành phố thông qua Sở Nội vụ trước 15/6/2021"),
    ],
)
def test_case_punctuation_blanks_and_unicode_form_do_not_count(other: str) -> None:
    assert fingerprint(other) == fingerprint("UBND thành phố thông qua Sở Nội vụ trước 15/6/2021")


@pytest.mark.parametrize(("one", "other"), [("hoá", "hóa"), ("Uỷ ban", "Ủy ban"), ("thuý", "thúy")])
def test_the_place_of_a_tone_does_not_count(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("giao", "giáo"), ("15/6", "16/6"), ("có", "không có"), ("ban", "bàn"), ("1quý", "1 quý")],
)
def test_marks_digits_and_words_count(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_never_changes_between_versions_of_the_program() -> None:
    assert fingerprint("Báo cáo chuyên đề") == "d518867897d9dc9e"
    assert duty_fingerprint(make_duty(Dated("before", DAY, "h1"))) == "1eb7a7c584f1916c"


LETTERS = (
    "aáàảãạăắằâấậbcdđeéêếềệghiíịklmnoóôốộơớợpqrstuúưứựvxyýỵAĐÊƠỦỶ"
    "0123456789 .,;:()“”-/\n\u0301\u0323\u0302"
)


@given(st.text(st.sampled_from(LETTERS)))
def test_the_quick_words_are_those_of_names(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert words_of(text) == tuple(token.toned for token in tokens(composed))
    spans = word_spans(composed)
    assert len(spans) == len(words_of(text))
    assert all(composed[start:end].strip() for start, end in spans)


BASE = make_duty(Undated("once"))._replace(text="Báo cáo kết quả.", title="Báo cáo")


@pytest.mark.parametrize(
    "changed",
    [
        BASE._replace(title="Gửi báo cáo"),
        BASE._replace(question="Gửi ai?"),
        BASE._replace(text="báo cáo, kết quả"),
        BASE._replace(since=DAY),
    ],
)
def test_what_is_the_encoders_own_does_not_count(changed: Duty) -> None:
    assert duty_fingerprint(changed) == duty_fingerprint(BASE)


@pytest.mark.parametrize(
    "changed",
    [
        BASE._replace(text="Báo cáo kết quả quý."),
        BASE._replace(schedule=Undated("sometime")),
        BASE._replace(schedule=Dated("by", DAY)),
        BASE._replace(lead=("snv", "stp")),
        BASE._replace(lead=(), implement=("snv",)),
        BASE._replace(force="requested"),
        BASE._replace(product=Product("Báo cáo", 2)),
        BASE._replace(moved=(Moved("once", DAY),)),
    ],
)
def test_what_comes_from_the_source_counts(changed: Duty) -> None:
    assert duty_fingerprint(changed) != duty_fingerprint(BASE)


def review(duty: Duty) -> Review:
    return Review(duty.id, "Nguyễn An", DAY, None, duty_fingerprint(duty))


def test_a_duty_is_read_changed_or_was_never_read() -> None:
    old = make_duty(Undated("once"), ident="V.2")
    duties = (BASE, old._replace(text="Khác hẳn."), make_duty(ident="V.3"))
    plan = make_plan(duties=duties)._replace(reviews=(review(BASE), review(old)))
    assert readings(plan) == {"V.1": "read", "V.2": "changed", "V.3": "never"}
    assert [duty.id for duty in to_review(plan)] == ["V.2"]


def test_one_of_several_reviews_is_enough() -> None:
    later = BASE._replace(text="Khác hẳn.")
    plan = make_plan(duties=[later])._replace(reviews=(review(later), review(BASE)))
    assert readings(plan) == {"V.1": "read"}


def test_nothing_is_to_be_read_again_where_nobody_read_anything() -> None:
    assert to_review(make_plan(duties=[BASE])) == ()


def test_a_duty_that_has_ended_need_not_be_read() -> None:
    ended = BASE._replace(until=DAY, text="Khác.")
    plan = make_plan(duties=[ended])._replace(reviews=(review(BASE),))
    assert readings(plan) == {}
    assert to_review(plan) == ()
