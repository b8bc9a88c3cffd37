"""The tables of the SQLite ledger, as numbered migrations.

``entries`` is the chain and the only truth; the database itself refuses to change or remove its
rows, or to add one out of turn. ``acts``, ``cancelled``, ``figures`` and ``states`` are derived
from it in the same transaction and can be made again, and so could be the columns that stand
beside a body. Texts that repeat stand once in ``terms``; days are ordinals; a ``gist`` is shared
by entries of which one may repeat the other.
"""

APPLICATION_ID = 0x43434843  # "CCHC"

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE terms (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    INSERT INTO terms (id, text) VALUES (0, '');
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY CHECK (id > 0),
        kind TEXT NOT NULL,
        plan INTEGER NOT NULL REFERENCES terms (id),
        duty INTEGER NOT NULL REFERENCES terms (id),
        agency INTEGER NOT NULL REFERENCES terms (id),
        period INTEGER NOT NULL REFERENCES terms (id),
        recorded INTEGER NOT NULL,
        document TEXT,
        token TEXT UNIQUE,
        gist INTEGER NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    );
    CREATE INDEX entries_rare ON entries (kind, plan) WHERE kind <> 'done';
    CREATE INDEX entries_by_gist ON entries (gist);
    CREATE INDEX entries_by_document ON entries (document) WHERE document IS NOT NULL;
    CREATE INDEX entries_by_time ON entries (recorded);
    CREATE TRIGGER entries_in_turn BEFORE INSERT ON entries
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM entries)
        OR EXISTS (SELECT 1 FROM entries WHERE token = NEW.token)
    BEGIN SELECT RAISE(ABORT, 'entries are appended in turn'); END;
    CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
    CREATE TRIGGER entries_remain BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
    CREATE TABLE acts (
        plan INTEGER NOT NULL,
        duty INTEGER NOT NULL,
        period INTEGER NOT NULL,
        agency INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (id),
        received INTEGER,
        signed INTEGER,
        PRIMARY KEY (plan, duty, period, agency, entry)
    ) WITHOUT ROWID;
    CREATE INDEX acts_by_agency ON acts (agency, plan, duty, period);
    CREATE INDEX acts_by_entry ON acts (entry);
    CREATE TABLE cancelled (
        entry INTEGER PRIMARY KEY REFERENCES entries (id),
        correction INTEGER NOT NULL REFERENCES entries (id)
    );
    CREATE INDEX cancelled_by ON cancelled (correction);
    CREATE TABLE figures (
        day INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (id),
        indicator INTEGER NOT NULL,
        value NUMERIC NOT NULL,
        PRIMARY KEY (day, entry, indicator)
    ) WITHOUT ROWID;
    CREATE INDEX figures_by_entry ON figures (entry);
    CREATE TABLE states (
        plan INTEGER NOT NULL,
        duty INTEGER NOT NULL,
        period INTEGER NOT NULL,
        agency INTEGER NOT NULL,
        received INTEGER,
        signed INTEGER,
        latest INTEGER,
        number INTEGER NOT NULL,
        special INTEGER NOT NULL,
        PRIMARY KEY (plan, duty, period, agency)
    ) WITHOUT ROWID;
    CREATE INDEX states_by_agency
        ON states (plan, agency, duty, period, received, signed, latest, number, special);
    CREATE INDEX states_special
        ON states (plan, duty, period, agency, received, signed, latest, number, special)
        WHERE special <> 0;
    """,
)
VERSION = len(MIGRATIONS)
