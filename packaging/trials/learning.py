"""Somebody learns on a PC: run as ``python -m trials.learning FOLDER``, also on a real Windows."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from tests.desktop.stores import accept_all, add_person, finish_quiz, open_store

RESULTS = 3
_SITI = UUID(int=1)


def learn(data: Path, results: int = RESULTS, *, is_sent: bool = False) -> None:
    """Leaves so many results in a data folder; the server has them, or they wait."""
    store = open_store(data)
    add_person(store, _SITI)
    for number in range(results):
        finish_quiz(store, _SITI, f"asn-99-{number + 1:02}")
    if is_sent:
        accept_all(store)
    store.close()


if __name__ == "__main__":
    learn(Path(sys.argv[1]))
