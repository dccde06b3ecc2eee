"""Much at once, and bad ones among good ones: each record stands for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from desktop.storage.model import Delivery
from desktop.sync.client import HttpTransport
from desktop.sync.parcel import MAX_RECORDS, make_parcel
from desktop.sync.round import PATH
from lessons.exchange.envelope import CONTENT_TYPE, seal
from lessons.exchange.messages import Reply
from tests.together.city import BUDI, TONO
from tests.together.ledger import assert_agree, entries

if TYPE_CHECKING:
    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Meddler
    from tests.together.pc import Pc

_MANY = 3000
_STRANGER = UUID("11111111-2222-4333-8444-555555555555")


def test_three_thousand_records_unsent(
    pc: Pc, line: Meddler, city: City, course: Course, catalogue: Catalogue
) -> None:
    pc.read(pc.person(BUDI), course, times=_MANY)
    before = line.counted.requests
    done = pc.sync()
    assert done.accepted == _MANY
    assert line.counted.requests - before == done.requests <= _MANY // MAX_RECORDS + 1
    assert_agree(pc, city.server, catalogue)


def test_three_thousand_records_of_another_pc(
    make_pc: MakePc, line: Meddler, city: City, course: Course
) -> None:
    pc, new = make_pc("old"), make_pc("new")
    pc.enrol(line.address, city.other_code)
    pc.read(pc.person(TONO), course, times=_MANY)
    pc.sync()
    new.enrol(line.address, city.other_code)
    there = {kept.record.id: kept.record for kept in new.records()}
    assert [there.get(kept.record.id) for kept in pc.made_here()] == [
        kept.record for kept in pc.made_here()
    ]


def test_one_broken_record_refuses_only_itself(
    pc: Pc, line: Meddler, city: City, course: Course
) -> None:
    pc.read(pc.person(BUDI), course, times=3)
    parcel = make_parcel(pc.store, pc.now(), pc.machine).parcel
    first, second, third = parcel.records
    broken = msgspec.Raw(bytes(second).replace(b"lesson_finished", b"lesson_dreamt_of"))
    spoilt = msgspec.structs.replace(parcel, records=(first, broken, third))
    envelope = seal(spoilt, pc.store.device_id(), pc.store.signing_key())
    answer = HttpTransport().post(f"{line.address}{PATH}", envelope, CONTENT_TYPE)
    reply = msgspec.json.decode(answer.body, type=Reply)
    assert reply.accepted == ((1, 1), (3, 3))
    assert [(each.index, each.seq, each.reason) for each in reply.rejected] == [
        (1, 2, "unreadable")
    ]
    assert [entry.seq for entry in entries(city.server, pc.store.device_id())] == [1, 3]


def test_refused_record_is_set_aside_and_stays(
    *, pc: Pc, city: City, course: Course, quiz: Quiz
) -> None:
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    pc.store.finish_lesson(_STRANGER, course.code, course.version, course.lessons[0].id, 60)
    pc.take(pc.person(BUDI), course, quiz, seed=2)
    done = pc.sync()
    assert (done.accepted, done.rejected, pc.unsent()) == (2, 1, 0)
    (refused,) = pc.store.rejected()
    assert (refused.record.seq, refused.delivery) == (2, Delivery.REJECTED)
    assert refused.reason == "unknown-learner"
    assert pc.sync().sent == 0
    assert [entry.seq for entry in entries(city.server, pc.store.device_id())] == [1, 3]
