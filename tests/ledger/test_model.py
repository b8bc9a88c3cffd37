"""Any sequence of operations on a store agrees with the plain list in memory."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from cchc_cli.domain.deadlines import DecidedBy
from cchc_cli.domain.entries import Content
from cchc_cli.errors import CchcError
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Appended, Author, Due, Ledger, Query
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import (
    AGENCIES,
    DUTIES,
    NOON,
    PERIODS,
    PLANS,
    cancel,
    contents,
    june_days,
    maybe,
    queries,
)
from tests.ledger.stores import STORES

WRITERS = st.sampled_from((Author("thu", "Trần Thị Thư"), Author("an")))
DECIDED_BY: st.SearchStrategy[DecidedBy] = st.sampled_from(("received", "signed"))
DUES = [
    Due(duty, period, limit, label)
    for label, (duty, limit) in enumerate(
        zip(DUTIES, (None, date(2021, 6, 8), date(2021, 6, 20)), strict=True)
    )
    for period in PERIODS
]
Answer = tuple[Appended, ...] | tuple[str, dict[str, object]]


def answer(append: Callable[[], tuple[Appended, ...]]) -> Answer:
    """What came of an append: the entries, or why not."""
    try:
        return append()
    except CchcError as error:
        return error.code, error.values


class TwoLedgers(RuleBasedStateMachine):
    """The same operations on a store and on the list."""

    store = "memory"

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.tested: Ledger = STORES[self.store](self.folder)
        self.plain = MemoryLedger()
        self.now = NOON

    @rule(
        batch=st.lists(contents(), min_size=1, max_size=5),
        who=WRITERS,
        minutes=st.integers(-600, 6000),
    )
    def append(self, batch: list[Content], who: Author, minutes: int) -> None:
        """Record several at once; the clock may run backwards."""
        self.now += timedelta(minutes=minutes)
        tested, plain = (
            answer(lambda one=one: one.append(batch, who, self.now))  # type: ignore[misc]
            for one in (self.tested, self.plain)
        )
        assert tested == plain

    @rule(number=st.integers(1, 12), who=WRITERS)
    def correct(self, number: int, who: Author) -> None:
        """Cancel an entry, if it is there and stands."""
        tested, plain = (
            answer(lambda one=one: one.append([cancel(number)], who, self.now))  # type: ignore[misc]
            for one in (self.tested, self.plain)
        )
        assert tested == plain

    @rule(query=queries)
    def find(self, query: Query) -> None:
        """Search."""
        assert list(self.tested.find(query)) == list(self.plain.find(query))

    @rule(minutes=st.integers(-6000, 60_000), number=st.integers(-1, 15))
    def ask_for_one(self, minutes: int, number: int) -> None:
        """Look at single entries."""
        moment = NOON + timedelta(minutes=minutes)
        for plain, tested in ((self.plain, self.tested),):
            assert tested.number_at(moment) == plain.number_at(moment)
            assert tested.entry(number) == plain.entry(number)
            assert tested.cancelled_by(number) == plain.cancelled_by(number)

    @rule(plan=st.sampled_from(PLANS), agency=maybe(AGENCIES), duty=maybe(DUTIES))
    def states(self, plan: str, agency: str | None, duty: str | None) -> None:
        """Compare the states of the obligations."""
        assert set(self.tested.states(plan, agency, duty)) == set(
            self.plain.states(plan, agency, duty)
        )
        assert set(self.tested.specials(plan)) == set(self.plain.specials(plan))

    @rule(
        plan=st.sampled_from(PLANS),
        today=june_days,
        decided_by=DECIDED_BY,
        each_agency=st.booleans(),
        chosen=st.sets(st.sampled_from(range(len(DUES)))),
    )
    def tally(
        self,
        plan: str,
        today: date,
        decided_by: DecidedBy,
        each_agency: bool,
        chosen: set[int],
    ) -> None:
        """Count."""
        dues = [DUES[at] for at in sorted(chosen)]
        tested, plain = (
            one.tally(plan, dues, today, decided_by, each_agency=each_agency)
            for one in (self.tested, self.plain)
        )
        assert tested == plain

    @rule(
        first=june_days,
        days=st.integers(0, 30),
        agency=maybe(AGENCIES),
        upto=st.none() | st.integers(0, 15),
    )
    def figures(self, first: date, days: int, agency: str | None, upto: int | None) -> None:
        """Add up."""
        end = first + timedelta(days=days)
        tested = self.tested.figures(first, end, agency, upto)
        assert tested == pytest.approx(self.plain.figures(first, end, agency, upto))

    @rule()
    def reopen(self) -> None:
        """Close the store and come back; a ledger in memory would be gone."""
        if isinstance(self.tested, SqliteLedger):
            self.tested.close()
            self.tested = SqliteLedger(self.tested.path)

    @rule()
    def rebuild(self) -> None:
        """Make the derived tables again: nothing changes."""
        self.tested.rebuild()

    @invariant()
    def same_chain(self) -> None:
        """The chains are the same, word by word, and what is derived is right."""
        assert self.tested.head() == self.plain.head()
        assert list(self.tested.chain()) == list(self.plain.chain())
        assert self.tested.derived_faults() == ()

    def teardown(self) -> None:
        """Ask everything once more, and clean up."""
        with closing(self.tested):
            for plan in PLANS:
                self.states(plan, None, None)
        shutil.rmtree(self.folder)


@pytest.mark.parametrize("store", [name for name in STORES if name != "memory"])
def test_any_sequence_of_operations_agrees_with_a_plain_list(store: str) -> None:
    machine = type(f"Two{store.title()}", (TwoLedgers,), {"store": store})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
