"""What people do on several PCs comes together once, graded by the server, where it may."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop.sync.errors import AnswerBroken
from lessons.grading import grade_attempt
from lessons.records import AttemptFinished
from tests.together.behaviours import drop_reply, send_twice
from tests.together.city import BUDI, COURSES, SITI, TONO, copy_city, running
from tests.together.ledger import assert_agree, entries, waiting
from tests.together.meddler import meddling, pass_on

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Meddler
    from tests.together.pc import Pc

LATECOMER, LATECOMER_NIP = "Rina Marlina", "198811232014032002"


@pytest.fixture
def pair(make_pc: MakePc, own_line: Meddler, own_city: City) -> tuple[Pc, Pc]:
    """Two PCs of one office."""
    first, second = make_pc("first"), make_pc("second")
    for pc in (first, second):
        pc.enrol(own_line.address, own_city.code)
    return first, second


def test_one_person_on_two_pcs(
    pair: tuple[Pc, Pc], own_city: City, course: Course, quiz: Quiz, catalogue: Catalogue
) -> None:
    for seed, pc in enumerate(pair):
        pc.read(pc.person(BUDI), course)
        pc.take(pc.person(BUDI), course, quiz, seed)
    for pc in (*pair, pair[0]):
        pc.sync()
        assert_agree(pc, own_city.server, catalogue)
    first, second = ([kept.record for kept in pc.store.records(pc.person(BUDI))] for pc in pair)
    assert first == second
    assert len({record.id for record in first}) == len(first) == 4


def test_line_that_repeats_and_loses(
    *,
    pair: tuple[Pc, Pc],
    own_line: Meddler,
    own_city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    first, second = pair
    first.take(first.person(SITI), course, quiz, seed=7)
    second.take(second.person(SITI), course, quiz, seed=8, claim=100)
    own_line.behave(send_twice)
    first.sync()
    own_line.behave(drop_reply)
    with pytest.raises(AnswerBroken):
        second.sync()
    own_line.behave(pass_on)
    for pc in (second, first):
        pc.sync()
        assert_agree(pc, own_city.server, catalogue)
        assert len(pc.store.records(pc.person(SITI))) == 2


def test_forged_claim_is_graded_right_and_both_pcs_hear_so(
    pair: tuple[Pc, Pc], own_city: City, course: Course, quiz: Quiz, catalogue: Catalogue
) -> None:
    first, second = pair
    forged = first.take(first.person(BUDI), course, quiz, seed=1, claim=100)
    first.sync()
    second.sync()
    assert isinstance(forged.body, AttemptFinished)
    true = grade_attempt(quiz, 1, forged.body.answers).score
    assert true < 100
    assert [entry.score for entry in entries(own_city.server, first.store.device_id())] == [true]
    assert [kept.score for kept in first.made_here()] == [true]
    assert [kept.score for kept in second.records()] == [true]
    assert_agree(first, own_city.server, catalogue)


def test_another_office_hears_of_nobody_here(
    *, make_pc: MakePc, pair: tuple[Pc, Pc], own_line: Meddler, own_city: City, course: Course
) -> None:
    pair[0].read(pair[0].person(BUDI), course)
    pair[0].sync()
    elsewhere = make_pc("elsewhere")
    elsewhere.enrol(own_line.address, own_city.other_code)
    assert [each.name for each in elsewhere.store.learners()] == [TONO]
    assert {each.name for each in pair[1].store.learners()} == {BUDI, SITI}
    assert elsewhere.records() == ()
    assert elsewhere.sync().received == 0


def test_who_registered_without_network_is_joined_with_the_roster(
    *,
    make_pc: MakePc,
    own_line: Meddler,
    own_city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    pc = make_pc()
    local = pc.store.register("budi s", "198503122010011004").id
    pc.take(local, course, quiz, seed=3)
    pc.enrol(own_line.address, own_city.code)
    assert [each.name for each in pc.store.learners()] == [BUDI, SITI]
    assert pc.person(BUDI) != local
    assert len(pc.store.records(pc.person(BUDI))) == 2
    assert_agree(pc, own_city.server, catalogue)


def test_who_is_on_no_roster_yet_loses_nothing(
    *, pair: tuple[Pc, Pc], own_city: City, course: Course, quiz: Quiz, catalogue: Catalogue
) -> None:
    first, second = pair
    learner = first.store.register(LATECOMER, LATECOMER_NIP).id
    first.take(learner, course, quiz, seed=4)
    first.sync()
    assert_agree(first, own_city.server, catalogue)
    assert LATECOMER not in {each.name for each in second.store.learners()}
    own_city.server.import_people([(LATECOMER, LATECOMER_NIP, "14.72.01.1003")])
    first.sync()
    second.sync()
    assert first.store.learner(learner).verified
    assert len(second.store.records(second.person(LATECOMER))) == 2
    assert_agree(first, own_city.server, catalogue)


def test_unknown_course_version_waits_and_is_graded_later(
    tmp_path: Path, make_pc: MakePc, sqlite_city: City, course: Course, quiz: Quiz
) -> None:
    folder = tmp_path / "courses"
    folder.mkdir()
    city = copy_city(sqlite_city, tmp_path / "city")
    city.server.init(folder)
    with running(city), meddling(lambda: city.server.port) as line:
        pc = make_pc()
        pc.enrol(line.address, city.code)
        record = pc.take(pc.person(BUDI), course, quiz, seed=6, claim=100)
        pc.sync()
        assert pc.unsent() == 0
        assert waiting(city.server) == {record.id}
        shutil.copytree(COURSES / "mini", folder / "mini")
        assert '"graded": 1' in city.server.command("regrade", "--json")
        assert waiting(city.server) == set()
        pc.sync()
        (entry,) = entries(city.server, pc.store.device_id())
        assert [kept.score for kept in pc.made_here()] == [entry.score]
        assert entry.score is not None
        assert entry.score < 100
