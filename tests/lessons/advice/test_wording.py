from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.advice import advise
from lessons.advice.wording import on_wording, plainer_words

if TYPE_CHECKING:
    from lessons.course import Course


def with_body(course: Course, body: str) -> Course:
    return replace(course, lessons=(replace(course.lessons[0], body=body, body_line=20),))


def test_a_long_sentence_and_its_line(sound: Course) -> None:
    body = f"Pendek.\n\nSatu. Lalu {'kata ' * 30}selesai."
    (problem,) = on_wording(with_body(sound, body))
    assert (problem.path, problem.line) == (sound.lessons[0].path, 22)
    assert problem.message == "Kalimat ini berisi 32 kata."


def test_sentences_that_are_long_as_a_rule(sound: Course) -> None:
    body = f"Satu {'kata ' * 18}akhir. " * 10
    (problem,) = on_wording(with_body(sound, body))
    assert "lebih dari 20 kata" in problem.message


def test_each_hard_word_once_with_a_plainer_one(sound: Course) -> None:
    body = "Dalam rangka lomba, kami datang.\n\nDalam rangka itu, ia senantiasa hadir."
    first, second = on_wording(with_body(sound, body))
    assert (first.line, first.message) == (20, "“Dalam rangka” terasa berat.")
    assert first.hint == "Tulis “untuk”."
    assert (second.line, second.hint) == (22, "Tulis “selalu”.")


def test_parts_of_words_tables_and_code_are_no_hard_words(sound: Course) -> None:
    body = "Pascabayar dipakai.\n\n| pasca |\n|---|\n\n```\npasca\n```\n"
    assert list(on_wording(with_body(sound, body))) == []


def test_questions_and_the_course_s_own_text_are_read_too(sound: Course) -> None:
    assert sound.end_test
    first = sound.end_test.questions[0]
    hard = replace(first, head=replace(first.head, text="Apabila tiba?"))  # type: ignore[type-var]
    test = replace(sound.end_test, questions=(hard, *sound.end_test.questions[1:]))
    found = advise(replace(sound, end_test=test, description="Adapun ini."))
    assert [(each.path.name, each.line) for each in found] == [
        ("course.md", 16),
        ("tes-akhir.kuis.md", first.head.line),
    ]


def test_no_plainer_word_is_hard_itself() -> None:
    words = plainer_words()
    assert len(words) > 50
    assert not words.keys() & set(words.values())
