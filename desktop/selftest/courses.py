"""Whether all courses of the program can be read, and a question of theirs is graded rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.selftest.verdicts import Broken
from lessons.catalogue import Catalogue, load_catalogue
from lessons.grading import grade
from lessons.questions.single_choice import SingleChoice

if TYPE_CHECKING:
    from collections.abc import Iterator


def look() -> str:
    """Read all courses anew, and answer a question rightly and wrongly.

    Raises:
        Broken: A course is left out, there is none, or the grader errs.
    """
    catalogue = load_catalogue(paths.courses_root())
    if catalogue.left_out:
        name, problems = catalogue.left_out[0]
        raise Broken(f"Pelatihan {name} tidak dapat dibaca: {problems[0]}")
    lessons = sum(len(course.lessons) for course in catalogue.courses)
    if not lessons:
        raise Broken("Tidak ada pelatihan.")
    _grade(next(_single_choices(catalogue), None))
    return f"{len(catalogue.courses)} pelatihan, {lessons} pelajaran dapat dibuka dan dinilai."


def _single_choices(catalogue: Catalogue) -> Iterator[SingleChoice]:
    quizzes = (quiz for course in catalogue.courses for quiz in course.quizzes())
    questions = (question for quiz in quizzes for question in quiz.questions)
    return (each for each in questions if isinstance(each, SingleChoice))


def _grade(question: SingleChoice | None) -> None:
    if question is None:
        raise Broken("Tidak ada soal untuk dinilai.")
    worth = [grade(question, option.id).score for option in question.options]
    expected = [option.right for option in question.options]
    if [each == 1 for each in worth] != expected or grade(question, None).score != 0:
        raise Broken(f"Soal {question.head.id} dinilai keliru.")
