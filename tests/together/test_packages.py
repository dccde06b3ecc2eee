"""Courses by package, from the trainer's key to the score that the learner hears."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.services.running import begin_quiz
from lessons.grading import grade_attempt
from lessons.questions.case import Case
from lessons.questions.hiding import hidden_id
from lessons.questions.registry import TYPES
from lessons.records import AttemptFinished
from tests.together.city import BUDI, SITI, City
from tests.together.commands import bina_asn
from tests.together.handing import (
    SEED,
    Handed,
    course_on,
    end_test_of,
    outcome,
    overview,
    shelf,
    take,
)
from tests.together.ledger import assert_agree, entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.course import Quiz
    from lessons.questions.base import Question
    from tests.together.pc import Pc

CODE = "ASN-98"
_SHORTEST = len("Tepat.")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def questions_of(quiz: Quiz) -> Iterator[Question]:
    """Every question, and every part of a case."""
    for question in quiz.questions:
        yield question
        yield from question.parts if isinstance(question, Case) else ()


def secrets_of(handed: Handed) -> set[str]:
    """Whatever tells of the key: feedback, explanations, answer lines, ids made without salt.

    What lessons teach and questions show in other words is no secret.
    """
    found = {handed.salt, "2500000", "tiga puluh"}
    for question in questions_of(handed.test):
        found |= {hidden_id(question.head.id, letter) for letter in _LETTERS}
        found |= {question.head.explanation, *question.feedback(question.full_key())}
        if not isinstance(question, Case):
            found |= {line.strip() for line in question.answer_lines()}
    shown = "".join(lesson.body for lesson in handed.whole.lessons)
    return {each for each in found if len(each) > _SHORTEST and each not in shown}


def found_in(folder: Path, secrets: set[str]) -> dict[str, set[str]]:
    """Which files hold which of these texts, in any of the ways in which JSON may write them."""
    held = {}
    for path in folder.rglob("*") if folder.is_dir() else [folder]:
        data = path.read_bytes() if path.is_file() else b""
        held[path.name] = {each for each in secrets if each.encode() in data}
    return {name: texts for name, texts in held.items() if texts}


def test_a_test_whose_key_stays_with_the_server(
    packaged_pc: Pc, packaged_city: City, handed: Handed
) -> None:
    pc, whole, test = packaged_pc, handed.whole, handed.test
    assert {each.kind for each in test.questions} == {each.kind for each in TYPES}
    course = course_on(pc, CODE)
    right = {question.head.id: question.full_key() for question in test.questions}
    half = {name: answer for number, (name, answer) in enumerate(right.items()) if number % 2}
    first, second = take(pc, BUDI, course, half), take(pc, SITI, course, right)
    for record in (first, second):
        assert isinstance(record.body, AttemptFinished)
        assert record.body.claim is None
        assert outcome(pc, record).score is None
    before = overview(pc, pc.person(SITI))
    assert before.jp.gathered == 0
    assert next(each for each in before.courses if each.course.code == CODE).waits
    pc.sync()
    some = grade_attempt(test, SEED, tuple(half.items()))
    assert 0 < some.score < 100
    there = [entry.score for entry in entries(packaged_city.server, pc.store.device_id())]
    assert there == [some.score, 100]
    assert (outcome(pc, first).score, outcome(pc, first).passed) == (some.score, some.passed)
    assert (outcome(pc, second).score, outcome(pc, second).passed) == (100, True)
    after = overview(pc, pc.person(SITI))
    assert after.jp.gathered == whole.jp == 2
    assert next(each for each in after.courses if each.course.code == CODE).passed
    assert_agree(pc, packaged_city.server, shelf(pc))


def test_the_server_grades_each_type_that_the_pc_cannot(packaged_pc: Pc, handed: Handed) -> None:
    course, questions = course_on(packaged_pc, CODE), handed.test.questions
    records = [
        take(packaged_pc, BUDI, course, {each.head.id: each.full_key()}) for each in questions
    ]
    packaged_pc.sync()
    everything = sum(each.head.weight for each in questions)
    must = [int(100 * Fraction(each.head.weight, everything)) for each in questions]
    assert [outcome(packaged_pc, record).score for record in records] == must


def test_a_forged_claim_changes_nothing(packaged_pc: Pc, packaged_city: City) -> None:
    pc, course = packaged_pc, course_on(packaged_pc, CODE)
    test, learner = end_test_of(course), packaged_pc.person(BUDI)
    begun = begin_quiz(pc.store, pc.store.learner(learner), course, test, SEED)
    drawn = tuple(form.question for form in begun.forms)
    forged = pc.store.finish_attempt(begun.attempt.id, drawn, 300, 100)
    assert outcome(pc, forged).score is None
    assert overview(pc, learner).jp.gathered == 0
    pc.sync()
    (entry,) = entries(packaged_city.server, pc.store.device_id())
    assert (entry.score, outcome(pc, forged).score) == (0, 0)
    assert not outcome(pc, forged).passed
    assert overview(pc, learner).jp.gathered == 0


def test_nothing_on_the_pc_tells_the_key(packaged_pc: Pc, handed: Handed) -> None:
    """Not the package, nor what is installed, nor a test that is being taken."""
    secrets = secrets_of(handed)
    assert len(found_in(handed.server_package, secrets)) == 1
    assert found_in(handed.package, secrets) == {}
    course = course_on(packaged_pc, CODE)
    take(packaged_pc, BUDI, course, {"gr-waktu": "31", "gr-penerima": "Polisi"})
    packaged_pc.sync()
    begun = begin_quiz(
        packaged_pc.store,
        packaged_pc.store.learner(packaged_pc.person(SITI)),
        course,
        end_test_of(course),
        SEED,
    )
    packaged_pc.store.keep_answer(begun.attempt.id, "gr-waktu", "31", 9)
    packaged_pc.close()
    bina_asn(packaged_pc.folder, "list-courses")
    assert found_in(packaged_pc.folder, secrets) == {}
    packaged_pc.open_again()


def test_the_form_of_a_test_without_key_is_the_one_of_the_server(
    packaged_pc: Pc, handed: Handed
) -> None:
    """Else raw answers would mean something else there."""
    course = course_on(packaged_pc, CODE)
    for sealed, question in zip(end_test_of(course).questions, handed.test.questions, strict=True):
        here, there = (each.form(lambda _, ids: tuple(sorted(ids))) for each in (sealed, question))
        assert set(here.choices) == set(there.choices)
        assert {place.id for place in here.places} == {place.id for place in there.places}
        assert (here.title, here.text, here.unit) == (there.title, there.text, there.unit)
        assert replace(sealed.head, explanation="") == replace(
            question.head, explanation="", salt=""
        )
