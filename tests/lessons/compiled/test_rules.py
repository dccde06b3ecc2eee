"""Courses that a careless tool may compile and sign, and that no program could show or grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from lessons.catalogue import bundled_root, load_catalogue
from lessons.compiled import CompiledError, decode_course, encode_course
from lessons.compiled.rules import require_sound
from lessons.course import Course, KeyPlace, Quiz, QuizKind
from lessons.packages.keys import SecretKey
from lessons.packages.manifest import Edition
from lessons.packages.sealing import for_edition
from lessons.questions.base import Choice, Place
from lessons.reader import read_course
from lessons.revision import revision_of
from tests.lessons.building import COURSES, WHOLE, copy_mini, edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.course import Lesson
    from lessons.questions.base import Question
    from lessons.questions.sealed import Sealed

KEY = SecretKey(bytes(range(32)))
COURSE = read_course(WHOLE)
LESSON = COURSE.lessons[0]
EVERY = [
    course
    for root in (bundled_root(), COURSES, WHOLE.parent)
    for course in load_catalogue(root).courses
]


def central(course: Course, edition: Edition) -> Course:
    return for_edition(replace(course, keys=KeyPlace.CENTRE), edition, KEY)


def decoded(course: Course) -> Course:
    """The course as it comes out of a package."""
    return decode_course(encode_course(course), Path("paket"))


def refuse(course: Course) -> str:
    with pytest.raises(CompiledError) as caught:
        require_sound(decoded(course), frozenset())
    assert caught.value.message
    return caught.value.message


@pytest.mark.parametrize("course", EVERY, ids=lambda course: course.code)
@pytest.mark.parametrize("edition", list(Edition))
def test_whatever_was_read_is_sound_in_every_edition(course: Course, edition: Edition) -> None:
    pictures = {path.relative_to(course.folder).as_posix() for path in course.folder.rglob("*.png")}
    require_sound(decoded(course), pictures)
    require_sound(decoded(central(course, edition)), pictures)


def test_pictures_come_with_the_course(tmp_path: Path) -> None:
    folder = copy_mini(tmp_path)
    (folder / "img").mkdir()
    (folder / "img" / "a.png").write_bytes(b"\x89PNG")
    edit(folder / "tes-akhir.kuis.md", "- (x) b) Hari ini", "- (x) b) ![Hari](img/a.png)")
    edit(folder / "tes-akhir.kuis.md", "Kapan surat masuk dicatat?", "![Surat](img/a.png)")
    course = read_course(folder)
    require_sound(decoded(course), {"img/a.png"})
    require_sound(decoded(central(course, Edition.PC)), {"img/a.png"})
    assert "img/a.png" in refuse(course)
    assert "img/a.png" in refuse(central(course, Edition.PC))


@pytest.mark.parametrize(
    "change",
    [
        {"code": "ASN-5"}, {"code": "ASN-97"}, {"title": ""}, {"version": 0}, {"jp": 0},
        {"version": 10**6}, {"valid_on": date(1, 1, 1)}, {"valid_on": date(9999, 12, 31)},
        {"jp": -1}, {"jp": 10**15}, {"minutes": 0}, {"minutes": 10**15}, {"organiser": ""},
        {"lessons": (LESSON, LESSON)}, {"lessons": ()}, {"pre_test": COURSE.end_test},
    ],
    ids=str,
)  # fmt: skip
def test_headers_that_cannot_be(change: dict[str, Any]) -> None:
    assert "tidak" in refuse(replace(COURSE, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "asn-98-1"}, {"id": "asn-99-01"}, {"id": "../x"}, {"title": ""}, {"minutes": 0.0},
        {"minutes": -1.0}, {"minutes": 1e300}, {"body": ""}, {"body": "a\x00b\n"},
        {"body": "<script>\n"}, {"body": LESSON.body + "> " * 20 + "a\n"}, {"body_line": -5},
        {"headings": ()}, {"headings": LESSON.headings * 2}, {"quiz": COURSE.end_test},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_lessons_that_cannot_be(change: dict[str, Any]) -> None:
    lesson: Lesson = replace(LESSON, **change)
    refuse(replace(COURSE, lessons=(lesson, *COURSE.lessons[1:])))


def with_test(change: Callable[[Quiz], Quiz], course: Course = COURSE) -> Course:
    assert course.end_test is not None
    return replace(course, end_test=change(course.end_test))


@pytest.mark.parametrize(
    "change",
    [
        {"pass_mark": -5}, {"pass_mark": 101}, {"draw_count": 0}, {"draw_count": -1},
        {"draw_count": 10**9}, {"questions": ()}, {"id": "asn-98-01"}, {"revision": ""},
        {"revision": "0" * 16}, {"kind": QuizKind.PRE_TEST}, {"shuffle_options": False},
    ],
    ids=str,
)  # fmt: skip
def test_tests_that_cannot_be(change: dict[str, Any]) -> None:
    refuse(with_test(lambda quiz: replace(quiz, **change)))


def revised(quiz: Quiz, questions: tuple[Question, ...]) -> Quiz:
    """With these questions, and the revision that a tool would work out."""
    shuffle = quiz.shuffle_questions, quiz.shuffle_options
    content = quiz.kind, quiz.pass_mark, len(questions), shuffle
    return replace(
        quiz,
        questions=questions,
        draw_count=len(questions),
        revision=revision_of(*content, questions),
    )


QUIZ = LESSON.quiz
assert QUIZ is not None
BY_KIND: dict[str, Any] = {question.kind: question for question in QUIZ.questions}


def changed(kind: str, **fields: object) -> Question:
    return cast("Question", replace(BY_KIND[kind], **fields))


def headed(kind: str, **fields: object) -> Question:
    head = replace(BY_KIND[kind].head, **fields)
    return cast("Question", replace(BY_KIND[kind], head=head))


def option(**fields: object) -> Question:
    first, *rest = BY_KIND["single-choice"].options
    return changed("single-choice", options=(replace(first, **fields), *rest))


def accepted(kind: str, **fields: object) -> Question:
    first, *rest = BY_KIND[kind].accepted
    return changed(kind, accepted=(replace(first, **fields), *rest))


@pytest.mark.parametrize(
    "question",
    [
        changed("single-choice", options=()),
        changed("single-choice", options=BY_KIND["single-choice"].options[:1]),
        changed("single-choice", options=BY_KIND["single-choice"].options * 2),
        option(right=False), option(id="1"), option(id=""), option(text=""), option(text="a\nb"),
        option(value=Fraction(5)), option(feedback="\n- (x) b) Lain"),
        changed("multiple-choice", options=()),
        changed("matching", pairs=()), changed("matching", pairs=BY_KIND["matching"].pairs[:1]),
        changed("ordering", items=()), changed("ordering", items=BY_KIND["ordering"].items * 2),
        changed("number", accepted=()), accepted("number", low=Fraction(99)),
        accepted("number", value=Fraction(0)), accepted("number", low=Fraction(1, 3)),
        changed("short-text", accepted=()), accepted("short-text", texts=()),
        accepted("short-text", value=Fraction(-3)), accepted("short-text", texts=("",)),
        changed("gaps", gaps=()), changed("gaps", gaps=BY_KIND["gaps"].gaps[:1]),
        changed("case", parts=()), changed("case", parts=BY_KIND["case"].parts * 2),
        changed("case", parts=(BY_KIND["case"],)),
        headed("single-choice", id=""), headed("single-choice", id="A b"),
        headed("single-choice", title=""), headed("single-choice", title="a\nb"),
        headed("single-choice", text=""), headed("single-choice", text="## Judul {#lain}"),
        headed("single-choice", text="<b>a</b>"), headed("single-choice", tests="asn-98-01#lain"),
        headed("single-choice", weight=0), headed("single-choice", weight=-1),
        headed("single-choice", weight=10**9), headed("single-choice", salt="a"),
        headed("single-choice", explanation="a\n```\nx"),
    ],
)  # fmt: skip
def test_questions_that_cannot_be(question: Question) -> None:
    assert QUIZ is not None
    quiz = revised(QUIZ, (question,))
    lesson = replace(LESSON, quiz=quiz)
    refuse(replace(COURSE, lessons=(lesson, *COURSE.lessons[1:])))


def with_every_type(quiz: Quiz) -> Quiz:
    assert QUIZ is not None
    return revised(quiz, QUIZ.questions)


UNQUIZZED = replace(COURSE, lessons=tuple(replace(each, quiz=None) for each in COURSE.lessons))
CENTRAL = central(with_test(with_every_type, UNQUIZZED), Edition.PC)
assert CENTRAL.end_test is not None
SEALED: dict[str, Any] = {each.kind: each for each in CENTRAL.end_test.questions}


def sealed(of: str, **fields: object) -> Sealed:
    shown = replace(SEALED[of].shown, **fields)
    return cast("Sealed", replace(SEALED[of], shown=shown))


A, B = Choice("a", "A"), Choice("b", "B")


@pytest.mark.parametrize(
    "question",
    [
        sealed("single-choice", kind="essay"), sealed("single-choice", kind="case"),
        sealed("single-choice", question="lain"), sealed("single-choice", title="Lain"),
        sealed("single-choice", text="Lain"), sealed("single-choice", choices=(A, A)),
        sealed("single-choice", choices=(A, Choice("", "B"))), sealed("single-choice", choices=()),
        sealed("single-choice", choices=(A, Choice("b", ""))),
        sealed("single-choice", choices=(A, Choice("b", "<b>"))),
        sealed("single-choice", parts=(SEALED["number"].shown,)),
        sealed("multiple-choice", choices=(A,)), sealed("true-false", choices=()),
        sealed("ordering", choices=()), sealed("matching", choices=()),
        sealed("matching", places=()), sealed("matching", places=(Place("a", "A"),) * 2),
        sealed("gaps", places=()), sealed("gaps", places=(Place("9", "", (A, B)),)),
        sealed("gaps", places=(Place("1", ""), Place("1", ""))), sealed("case", parts=()),
        sealed("case", parts=(SEALED["case"].shown,)),
        sealed("case", parts=SEALED["case"].shown.parts * 2),
        *(
            replace(SEALED["number"], head=replace(SEALED["number"].head, **fields))
            for fields in (
                {"weight": 0}, {"weight": 11}, {"salt": "a"}, {"explanation": "a"}, {"id": "A"},
                {"tests": ""},
            )
        ),
    ],
)  # fmt: skip
def test_questions_without_key_that_cannot_be(question: Question) -> None:
    refuse(with_test(lambda quiz: replace(quiz, questions=(question,), draw_count=1), CENTRAL))


def test_every_type_without_key_is_sound() -> None:
    require_sound(decoded(CENTRAL), frozenset())
