"""Contents to record: written out, and generated."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from cchc_cli.domain.entries import (
    ENTRY_KINDS,
    Content,
    EntryKind,
    EvidenceFile,
    Figure,
    OfficialDocument,
)
from cchc_cli.ledger.protocol import Author, Query

PLAN = "ke-hoach-2021"
NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
WHO = Author("thu", "Trần Thị Thư")
JUNE = [date(2021, 6, day) for day in range(1, 31)]

PLANS = (PLAN, "ke-hoach-2020")
DUTIES = ("V.1", "V.2", "V.6.4b")
AGENCIES = ("snv", "stp", "q-ba-dinh")
PERIODS = ("2021/h1", "2021-Q2", "continuous")
NUMBERS = ("1/BC-SNV", "1/bc-snv", "2/KH-ĐTN", "171-KH/TU")
INDICATORS = ("hoi-nghi", "tin-bai")
KEYS = ("k1", "k2")
PAIRS = tuple((duty, agency) for duty in DUTIES for agency in AGENCIES)


def done(
    number: str | None = "12/BC-SNV",
    *,
    duty: str = "V.1",
    agency: str = "snv",
    period: str = "2021/h1",
    plan: str = PLAN,
    received: date | None = date(2021, 6, 10),
    signed: date | None = None,
    **more: object,
) -> Content:
    """A duty done, with a document unless ``number`` is None."""
    document = OfficialDocument(number, signed=signed, received=received) if number else None
    content = Content("done", plan, duty, agency, period, document=document)
    return content._replace(**more)  # type: ignore[arg-type]


def cancel(target: int, **more: object) -> Content:
    """The correction of an entry."""
    content = Content("correction", PLAN, target=target, text="ghi nhầm")
    return content._replace(**more)  # type: ignore[arg-type]


def later(minutes: float) -> datetime:
    """A moment after noon."""
    return NOON + timedelta(minutes=minutes)


def maybe(values: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of the values, or None."""
    return st.none() | st.sampled_from(values)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
june_days = st.sampled_from(JUNE)
figures = st.builds(
    Figure, st.sampled_from(INDICATORS), st.integers(0, 900) | st.sampled_from((0.5, 23.25))
)
documents = st.builds(
    OfficialDocument,
    st.sampled_from(NUMBERS),
    issuer=st.none(),
    signed=st.none() | june_days,
    received=st.none() | june_days,
    subject=st.none() | texts,
)
files = st.builds(
    EvidenceFile, texts, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 9999)
)
DONE: tuple[EntryKind, ...] = ("done",)
# Half of what is recorded is something done.
kinds: st.SearchStrategy[EntryKind] = st.sampled_from(DONE) | st.sampled_from(ENTRY_KINDS)
targets = st.integers(1, 12)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A content of any kind from a small world, so that contents meet often."""
    kind = draw(kinds)
    content = Content(
        kind,
        draw(st.sampled_from(PLANS)),
        draw(maybe(DUTIES)),
        draw(maybe(AGENCIES)),
        draw(maybe(PERIODS)),
        day=draw(st.none() | june_days),
        document=draw(st.none() | documents),
        key=draw(st.none() | st.none() | st.sampled_from(KEYS)),
        text=draw(st.none() | st.sampled_from(("vì dịch", "vì bão"))),
    )
    if kind == "done":
        content = content._replace(
            figures=tuple(draw(st.lists(figures, max_size=3))),
            participants=tuple(draw(st.lists(st.sampled_from(AGENCIES), max_size=2, unique=True))),
            fulfils=tuple(draw(st.lists(st.sampled_from(PAIRS), max_size=2, unique=True))),
            counts_on=draw(st.none() | june_days),
        )
    if kind in ("return", "accept", "correction"):
        content = content._replace(target=draw(targets))
    if kind in ("extension", "deadline"):
        content = content._replace(until=draw(june_days))
    return content


queries = st.builds(
    Query,
    maybe(PLANS),
    maybe(DUTIES),
    maybe((*AGENCIES, "khong-co")),
    maybe(PERIODS),
    st.lists(kinds, max_size=2).map(tuple),
    maybe(("1/", "bc-snv", "ĐTN", "99/")),
    maybe(("thu", "Trần Thị Thư", "an")),
    st.none() | june_days,
    st.none() | june_days,
    st.booleans(),
    st.none() | st.integers(0, 14),
    st.none() | st.integers(0, 14),
)
