"""Moodle XML as Moodle's own importer means it."""

from __future__ import annotations

import base64
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.importers.moodle_xml import read_moodle_xml
from lessons.importers.outcome import Imported, Outcome, UnreadableFile
from lessons.questions.base import Level
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.ordering import Ordering
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from lessons.questions.base import Question

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


def question(kind: str, inside: str, text: str = "Apa?") -> str:
    return (
        f'<question type="{kind}"><name><text>Judul</text></name>'
        f'<questiontext format="html"><text>{text}</text></questiontext>{inside}</question>'
    )


def answer(percent: str, text: str, feedback: str = "") -> str:
    return (
        f'<answer fraction="{percent}"><text>{text}</text>'
        f"<feedback><text>{feedback}</text></feedback></answer>"
    )


def read(*questions: str) -> Outcome:
    return read_moodle_xml(f"<quiz>{''.join(questions)}</quiz>".encode())


def imported(kind: str, inside: str, text: str = "Apa?") -> Imported:
    outcome = read(question(kind, inside, text))
    assert not outcome.rejected, outcome.rejected
    return outcome.questions[0]


def one(kind: str, inside: str, text: str = "Apa?") -> Question:
    return imported(kind, inside, text).question


def reason(kind: str, inside: str, text: str = "Apa?") -> str:
    outcome = read(question(kind, inside, text))
    assert not outcome.questions
    return outcome.rejected[0].reason


def test_single_choice_keeps_parts_and_feedback() -> None:
    answers = answer("100", "ya", "Tepat") + answer("33.33333", "kurang") + answer("-50", "tidak")
    found = one("multichoice", f"<single>true</single>{answers}")
    assert isinstance(found, SingleChoice)
    assert [option.right for option in found.options] == [True, False, False]
    assert [found.grade(letter).score for letter in "abc"] == [1, Fraction(1, 3), 0]
    assert found.feedback("a") == ("Tepat",)


def test_a_choice_is_single_unless_it_says_that_it_is_not() -> None:
    assert isinstance(one("multichoice", answer("100", "a") + answer("0", "b")), SingleChoice)


@pytest.mark.parametrize("word", ["false", "0", ""])
def test_several_right_options_that_cancel_out(word: str) -> None:
    answers = answer("50", "a") + answer("50", "b") + answer("-50", "c")
    found = one("multichoice", f"<single>{word}</single>{answers}")
    assert isinstance(found, MultipleChoice)
    assert (found.scoring, {option.value for option in found.options}) == (
        Scoring.PER_OPTION,
        {None},
    )


def test_weights_that_a_course_does_not_count_by_itself_are_kept() -> None:
    thirds = "".join(answer("33.33", letter) for letter in "abc") + answer("0", "d")
    found = one("multichoice", f"<single>false</single>{thirds}")
    assert found.grade(["a", "b", "c", "d"]).score == 1
    assert found.grade(["a", "d"]).score == Fraction(1, 3)


def test_the_plugin_for_all_or_nothing() -> None:
    found = one("multichoiceset", answer("100", "a") + answer("100", "b") + answer("0", "c"))
    assert found.grade(["a"]).score == 0
    assert found.grade(["a", "b"]).score == 1


def test_the_plugin_of_the_open_university_counts_per_option() -> None:
    found = imported("oumultiresponse", answer("100", "a") + answer("100", "b") + answer("0", "c"))
    assert found.question.grade(["a", "c"]).score == 0
    assert found.question.grade(["a"]).score == Fraction(1, 2)
    assert len(found.notes) == 1
    assert reason("oumultiresponse", answer("0", "a") + answer("0", "b"))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<single>false</single>" + answer("50", "a") + answer("0", "b"), "100%"),
        (answer("100", "&lt;br&gt;") + answer("0", "b"), "ditampilkan"),
        ("".join(answer("0", str(number)) for number in range(30)) + answer("100", "x"), "26"),
    ],
)
def test_options_that_a_course_can_not_have_are_told(inside: str, said: str) -> None:
    assert said in reason("multichoice", inside)


