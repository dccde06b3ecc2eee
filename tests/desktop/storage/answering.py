"""A program that answers until it is killed, and says what was acknowledged: run by tests."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from uuid import UUID

from tests.desktop.stores import add_person, open_store

PERSON = UUID(int=1)
QUIZ = "asn-99-01"
QUESTIONS = tuple(f"soal-{number}" for number in range(5))


def main(folder: Path) -> None:
    """Answer five questions over and over, and send the attempt each time round."""
    store = open_store(folder)
    add_person(store, PERSON)
    for turn in count():
        attempt = store.begin_attempt(PERSON, "ASN-99", 1, QUIZ, "rev-1", turn)
        for question in QUESTIONS:
            store.keep_answer(attempt.id, question, str(turn), turn)
            print("answer", attempt.id.hex, question, turn, flush=True)
        record = store.finish_attempt(attempt.id, QUESTIONS, turn, 0)
        print("record", record.id.hex, record.seq, turn, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
