"""An answer on disk: through the store, and as the barest commit that is as safe."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure
from bench.people import furnish, open_store
from bench.timing import middle, milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.storage.store import Store

    _Turn = tuple[list[float], Callable[[], object]]

ANSWERS = 300
_A_QUIZ = 10
_ANSWER = ["a", "c"]
_TARGET = 1.3


def measure() -> list[Figure]:
    """Answers in turn through the store and by hand, on the disk that holds the project."""
    home = Path("build")
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=home) as name:
        folder = Path(name)
        learner = furnish(folder)
        with open_store(folder) as store, closing(_bare(folder / "bare.db")) as bare:
            ours, theirs = _take_turns(store, bare, learner)
    what = f"an answer on disk, median of {ANSWERS}"
    peer = "raw sqlite3 commit, WAL + FULL"
    return [Figure(what, middle(ours), "ms", peer, middle(theirs), _TARGET, of_peer=True)]


def _take_turns(
    store: Store, bare: sqlite3.Connection, learner: UUID
) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(ANSWERS):
        quiz, question = divmod(number, _A_QUIZ)
        name = f"soal-{question}"
        attempt = store.begin_attempt(learner, "ASN-05", 1, f"kuis-{quiz}", "a1b2c3d4", quiz).id
        keep = partial(store.keep_answer, attempt, name, _ANSWER, number)
        turns: list[_Turn] = [(ours, keep), (theirs, partial(_insert, bare, attempt, name))]
        # Whoever comes second finds the disk warm, so they change places.
        for times, job in turns if number % 2 else reversed(turns):
            times.append(milliseconds(job))
    return ours, theirs


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answers (attempt TEXT, question TEXT, answer TEXT)")
    return connection


def _insert(connection: sqlite3.Connection, attempt: UUID, question: str) -> None:
    row = (attempt.hex, question, json.dumps(_ANSWER))
    connection.execute("INSERT INTO answers VALUES (?, ?, ?)", row)
