from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.advice import advise
from lessons.questions.case import Case
from lessons.questions.options import Option
from lessons.questions.single_choice import SingleChoice
from tests.lessons.building import head

if TYPE_CHECKING:
    from lessons.course import Course, Quiz
    from lessons.questions.base import Question


def with_practice(course: Course, **changes: object) -> Course:
    """The course with another practice quiz in its first lesson."""
    quiz = course.lessons[0].quiz
    assert quiz
    changed: Quiz = replace(quiz, **changes)  # type: ignore[arg-type]
    return replace(course, lessons=(replace(course.lessons[0], quiz=changed), *course.lessons[1:]))


def choice(number: int, key_length: int, feedback: str = "Tepat.") -> Question:
    """A single choice of four whose key has that many letters, the others ten each."""
    texts = {"a": "x" * key_length, "b": "y" * 10, "c": "z" * 10, "d": "v" * 10}
    options = tuple(Option(key, text, key == "a", False, feedback) for key, text in texts.items())
    return SingleChoice(head(f"soal-{number}"), options)


def test_a_pool_that_can_be_learnt_by_heart(sound: Course) -> None:
    assert sound.end_test
    (problem,) = advise(replace(sound, end_test=replace(sound.end_test, draw_count=3)))
    assert problem.path.name == "tes-akhir.kuis.md"
    assert "sedikitnya 9 soal" in problem.hint


def test_a_course_without_an_end_test(sound: Course) -> None:
    (problem,) = advise(replace(sound, end_test=None))
    assert "belum mempunyai tes akhir" in problem.message


def test_keys_that_are_the_longest_more_often_than_by_chance(sound: Course) -> None:
    long = tuple(choice(number, 30) for number in range(5))
    mixed = tuple(choice(number, 30 if number < 2 else 5) for number in range(5))
    (problem,) = advise(with_practice(sound, questions=long))
    assert problem.path.name == "01-surat-masuk.kuis.md"
    assert "Pada 5 dari 5 soal, jawaban benar adalah yang terpanjang" in problem.message
    assert advise(with_practice(sound, questions=mixed)) == ()
    assert advise(with_practice(sound, questions=long[:1], draw_count=1)) == ()


def test_practice_that_explains_nothing(sound: Course) -> None:
    questions = (choice(0, 5, ""), *(choice(number, 5) for number in range(1, 5)))
    (problem,) = advise(with_practice(sound, questions=questions))
    assert "“#soal-0” belum menjelaskan" in problem.message
    assert problem.line == head().line


def test_a_case_explains_itself_in_its_parts(sound: Course) -> None:
    told, silent = choice(0, 9), choice(1, 9, feedback="")
    cases = tuple(
        Case(head(f"kasus-{number}"), (told, part)) for number, part in enumerate((told, silent))
    )
    (problem,) = advise(with_practice(sound, questions=cases))
    assert "“#kasus-1” belum menjelaskan" in problem.message


def test_practice_that_always_asks_the_same(sound: Course) -> None:
    questions = tuple(choice(number, 5) for number in range(3))
    (problem,) = advise(with_practice(sound, questions=questions, draw_count=3))
    assert "selalu memakai semua 3 soalnya" in problem.message
