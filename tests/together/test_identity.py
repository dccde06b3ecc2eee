"""Clones, restored backups, wrong clocks, forged envelopes: no honest result is refused or lost."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.storage.opening import FILE_NAME
from desktop.sync.client import HttpTransport
from desktop.sync.parcel import make_parcel
from desktop.sync.round import PATH
from lessons.exchange.envelope import CONTENT_TYPE, seal
from lessons.exchange.messages import Refusal
from sync_server.intake.devices import CLOCK_WRONG, OTHER_MACHINE, SEQ_TWICE
from tests.together.city import BUDI, SITI
from tests.together.ledger import assert_agree, entries, flags

if TYPE_CHECKING:
    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Meddler
    from tests.together.pc import Pc

_SAMPLES = 150
_A_FEW_MINUTES = 300


def test_cloned_disk(*, pc: Pc, make_pc: MakePc, city: City, course: Course, quiz: Quiz) -> None:
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    pc.sync()
    pc.close()
    shutil.copytree(pc.folder, pc.folder.with_name("clone"))
    pc.open_again()
    clone = make_pc("clone")
    clone.machine = "another1"
    for seed, (each, name) in enumerate([(pc, BUDI), (clone, SITI), (pc, SITI)], start=2):
        each.take(each.person(name), course, quiz, seed=seed)
    for each in (pc, clone, pc, clone):
        each.sync()
    there = entries(city.server, pc.store.device_id())
    here = [kept.record.id for kept in (*pc.made_here(), *clone.made_here()[1:])]
    assert sorted(entry.id for entry in there) == sorted(here)
    assert len(there) == 4
    assert (pc.unsent(), clone.unsent()) == (0, 0)
    assert {SEQ_TWICE, OTHER_MACHINE} <= flags(city.server, pc.store.device_id())


def test_disk_cloned_with_a_quiz_open(
    *, pc: Pc, make_pc: MakePc, city: City, course: Course, quiz: Quiz
) -> None:
    budi = pc.person(BUDI)
    draft = pc.store.begin_attempt(
        budi, course.code, course.version, quiz.id, quiz.revision, seed=1
    )
    pc.close()
    shutil.copytree(pc.folder, pc.folder.with_name("clone"))
    pc.open_again()
    clone = make_pc("clone")
    made = []
    for each in (pc, clone):
        made.append(each.take(budi, course, quiz, seed=2))
        each.store.finish_attempt(draft.id, (), 0, 0)
        each.sync()
    there = entries(city.server, pc.store.device_id())
    assert sorted(entry.id for entry in there) == sorted(record.id for record in made)
    assert (pc.unsent(), clone.unsent()) == (0, 0)
    assert not clone.store.rejected()


def test_restored_backup(
    *, pc: Pc, make_pc: MakePc, city: City, course: Course, quiz: Quiz
) -> None:
    budi = pc.person(BUDI)
    sent = [pc.take(budi, course, quiz, seed=1).id]
    backup = pc.store.backup(pc.folder / "salinan.db")
    sent += [pc.take(budi, course, quiz, seed=seed).id for seed in (2, 3)]
    pc.sync()
    restored_folder = pc.folder.with_name("restored")
    restored_folder.mkdir()
    shutil.copy(backup, restored_folder / FILE_NAME)
    restored = make_pc("restored")
    assert restored.unsent() == 1
    sent += [restored.take(budi, course, quiz, seed=seed).id for seed in (4, 5, 6)]
    restored.sync()
    there = [entry.id for entry in entries(city.server, pc.store.device_id())]
    assert sorted(there) == sorted(sent)
    assert restored.unsent() == 0
    assert SEQ_TWICE in flags(city.server, pc.store.device_id())


@pytest.mark.parametrize("year", [2009, 2040])
def test_wrong_clock(
    *,
    year: int,
    make_pc: MakePc,
    line: Meddler,
    city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    now = datetime.now(UTC)
    pc = make_pc(clock_error=now.replace(year=year, day=1) - now)
    pc.enrol(line.address, city.code)
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    pc.sync()
    assert_agree(pc, city.server, catalogue)
    (entry,) = entries(city.server, pc.store.device_id())
    assert entry.at.year == year
    assert entry.doubtful
    assert abs((entry.happened_at - now).total_seconds()) < _A_FEW_MINUTES
    assert CLOCK_WRONG in flags(city.server, pc.store.device_id())


def test_tampered_envelope(
    pc: Pc, city: City, course: Course, quiz: Quiz, catalogue: Catalogue
) -> None:
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    outgoing = make_parcel(pc.store, pc.now(), pc.machine)
    envelope = seal(outgoing.parcel, pc.store.device_id(), pc.store.signing_key())
    address = f"http://127.0.0.1:{city.server.port}{PATH}"
    for at in range(0, len(envelope), max(1, len(envelope) // _SAMPLES)):
        forged = bytearray(envelope)
        forged[at] ^= 1 << at % 8
        answer = HttpTransport().post(address, bytes(forged), CONTENT_TYPE)
        refusal = msgspec.json.decode(answer.body, type=Refusal)
        assert answer.status in {400, 401, 404}, f"byte {at}: {refusal.error}"
    assert entries(city.server, pc.store.device_id()) == []
    pc.sync()
    assert_agree(pc, city.server, catalogue)


def test_a_key_of_ones_own_speaks_for_nobody_else(
    pc: Pc, make_pc: MakePc, line: Meddler, city: City, course: Course
) -> None:
    thief = make_pc("thief")
    thief.enrol(line.address, city.code)
    thief.read(thief.person(BUDI), course)
    outgoing = make_parcel(thief.store, thief.now(), thief.machine)
    forged = seal(outgoing.parcel, pc.store.device_id(), thief.store.signing_key())
    answer = HttpTransport().post(f"{line.address}{PATH}", forged, CONTENT_TYPE)
    assert msgspec.json.decode(answer.body, type=Refusal).error == "bad-signature"
    assert entries(city.server, pc.store.device_id()) == []
