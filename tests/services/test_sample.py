"""The sample data takes every branch that a template may have."""

from cchc_cli.domain.pressing import STEPS
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.report import KINDS
from cchc_cli.services.sample import MANY, PLANS, Sample, sample_letters, samples

TRIED = tuple(samples(MemoryLedger()))


def both(told: list[bool]) -> bool:
    """Whether something is so in one report and not in another."""
    return any(told) and not all(told)


def test_every_kind_on_every_plan_with_and_without_entries() -> None:
    seen = {(one.report.kind, one.plan, one.recorded) for one in TRIED}
    assert seen == {
        (kind, plan, told) for kind in KINDS for plan in PLANS for told in (True, False)
    }


def test_what_a_report_may_have_or_lack_is_there_and_is_not() -> None:
    reports = [one.report for one in TRIED]
    cities = [one for one in reports if one.kind == "city"]
    assert both([one.receiver is not None for one in cities])
    assert both([one.through is not None for one in reports])
    assert both([one.author.superior is not None for one in reports])
    assert both([one.author.symbol is not None for one in reports])
    assert both([bool(one.bases) for one in reports])
    assert both([bool(one.figures) for one in reports])
    assert both([bool(one.narratives) for one in reports])
    assert both([one.head is not None for one in reports])
    assert both([one.city is not None for one in cities])
    assert {one.author.kind for one in reports} == {"committee", "department", "commune", "party"}


def test_words_are_told_by_one_and_by_several_and_figures_are_known_or_not() -> None:
    told = {len(words) for one in TRIED for words in one.report.narratives.values()}
    assert {1, 2} <= told
    figures = {row.now for one in TRIED for row in one.report.figures}
    assert {None, 12, 25_980} <= figures


def test_a_report_may_be_long_and_joint_and_full_of_odd_letters() -> None:
    reports = [one.report for one in TRIED]
    assert max(len(one.tasks) for one in reports) > MANY
    assert any(task.also for one in reports for task in one.tasks)
    assert any(task.duty.force == "requested" for one in reports for task in one.tasks)
    assert any(len(task.occurrences) > 4 for one in reports for task in one.tasks)
    assert any("& " in task.duty.title and "<" in task.duty.title for one in reports
               for task in one.tasks)  # fmt: skip


def test_letters_press_more_and_more_firmly() -> None:
    assert TRIED[0] == Sample(TRIED[0].report, "scarce", recorded=False)
    letters = sample_letters(TRIED)
    assert {one.step for one in letters} == set(STEPS)
    assert {one.agency.kind for one in letters} >= {"department", "commune"}
