"""Amendments in words."""

from datetime import date

import pytest

from cchc_cli.domain.amending import in_force
from cchc_cli.domain.plan import Amendment, Document, Moved
from cchc_cli.domain.schedules import Dated
from cchc_cli.views.amending import amendment_note, document_name, duty_lines
from tests.domain.builders import make_duty, make_plan

DAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (Document("Quyết định", "ubnd-tp"), "Quyết định"),
        (Document("Quyết định", "ubnd-tp", "9/QĐ-UBND"), "Quyết định 9/QĐ-UBND"),
        (
            Document("Công văn", "ubnd-tp", "9/UBND-NC", date(2021, 5, 20)),
            "Công văn 9/UBND-NC ngày 20/5/2021",
        ),
    ],
)
def test_a_document_by_what_is_known_of_it(document: Document, name: str) -> None:
    assert document_name(Amendment("a", "Sửa", document, DAY)) == name


def test_only_what_concerns_a_duty_is_told_of_it() -> None:
    duties = [make_duty(Dated("by", date(2021, 7, 1)), ident=f"V.{at}") for at in (1, 2)]
    document = Document("Quyết định", "ubnd-tp")
    moved = Amendment(
        "a", "Gia hạn", document, DAY, moved=(("V.2", Moved("2021-07-01", date(2021, 8, 1))),)
    )
    retitled = Amendment("b", "Sửa", document, DAY, (duties[0]._replace(title="Khác"),))
    plan = in_force(make_plan(duties=duties)._replace(amendments=(moved, retitled)), DAY)
    first, second = plan.duties
    assert list(duty_lines(plan, first)) == [("Sửa đổi", "từ 01/6/2021 theo Quyết định")]
    assert list(duty_lines(plan, second)) == [("Sửa đổi", "gia hạn đến 01/8/2021 theo Quyết định")]
    assert amendment_note(plan).count("Quyết định (từ 01/6/2021)") == 2


def test_nothing_is_told_of_a_plan_as_issued() -> None:
    assert amendment_note(make_plan()) == ""
