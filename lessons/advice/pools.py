"""Whether tests can be learnt by heart or guessed, and whether practice explains its answers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.layout import END_TEST_FILE
from lessons.problems import Problem
from lessons.questions.case import Case
from lessons.questions.single_choice import SingleChoice
from lessons.quiz_files import file_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.course import Course, Quiz
    from lessons.questions.base import Question

_POOL_PER_DRAWN = 3
_CHANCE = Fraction(1, 20)
"""A quiz whose keys are the longest this often by chance alone is called striking."""


def on_pools(course: Course) -> Iterator[Problem]:
    """Size of pools, keys that give themselves away, practice without an explanation."""
    yield from _on_end_test(course, course.end_test)
    for quiz in course.quizzes():
        yield from _on_lengths(quiz, course)
        if quiz.kind is QuizKind.PRACTICE:
            yield from _on_practice(quiz, course)


def _on_end_test(course: Course, test: Quiz | None) -> Iterator[Problem]:
    if test is None:
        hint = f"Buat “{END_TEST_FILE}”; tanpa itu tidak ada yang memperoleh JP."
        yield Problem(course.folder, 0, 0, "Pelatihan ini belum mempunyai tes akhir.", hint)
        return
    needed = _POOL_PER_DRAWN * test.draw_count
    if len(test.questions) < needed:
        message = f"Tes akhir mengambil {test.draw_count} dari {len(test.questions)} soal."
        hint = f"Sediakan sedikitnya {needed} soal agar tes tidak mudah dihafal."
        yield Problem(course.folder / END_TEST_FILE, 1, 0, message, hint)


def _on_practice(quiz: Quiz, course: Course) -> Iterator[Problem]:
    path = file_of(quiz, course)
    if len(quiz.questions) == quiz.draw_count and quiz.draw_count > 1:
        message = f"Kuis ini selalu memakai semua {quiz.draw_count} soalnya."
        hint = "Tambah soal, agar mengulang kuis tidak berarti mengulang soal yang sama."
        yield Problem(path, 1, 0, message, hint)
    for question in quiz.questions:
        if not _explains(question):
            message = f"Soal “#{question.head.id}” belum menjelaskan jawabannya."
            hint = "Tulis “Pembahasan: …”, atau umpan balik “    > …” di bawah setiap pilihan."
            yield Problem(path, question.head.line, 0, message, hint)


def _explains(question: Question) -> bool:
    if isinstance(question, Case):
        return all(map(_explains, question.parts))
    choices = question.form(lambda _, ids: ids).choices
    feedback = [
        question.feedback(choice.id) or question.feedback([choice.id]) for choice in choices
    ]
    return bool(question.head.explanation) or (bool(feedback) and all(feedback))


def _on_lengths(quiz: Quiz, course: Course) -> Iterator[Problem]:
    questions = [each for each in quiz.questions if isinstance(each, SingleChoice)]
    longest = sum(_key_is_longest(each) for each in questions)
    if longest and _chance_of(longest, questions) < _CHANCE:
        message = (
            f"Pada {longest} dari {len(questions)} soal, jawaban benar adalah yang terpanjang."
        )
        hint = "Panjangkan pengecoh atau ringkas kuncinya, agar jawaban tidak tertebak."
        yield Problem(file_of(quiz, course), 1, 0, message, hint)


def _key_is_longest(question: SingleChoice) -> bool:
    right = max(len(option.text) for option in question.options if option.right)
    return all(len(option.text) < right for option in question.options if not option.right)


def _chance_of(least: int, questions: Iterable[SingleChoice]) -> Fraction:
    """How likely so many keys or more are the longest when lengths tell nothing."""
    chances = [Fraction(1)]
    for question in questions:
        one = Fraction(1, len(question.options))
        more = [Fraction(0), *(chance * one for chance in chances)]
        same = [*(chance * (1 - one) for chance in chances), Fraction(0)]
        chances = [a + b for a, b in zip(more, same, strict=True)]
    return sum(chances[least:], Fraction(0))
