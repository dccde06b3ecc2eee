"""Version 1: everything there is at the beginning."""

from __future__ import annotations

FIRST = (
    """CREATE TABLE state (
        name TEXT PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE settings (
        key TEXT PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE learners (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, nip TEXT NOT NULL, status TEXT NOT NULL,
        activation TEXT NOT NULL, active INTEGER NOT NULL, verified INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE aliases (
        local TEXT PRIMARY KEY, target TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE passwords (
        learner TEXT PRIMARY KEY REFERENCES learners (id), hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tries (
        learner TEXT PRIMARY KEY REFERENCES learners (id),
        wrong INTEGER NOT NULL, wait_until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE records (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL, device TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0), at INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX records_by_learner ON records (learner)",
    """CREATE TRIGGER records_never_change BEFORE UPDATE ON records
        BEGIN SELECT RAISE(ABORT, 'records never change'); END""",
    """CREATE TRIGGER records_never_vanish BEFORE DELETE ON records
        BEGIN SELECT RAISE(ABORT, 'records never vanish'); END""",
    # REPLACE deletes without firing the trigger above, so it must be stopped on its way in.
    """CREATE TRIGGER records_never_replaced BEFORE INSERT ON records
        WHEN EXISTS (SELECT 1 FROM records WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END""",
    """CREATE TABLE deliveries (
        record TEXT PRIMARY KEY REFERENCES records (id), seq INTEGER UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('unsent', 'accepted', 'rejected')),
        reason TEXT NOT NULL, score INTEGER
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX deliveries_waiting ON deliveries (state, seq) WHERE state <> 'accepted'",
    """CREATE TABLE drafts (
        turn INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        learner TEXT NOT NULL REFERENCES learners (id), course TEXT NOT NULL,
        version INTEGER NOT NULL, quiz TEXT NOT NULL, revision TEXT NOT NULL,
        seed INTEGER NOT NULL, answers TEXT NOT NULL, current TEXT NOT NULL,
        seconds INTEGER NOT NULL, superseded INTEGER NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX drafts_open ON drafts (learner, quiz) WHERE superseded = 0",
    """CREATE TABLE places (
        turn INTEGER PRIMARY KEY, learner TEXT NOT NULL REFERENCES learners (id),
        course TEXT NOT NULL, lesson TEXT NOT NULL, position REAL NOT NULL, at INTEGER NOT NULL,
        UNIQUE (learner, lesson)
    ) STRICT""",
)
