from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.model import Change, Delivery, KeptRecord
from lessons.exchange.messages import OtherRecord, Rejection, Reply, Verdict
from lessons.records import LessonFinished, Record
from tests.desktop.stores import finish_quiz, reply

if TYPE_CHECKING:
    from desktop.storage.store import Store
    from tests.desktop.stores import Clock

ELSEWHERE = UUID(int=77)
HIGHEST = 2**53 - 1


def of_another_pc(person: UUID, number: int = 1, score: int | None = None) -> OtherRecord:
    body = LessonFinished("ASN-99", 1, "asn-99-01", 60)
    at = datetime(2026, 1, 2, tzinfo=UTC)
    return OtherRecord(Record(UUID(int=1000 + number), person, ELSEWHERE, number, at, body), score)


def states(store: Store, person: UUID) -> dict[int, Delivery]:
    return {kept.record.seq: kept.delivery for kept in store.records(person)}


def made(store: Store, person: UUID, count: int) -> tuple[Record, ...]:
    return tuple(finish_quiz(store, person, f"asn-99-{number:02}") for number in range(count))


def test_accepted_records_wait_no_longer(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 3)
    changes = store.apply_reply(sent, Reply("0", accepted=((1, 1), (3, 3))))
    assert changes == {Change.SYNC, Change.RECORDS}
    assert states(store, siti) == {
        1: Delivery.ACCEPTED,
        2: Delivery.UNSENT,
        3: Delivery.ACCEPTED,
    }
    assert store.unsent(10) == sent[1:2]
    assert store.sync_state().unsent == 1


def test_only_what_was_sent_is_accepted(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 2)[:1]
    store.apply_reply(sent, Reply("0", accepted=((1, HIGHEST),)))
    assert states(store, siti) == {1: Delivery.ACCEPTED, 2: Delivery.UNSENT}


def test_a_refused_record_is_kept_with_its_reason(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 2)
    answer = Reply("0", accepted=((1, 1),), rejected=(Rejection(1, "id-reused", 2),))
    store.apply_reply(sent, answer)
    assert store.rejected() == (KeptRecord(sent[1], Delivery.REJECTED, None, "id-reused"),)
    assert store.unsent(10) == ()
    assert (store.sync_state().unsent, store.sync_state().rejected) == (0, 1)


@pytest.mark.parametrize(
    "rejection",
    [Rejection(-1, "unreadable"), Rejection(5, "unreadable"), Rejection(0, "unreadable", 2)],
)
def test_a_refusal_of_what_was_not_sent_means_nothing(
    store: Store, siti: UUID, rejection: Rejection
) -> None:
    sent = made(store, siti, 2)
    assert store.apply_reply(sent, Reply("0", rejected=(rejection,))) == frozenset()
    assert store.unsent(10) == sent


def test_accepted_and_refused_at_once_counts_as_accepted(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 1)
    answer = Reply("0", accepted=((1, 1),), rejected=(Rejection(0, "unreadable", 1),))
    store.apply_reply(sent, answer)
    store.apply_reply(sent, Reply("0", rejected=(Rejection(0, "unreadable", 1),)))
    assert states(store, siti) == {1: Delivery.ACCEPTED}


def test_the_same_answer_twice_changes_nothing_more(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 3)
    answer = Reply(
        "0",
        cursor=9,
        accepted=((1, 2),),
        rejected=(Rejection(2, "unreadable"),),
        verdicts=(Verdict(1, 25),),
        records=(of_another_pc(siti, score=80),),
    )
    store.apply_reply(sent, answer)
    once = (store.records(siti), store.sync_state(), store.cursor(), store.learners())
    store.apply_reply(sent, answer)
    assert (store.records(siti), store.sync_state(), store.cursor(), store.learners()) == once


def test_the_servers_score_stands_beside_an_accepted_attempt(store: Store, siti: UUID) -> None:
    sent = made(store, siti, 2)
    store.apply_reply(sent[:1], Reply("0", accepted=((1, 1),), verdicts=(Verdict(1, 25),)))
    store.apply_reply((), Reply("0", verdicts=(Verdict(2, 99), Verdict(8, 1))))
    assert [kept.score for kept in store.records(siti) if kept.record.seq == 1] == [25]
    assert [kept.score for kept in store.records(siti) if kept.record.seq == 2] == [None]


def test_a_lesson_has_no_score(store: Store, siti: UUID) -> None:
    sent = (store.finish_lesson(siti, "ASN-99", 1, "asn-99-01", 5),)
    store.apply_reply(sent, Reply("0", accepted=((1, 1),), verdicts=(Verdict(1, 25),)))
    assert store.records(siti)[0].score is None


def test_records_of_other_pcs_come_in_once_and_are_never_sent(store: Store, siti: UUID) -> None:
    own = finish_quiz(store, siti)
    other = of_another_pc(siti, score=40)
    reply(store, records=(other, other))
    reply(store, records=(of_another_pc(siti, score=60),))
    kept = {each.record.id: each for each in store.records(siti)}
    assert kept[other.record.id] == KeptRecord(other.record, Delivery.ACCEPTED, 60, "")
    assert store.unsent(10) == (own,)
    assert store.last_seq() == 1


def test_another_record_with_a_number_of_ours_does_no_harm(store: Store, siti: UUID) -> None:
    own = finish_quiz(store, siti)
    twin = Record(UUID(int=5), siti, own.device, own.seq, own.at, own.body)
    reply(store, records=(OtherRecord(twin), OtherRecord(own, 3)))
    assert {kept.record.id for kept in store.records(siti)} == {own.id, twin.id}
    assert store.unsent(10) == (own,)
    assert finish_quiz(store, siti, "asn-99-02").seq == 2


def test_the_servers_cursor_is_taken_as_it_is(store: Store) -> None:
    for cursor in (7, 40, 12, 0):
        reply(store, cursor=cursor)
        assert store.cursor() == cursor


def test_how_the_last_round_went_is_remembered(store: Store, clock: Clock) -> None:
    state = store.sync_state()
    assert (state.last_try, state.last_success, state.last_error) == (None, None, "")
    store.note_try(None)
    good = clock()
    clock.turn(hours=2)
    store.note_try("Tidak ada internet.")
    state = store.sync_state()
    assert (state.last_try, state.last_success) == (clock(), good)
    assert state.last_error == "Tidak ada internet."
    store.note_try(None)
    assert store.sync_state().last_error == ""
