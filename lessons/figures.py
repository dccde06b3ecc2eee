"""What a course holds, in figures: words, minutes, pools, question types, sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import mean, median
from typing import TYPE_CHECKING

from lessons.advice import estimated_minutes
from lessons.prose import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Course, Lesson, Quiz
    from lessons.prose import Sentence

_LONG_WORD = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads.

    Attributes:
        words: Words of its sentences; tables, headings and code are left out.
        median: Words of the middle sentence.
        longest: Words of the longest sentence.
        lix: Läsbarhetsindex, words a sentence plus the percentage of words of more than six
            letters. It needs neither syllables nor a list of easy words, for which Indonesian has
            no agreed scale. Affixes make Indonesian words long, so it serves to compare lessons
            with each other, not with the scale for Swedish.
    """

    words: int
    sentences: int
    median: float
    longest: int
    lix: float


@dataclass(frozen=True, slots=True)
class QuizFigures:
    """A quiz: how many questions are drawn from how many, and of what kinds they are."""

    id: str
    kind: str
    pool: int
    draw: int
    types: dict[str, int]
    levels: dict[str, int]


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """A lesson: its minutes as written and as estimated from what there is to do."""

    id: str
    title: str
    minutes: float
    estimate: float
    reading: Reading


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """A whole course."""

    code: str
    title: str
    version: int
    jp: int
    minutes: int
    reading: Reading
    lessons: tuple[LessonFigures, ...]
    quizzes: tuple[QuizFigures, ...]


def figures_of(course: Course) -> CourseFigures:
    """The figures of a course."""
    sentences = [one for lesson in course.lessons for one in sentences_of(lesson.body)]
    return CourseFigures(
        code=course.code,
        title=course.title,
        version=course.version,
        jp=course.jp,
        minutes=course.minutes,
        reading=reading_of(sentences),
        lessons=tuple(_lesson(each) for each in course.lessons),
        quizzes=tuple(_quiz(each) for each in course.quizzes()),
    )


def reading_of(sentences: Iterable[Sentence]) -> Reading:
    """How these sentences read; all 0 where there are none."""
    counts = [sentence.words() for sentence in sentences]
    if not counts:
        return Reading(0, 0, 0, 0, 0)
    lengths = [len(words) for words in counts]
    long = sum(len(word) > _LONG_WORD for words in counts for word in words)
    lix = mean(lengths) + 100 * long / sum(lengths)
    return Reading(sum(lengths), len(counts), median(lengths), max(lengths), round(lix, 1))


def _lesson(lesson: Lesson) -> LessonFigures:
    estimate = round(estimated_minutes(lesson), 1)
    reading = reading_of(sentences_of(lesson.body))
    return LessonFigures(lesson.id, lesson.title, lesson.minutes, estimate, reading)


def _quiz(quiz: Quiz) -> QuizFigures:
    types = Counter(question.kind for question in quiz.questions)
    levels = Counter(question.head.level.value for question in quiz.questions)
    pool, draw = len(quiz.questions), quiz.draw_count
    return QuizFigures(quiz.id, quiz.kind.value, pool, draw, dict(types), dict(levels))
