"""Texts that repeat in a SQLite ledger stand in it once and go by a number."""

import sqlite3


class Terms:
    """The table ``terms``, with the numbers seen so far remembered."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, int] = {}

    def find(self, text: str) -> int | None:
        """The number of a text; None if it never occurs."""
        if text not in self._known:
            row = self._db.execute("SELECT id FROM terms WHERE text = ?", (text,)).fetchone()
            if row is None:
                return None
            self._known[text] = row[0]
        return self._known[text]

    def number(self, text: str) -> int:
        """The number of a text, a new one if it occurs for the first time."""
        found = self.find(text)
        if found is None:
            found = self._db.execute("INSERT INTO terms (text) VALUES (?)", (text,)).lastrowid or 0
            self._known[text] = found
        return found

    def forget(self) -> None:
        """Remember nothing: numbers given in a transaction that was undone are free again."""
        self._known.clear()
