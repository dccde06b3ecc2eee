from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.records import (
    AttemptFinished,
    Body,
    LearnerRegistered,
    LessonFinished,
    Record,
    body_from_json,
    to_json,
)

KEYS = st.text(min_size=1, max_size=200)
SECONDS = st.integers(0, 2**31)
RAW_ANSWERS = st.one_of(
    st.none(), st.text(), st.lists(st.text()), st.dictionaries(st.text(), st.text())
)
BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(LessonFinished, KEYS, st.integers(1, 10**6), KEYS, SECONDS),
    st.builds(
        AttemptFinished,
        course=KEYS,
        version=st.integers(1, 10**6),
        quiz=KEYS,
        revision=KEYS,
        seed=st.integers(0, 2**32 - 1),
        answers=st.lists(st.tuples(KEYS, RAW_ANSWERS)).map(tuple),
        seconds=SECONDS,
        claim=st.integers(0, 100),
    ),
    st.builds(LearnerRegistered, KEYS, st.from_regex(r"\A[0-9]{18}\Z")),
)
RECORDS = st.builds(
    Record,
    id=st.uuids(),
    learner=st.uuids(),
    device=st.uuids(),
    seq=st.integers(1, 2**53 - 1),
    at=st.datetimes(timezones=st.just(UTC)),
    body=BODIES,
)
ATTEMPT = {
    "answers": [["satu", "a"], ["dua", ["a", "b"]], ["tiga", None]],
    "claim": 60,
    "course": "ASN-05",
    "kind": "attempt_finished",
    "quiz": "asn-05-01",
    "revision": "9f32c76a95b13cc5",
    "seconds": 200,
    "seed": 7,
    "version": 1,
}


@given(RECORDS)
def test_a_record_comes_back_from_its_json(record: Record) -> None:
    assert msgspec.json.decode(to_json(record), type=Record) == record
    assert body_from_json(to_json(record.body)) == record.body


@given(RECORDS)
def test_the_json_of_a_record_is_the_same_after_a_round_trip(record: Record) -> None:
    data = to_json(record)
    assert to_json(msgspec.json.decode(data, type=Record)) == data


def test_the_canonical_form() -> None:
    record = Record(
        id=UUID(int=1),
        learner=UUID(int=2),
        device=UUID(int=3),
        seq=4,
        at=datetime(2026, 11, 24, 3, 5, tzinfo=UTC),
        body=LessonFinished("ASN-05", 1, "asn-05-01", 600),
    )
    assert to_json(record) == (
        b'{"at":"2026-11-24T03:05:00Z","body":{"course":"ASN-05","kind":"lesson_finished",'
        b'"lesson":"asn-05-01","seconds":600,"version":1},'
        b'"device":"00000000000000000000000000000003","id":"00000000000000000000000000000001",'
        b'"learner":"00000000000000000000000000000002","seq":4}'
    )


def test_an_attempt_is_read() -> None:
    body = body_from_json(to_json(ATTEMPT))
    assert isinstance(body, AttemptFinished)
    assert body.answers == (("satu", "a"), ("dua", ["a", "b"]), ("tiga", None))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "attempt_started"},
        {"claim": 101},
        {"claim": -1},
        {"claim": "60"},
        {"seed": 2**32},
        {"seed": -1},
        {"version": 0},
        {"seconds": -1},
        {"quiz": ""},
        {"quiz": "x" * 201},
        {"answers": [["satu", 5]]},
        {"answers": [["satu"]]},
        {"answers": [["", "a"]]},
        {"answers": None},
    ],
)
def test_what_is_out_of_range_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        body_from_json(to_json(ATTEMPT | change))


@pytest.mark.parametrize("nip", ["", "1" * 17, "1" * 19, "19850312201001100x", "1" * 18 + "\n"])
def test_a_registration_needs_18_digits(nip: str) -> None:
    body = {"kind": "learner_registered", "name": "Seno", "nip": nip}
    with pytest.raises(msgspec.ValidationError):
        body_from_json(to_json(body))


def test_unknown_fields_of_a_newer_program_are_ignored() -> None:
    assert body_from_json(to_json(ATTEMPT | {"mood": "good"})) == body_from_json(to_json(ATTEMPT))
