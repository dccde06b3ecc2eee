"""Somebody learns at the window that each kind of installer for Windows has installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.catalogue import bundled_root
from lessons.drawing import draw
from lessons.reader import read_course
from lessons.records import AttemptFinished
from trials.conftest import need
from trials.keyboard import Keyboard
from trials.peeking import peeked
from trials.person import PICTURES
from trials.screens import shown
from trials.setup_run import FOLDER, data_folder, program, waiting
from trials.sitting import TITLE, Sitting
from trials.wine import switched_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import Popen

    from lessons.course import Quiz
    from lessons.records import RawAnswer
    from trials.screens import OwnScreen
    from trials.wine import Pc

# The first to need them waits for the packages.
pytestmark = pytest.mark.timeout(900)

LESSON = "asn-01-01"


@pytest.fixture
def screen() -> Iterator[OwnScreen]:
    need("Xvfb", "xdotool", "import")
    with shown() as made:
        yield made


@pytest.fixture
def by_exe(ready_pc: Pc, screen: OwnScreen, tmp_path: Path) -> Iterator[Pc]:
    with switched_on(ready_pc, tmp_path / "pc", screen.environment) as made:
        yield made


@pytest.fixture
def by_msi(msi_pc: Pc, screen: OwnScreen, tmp_path: Path) -> Iterator[Pc]:
    with switched_on(msi_pc, tmp_path / "pc", screen.environment) as made:
        yield made


@pytest.fixture(scope="module")
def quiz() -> Quiz:
    course = read_course(bundled_root() / "asn-01-nilai-dasar-berakhlak")
    assert course.pre_test is not None
    return course.pre_test


def test_with_the_exe_a_quiz_is_gone_on_with_and_sent(
    by_exe: Pc, screen: OwnScreen, quiz: Quiz
) -> None:
    person = sitting(by_exe, screen, "exe")
    window = at_the_next_start(by_exe, person, quiz)
    for form in draw(quiz, person.attempt().seed)[1:]:
        person.turn_to(form)
        person.answer(form, keys_of(quiz)[form.question])
    person.send()
    person.save("hasil")
    person.close(window)
    assert results(person) == [(keys_of(quiz), 100)]
    assert waiting(by_exe) == 2  # that somebody registered, and the quiz
    checked = program(by_exe, "--selftest")
    assert checked.code == 0, checked.output


def test_with_the_msi_a_quiz_is_gone_on_with(by_msi: Pc, screen: OwnScreen, quiz: Quiz) -> None:
    person = sitting(by_msi, screen, "msi")
    person.close(at_the_next_start(by_msi, person, quiz))


def at_the_next_start(pc: Pc, person: Sitting, quiz: Quiz) -> Popen[str]:
    """A newcomer reads, answers one question, closes, and finds it as it was.

    Returns the second window.
    """
    window = opened(pc, person)
    person.register()
    person.save("beranda")
    person.open_first_course()
    person.save("pelatihan")
    person.read(LESSON)
    person.begin_pre_test()
    (first, *_) = draw(quiz, person.attempt().seed)
    person.answer(first, keys_of(quiz)[first.question])
    person.save("soal-dijawab")
    answered = person.question()
    person.close(window)
    kept = person.attempt()
    assert kept.answers == ((first.question, keys_of(quiz)[first.question]),)
    assert results(person) == []

    window = opened(pc, person)
    person.sign_in()
    person.save("lanjutkan")
    person.go_on(answered)
    person.save("soal-masih-dijawab")
    assert person.attempt() == kept
    return window


def sitting(pc: Pc, screen: OwnScreen, kind: str) -> Sitting:
    """A person at this PC, whose pictures are called after the kind of installer."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    return Sitting(screen, Keyboard(screen), data_folder(pc), PICTURES / f"windows-{kind}")


def opened(pc: Pc, person: Sitting) -> Popen[str]:
    """The program, as the start menu starts it."""
    window = pc.start(rf"{FOLDER}\program\BinaASN.exe")
    person.keyboard.take(TITLE)
    return window


def keys_of(quiz: Quiz) -> dict[str, RawAnswer]:
    return {question.head.id: question.full_key() for question in quiz.questions}


def results(person: Sitting) -> list[tuple[dict[str, RawAnswer], int | None]]:
    """Answers and score of every quiz that was sent."""
    with peeked(person.data) as store:
        (learner,) = store.learners()
        bodies = [each.record.body for each in store.records(learner.id)]
    sent = [each for each in bodies if isinstance(each, AttemptFinished)]
    return [(dict(each.answers), each.claim) for each in sent]
