"""A course that is mended while people learn: what was begun, what was done, what is done next."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop.services.running import begin_quiz, send_quiz
from desktop.storage.errors import AttemptClosed
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
from tests.together.trainer import mended_course

if TYPE_CHECKING:
    from pathlib import Path

    from tests.together.conftest import MakePc

SMALL = "ASN-99"


def test_a_newer_version_comes_while_an_attempt_is_open(
    tmp_path: Path, make_pc: MakePc, sqlite_city: City, handed: Handed
) -> None:
    city = trusting(sqlite_city, tmp_path / "city", handed.trainer.public)
    package = handed.trainer.pack(mended_course(tmp_path))
    with running(city):
        pc = make_pc()
        pc.enrol(f"http://127.0.0.1:{city.server.port}", city.code)
        budi, siti = pc.person(BUDI), pc.person(SITI)
        old = course_on(pc, SMALL)
        done = pc.take(budi, old, end_test_of(old), seed=1)
        pc.sync()
        kept = begun_by(pc, siti, old)
        abandoned = begun_by(pc, budi, old)
        install(pc, handed.trainer.public, package)
        # The program that is still open has the old version, and ends what was begun in it.
        sent = send_quiz(pc.store, kept, 60)
        new = course_on(pc, SMALL)
        assert (old.version, new.version) == (1, 2)
        assert end_test_of(old).revision != end_test_of(new).revision
        state = next(each for each in overview(pc, budi).courses if each.course.code == SMALL)
        assert state.end_test is not None
        assert state.end_test.open is None
        newer = pc.take(budi, new, end_test_of(new), seed=2)
        with pytest.raises(AttemptClosed):
            send_quiz(pc.store, abandoned, 60)
        scores = {done.id: outcome(pc, done).score, sent.id: outcome(pc, sent).score}
        pc.sync()
        assert waiting(city.server) == {newer.id}
        shutil.copy(package, courses_of(city))
        assert '"graded": 1' in city.server.command("regrade", "--json")
        assert '"graded": 0' in city.server.command("regrade", "--json")
        pc.sync()
        assert waiting(city.server) == set()
        assert_agree(pc, city.server, shelf(pc))
        there = {e.id: e.score for e in entries(city.server, pc.store.device_id())}
        assert there == {**scores, newer.id: outcome(pc, newer).score}
        assert None not in there.values()
        assert len(pc.made_here()) == 3


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
