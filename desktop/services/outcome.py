"""The result of one attempt that was sent, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.services.library import CourseMissing
from desktop.services.standing import Standing, standing_of
from desktop.storage.model import Delivery, KeptRecord, Learner
from lessons.course import Course, Heading, Lesson, Quiz, QuizKind
from lessons.drawing import draw, drawn_questions
from lessons.grading import grade
from lessons.progress import WIB, Result
from lessons.questions.base import Form, Grade, Question
from lessons.questions.case import Case
from lessons.questions.reading_back import Said, read_back
from lessons.records import AttemptFinished, RawAnswer, Record
from lessons.sealing import is_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from desktop.storage.store import Store
    from lessons.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """One question of a practice quiz, looked back on.

    Attributes:
        standing: How far it was answered.
        feedback: The author's words on what was chosen, Markdown; of a case with its parts.
        explanation: ``Pembahasan``, Markdown; may be empty.
        said: Place by place what was given and what is right; empty for options and cases.
        parts: The parts of a case, looked back on.
    """

    form: Form
    answer: RawAnswer
    key: RawAnswer
    grade: Grade
    standing: Standing
    feedback: tuple[str, ...]
    explanation: str
    said: tuple[Said, ...] = ()
    parts: tuple[QuestionOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """A heading that a missed question tests."""

    lesson: Lesson
    heading: Heading


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sent attempt.

    Attributes:
        number: 1 for the first attempt at this quiz, 2 for the second …
        score: Whole percent; the server's where it has spoken; None while it must grade first.
        jp_gained: JP that this attempt added to its year; 0 where it was no passed end test.
        jp_known: JP that an earlier pass of the same year had added already.
        year: Calendar year (WIB) in which it was sent.
        reread: What to read again, in the order of the course; empty where the key is not here.
        questions: Only for a practice quiz: a test shows no key.
    """

    course: Course
    quiz: Quiz
    number: int
    score: int | None
    passed: bool
    jp_gained: int
    jp_known: int
    year: int
    reread: tuple[Reread, ...]
    questions: tuple[QuestionOutcome, ...]
    delivery: Delivery
    reason: str


@dataclass(frozen=True, slots=True)
class _Sent:
    """An attempt as kept, as graded, and the graded attempts at the same quiz before it."""

    kept: KeptRecord
    body: AttemptFinished
    result: Result
    earlier: tuple[Result, ...]


def derive_outcome(
    store: Store, learner: Learner, catalogue: Catalogue, course: Course, record: UUID
) -> Outcome:
    """The outcome of the attempt with this record id.

    Raises:
        CourseMissing: There is no such attempt of this learner at a quiz of this course.
    """
    sent = _find(store.records(learner.id), catalogue, record)
    quiz = course.quiz(sent.body.quiz)
    if quiz is None:
        raise CourseMissing(f"Kuis {sent.body.quiz} tidak ada lagi di pelatihan ini.")
    return _outcome(course, quiz, sent)


def _find(records: tuple[KeptRecord, ...], catalogue: Catalogue, wanted: UUID) -> _Sent:
    from lessons.outcomes import readings_and_results

    _, results = readings_and_results(((kept.record, kept.score) for kept in records), catalogue)
    kept_by_id = {kept.record.id: kept for kept in records}
    kept = kept_by_id.get(wanted)
    result = next((each for each in results if each.record == wanted), None)
    if kept is None or result is None or not isinstance(kept.record.body, AttemptFinished):
        raise CourseMissing("Hasil kuis ini tidak ada di komputer ini.")
    same = (each for each in results if each.quiz == result.quiz)
    earlier = (each for each in same if _is_before(kept_by_id[each.record].record, kept.record))
    return _Sent(kept, kept.record.body, result, tuple(earlier))


def _is_before(one: Record, other: Record) -> bool:
    """By the count of records on one PC, whose clock may jump; by the clocks of two."""
    if one.device == other.device:
        return one.seq < other.seq
    return one.at < other.at


def _outcome(course: Course, quiz: Quiz, sent: _Sent) -> Outcome:
    result = sent.result
    questions = tuple(_questions(quiz, sent.body))
    known = _jp_before(sent)
    earned = result.jp if result.passed else 0
    return Outcome(
        course=course,
        quiz=quiz,
        number=len(sent.earlier) + 1,
        score=result.score,
        passed=result.passed,
        jp_gained=0 if known else earned,
        jp_known=known if earned else 0,
        year=_year(result),
        # Without the key nobody here knows what was missed.
        reread=() if is_sealed(quiz) else tuple(_reread(course, quiz, questions)),
        questions=questions if quiz.kind is QuizKind.PRACTICE else (),
        delivery=sent.kept.delivery,
        reason=sent.kept.reason,
    )


def _jp_before(sent: _Sent) -> int:
    year = _year(sent.result)
    passes = (each for each in sent.earlier if each.passed and _year(each) == year)
    return max((each.jp for each in passes), default=0)


def _year(result: Result) -> int:
    return result.at.astimezone(WIB).year


def _questions(quiz: Quiz, body: AttemptFinished) -> Iterator[QuestionOutcome]:
    if body.revision != quiz.revision:
        return
    answers = dict(body.answers)
    drawn = zip(drawn_questions(quiz, body.seed), draw(quiz, body.seed), strict=True)
    for question, form in drawn:
        yield look_back(question, form, answers.get(question.head.id))


def look_back(question: Question, form: Form, answer: RawAnswer) -> QuestionOutcome:
    """A question or a part of a case with its answer, its key and what there is to say."""
    parts = tuple(_parts(question, form, answer))
    return QuestionOutcome(
        form=form,
        answer=answer,
        key=question.full_key(),
        grade=grade(question, answer),
        standing=standing_of(form, answer),
        feedback=() if parts else question.feedback(answer),
        explanation=question.head.explanation,
        said=read_back(question, form, answer),
        parts=parts,
    )


def _parts(question: Question, form: Form, answer: RawAnswer) -> Iterator[QuestionOutcome]:
    given = answer if isinstance(answer, Mapping) else {}
    if isinstance(question, Case):
        for part, shown in zip(question.parts, form.parts, strict=True):
            yield look_back(part, shown, given.get(part.head.id))


def _reread(course: Course, quiz: Quiz, asked: Iterable[QuestionOutcome]) -> Iterator[Reread]:
    missed = {each.form.question for each in asked if not each.grade.right}
    tested = {each.head.tests for each in quiz.questions if each.head.id in missed}
    for lesson in course.lessons:
        for heading in lesson.headings:
            if f"{lesson.id}#{heading.id}" in tested:
                yield Reread(lesson, heading)
