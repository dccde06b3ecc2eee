"""A course that is mended while people learn: what was begun, what was done, what is done next."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.services.running import begin_quiz, send_quiz
from desktop.storage.errors import AttemptClosed
from lessons.records import Record
from tests.lessons.building import edit
from tests.together.city import BUDI, COURSES, SITI, City, running
from tests.together.handing import (
    SEED,
    Handed,
    begun_by,
    course_on,
    courses_of,
    end_test_of,
    install,
    outcome,
    overview,
    shelf,
    trusting,
)
from tests.together.ledger import assert_agree, entries, waiting
from tests.together.pc import Pc
from tests.together.trainer import mended_course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.together.conftest import MakePc

SMALL = "ASN-99"


@dataclass(frozen=True, slots=True)
class Lived:
    """What was done on a PC before, while and after version 2 arrived.

    Attributes:
        results: The records of version 1 in their order, each with the score shown on the PC.
        newer: The record of version 2.
    """

    pc: Pc
    package: Path
    results: dict[UUID, int | None]
    newer: Record


@pytest.fixture
def old_city(tmp_path: Path, sqlite_city: City, handed: Handed) -> Iterator[City]:
    """A server that trusts the trainer and has version 1 alone."""
    with running(trusting(sqlite_city, tmp_path / "city", handed.trainer.public)) as city:
        yield city


@pytest.fixture
def lived(tmp_path: Path, make_pc: MakePc, old_city: City, handed: Handed) -> Lived:
    pc, package = make_pc(), handed.trainer.pack(mended_course(tmp_path))
    pc.enrol(f"http://127.0.0.1:{old_city.server.port}", old_city.code)
    old = course_on(pc, SMALL)
    done = pc.take(pc.person(BUDI), old, end_test_of(old), seed=1)
    pc.sync()
    kept, abandoned = begun_by(pc, pc.person(SITI), old), begun_by(pc, pc.person(BUDI), old)
    install(pc, handed.trainer.public, package)
    # The program that is still open has the old version, and ends what was begun in it.
    sent, new = send_quiz(pc.store, kept, 60), course_on(pc, SMALL)
    assert (old.version, new.version) == (1, 2)
    assert end_test_of(old).revision != end_test_of(new).revision
    newer = pc.take(pc.person(BUDI), new, end_test_of(new), seed=2)
    with pytest.raises(AttemptClosed):
        send_quiz(pc.store, abandoned, 60)
    return Lived(pc, package, {each.id: outcome(pc, each).score for each in (done, sent)}, newer)


def test_a_newer_version_comes_while_attempts_are_open(lived: Lived, old_city: City) -> None:
    """The server that has only the older one grades what it can; nothing is lost or doubled."""
    pc, server = lived.pc, old_city.server
    pc.sync()
    assert waiting(server) == {lived.newer.id}
    shutil.copy(lived.package, courses_of(old_city))
    assert '"graded": 1' in server.command("regrade", "--json")
    assert '"graded": 0' in server.command("regrade", "--json")
    pc.sync()
    assert waiting(server) == set()
    assert_agree(pc, server, shelf(pc))
    there = {each.id: each.score for each in entries(server, pc.store.device_id())}
    assert there == {**lived.results, lived.newer.id: outcome(pc, lived.newer).score}
    assert None not in there.values()
    assert len(pc.made_here()) == 3


def test_what_was_begun_in_the_old_version_is_no_longer_offered(
    make_pc: MakePc, tmp_path: Path, handed: Handed
) -> None:
    pc = make_pc()
    learner = pc.store.register("Rina Marlina", "198811232014032002").id
    begun_by(pc, learner, course_on(pc, SMALL))
    assert _offered(pc, learner)
    install(pc, handed.trainer.public, handed.trainer.pack(mended_course(tmp_path)))
    assert not _offered(pc, learner)


def _offered(pc: Pc, learner: UUID) -> bool:
    (state,) = (each for each in overview(pc, learner).courses if each.course.code == SMALL)
    assert state.end_test is not None
    return state.end_test.open is not None


def test_wording_alone_leaves_the_open_attempt_going(
    tmp_path: Path, make_pc: MakePc, packaged_city: City, handed: Handed
) -> None:
    folder = mended_course(tmp_path)
    shutil.copy(COURSES / "mini" / "tes-akhir.kuis.md", folder)
    edit(folder / "tes-akhir.kuis.md", "Kapan surat masuk dicatat", "Kapan surat itu dicatat")
    pc = make_pc()
    pc.enrol(f"http://127.0.0.1:{packaged_city.server.port}", packaged_city.code)
    learner = pc.person(BUDI)
    begun = begun_by(pc, learner, course_on(pc, SMALL))
    install(pc, handed.trainer.public, handed.trainer.pack(folder))
    new = course_on(pc, SMALL)
    again = begin_quiz(pc.store, pc.store.learner(learner), new, end_test_of(new), SEED + 1)
    assert again.attempt == begun.attempt
    send_quiz(pc.store, again, 60)
    pc.sync()
    assert waiting(packaged_city.server) == set()
    assert_agree(pc, packaged_city.server, shelf(pc))
