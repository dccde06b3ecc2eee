"""Parcels, from the bytes to the reply."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from nacl.signing import SigningKey
from sqlalchemy import update

from lessons.exchange.envelope import digest, seal
from lessons.exchange.messages import Rejection, Verdict
from sync_server.errors import Refused
from sync_server.intake.parcel import take_in
from sync_server.tables import DeviceFlagRow, DeviceRow, GradeRow, RecordRow, RefusedRow, WaitingRow
from tests.sync_server.city import ANI, BUDI, PURNAMA, SITI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sync_server.city import City

STRANGER = UUID(int=99)


def flags(city: City) -> set[str]:
    return {row.flag for row in city.rows(DeviceFlagRow)}


def test_a_first_parcel_brings_the_people_of_the_office(city: City, tmp_path: Path) -> None:
    ids = city.people(tmp_path)
    reply = city.pc().send()
    assert [(each.id, each.nip) for each in reply.learners] == [
        (ids[BUDI], BUDI),
        (ids[SITI], SITI),
    ]
    assert all(each.activation.startswith("$argon2id$") for each in reply.learners)
    assert not reply.more


def test_nobody_hears_of_another_office(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    assert [each.nip for each in city.pc(PURNAMA).send().learners] == [ANI]


def test_a_second_parcel_has_nothing_to_say(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    pc = city.pc()
    first = pc.send()
    second = pc.send()
    assert not second.learners
    assert second.cursor == first.cursor


def test_records_are_accepted_in_runs(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    records = [pc.lesson(budi) for _ in range(3)]
    pc.seq += 1
    records.append(pc.lesson(budi))
    assert pc.send(*records).accepted == ((1, 3), (5, 5))
    assert len(city.rows(RecordRow)) == 4


def test_the_reply_quotes_its_envelope(city: City, tmp_path: Path) -> None:
    pc = city.pc()
    envelope = pc.envelope(pc.parcel())
    assert take_in(city.context, envelope).parcel == digest(envelope)


def test_sending_again_is_harmless(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    attempt = pc.attempt(budi)
    assert pc.send(attempt).accepted == pc.send(attempt).accepted == ((1, 1),)
    assert len(city.rows(RecordRow)) == len(city.rows(GradeRow)) == 1
    assert not flags(city)


def test_the_server_grades_by_itself(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    reply = pc.send(pc.attempt(budi, right=False, claim=100), pc.attempt(budi))
    assert reply.verdicts == (Verdict(1, 0),)
    assert {(row.claim, row.score, row.passed, row.jp) for row in city.rows(GradeRow)} == {
        (100, 0, False, 0),
        (100, 100, True, 1),
    }


def test_a_verdict_comes_again_when_the_reply_was_lost(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    attempt = pc.attempt(budi, right=False, claim=100)
    pc.send(attempt)
    pc.cursor = 0
    assert pc.send(attempt).verdicts == (Verdict(1, 0),)


@pytest.mark.parametrize("unknown", [{"revision": "ffff"}, {"version": 2}, {"course": "ASN-98"}])
def test_what_cannot_be_graded_yet_waits(
    city: City, tmp_path: Path, unknown: dict[str, Any]
) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    assert pc.send(pc.attempt(budi, **unknown)).accepted == ((1, 1),)
    assert len(city.rows(WaitingRow)) == 1
    assert not city.rows(GradeRow)


def test_one_broken_record_refuses_no_other(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    good = pc.lesson(budi)
    reply = pc.send(b'{"seq":7,"id":1}', good, b"[]")
    assert reply.accepted == ((1, 1),)
    assert reply.rejected == (Rejection(0, "unreadable", 7), Rejection(2, "unreadable", 0))
    assert len(city.rows(RefusedRow)) == 2


def test_an_id_with_other_content_is_refused_and_flagged(city: City, tmp_path: Path) -> None:
    ids = city.people(tmp_path)
    pc = city.pc()
    first = pc.lesson(ids[BUDI])
    pc.send(first)
    other = pc.lesson(ids[BUDI], "asn-99-02")
    forged = type(other)(first.id, other.learner, other.seq, other.at, other.body)
    assert pc.send(forged).rejected == (Rejection(0, "id-reused", 2),)
    assert flags(city) == {"id-reused"}


def test_a_number_used_twice_is_kept_and_flagged(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    pc.send(pc.lesson(budi))
    pc.seq = 0
    assert pc.send(pc.lesson(budi, "asn-99-02")).accepted == ((1, 1),)
    assert len(city.rows(RecordRow)) == 2
    assert flags(city) == {"seq-twice"}


def test_another_machine_is_flagged(city: City) -> None:
    pc = city.pc()
    pc.machine = "deadbeef"
    pc.send()
    assert flags(city) == {"machine"}


def test_a_stranger_is_refused_by_name_of_reason(city: City, tmp_path: Path) -> None:
    pc = city.pc()
    assert pc.send(pc.lesson(STRANGER)).rejected == (Rejection(0, "unknown-learner", 1),)
    assert not city.rows(RecordRow)


def test_the_same_strange_record_twice_in_a_parcel_is_never_accepted(city: City) -> None:
    pc = city.pc()
    record = pc.lesson(STRANGER)
    reply = pc.send(record, record)
    assert not reply.accepted
    assert [each.index for each in reply.rejected] == [0, 1]


def test_other_pcs_of_the_office_hear_of_a_record(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    one, two = city.pc(), city.pc()
    two.send()
    attempt = one.attempt(budi)
    one.send(attempt)
    (told,) = two.send().records
    assert (told.record.id, told.record.learner, told.record.device) == (attempt.id, budi, one.id)
    assert told.score == 100
    assert not one.send().records


def test_a_wrong_clock_is_corrected_and_flagged(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    slow = city.clock.now - timedelta(days=365)
    pc.send(pc.record(budi, pc.lesson(budi).body, at=slow - timedelta(hours=1)), clock=slow)
    (row,) = city.rows(RecordRow)
    assert row.happened_at == city.clock.now - timedelta(hours=1)
    assert row.doubtful
    assert flags(city) == {"clock"}
    assert city.rows(DeviceRow)[0].clock_offset == 365 * 86400


def test_nothing_happens_in_the_future(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    ahead = pc.record(budi, pc.lesson(budi).body, at=city.clock.now + timedelta(days=1))
    pc.send(ahead)
    assert city.rows(RecordRow)[0].happened_at == city.clock.now


def test_an_idle_round_writes_at_most_once_a_minute(city: City) -> None:
    pc = city.pc()
    pc.send()
    city.clock.go_on(seconds=59)
    pc.send()
    (seen,) = city.rows(DeviceRow)
    assert seen.seen_at == city.clock.now - timedelta(seconds=59)
    city.clock.go_on(seconds=1)
    pc.send()
    assert city.rows(DeviceRow)[0].seen_at == city.clock.now


def test_a_long_list_comes_in_pages(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    one, two = city.pc(), city.pc()
    one.send(*[one.lesson(budi) for _ in range(1203)])
    replies = two.hear()
    assert [len(reply.records) for reply in replies] == [0, 500, 500, 203]
    assert len({each.record.id for reply in replies for each in reply.records}) == 1203
    assert budi in {each.id for each in replies[0].learners}


def test_a_cursor_from_another_life_hears_all(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    pc = city.pc()
    pc.cursor = 10**9
    assert len(pc.send().learners) == 2


def refusal(city: City, envelope: bytes) -> tuple[int, str]:
    with pytest.raises(Refused) as caught:
        take_in(city.context, envelope)
    return caught.value.status, caught.value.code


def test_foreign_and_damaged_envelopes_are_refused(city: City) -> None:
    pc = city.pc()
    parcel = pc.parcel()
    good = pc.envelope(parcel)
    other_key = SigningKey(b"x" * 32)
    assert refusal(city, b"<html>") == (400, "bad-parcel")
    assert refusal(city, good[:-1]) == (401, "bad-signature")
    assert refusal(city, seal(parcel, pc.id, other_key)) == (401, "bad-signature")
    assert refusal(city, seal(parcel, STRANGER, pc.key)) == (404, "device-unknown")


def test_a_signed_envelope_that_holds_no_parcel_is_refused(city: City) -> None:
    pc = city.pc()
    packed = gzip.compress(b"[]")
    head = b"BAP1" + pc.id.bytes
    assert refusal(city, head + pc.key.sign(head + packed).signature + packed) == (
        400,
        "bad-parcel",
    )


def test_a_revoked_pc_is_refused(city: City) -> None:
    now = city.clock()
    pc = city.pc()
    city.database.write(lambda session: session.execute(update(DeviceRow).values(revoked_at=now)))
    assert refusal(city, pc.envelope(pc.parcel())) == (403, "device-revoked")
