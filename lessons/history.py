"""What a new state of a course must keep of an earlier one, so that kept results stay true.

Ids are for ever: results name them. A key that changes under the same id is told in ``perubahan``
of course.md, and whatever changes a grade needs a higher ``versi``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.layout import COURSE_FILE
from lessons.problems import Problem
from lessons.questions.hiding import hidden_id
from lessons.quiz_files import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.course import Course, Lesson
    from lessons.questions.base import Form, Question

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FOREVER = "Kembalikan; id berlaku selamanya karena hasil belajar menyebutnya."


def compare(old: Course, new: Course) -> tuple[Problem, ...]:
    """Everything that breaks with the earlier state of the course."""
    if old.code != new.code:
        message = f"Kode pelatihan berubah dari {old.code} menjadi {new.code}."
        return (_problem(new.folder / COURSE_FILE, 1, message, _FOREVER),)
    return (
        *_lost_lessons(old, new),
        *_lost_quizzes(old, new),
        *_questions(old, new),
        *_version(old, new),
    )


def _lost_lessons(old: Course, new: Course) -> Iterator[Problem]:
    for lesson in old.lessons:
        now = new.lesson(lesson.id)
        if now is None:
            message = f"Pelajaran “{lesson.id}” ({lesson.path.name}) hilang."
            yield _problem(new.folder, 0, message, _FOREVER)
        else:
            yield from _lost_headings(lesson, now)


def _lost_headings(old: Lesson, new: Lesson) -> Iterator[Problem]:
    kept = {heading.id for heading in new.headings}
    for heading in old.headings:
        if heading.id not in kept:
            yield _problem(new.path, 1, f"Judul “#{heading.id}” hilang.", _FOREVER)


def _lost_quizzes(old: Course, new: Course) -> Iterator[Problem]:
    for quiz in old.quizzes():
        if new.quiz(quiz.id) is None:
            message = f"Kuis “{quiz.id}” ({quiz.kind.value}) hilang."
            yield _problem(new.folder, 0, message, _FOREVER)


def _questions(old: Course, new: Course) -> Iterator[Problem]:
    noted = {question for question, _ in {*new.changes} - {*old.changes}}
    now = _by_id(new)
    for question, (before, _) in _by_id(old).items():
        if question not in now:
            message = f"Soal “#{question}” hilang."
            yield _problem(new.folder, 0, message, _FOREVER)
            continue
        after, path = now[question]
        yield from _lost_letters(before, after, path)
        if question not in noted and before.graded_content() != after.graded_content():
            yield _problem(
                path,
                after.head.line,
                f"Kunci soal “#{question}” berubah tanpa catatan baru.",
                f"Tulis alasannya di {COURSE_FILE}: “perubahan:” lalu “  {question}: …”.",
            )


def _by_id(course: Course) -> dict[str, tuple[Question, Path]]:
    """Question and file by id."""
    return {
        question.head.id: (question, file_of(quiz, course))
        for quiz in course.quizzes()
        for question in quiz.questions
    }


def _lost_letters(old: Question, new: Question, path: Path) -> Iterator[Problem]:
    if old.kind != new.kind:
        message = f"Jenis soal “#{old.head.id}” berubah dari {old.kind} menjadi {new.kind}."
        hint = "Buat soal baru dengan id lain, dan kembalikan yang ini."
        yield _problem(path, new.head.line, message, hint)
        return
    lost = sorted(_letters(old) - _letters(new))
    if lost:
        names = ", ".join(f"“{letter}”" for letter in lost)
        message = f"Soal “#{old.head.id}” kehilangan {names}."
        yield _problem(path, new.head.line, message, _FOREVER)


def _letters(question: Question) -> frozenset[str]:
    """The ids within a question that raw answers name, as an author writes them."""
    return frozenset(_letters_of(question.form(lambda _, ids: ids)))


def _letters_of(form: Form) -> Iterator[str]:
    authored = {hidden_id(form.question, letter): letter for letter in _LETTERS}
    yield from (authored.get(choice.id, choice.id) for choice in form.choices)
    yield from (place.id for place in form.places)
    for part in form.parts:
        yield part.question
        yield from (f"{part.question} {letter}" for letter in _letters_of(part))


def _version(old: Course, new: Course) -> Iterator[Problem]:
    path = new.folder / COURSE_FILE
    before = {quiz.id: quiz.revision for quiz in old.quizzes()}
    after = {quiz.id: quiz.revision for quiz in new.quizzes()}
    if new.version < old.version:
        message = f"“versi: {new.version}” lebih rendah daripada sebelumnya ({old.version})."
        yield _problem(path, 1, message, f"Tulis “versi: {old.version + 1}” atau lebih.")
    elif before != after and new.version == old.version:
        changed = sorted(
            {*before, *after} - {key for key in before if before[key] == after.get(key)}
        )
        message = f"Penilaian berubah ({', '.join(changed)}), tetapi masih “versi: {new.version}”."
        yield _problem(path, 1, message, f"Tulis “versi: {old.version + 1}”.")


def _problem(path: Path, line: int, message: str, hint: str) -> Problem:
    return Problem(path, line, 0, message, hint)
