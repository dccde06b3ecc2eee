"""Parcels by somebody who has a key and no manners: each record is judged alone, nothing breaks."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.exchange.messages import Parcel, Reply
from lessons.records import to_json
from sync_server.intake.parcel import take_in
from sync_server.tables import DeviceFlagRow, DeviceRow, RecordRow, RefusedRow
from tests.sync_server.city import BUDI, City, attempt_body
from tests.sync_server.conftest import empty

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

texts = st.text(max_size=30) | st.sampled_from(["\x00", "x\x00y", "é", "a" * 200, "asn-99-01"])
moments = st.sampled_from(
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "1970-01-01T00:00:00Z",
        "2026-11-24T03:00:00.123456Z",
        "2026-11-24T03:00:00",
    ]
)
numbers = st.integers(-5, 5) | st.sampled_from([2**31, 2**53 - 1, 2**53, 2**64, 10**30])


@st.composite
def records(draw: st.DrawFn, learner: str) -> bytes:
    """Something that looks like a record, in places."""
    body = json.loads(to_json(attempt_body()))
    lesson = {
        "kind": "lesson_finished",
        "course": "ASN-99",
        "version": 1,
        "lesson": "x",
        "seconds": 1,
    }
    person = {"kind": "learner_registered", "name": "x", "nip": "200001012026212007"}
    chosen = dict(draw(st.sampled_from([body, lesson, person])))
    for key in draw(st.sets(st.sampled_from(sorted(chosen)), max_size=2)):
        chosen[key] = draw(texts | numbers | st.none() | st.lists(texts, max_size=2))
    record = {
        "id": draw(st.uuids()).hex,
        "learner": learner if draw(st.booleans()) else draw(st.uuids()).hex,
        "seq": draw(st.integers(1, 9) | numbers),
        "at": draw(moments),
        "body": chosen,
    }
    return json.dumps(record).encode()


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), clock=st.sampled_from([1, 2026, 9999]))
def test_every_record_gets_an_answer(
    city: City, tmp_path: Path, data: st.DataObject, clock: int
) -> None:
    empty(city.database)
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    parcel = pc.parcel(
        data.draw(st.lists(records(budi.hex), max_size=5)),
        clock=datetime(clock, 12, 31, 23, 59, tzinfo=UTC),
        last=data.draw(st.sampled_from([0, 7, 2**53, 2**62])),
        app=data.draw(st.sampled_from(["0.1.0", "x\x00y"])),
        machine=data.draw(st.sampled_from(["0badcafe", "\x00", "\u202e"])),
    )
    first = answer(city, pc.envelope(parcel))
    again = answer(city, pc.envelope(parcel))
    assert again.accepted == first.accepted
    refused = {each.index for each in first.rejected}
    stored = len(city.rows(RecordRow))
    assert stored <= len(parcel.records) - len(refused)
    assert len(city.rows(RefusedRow)) <= len(parcel.records)
    other = city.pc()
    assert not other.send().more


def answer(city: City, envelope: bytes) -> Reply:
    """The reply as a PC reads it: what can't be read there would be lost."""
    return msgspec.json.decode(to_json(take_in(city.context, envelope)), type=Reply)


def test_a_record_that_is_far_too_long_is_refused(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    long = pc.record(budi, msgspec.structs.replace(attempt_body(), answers=(("q", "x" * 300_000),)))
    reply = pc.send(long)
    assert [(each.reason, each.seq) for each in reply.rejected] == [("unreadable", 1)]
    assert len(city.rows(RefusedRow)[0].content) == 64 * 1024


def test_only_so_many_records_are_taken_at_once(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync_server.intake.parcel.MAX_RECORDS", 3)
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    made = [pc.lesson(budi) for _ in range(5)]
    assert pc.send(*made).accepted == ((1, 3),)
    assert pc.send(*made[3:]).accepted == ((4, 5),)


def test_an_unknown_field_from_a_newer_program_is_no_reason_to_refuse(
    city: City, tmp_path: Path
) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    newer = json.loads(to_json(pc.lesson(budi))) | {"mood": "baik"}
    assert pc.send(json.dumps(newer).encode()).accepted == ((1, 1),)


def test_an_empty_envelope_of_a_known_pc_is_a_bad_parcel(city: City) -> None:
    pc = city.pc()
    parcel = Parcel("0.1.0", city.clock(), "0badcafe", records=(msgspec.Raw(b"null"),) * 3)
    assert answer(city, pc.envelope(parcel)).rejected[2].index == 2
    assert city.rows(DeviceRow)[0].received == 0


def test_numbers_far_apart_do_not_confuse_the_count(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    for number in (9, 2, 2**53 - 1, 5):
        pc.seq = number - 1
        pc.send(pc.lesson(budi))
    (row,) = city.rows(DeviceRow)
    assert (row.received, row.highest) == (4, 2**53 - 1)


def test_records_out_of_order_are_no_sign_of_a_clone(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    one, two, three = (pc.lesson(budi) for _ in range(3))
    for part in ([three], [one, two], [three, one]):
        pc.send(*part)
    assert not city.rows(DeviceFlagRow)
    assert city.rows(DeviceRow)[0].received == 3