def test_a_question_without_text_is_rejected() -> None:
    assert "pertanyaan" in reason("multichoice", answer("100", "a") + answer("0", "b"), "")


def test_an_ordering_of_part_of_the_items_is_noted_and_of_one_rejected() -> None:
    items = answer("1", "satu") + answer("2", "dua")
    found = imported("ordering", f"<selecttype>RANDOM</selecttype>{items}")
    assert "sebagian butir" in found.notes[0]
    assert reason("ordering", answer("1", "satu"))


@pytest.mark.parametrize(
    "answers",
    [
        answer("50", "a") + answer("0", "b"),
        answer("100", "a") + answer("100", "b"),
        answer("100", "a"),
        answer("banyak", "a") + answer("100", "b"),
        answer("900", "a") + answer("100", "b"),
        "",
    ],
)
def test_choices_without_one_right_option_are_rejected(answers: str) -> None:
    assert reason("multichoice", answers)


def test_true_false_in_either_order_and_in_the_words_of_an_old_site() -> None:
    right = answer("0", "false", "Bukan") + answer("100", "true", "Ya")
    found = one("truefalse", right)
    assert isinstance(found, TrueFalse)
    assert (found.statement, found.feedback_true, found.feedback_false) == (True, "Ya", "Bukan")
    assert one("truefalse", answer("0", "Vero") + answer("100", "Falso")).full_key() == "salah"
    assert reason("truefalse", answer("0", "true") + answer("0", "false"))


def test_matching_with_a_distractor() -> None:
    def side(left: str, right: str) -> str:
        return (
            f'<subquestion format="html"><text>{left}</text>'
            f"<answer><text>{right}</text></answer></subquestion>"
        )

    found = one("matching", side("a", "1") + side("", "3") + side("b", "2 * 2") + side("", ""))
    assert isinstance(found, Matching)
    assert [(pair.left, pair.right) for pair in found.pairs] == [("a", "1"), ("b", "2 \\* 2")]
    assert [each.right for each in found.distractors] == ["3"]
    assert reason("matching", side("a", "1"))
    assert reason("matching", side("a", "1") + side("b", "2") + side("c", ""))


def test_ordering_is_by_the_order_of_the_file() -> None:
    items = answer("1.0", "satu") + answer("2.0", "dua") + answer("3.0", "tiga")
    same = imported("ordering", f"<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>{items}")
    assert isinstance(same.question, Ordering)
    assert [item.text for item in same.question.items] == ["satu", "dua", "tiga"]
    assert same.notes == ()
    other = imported("ordering", f"<gradingtype>ABSOLUTE_POSITION</gradingtype>{items}")
    assert "Cara nilai" in other.notes[0]


def test_what_is_no_question_is_skipped_and_what_is_unknown_rejected() -> None:
    kinds = ("category", "description", "essay", "calculated", "random", "ddimageortext", "")
    outcome = read(*(question(kind, "") for kind in kinds))
    assert [each.kind for each in outcome.skipped] == ["category", "description", "essay"]
    assert len(outcome.rejected) == 4


def test_texts_keep_their_formats() -> None:
    inside = answer("100", "a") + answer("0", "b")
    for written, text, shown in (
        ("html", "&lt;b&gt;x&lt;/b&gt; &lt;i&gt;y&lt;/i&gt;", "**x** *y*"),
        ("markdown", "**x** y", "**x** y"),
        ("plain_text", "a * b &lt;c&gt;", "a \\* b &lt;c>"),
        ("moodle_auto_format", "x\ny", "x\n\ny"),
    ):
        source = question("multichoice", inside, text).replace('"html"', f'"{written}"')
        assert read(source).questions[0].question.head.text == shown, written


