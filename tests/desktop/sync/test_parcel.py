from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from desktop.sync import parcel
from desktop.sync.parcel import make_parcel
from lessons.exchange.messages import Parcel, SentRecord
from lessons.records import to_json
from tests.desktop.stores import finish_quiz, reply

if TYPE_CHECKING:
    from uuid import UUID

    import pytest

    from desktop.storage.store import Store

NOW = datetime(2026, 11, 24, 3, 4, 5, 678_900, tzinfo=UTC)


def test_a_parcel_says_where_the_pc_stands(store: Store, siti: UUID) -> None:
    made = [finish_quiz(store, siti, f"asn-99-{number}") for number in range(3)]
    reply(store, tuple(made[:1]), cursor=12, accepted=((1, 1),))
    outgoing = make_parcel(store, NOW, "0a1b2c3d")
    assert outgoing.records == tuple(made[1:])
    sent = outgoing.parcel
    assert (sent.clock, sent.machine) == (NOW.replace(microsecond=0), "0a1b2c3d")
    assert (sent.cursor, sent.last) == (12, 3)
    read = [msgspec.json.decode(raw, type=SentRecord) for raw in sent.records]
    assert [(each.id, each.seq, each.body) for each in read] == [
        (record.id, record.seq, record.body) for record in made[1:]
    ]
    assert msgspec.json.decode(to_json(sent), type=Parcel).last == 3


def test_a_parcel_holds_at_most_so_many_records_the_first_first(store: Store, siti: UUID) -> None:
    made = [finish_quiz(store, siti, f"asn-99-{number}") for number in range(5)]
    assert make_parcel(store, NOW, "x", limit=2).records == tuple(made[:2])


def test_a_parcel_is_cut_to_what_the_server_takes_but_never_empty(
    store: Store, siti: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [finish_quiz(store, siti, f"asn-99-{number}") for number in range(5)]
    size = len(make_parcel(store, NOW, "x").parcel.records[0])
    for room, count in ((1, 1), (size, 1), (2 * size, 2), (4 * size + 1, 4)):
        monkeypatch.setattr(parcel, "MAX_BYTES", room)
        assert make_parcel(store, NOW, "x").records == tuple(made[:count])
