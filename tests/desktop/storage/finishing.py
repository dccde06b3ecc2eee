"""A program that finishes lessons beside others on the same store: run by tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.storage.store import Store
from tests.desktop.stores import NIP, Clock


def main(folder: Path, rounds: int, number: int) -> None:
    """Register somebody and finish so many lessons."""
    store = Store.open(folder, Clock(), os.urandom)
    person = store.register(f"Orang {number}", f"{NIP[:-1]}{number + 1}").id
    for lesson in range(rounds):
        store.finish_lesson(person, "ASN-99", 1, f"asn-99-{lesson}", lesson)
    print(store.device_id().hex)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