def test_explanation_weight_level_and_title() -> None:
    inside = (
        "<generalfeedback><text>Sebab</text></generalfeedback><defaultgrade>3.0000000</defaultgrade>"
        "<tags><tag><text>tingkat:sulit</text></tag></tags>"
    )
    found = one("multichoice", inside + answer("100", "a") + answer("0", "b")).head
    assert (found.title, found.explanation, found.weight, found.level) == (
        "Judul",
        "Sebab",
        3,
        Level.HARD,
    )


@pytest.mark.parametrize("grade", ["2.5", "0", "11", "x"])
def test_a_weight_that_a_course_can_not_say_is_noted(grade: str) -> None:
    inside = f"<defaultgrade>{grade}</defaultgrade>" + answer("100", "a") + answer("0", "b")
    found = imported("multichoice", inside)
    assert found.question.head.weight == 1
    assert grade in found.notes[0]


def test_pictures_come_in_by_file_and_by_address() -> None:
    data = base64.b64encode(PNG).decode()
    text = (
        '<![CDATA[<img src="@@PLUGINFILE@@/peta%20kota.png" alt="Peta">'
        f'<img src="data:image/png;base64,{data}" alt="Sama">'
        '<img src="http://x/y.png" alt="Jauh">]]>'
        f'</text><file name="peta kota.png" path="/" encoding="base64">{data}</file><text>'
    )
    outcome = read(question("multichoice", answer("100", "a") + answer("0", "b"), text))
    shown = outcome.questions[0].question.head.text
    assert "![Peta](img/peta-kota.png)" in shown
    assert "Jauh" in shown
    assert [name for name, _ in outcome.pictures] == ["peta-kota.png"]
    assert any("http://x/y.png" in note for note in outcome.questions[0].notes)


def test_the_picture_of_the_oldest_files() -> None:
    data = base64.b64encode(PNG).decode()
    inside = f"<image>peta.png</image><image_base64>\n{data}\n</image_base64>"
    found = read(question("multichoice", inside + answer("100", "a") + answer("0", "b")))
    assert "(img/peta.png)" in found.questions[0].question.head.text
    assert found.pictures == (("peta.png", PNG),)


GOOD = question("truefalse", answer("100", "true") + answer("0", "false"))


def test_one_broken_question_takes_none_with_it() -> None:
    broken = '<question type="essay"><name><b></name></question>'
    outcome = read_moodle_xml(f"<quiz>\n{GOOD}\n{broken}\n{GOOD}\n</quiz>".encode())
    assert [each.line for each in outcome.questions] == [2, 4]
    assert [each.line for each in outcome.rejected] == [3]


def test_a_file_that_ends_early_keeps_what_came_before() -> None:
    outcome = read_moodle_xml(f"<quiz>{GOOD}\n{GOOD[:60]}".encode())
    assert [each.line for each in outcome.questions] == [1]
    assert [each.line for each in outcome.rejected] == [2]


@pytest.mark.parametrize("data", [b"", b"x", b"<html></html>", b"<quiz", b"<!DOCTYPE quiz><quiz/>"])
def test_what_is_no_quiz_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_moodle_xml(data)


def test_an_empty_quiz_has_nothing() -> None:
    assert read() == Outcome("moodle-xml")


SAMPLE = (
    f"<quiz>\n{GOOD}\n"
    + question("multichoice", answer("100", "<![CDATA[<b>a</b>]]>") + answer("0", "&nbsp;b"))
    + question("cloze", "", "{1:SA:=a~%50%b#c} {2:NM:=1:0,5} {1:MC:~a~=b}")
    + "</quiz>"
).encode()


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    only_refused(data)


@given(st.data())
def test_any_change_to_a_file(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SAMPLE)))
    length = data.draw(st.integers(0, 30))
    new = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"<![CDATA[", b"]]>", b"&x;"]))
    )
    only_refused(SAMPLE[:start] + new + SAMPLE[start + length :])


def only_refused(data: bytes) -> None:
    with suppress(UnreadableFile):
        outcome = read_moodle_xml(data)
        assert all(each.line >= 1 for each in outcome.questions)
        assert all(each.line >= 1 and each.reason for each in outcome.rejected)
