"""What trials do inside a system, with the installed program's Python, code and libraries alone.

It is started by path, as ``/usr/bin/bina-asn`` starts the program; nothing else of the project is
to be seen there but the scenes of the tour.
"""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.storage.model import KeptRecord
    from desktop.storage.store import Store
    from lessons.course import Course, Quiz

HERE = Path(__file__).parent
PROGRAM = Path("/usr/lib/bina-asn")
DATA = Path("/var/lib/bina-asn")
NAME, NIP, PASSWORD = "Siti Aminah", "198503122010012004", "kelapa muda 7"

sys.path[:0] = [f"{PROGRAM}/app", f"{PROGRAM}/lib"]


def learn(times: str) -> None:
    """Somebody registers, unless known, and sends a quiz so many times."""
    from desktop.services.running import begin_quiz, send_quiz

    course, quiz = _quiz()
    with closing(_store()) as store:
        if not store.learners():
            store.set_password(store.register(NAME, NIP).id, PASSWORD)
        (learner,) = store.learners()
        for seed in range(int(times)):
            send_quiz(store, begin_quiz(store, learner, course, quiz, seed), 60)
    count()


def begin() -> None:
    """That person begins the quiz, by luck with a question of one choice; tells an option of it."""
    from desktop.services.running import begin_quiz
    from lessons.drawing import draw

    course, quiz = _quiz()
    draws = ((seed, draw(quiz, seed)[0]) for seed in range(1000))
    seed, first = next((seed, form) for seed, form in draws if form.kind == "single-choice")
    with closing(_store()) as store:
        (learner,) = store.learners()
        begin_quiz(store, learner, course, quiz, seed)
    print(json.dumps({"option": first.choices[0].id}))


def count() -> None:
    """Tell what the data folder holds."""
    with closing(_store()) as store:
        found = [store.records(learner.id) for learner in store.learners()]
        drafts = [store.open_attempts(learner.id) for learner in store.learners()]
        told = {
            "people": len(found),
            "quizzes": sum(map(_is_quiz, itertools.chain(*found))),
            "answers": sum(len(attempt.answers) for one in drafts for attempt in one),
            "unsent": store.sync_state().unsent,
        }
    print(json.dumps(told))


def deliver() -> None:
    """The server has taken everything that waited."""
    from lessons.exchange.messages import Reply

    with closing(_store()) as store:
        sent = store.unsent(1000)
        store.apply_reply(sent, Reply("0" * 16, accepted=((1, sent[-1].seq),)))
    count()


def outgrow() -> None:
    """The database becomes that of a newer program."""
    with closing(sqlite3.connect(DATA / "bina-asn.db", isolation_level=None)) as file:
        version = file.execute("PRAGMA user_version").fetchone()[0]
        file.execute(f"PRAGMA user_version = {version + 1}")


def act(pictures: str) -> None:
    """Run the program with the tour's actor in it, who takes orders on standard input."""
    import PySide6

    # What only trials need of Qt lies beside this file.
    PySide6.__path__.append(str(HERE / "qt"))
    sys.path.append(str(HERE))
    from tests.together.tour.actor import main

    sys.exit(main(Path(pictures)))


def _quiz() -> tuple[Course, Quiz]:
    from lessons.catalogue import bundled_root
    from lessons.reader import read_course

    course = read_course(bundled_root() / "asn-01-nilai-dasar-berakhlak")
    assert course.pre_test is not None
    return course, course.pre_test


def _is_quiz(kept: KeptRecord) -> bool:
    return type(kept.record.body).__name__ == "AttemptFinished"


def _store() -> Store:
    from desktop import paths
    from desktop.storage.store import Store

    paths.share_new_files(DATA)
    return Store.open(DATA, lambda: datetime.now(UTC), os.urandom)


if __name__ == "__main__":
    words = {word.__name__: word for word in (learn, begin, count, deliver, outgrow, act)}
    words[sys.argv[1]](*sys.argv[2:])
