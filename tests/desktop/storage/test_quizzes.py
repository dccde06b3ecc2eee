from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.drafts import read_answers
from desktop.storage.errors import AttemptClosed
from desktop.storage.model import Change, OpenAttempt
from lessons.records import AttemptFinished, RawAnswer, to_json
from tests.desktop.stores import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.storage.store import Store
    from tests.desktop.stores import Clock

QUIZ = "asn-99-01"


def begin(store: Store, person: UUID, revision: str = "rev-1", seed: int = 7) -> OpenAttempt:
    return store.begin_attempt(person, "ASN-99", 3, QUIZ, revision, seed)


def test_an_attempt_begins_empty(store: Store, siti: UUID) -> None:
    assert store.open_attempt(siti, QUIZ) is None
    begun = begin(store, siti)
    assert begun == OpenAttempt(
        begun.id, siti, "ASN-99", 3, QUIZ, "rev-1", 7, answers=(), current="", seconds=0
    )
    assert store.open_attempt(siti, QUIZ) == begun
    assert store.open_attempts(siti) == (begun,)


def test_beginning_again_goes_on_with_the_same_draw(store: Store, siti: UUID) -> None:
    begun = begin(store, siti)
    kept = store.keep_answer(begun.id, "satu", "a", 5)
    assert begin(store, siti, seed=8) == kept


def test_a_new_revision_begins_anew_and_the_old_row_stays(
    store: Store, siti: UUID, tmp_path: Path
) -> None:
    old = begin(store, siti)
    store.keep_answer(old.id, "satu", "a", 5)
    new = begin(store, siti, "rev-2", seed=8)
    assert new.id != old.id
    assert store.open_attempts(siti) == (new,)
    with pytest.raises(AttemptClosed):
        store.keep_answer(old.id, "satu", "b", 6)
    with pytest.raises(AttemptClosed):
        store.finish_attempt(old.id, ("satu",), 6, 0)
    store.close()
    assert old.id.hex.encode() in (tmp_path / "bina-asn.db").read_bytes()


@pytest.mark.parametrize("answer", ["b", ["a", "c"], {"1": "kerja"}, None, "", "baris\nbaru\u2028"])
def test_any_kind_of_answer_is_kept_as_given(store: Store, siti: UUID, answer: RawAnswer) -> None:
    attempt = begin(store, siti)
    assert store.keep_answer(attempt.id, "satu", answer, 1).answers == (("satu", answer),)
    assert store.open_attempt(siti, QUIZ) == store.open_attempts(siti)[0]


def test_the_last_answer_to_a_question_counts_in_the_place_of_the_first(
    store: Store, siti: UUID
) -> None:
    attempt = begin(store, siti)
    for question, answer in (("satu", "a"), ("dua", "b"), ("satu", "c")):
        kept = store.keep_answer(attempt.id, question, answer, 1)
    assert kept.answers == (("satu", "c"), ("dua", "b"))
    assert kept.current == "satu"


def test_the_question_on_the_screen_is_remembered(store: Store, siti: UUID) -> None:
    attempt = begin(store, siti)
    store.keep_answer(attempt.id, "satu", "a", 1)
    store.keep_current(attempt.id, "dua")
    opened = store.open_attempt(siti, QUIZ)
    assert opened
    assert opened.current == "dua"


def test_time_spent_never_counts_backwards(store: Store, siti: UUID) -> None:
    attempt = begin(store, siti)
    assert store.keep_answer(attempt.id, "satu", "a", 50).seconds == 50
    assert store.keep_answer(attempt.id, "dua", "a", 4).seconds == 50
    body = store.finish_attempt(attempt.id, ("satu", "dua"), 3, 0).body
    assert isinstance(body, AttemptFinished)
    assert body.seconds == 50


def test_finishing_makes_one_record_in_the_drawn_order(
    store: Store, siti: UUID, clock: Clock
) -> None:
    attempt = begin(store, siti)
    store.keep_answer(attempt.id, "tiga", ["a"], 5)
    store.keep_answer(attempt.id, "satu", "b", 9)
    clock.turn(minutes=7, milliseconds=345)
    record = store.finish_attempt(attempt.id, ("satu", "dua", "tiga"), 60, 66)
    assert record.id != attempt.id
    assert (record.learner, record.device, record.seq) == (siti, store.device_id(), 1)
    assert record.at == clock().replace(microsecond=0)
    assert record.body == AttemptFinished(
        course="ASN-99",
        version=3,
        quiz=QUIZ,
        revision="rev-1",
        seed=7,
        answers=(("satu", "b"), ("dua", None), ("tiga", ["a"])),
        seconds=60,
        claim=66,
    )
    assert store.open_attempts(siti) == ()
    assert [kept.record for kept in store.records(siti)] == [record]


def test_finishing_twice_gives_the_same_record(store: Store, siti: UUID, clock: Clock) -> None:
    attempt = begin(store, siti)
    first = store.finish_attempt(attempt.id, ("satu",), 60, 100)
    clock.turn(hours=1)
    assert store.finish_attempt(attempt.id, ("dua",), 1, 0) == first
    assert len(store.records(siti)) == 1
    with pytest.raises(AttemptClosed):
        store.keep_answer(attempt.id, "satu", "a", 61)
    with pytest.raises(AttemptClosed):
        store.keep_current(attempt.id, "satu")


def test_what_was_never_begun_can_not_be_finished(store: Store) -> None:
    with pytest.raises(AttemptClosed):
        store.finish_attempt(UUID(int=5), ("satu",), 1, 0)
    assert store.last_seq() == 0


def test_views_hear_what_changed_once_it_is_on_disk(
    store: Store, siti: UUID, tmp_path: Path
) -> None:
    seen: list[tuple[frozenset[Change], int]] = []
    other = open_store(tmp_path, seed=2)
    store.on_change(lambda changes: seen.append((changes, other.last_seq())))
    attempt = begin(store, siti)
    store.keep_answer(attempt.id, "satu", "a", 1)
    store.finish_attempt(attempt.id, ("satu",), 1, 100)
    other.close()
    finished = frozenset({Change.DRAFTS, Change.RECORDS, Change.SYNC})
    assert seen == [
        (frozenset({Change.DRAFTS}), 0),
        (frozenset({Change.DRAFTS}), 0),
        (finished, 1),
    ]


_answers = st.one_of(
    st.none(),
    st.text(),
    st.lists(st.text(), max_size=4),
    st.dictionaries(st.text(), st.text(), max_size=3),
)


@given(st.lists(st.tuples(st.text(min_size=1), _answers), max_size=20))
def test_appended_answers_read_as_a_dictionary_would(
    given_answers: list[tuple[str, RawAnswer]],
) -> None:
    lines = "".join(f"{to_json(pair).decode()}\n" for pair in given_answers)
    assert read_answers(lines) == tuple(dict(given_answers).items())
