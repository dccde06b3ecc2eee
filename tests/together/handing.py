"""Packages in the hands of people: the trainer's, a PC's with them installed, a server's."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exits import Exit
from desktop.services.outcome import derive_outcome
from desktop.services.overview import derive_overview
from desktop.services.running import begin_quiz, send_quiz
from lessons.course import Course, Quiz
from lessons.packages.keys import TrustedKeys, load_secret_key
from lessons.packages.opening import verify
from lessons.records import AttemptFinished
from lessons.shelf import Shelf
from tests.together.city import COURSES, City, copy_city
from tests.together.commands import bina_asn
from tests.together.trainer import Trainer, central_course, trainer

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.services.outcome import Outcome
    from desktop.services.overview import Overview
    from desktop.services.running import Running
    from lessons.catalogue import Catalogue
    from lessons.records import RawAnswer, Record
    from tests.together.pc import Pc

SEED = 5


@dataclass(frozen=True, slots=True)
class Handed:
    """What a trainer hands over.

    Attributes:
        package: For PCs.
        whole: The course as the server has it.
        salt: What only the server and the trainer know.
    """

    trainer: Trainer
    package: Path
    server_package: Path
    whole: Course
    salt: str

    @property
    def test(self) -> Quiz:
        assert self.whole.end_test is not None
        return self.whole.end_test


def hand_over(home: Path) -> Handed:
    """Have a trainer make a key and both editions of a course."""
    maker = trainer(home)
    folder = central_course(maker.home)
    server_package = maker.pack(folder, "--dengan-kunci")
    whole = verify(server_package, TrustedKeys.from_texts([maker.public])).course
    salt = load_secret_key(maker.key_file).salt_for(whole.code)
    return Handed(maker, maker.pack(folder), server_package, whole, salt)


def trusting(city: City, home: Path, key: str) -> City:
    """A copy of a city whose server trusts a key; its courses lie in a folder of its own."""
    copy = copy_city(city, home)
    shutil.copytree(COURSES, courses_of(copy))
    copy.server.command("init", "--courses", str(courses_of(copy)), "--trust-key", key)
    return copy


def courses_of(city: City) -> Path:
    return city.server.home / "pelatihan"


def install(pc: Pc, key: str, package: Path) -> None:
    assert bina_asn(pc.folder, "trust-key", key).code == Exit.OK
    done = bina_asn(pc.folder, "install-course", str(package))
    assert (done.code, done.error) == (Exit.OK, "")


def shelf(pc: Pc) -> Catalogue:
    """The courses as the program finds them at its next start."""
    found = Shelf(COURSES, pc.folder).load()
    assert found.left_out == ()
    return found


def course_on(pc: Pc, code: str) -> Course:
    course = shelf(pc).course(code)
    assert course is not None
    return course


def end_test_of(course: Course) -> Quiz:
    assert course.end_test is not None
    return course.end_test


def overview(pc: Pc, learner: UUID) -> Overview:
    return derive_overview(pc.store, pc.store.learner(learner), shelf(pc), pc.now())


def outcome(pc: Pc, record: Record) -> Outcome:
    found, catalogue = pc.store.learner(record.learner), shelf(pc)
    assert isinstance(record.body, AttemptFinished)
    course = catalogue.course(record.body.course)
    assert course is not None
    return derive_outcome(pc.store, found, catalogue, course, record.id)


def take(pc: Pc, name: str, course: Course, answers: dict[str, RawAnswer]) -> Record:
    """Take the end test by the services of the program, as the quiz page does."""
    learner = pc.store.learner(pc.person(name))
    begun = begin_quiz(pc.store, learner, course, end_test_of(course), SEED)
    for number, form in enumerate(begun.forms):
        pc.store.keep_answer(begun.attempt.id, form.question, answers.get(form.question), number)
    return send_quiz(pc.store, begun, 300)


def begun_by(pc: Pc, learner: UUID, course: Course) -> Running:
    begun = begin_quiz(pc.store, pc.store.learner(learner), course, end_test_of(course), SEED)
    form = begun.forms[0]
    attempt = pc.store.keep_answer(begun.attempt.id, form.question, "a", 20)
    return begun.with_attempt(attempt)
