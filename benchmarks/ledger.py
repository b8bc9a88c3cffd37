"""Questions to a large ledger against raw SQL over the same rows: whole processes, interleaved.

    python benchmarks/ledger.py [--entries N] [--older M] [--folder DIR] [--rounds N]

The plan is made up: 60 duties with 470 occurrences in a year, borne by 650 agencies (305,500
obligations). ``N`` entries of that year and ``M`` of the year before are built once, from a seed,
and kept in the folder. See ``benchmarks/README.md``.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from made_up import AGENCIES, OLDER, YEAR, plan_of

from cchc_cli.domain.entries import Content, Figure, OfficialDocument
from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.plan import Plan
from cchc_cli.ledger.connect import create
from cchc_cli.ledger.protocol import Author
from cchc_cli.ledger.sqlite import SqliteLedger

TODAY = date(2021, 9, 1)
QUESTIONS = ("nothing", "roll call", "by agency", "overdue of one")
BATCH = 20_000
SPECIAL_SHARE = 0.001
RAW_COUNT = "SELECT count(*), sum(received) FROM states"
RAW_AGENCY = (
    "SELECT duty, period, received FROM states WHERE plan = (SELECT id FROM terms WHERE text = ?)"
    " AND agency = (SELECT id FROM terms WHERE text = ?)"
)
# The peak of memory since the program began; ``getrusage`` would tell that of its parent.
PEAK = """next(int(line.split()[1]) // 1024
    for line in open('/proc/self/status') if line.startswith('VmHWM'))"""
# What a raw question costs at least: one process, one statement over the index rows.
RAW = f"""
import json, sqlite3, sys
db = sqlite3.connect(f"file:{{sys.argv[1]}}?mode=ro", uri=True)
rows = db.execute(sys.argv[2], sys.argv[3:]).fetchall()
print(json.dumps([len(rows), {PEAK}]))
"""


# The data.


def entries_of(plan: Plan, size: int) -> Iterator[Content]:
    """Random contents, each with a document: most report a thing done, a few are special."""
    chance = random.Random(plan.id)
    every = [one for duty in plan.duties for one in occurrences(plan, duty)]
    for number in range(size):
        one, agency = chance.choice(every), f"a{chance.randrange(AGENCIES)}"
        yield _content(plan, one, agency, number, chance)


def _content(
    plan: Plan, one: Occurrence, agency: str, number: int, chance: random.Random
) -> Content:
    assert one.deadline is not None
    due = one.deadline.named
    received = due + timedelta(days=chance.randint(-20, 6))
    document = OfficialDocument(f"{number}/BC-{agency}", None, received, received, "V/v báo cáo")
    pairs = ((one.duty.id, agency),)
    content = Content(
        "done", plan.id, one.duty.id, agency, one.key, document=document, fulfils=pairs
    )
    if chance.random() < SPECIAL_SHARE:
        return content._replace(kind="extension", until=due + timedelta(days=9), text="gia hạn")
    return content._replace(figures=(Figure("hoi-nghi", 1), Figure("hoi-nghi-luot", 40)))


def build(path: Path, entries: int, older: int) -> None:
    """Write a ledger; by large transactions, each entry through the ledger's own append."""
    beside = path.with_name(f"{path.name}.building")
    for left in beside.parent.glob(f"{beside.name}*"):
        left.unlink()
    create(beside)
    ledger = SqliteLedger(beside)
    # Random keys at this size would be read from the disk again and again.
    ledger._db.execute("PRAGMA cache_size = -1000000")
    start, written = time.perf_counter(), 0
    for year, size in ((OLDER, older), (YEAR, entries)):
        moment = datetime(year, 12, 31, 5, tzinfo=UTC)
        batch: list[Content] = []
        for content in entries_of(plan_of(year), size):
            batch.append(content)
            if len(batch) == BATCH:
                written += len(ledger.append(batch, Author("may"), moment))
                batch = []
                pace = written / (time.perf_counter() - start)
                print(f"\r  {written:,} entries, {pace:,.0f} a second", end="", file=sys.stderr)
        written += len(ledger.append(batch, Author("may"), moment))
    print(file=sys.stderr)
    ledger.close()
    shutil.move(beside, path)


# The measuring.


def measure(
    commands: dict[str, Sequence[str]], rounds: int
) -> tuple[dict[str, float], dict[str, list[int]]]:
    """Least seconds of each command, in turn, and what each told."""
    best = dict.fromkeys(commands, float("inf"))
    told: dict[str, list[int]] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
            best[name] = min(best[name], time.perf_counter() - start)
            if said.stdout.startswith("["):
                told[name] = json.loads(said.stdout)
    return best, told


