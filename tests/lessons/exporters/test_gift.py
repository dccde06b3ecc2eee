"""What is exported to GIFT comes back and grades the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lessons.exporters.gift import write_gift
from lessons.exporters.parts import flattened
from lessons.importers.gift import read_gift
from lessons.questions.base import Level
from lessons.questions.matching import Matching, Pair
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from lessons.quiz_writer import write_question
from tests.lessons.building import head, options, questions
from tests.lessons.exporters.alike import answers, renamed, translated
from tests.lessons.exporters.test_moodle_xml import TEXTS

if TYPE_CHECKING:
    from lessons.questions.base import Question


def again(*written: Question) -> list[Question]:
    outcome = read_gift(write_gift(written).text.encode())
    assert outcome.rejected == outcome.skipped == ()  # type: ignore[comparison-overlap]
    return [each.question for each in outcome.questions]


@given(questions(), st.data())
def test_every_question_that_gift_can_say_comes_back_and_grades_the_same(
    question: Question, data: st.DataObject
) -> None:
    parts, _ = flattened([question])
    parts = tuple(part for part in parts if not write_gift([part]).left_out)
    for old, new in zip(parts, again(*parts), strict=True):
        assert old.kind == new.kind
        names = renamed(old, new)
        assert new.grade(translated(old.full_key(), names)).right
        given_answer = data.draw(answers(old))
        assert new.grade(translated(given_answer, names)) == old.grade(given_answer)
        assert write_question(new)


@given(TEXTS)
def test_signs_of_the_format_come_back(text: str) -> None:
    assume("->" not in text)
    typed = ShortText(head(), (Accepted((text,)),))
    assert again(typed)[0].grade(text).right


def test_feedback_explanation_and_lines_come_back() -> None:
    asked = replace(head(), text="Satu: {x} ~ y\n\nDua = # 3", explanation="Sebab: {a}\n\nb")
    question = SingleChoice(replace(asked, title="Judul: x"), options("a", "ab"))
    (found,) = again(question)
    assert found.head.text == asked.text
    assert found.head.explanation == asked.explanation
    assert found.head.title == "Judul: x"
    assert found.feedback("b") == ("Umpan b",)


@pytest.mark.parametrize("statement", [True, False])
def test_feedback_on_true_and_false(statement: bool) -> None:
    (found,) = again(TrueFalse(head(), statement, "benar", "salah"))
    assert found.feedback("benar") == ("benar",)
    assert found.feedback("salah") == ("salah",)


def test_an_arrow_in_a_left_side_parts_nothing() -> None:
    question = Matching(head(), (Pair("a", "x -> y", "1"), Pair("b", "z", "2 -> 3")), ())
    (found,) = again(question)
    assert isinstance(found, Matching)
    assert [pair.right for pair in found.pairs] == ["1", "2 -> 3"]


def test_what_is_lost_is_told() -> None:
    asked = replace(head(), text="![x](img/x.png)", weight=3, level=Level.HARD)
    exported = write_gift([TrueFalse(asked, True, "", "")])
    said = " ".join(exported.changed)
    assert all(word in said for word in ("gambar", "bobot", "tingkat"))


@pytest.mark.parametrize(
    "question",
    [
        MultipleChoice(head(), options("ab"), Scoring.ALL),
        ShortText(head(), (Accepted(("a -> b",)),)),
    ],
)
def test_what_gift_can_not_say_is_left_out(question: Question) -> None:
    exported = write_gift([question])
    assert "ditinggalkan" in exported.left_out[0]
    assert "::" not in exported.text
