"""An office that keeps a ledger: an empty workspace, and the days on which commands are run."""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from cchc_cli.domain.entries import Content, Entry
from cchc_cli.ledger.protocol import Query
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.cli.builders import Cchc, Said

Patch = Callable[[type], None]


class Office:
    """Commands run in a workspace, each at ten in the morning of a day.

    Attributes:
        root: the workspace.
        day: the day of the next command.
    """

    def __init__(self, root: Path, cchc: Cchc) -> None:
        self.root = root
        self.day = date(2021, 6, 10)
        self._cchc = cchc
        self._run = 0

    def clock(self) -> type:
        """What stands in for ``datetime`` where the program looks at the clock."""
        office = self

        class Clock:
            @staticmethod
            def now(zone: tzinfo) -> datetime:
                start = datetime(office.day.year, office.day.month, office.day.day, 3, tzinfo=UTC)
                return (start + timedelta(seconds=office._run)).astimezone(zone)

        return Clock

    def on(self, day: str, *arguments: str) -> Said:
        """Run a command on a day."""
        self.day = date.fromisoformat(day)
        return self(*arguments)

    def __call__(self, *arguments: str) -> Said:
        """Run a command a second after the last one of the day."""
        self._run += 1
        return self._cchc(*arguments)

    def record(self, *arguments: str) -> Entry:
        """Record something that is accepted; its entry comes back."""
        said = self("record", *arguments)
        assert said.code == 0, said.err
        return self.entries()[-1]

    def refused(self, *arguments: str) -> tuple[int, str]:
        """Exit code and sentence of something that is not recorded."""
        before = self.entries()
        said = self("record", *arguments)
        assert said.out == ""
        assert self.entries() == before
        return said.code, said.err.removeprefix("Lỗi: ").rstrip()

    def entries(self) -> list[Entry]:
        """The whole ledger."""
        with closing(SqliteLedger(self.root / "so_ghi_nhan.db")) as ledger:
            return list(ledger.find(Query()))

    def contents(self) -> list[Content]:
        """What was recorded, in order."""
        return [entry.content for entry in self.entries()]

    def evidence(self) -> list[Path]:
        """The files in the evidence folder."""
        return sorted(path for path in (self.root / "minh_chung").rglob("*") if path.is_file())

    def write(self, name: str, lines: Iterable[str]) -> str:
        """Put a file of lines into the workspace; its name comes back."""
        path = self.root / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return name
