"""What is exported to Moodle XML comes back and grades the same."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import defusedxml.ElementTree as ElementTree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.exporters.moodle_xml import write_moodle_xml
from lessons.exporters.parts import flattened
from lessons.importers.moodle_xml import read_moodle_xml
from lessons.questions.base import Head
from lessons.questions.case import Case
from lessons.questions.gaps import Gap, Gaps
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.number import Number, Range
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from lessons.quiz_writer import write_question
from tests.lessons.building import head, options, questions
from tests.lessons.exporters.alike import answers, renamed, translated
from tests.lessons.importers.test_pictures import PNG

if TYPE_CHECKING:
    from lessons.questions.base import Question

NOWHERE = Path("no-such-folder")


def again(*written: Question) -> list[Question]:
    exported = write_moodle_xml(written, NOWHERE)
    assert exported.left_out == ()
    outcome = read_moodle_xml(exported.text.encode())
    assert outcome.rejected == ()
    return [each.question for each in outcome.questions]


@given(questions(), st.data())
def test_every_question_comes_back_and_grades_the_same(
    question: Question, data: st.DataObject
) -> None:
    parts, _ = flattened([question])
    for old, new in zip(parts, again(question), strict=True):
        assert (old.kind, old.head.weight, old.head.level) == (
            new.kind,
            new.head.weight,
            new.head.level,
        )
        names = renamed(old, new)
        assert new.grade(translated(old.full_key(), names)).right
        given_answer = data.draw(answers(old))
        assert new.grade(translated(given_answer, names)) == old.grade(given_answer)
        assert write_question(new)


TEXTS = st.text(st.sampled_from("ab &<>{}[]()*_`~#=:\\|%\"'1.-"), min_size=1, max_size=20).map(
    lambda text: f"a{text}z".replace("`", "'")
)


@given(TEXTS)
def test_signs_of_every_format_come_back(text: str) -> None:
    typed = ShortText(head(), (Accepted((text,)),))
    assert again(typed)[0].grade(text).right
    gaps = Gaps(replace(head(), text="Isi [[1]] dan [[2]]."), (Gap("1", (text,)), CHOICE))
    assert again(gaps)[0].grade({"1": text, "2": "x"}).right


CHOICE = Gap("2", ("x",), ("y", "z"))


def test_a_picture_goes_along(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "peta.png").write_bytes(PNG)
    text = "![Peta](img/peta.png) dan ![Hilang](img/hilang.png) dan ![Luar](../img/peta.png)"
    question = TrueFalse(replace(head(), text=text), True, "", "")
    exported = write_moodle_xml([question], tmp_path)
    assert exported.text.count("<file ") == 1
    assert base64.b64encode(PNG).decode() in exported.text
    outcome = read_moodle_xml(exported.text.encode())
    assert outcome.pictures == (("peta.png", PNG),)
    assert "![Peta](img/peta.png)" in outcome.questions[0].question.head.text


def test_it_is_xml_as_moodle_writes_it() -> None:
    question = SingleChoice(head("lapor"), options("a", "ab"))
    root = ElementTree.fromstring(write_moodle_xml([question], NOWHERE).text)
    found = root.find("question")
    assert found is not None
    assert (root.tag, found.get("type"), found.findtext("idnumber")) == (
        "quiz",
        "multichoice",
        "lapor",
    )
    assert [each.get("fraction") for each in found.findall("answer")] == ["100", "0"]
    assert found.findtext("single") == "true"


def test_shares_are_written_as_moodle_lists_them() -> None:
    question = MultipleChoice(head(), options("abc", "abcd"), Scoring.PER_OPTION)
    text = write_moodle_xml([question], NOWHERE).text
    assert text.count('fraction="33.33333"') == 3
    assert text.count('fraction="-33.33333"') == 1


def test_a_range_is_a_middle_and_a_tolerance() -> None:
    question = Number(head(), (Range(Fraction(80), Fraction(91)),), "hari kerja")
    text = write_moodle_xml([question], NOWHERE).text
    assert "<text>85.5</text>" in text
    assert "<tolerance>5.5</tolerance>" in text
    assert "<unit_name>hari kerja</unit_name>" in text


def test_a_case_is_told_to_be_taken_apart() -> None:
    part = TrueFalse(replace(head("satu"), text="Benarkah?"), True, "", "")
    exported = write_moodle_xml([Case(head("kasus"), (part,))], NOWHERE)
    assert "bagian kasus" in exported.changed[0]
    assert "Teks?\n\nBenarkah?" in exported.text


@pytest.mark.parametrize("text", ["{1:SA:=x}", "{:MC:a~=b}"])
def test_text_that_looks_like_an_embedded_answer_stays_text(text: str) -> None:
    question = Gaps(replace(head(), text=f"{text} [[1]]"), (Gap("1", ("ya",)),))
    found = again(question)[0]
    assert isinstance(found, Gaps)
    assert len(found.gaps) == 1


@dataclass(frozen=True)
class _Stranger:
    """A tenth type of which the export has not heard."""

    head: Head
    kind: str = "later"


def test_a_type_that_nobody_taught_the_export_is_left_out() -> None:
    exported = write_moodle_xml([cast("Question", _Stranger(head()))], NOWHERE)
    assert "later" in exported.left_out[0]


def test_a_plugin_that_moodle_needs_is_told() -> None:
    question = MultipleChoice(head(), options("ab"), Scoring.ALL)
    exported = write_moodle_xml([question], NOWHERE)
    assert 'type="multichoiceset"' in exported.text
    assert "plugin" in exported.changed[0]