def questions(path: Path, rounds: int) -> None:
    """Print the questions beside their floors."""
    own = [sys.executable, str(Path(__file__).with_name("questions.py")), str(path)]
    raw = [sys.executable, "-c", RAW, str(path)]
    commands: dict[str, Sequence[str]] = {
        "raw count": [*raw, RAW_COUNT],
        **{name: [*own, name] for name in QUESTIONS},
        "raw agency": [*raw, RAW_AGENCY, f"thu-{YEAR}", "a7"],
    }
    best, told = measure(commands, rounds)
    floors = {"roll call": "raw count", "by agency": "raw count", "overdue of one": "raw agency"}
    for name, seconds in best.items():
        answer, peak = told[name]
        line = f"{name:16} {seconds * 1000:8.1f} ms  {peak:4} MB  -> {answer:,}"
        if name in floors:
            floor = best[floors[name]]
            without = seconds - best["nothing"]
            line += f"   {seconds / floor:5.2f} x {floors[name]}"
            line += f" (without start-up {without * 1000:,.0f} ms)"
        print(line)


def deadlines(folder: Path, rounds: int) -> None:
    """``cchc deadlines`` in a workspace of 100,000 entries against an empty one."""
    commands: dict[str, Sequence[str]] = {}
    cchc = [sys.executable, "-m", "cchc_cli"]
    for name, size in (("empty", 0), ("100,000", 100_000)):
        place = folder / f"workspace-{size}"
        if not place.exists():
            subprocess.run([*cchc, "init", str(place)], check=True, capture_output=True)
            _fill_workspace(place, size)
        commands[f"deadlines, {name}"] = [*cchc, "deadlines", "--today", "2021-06-10",
                                          "--workspace", str(place)]  # fmt: skip
    commands["deadlines, none"] = [*cchc, "deadlines", "--today", "2021-06-10"]
    best, _ = measure(commands, rounds)
    floor = best["deadlines, none"]
    for name, seconds in best.items():
        print(f"{name:20} {seconds * 1000:8.1f} ms  {seconds / floor:5.2f} x without a ledger")


def _fill_workspace(place: Path, size: int) -> None:
    """Activities of the packaged plan's agencies; a thousand of them fulfil a dated duty."""
    path = next(place.glob("*.db"))
    ledger, chance = SqliteLedger(path), random.Random(size)
    duties = ("V.1.1a", "V.1.2a", "V.2.1a", "V.6.2", "V.6.1b", "V.1.2b", "V.10.3b", "V.6.4b")
    periods = {"V.1.2b": "2021-Q2", "V.10.3b": "2021-W20", "V.6.4b": "2021/h1"}
    batch = []
    for number in range(size):
        duty, agency = chance.choice(duties), chance.choice(("snv", "stttt", "stp", "vp-ubnd"))
        day = date(2021, 4, 1) + timedelta(days=chance.randrange(60))
        document = OfficialDocument(f"{number}/BC-X", None, day, day)
        batch.append(
            Content("done", "hanoi-tuyen-truyen-2021", duty, agency,
                    periods.get(duty, "continuous"), document=document,
                    fulfils=((duty, agency),), figures=(Figure("hoi-nghi", 1),))
        )  # fmt: skip
    ledger.append(batch, Author("may"), datetime(2021, 6, 1, 5, tzinfo=UTC))
    ledger.close()


def appending(path: Path, size: int = 200) -> None:
    """Time single durable appends to a large ledger."""
    ledger = SqliteLedger(path)
    plan, chance = plan_of(YEAR), random.Random(path.name + str(time.time_ns()))
    every = [one for duty in plan.duties for one in occurrences(plan, duty)]
    seconds = []
    for number in range(size):
        one, agency = chance.choice(every), f"a{chance.randrange(AGENCIES)}"
        content = _content(plan, one, agency, number, chance)._replace(
            document=OfficialDocument(f"{time.time_ns()}/BC-{agency}", received=TODAY)
        )
        start = time.perf_counter()
        ledger.append([content], Author("may"), datetime.now(UTC))
        seconds.append(time.perf_counter() - start)
    seconds.sort()
    middle, worst = seconds[size // 2] * 1000, seconds[-1] * 1000
    print(f"append            {middle:8.2f} ms each (worst {worst:.1f})")


def main() -> None:
    """Build what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--older", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path("out") / "benchmark")
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("CCHC_CACHE", str(chosen.folder / "cache"))
    path = chosen.folder / f"{chosen.entries}+{chosen.older}.sqlite"
    if not path.exists():
        build(path, chosen.entries, chosen.older)
    size = path.stat().st_size / 2**20
    print(f"{chosen.entries:,} entries and {chosen.older:,} older, {size:,.0f} MB")
    questions(path, chosen.rounds)
    deadlines(chosen.folder, chosen.rounds)
    shutil.copy(path, chosen.folder / "appending.sqlite")
    appending(chosen.folder / "appending.sqlite")


if __name__ == "__main__":
    main()
