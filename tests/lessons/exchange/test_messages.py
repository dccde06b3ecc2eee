from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.exchange.messages import (
    EnrolAnswer,
    EnrolRequest,
    OtherRecord,
    Parcel,
    Refusal,
    Rejection,
    Reply,
    RosterEntry,
    SentRecord,
    Verdict,
)
from lessons.records import LessonFinished, Record, to_json

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
ONE = UUID(int=1)
BODY = LessonFinished("ASN-05", 1, "asn-05-01", 600)
RECORD = Record(ONE, ONE, ONE, 1, NOW, BODY)

MESSAGES: list[Any] = [
    SentRecord(ONE, ONE, 1, NOW, BODY),
    Parcel("0.1.0", NOW, "ab12cd34"),
    Rejection(0, "id-reused", 5),
    RosterEntry(ONE, "Bu Melati", "198503122010011004", "PNS", "$argon2id$x", active=False),
    OtherRecord(RECORD, 80),
    Verdict(3, 60),
    Reply("0123456789abcdef"),
    Reply(
        "0123456789abcdef",
        cursor=9,
        accepted=((1, 3), (5, 5)),
        rejected=(Rejection(3, "unknown-learner", 4),),
        verdicts=(Verdict(2, 70),),
        learners=(RosterEntry(ONE, "Bu Melati", "198503122010011004"),),
        aliases=((ONE, UUID(int=2)),),
        records=(OtherRecord(RECORD),),
        more=True,
    ),
    EnrolRequest("K7QM-2F9X", ONE, "ab" * 32, "PC loket", "ab12cd34"),
    EnrolAnswer(ONE, "14.72.01.1003", "Kelurahan Contoh", "BKPSDM Kota Dumai"),
    Refusal("code-used", "Kode ini sudah dipakai."),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_comes_back_from_its_json(message: msgspec.Struct) -> None:
    assert msgspec.json.decode(to_json(message), type=type(message)) == message


def test_an_empty_round_is_small() -> None:
    assert to_json(Reply("0123456789abcdef")) == b'{"parcel":"0123456789abcdef"}'
    assert len(to_json(Parcel("0.1.0", NOW, "ab12cd34"))) == 67


def test_unknown_fields_of_a_newer_program_are_ignored() -> None:
    newer = b'{"parcel":"0123456789abcdef","courses":[1,2],"cursor":4}'
    assert msgspec.json.decode(newer, type=Reply) == Reply("0123456789abcdef", cursor=4)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{}", Reply),
        (b'{"parcel":""}', Reply),
        (b'{"parcel":"x","accepted":[[0,1]]}', Reply),
        (b'{"parcel":"x","accepted":[[1]]}', Reply),
        (b'{"parcel":"x","verdicts":[[1,101]]}', Reply),
        (b'{"app":"1","clock":"2026-11-24T03:00:00","machine":"x"}', Parcel),
        (b'{"app":"1","clock":"2026-11-24T03:00:00Z","machine":"x","cursor":-1}', Parcel),
        (
            b'{"code":"x","device":"00000000000000000000000000000001","key":"short",'
            b'"name":"x","machine":"x"}',
            EnrolRequest,
        ),
    ],
)
def test_what_is_out_of_range_is_refused(data: bytes, kind: type[msgspec.Struct]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(data, type=kind)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    for kind in (Reply, Parcel, EnrolRequest, EnrolAnswer, Refusal):
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            assert isinstance(msgspec.json.decode(data, type=kind), kind)
