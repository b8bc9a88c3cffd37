"""Words of the workbook fit what Excel takes, and no two are mistaken for each other."""

import pytest

from cchc_cli.domain.forms import PARTS, RESULTS, SEAL_SHEET, SHEETS, Sheet
from cchc_cli.views.wording import forms as words


def test_names_of_sheets_are_those_that_excel_takes() -> None:
    names = [words.GUIDE_TAB, *words.TABS.values(), SEAL_SHEET]
    assert len(set(names)) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")


@pytest.mark.parametrize("sheet", SHEETS, ids=[one.key for one in SHEETS])
def test_every_column_has_a_header_of_its_own(sheet: Sheet) -> None:
    heads = words.HEADERS[sheet.key]
    assert list(heads) == [one.key for one in sheet.columns]
    folded = [one.casefold() for one in heads.values()]
    assert len(set(folded)) == len(folded)


def test_a_drop_down_list_is_short_enough_and_splits_at_its_commas_only() -> None:
    choices = [words.RESULTS[one] for one in RESULTS]
    assert len(",".join(choices)) <= 255
    assert not [one for one in choices if "," in one or '"' in one]
    assert len(set(choices)) == len(choices)


def test_every_part_of_the_narrative_is_told() -> None:
    assert set(PARTS) <= set(words.PARTS)
    assert len({title for title, _ in words.PARTS.values()}) == len(words.PARTS)


def test_messages_leave_room_for_their_values() -> None:
    for message in words.MESSAGES.values():
        assert len(message.hint_title) <= 32
        assert len(message.refusal_title) <= 32
        assert len(message.hint) <= 200
        assert len(message.refusal) <= 180
