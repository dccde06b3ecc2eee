from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.catalogue import bundled_root, load_catalogue
from lessons.compiled import CompiledError, decode_course, encode_course
from lessons.course import Course, Quiz
from lessons.questions.registry import TYPES
from lessons.reader import read_course
from tests.lessons.building import MINI, WHOLE, quizzes

ELSEWHERE = Path("/elsewhere")
COURSE = read_course(MINI)
COMPILED = encode_course(COURSE)


def moved(course: Course, folder: Path) -> Course:
    lessons = (replace(each, path=folder / each.path.name) for each in course.lessons)
    return replace(course, folder=folder, lessons=tuple(lessons))


def refusal(data: bytes) -> str:
    with pytest.raises(CompiledError) as caught:
        decode_course(data, ELSEWHERE)
    assert caught.value.title == "Isi pelatihan tidak dapat dibaca"
    return caught.value.message


def altered(old: str, new: str) -> bytes:
    text = COMPILED.decode()
    assert old in text
    return text.replace(old, new, 1).encode()


@given(quizzes())
def test_every_quiz_comes_back_as_it_was(quiz: Quiz) -> None:
    course = replace(COURSE, end_test=quiz)
    assert decode_course(encode_course(course), MINI) == course


@pytest.mark.parametrize("course", load_catalogue(bundled_root()).courses, ids=lambda c: c.code)
def test_the_bundled_courses_come_back_as_they_were(course: Course) -> None:
    assert decode_course(encode_course(course), course.folder) == course


def test_a_course_of_every_type_comes_back_as_it_was() -> None:
    course = read_course(WHOLE)
    used = {question.kind for quiz in course.quizzes() for question in quiz.questions}
    assert used == {kind.kind for kind in TYPES}
    assert decode_course(encode_course(course), WHOLE) == course


def test_a_course_lies_where_its_reader_says() -> None:
    assert decode_course(COMPILED, ELSEWHERE) == moved(COURSE, ELSEWHERE)


def test_the_form_is_canonical_and_tells_no_folder() -> None:
    value = json.loads(COMPILED)
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical.encode() == COMPILED
    assert encode_course(moved(COURSE, ELSEWHERE)) == COMPILED
    assert str(MINI).encode() not in COMPILED


def test_every_type_of_question_names_its_dataclass() -> None:
    from lessons.compiled.plain import _classes

    assert set(_classes()) >= {kind.kind for kind in TYPES}
    assert len(set(_classes().values())) == len(_classes())


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(data: bytes) -> None:
    refusal(data)


@given(st.data())
def test_changed_bytes_give_a_course_or_a_refusal(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(COMPILED) - 1))
    spoilt = COMPILED[:at] + data.draw(st.binary(max_size=3)) + COMPILED[at + 1 :]
    with suppress(CompiledError):
        assert isinstance(decode_course(spoilt, ELSEWHERE), Course)


@pytest.mark.parametrize("at", range(0, len(COMPILED), 97))
def test_a_part_is_refused(at: int) -> None:
    refusal(COMPILED[:at])


def test_another_format_is_refused() -> None:
    assert "Format 2 tidak dikenal" in refusal(altered('"format":1', '"format":2'))


@pytest.mark.parametrize("name", ["/etc/passwd", "../01-a.md", "C:x.md", "a\\\\b.md", "a/b.md", ""])
def test_a_path_out_of_the_folder_is_refused(name: str) -> None:
    refusal(altered(f'"path":"{COURSE.lessons[0].path.name}"', f'"path":"{name}"'))


@pytest.mark.parametrize(
    "question", ["{}", "[]", '{"type":"lain","content":{}}', '{"type":[],"content":{}}', "null"]
)
def test_what_is_no_question_is_refused(question: str) -> None:
    refusal(altered('"questions":[', f'"questions":[{question},'))


def test_nesting_without_end_is_refused() -> None:
    deep = "[" * 100_000
    refusal(altered('"goals":[', f'"goals":[{deep}'))
