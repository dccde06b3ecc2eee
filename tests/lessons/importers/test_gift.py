"""GIFT means what Moodle's own importer takes it for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.importers.finishing import finished
from lessons.importers.gift import read_gift
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.number import Number
from lessons.questions.short_text import ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from lessons.importers.outcome import Imported, Outcome


def _one(text: str) -> Imported:
    outcome, _ = finished(read_gift(text))
    assert outcome.rejected == ()
    assert outcome.skipped == ()
    (imported,) = outcome.questions
    return imported


def _reason(text: str) -> str:
    outcome, _ = finished(read_gift(text))
    assert outcome.questions == ()
    (rejected,) = outcome.rejected
    return rejected.reason


def _titles(outcome: Outcome) -> list[str]:
    return [each.question.head.title for each in outcome.questions]


def test_one_right_option_part_credit_and_feedback() -> None:
    imported = _one("::Ibu kota:: Ibu kota?{\n ~%50%Bandung#hampir\n =Jakarta # benar\n ~Medan\n}")
    question = imported.question
    assert isinstance(question, SingleChoice)
    assert question.head.title == "Ibu kota"
    assert question.head.text == "Ibu kota?"
    assert [each.text for each in question.options] == ["Bandung", "Jakarta", "Medan"]
    assert question.full_key() == "b"
    assert question.grade("a").score == Fraction(1, 2)
    assert question.feedback("b") == ("benar",)


def test_a_negative_weight_of_a_single_choice_is_told() -> None:
    imported = _one("Apa?{=ya ~%-50%tidak}")
    assert imported.question.grade("b").score == 0
    assert any("di bawah 0" in note for note in imported.notes)


def test_weights_without_an_equals_sign_make_a_multiple_choice() -> None:
    question = _one("Dua?{~%50%satu ~%50%dua ~%-100%tiga}").question
    assert isinstance(question, MultipleChoice)
    assert question.grade(["a", "b"]).score == 1
    assert question.grade(["a"]).score == Fraction(1, 2)
    assert question.grade(["a", "b", "c"]).score == 0


@pytest.mark.parametrize("third", ["33.33333", "33.333", "33.33"])
def test_thirds_are_exact(third: str) -> None:
    question = _one(f"Tiga?{{~%{third}%a ~%{third}%b ~%{third}%c ~d}}").question
    assert question.grade(["a", "b", "c"]).score == 1
    assert question.grade(["a"]).score == Fraction(1, 3)


def test_weights_that_do_not_add_up_are_refused() -> None:
    assert "80%" in _reason("Dua?{~%50%a ~%30%b ~c}")
    assert "0%" in _reason("Dua?{~a ~b}")
    assert "100%" in _reason("Singkat{=%50%a =%25%b}")


def test_several_right_answers_of_a_single_choice_are_refused() -> None:
    assert "2 jawaban" in _reason("Dua?{=a =b ~c}")


def test_missing_word() -> None:
    question = _one("Grant is {~buried =entombed ~living} in Grant's tomb.").question
    assert isinstance(question, SingleChoice)
    assert question.head.title == "Grant is _____ in Grant's tomb."
    assert question.head.text == r"Grant is \_\_\_\_\_ in Grant's tomb."


@pytest.mark.parametrize(
    ("answers", "statement"), [("T", True), ("TRUE", True), ("F", False), ("FALSE", False)]
)
def test_true_and_false(answers: str, statement: bool) -> None:
    question = _one(f"Pernyataan.{{{answers}#salah#benar####Sebab}}").question
    assert isinstance(question, TrueFalse)
    assert question.statement is statement
    assert question.feedback(question.full_key()) == ("benar",)
    assert question.feedback("salah" if statement else "benar") == ("salah",)
    assert question.head.explanation == "Sebab"


def test_only_capitals_say_true() -> None:
    assert isinstance(_one("Pernyataan.{True}").question, ShortText)


def test_short_answers() -> None:
    imported = _one("Siapa?{=KPK =%50%Komisi#lengkapi =%0%*#bukan}")
    question = imported.question
    assert isinstance(question, ShortText)
    assert question.grade("kpk").score == 1
    assert question.grade("komisi").score == Fraction(1, 2)
    assert question.feedback("Komisi") == ("lengkapi",)
    assert any("bukan" in note for note in imported.notes)


def test_wildcards_can_not_be_expressed() -> None:
    assert "sembarang" in _reason("Siapa?{=K*K}")
    assert "apa saja" in _reason("Siapa?{=*}")
    assert _one(r"Tanda?{=a \* b}").question.full_key() == "a * b"


@pytest.mark.parametrize(
    ("answers", "right", "wrong"),
    [
        ("#3", "3", "4"),
        ("#3:2", "5", "5,01"),
        ("#1..5", "1", "0,99"),
        ("#3.141..3.142", "3,1415", "3,143"),
        ("#-5..-1", "-3", "3"),
        ("#1e3", "1000", "100"),
        ("# =1822:0 =%50%1822:2 ~#salah", "1822", "1825"),
    ],
)
def test_numbers(answers: str, right: str, wrong: str) -> None:
    question = _one(f"Berapa?{{{answers}}}").question
    assert isinstance(question, Number)
    assert question.grade(right).score == 1
    assert question.grade(wrong).score == 0


def test_a_number_with_a_comma_is_read_and_told() -> None:
    imported = _one("Berapa?{#3,5}")
    assert imported.question.grade("3,5").score == 1
    assert imported.notes


@pytest.mark.parametrize("answers", ["#", "#abc", "#5..1", "#3:", "#3:x", "#=%50%3", "#1e999"])
def test_broken_numbers(answers: str) -> None:
    assert _reason(f"Berapa?{{{answers}}}")


def test_matching_with_distractors() -> None:
    imported = _one("Jodohkan.{=[html]<b>a</b> -> satu =b -> dua\n= -> tiga = -> dua}")
    question = imported.question
    assert isinstance(question, Matching)
    assert [(each.left, each.right) for each in question.pairs] == [("**a**", "satu"), ("b", "dua")]
    assert [each.right for each in question.distractors] == ["tiga"]
    assert imported.notes


def test_broken_pairs() -> None:
    assert "->" in _reason("Jodohkan.{=a -> satu =b}")
    assert "sisi kanan" in _reason("Jodohkan.{=a -> satu =b -> }")
    assert _reason("Jodohkan.{=a -> satu}")


def test_escapes() -> None:
    imported = _one(r"::a\:\:b::Apa \{x\} \= \~ \# \: \\ ?\nBaris{=\=1 ~\~2#\#3}")
    question = imported.question
    assert isinstance(question, SingleChoice)
    assert question.head.title == "a::b"
    assert question.head.text == "Apa {x} = ~ # : \\\\ ?\n\nBaris"
    assert [each.text for each in question.options] == ["=1", "~2"]
    assert question.feedback("b") == ("\\#3",)


def test_formats() -> None:
    text = "{}{{=[plain]<i>*a*</i> ~[markdown]*b* ~[html]<i>c</i> ~d}}"
    for prefix, asked, last in [
        ("[html]<p>Satu<br>dua</p>\n", "Satu\n\ndua", "d"),
        ("[markdown]*Satu* & <u>dua</u>", "*Satu* & dua", "d"),
        ("[plain]<b>Satu</b>", "&lt;b>Satu&lt;/b>", "d"),
        ("[unknown]Satu", "\\[unknown\\]Satu", "d"),
    ]:
        question = _one(text.format(prefix)).question
        assert isinstance(question, SingleChoice)
        assert question.head.text == asked
        options = [each.text for each in question.options]
        assert options == ["&lt;i>\\*a\\*&lt;/i>", "*b*", "*c*", last]


def test_comments_and_lines_are_counted() -> None:
    text = "// satu\n\n// dua\n// [id:x] [tag:y]\n  ::Judul::Apa?{\n// tiga\nT}\n\n\nLain{F}\n"
    outcome = read_gift(text)
    assert [each.line for each in outcome.questions] == [5, 10]
    assert not outcome.rejected
    assert not outcome.skipped


def test_what_is_no_question_is_skipped() -> None:
    outcome = read_gift("// c\n$CATEGORY: a/b\n\nCerita\n\nEsai{}\n\nEsai lain{####x}\n")
    found = [(each.line, each.kind) for each in outcome.skipped]
    assert found == [(2, "category"), (4, "description"), (6, "essay"), (8, "essay")]
    assert not outcome.questions
    assert not outcome.rejected


def test_a_question_that_sticks_to_its_category_is_not_lost_silently() -> None:
    outcome = read_gift("$CATEGORY: a\nApa?{T}\n")
    assert [each.kind for each in outcome.skipped] == ["category"]
    assert [each.line for each in outcome.rejected] == [2]


def test_a_brace_that_is_never_closed_costs_one_question() -> None:
    good = "".join(f"::Soal {number}::Apa?{{T}}\n\n" for number in range(50))
    outcome = read_gift(f"{good}::Rusak::Apa? {{=a\n ~b\n\n{good}Cerita\n")
    assert len(outcome.questions) == 100
    assert [each.line for each in outcome.rejected] == [101]
    assert len(outcome.skipped) == 1


@pytest.mark.parametrize("torn", ["Apa?{=a\n\n~b}", "Apa?{\n=a\n\n~b\n\n~c\n}", "Apa?{\n\n=a ~b }"])
def test_an_empty_line_inside_braces_is_one_rejection(torn: str) -> None:
    outcome = read_gift(f"{torn}\n\nLain{{T}}")
    assert _titles(outcome) == ["Lain"]
    assert [each.line for each in outcome.rejected] == [1]
    assert "baris kosong" in outcome.rejected[0].reason


@pytest.mark.parametrize("broken", ["a } b", "a } b { c", "a { b", "::x:: }{", "{", "}", "{T}"])
def test_braces_that_do_not_fit(broken: str) -> None:
    assert _reason(broken)


def test_two_questions_without_an_empty_line() -> None:
    assert "baris kosong" in _reason("Satu{T}\nDua{F}")


def test_braces_behind_the_answers_are_text() -> None:
    assert _one("Isi {=x ~y} dalam { return 1; }.").question.head.text.endswith("{ return 1; }.")


def test_names_are_cut_as_moodle_cuts_them() -> None:
    text = "kata " * 30
    assert _one(f"{text}{{T}}").question.head.title == "kata " * 15 + "..."
    assert _one("[html]<p>Apa &amp; <b>siapa</b></p>{T}").question.head.title == "Apa & siapa"
    assert _one("::Hanya judul::{T}").question.head.text == "Hanya judul"


def test_ids_are_there_once() -> None:
    outcome, _ = finished(read_gift("::A::x{T}\n\n::A::x{T}\n\n::A-2::x{T}\n\n::…::x{T}"))
    ids = [each.question.head.id for each in outcome.questions]
    assert ids == ["a", "a-2", "a-2-2", "soal"]


def test_lines_that_look_like_answers_stay_text() -> None:
    lines = ["- (x) a) b", "= 5", "A) satu", "1. a) x", "Pembahasan: y", "# judul", "```", "---"]
    text = "[markdown]Apa?\n" + "\n".join(lines).replace("=", "\\=").replace("#", "\\#")
    assert _one(f"{text}{{=a ~b}}").question.head.text.startswith("Apa?")
    plain = text.replace("[markdown]", "[plain]").replace(":", "\\:")
    assert "Pembahasan :" in _one(f"{plain}{{=a ~b}}").question.head.text


def test_latex_becomes_plain_signs_and_is_told() -> None:
    imported = _one(r"Hitung $$x^2 \= \\frac\{1\}\{2\}$$ dan \\(a\\) seharga $5{=a ~$b$}")
    assert any("TeX" in note for note in imported.notes)


def test_embedded_pictures() -> None:
    png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
    source = f'<img src\\="data\\:image/png;base64,{png}RU5ErkJggg\\=\\=" alt\\="Peta">'
    outcome, _ = finished(read_gift(f"[html]Apa ini? {source}{{T}}"))
    ((name, data),) = outcome.pictures
    assert f"![Peta](img/{name})" in outcome.questions[0].question.head.text
    assert data.startswith(b"\x89PNG")


_PIECES = st.sampled_from(
    [
        *"{}=~#%:\\*[]()|<>&$!-_`\n",
        *["::", "->", "..", "####", "\n\n", "//", "%50%", "%-100%", "\\n", "TRUE", "[html]"],
        *[
            "<b>",
            "</b>",
            "<table><tr><td>",
            "<pre>",
            "<li>",
            "```",
            "- (x) a)",
            "= 1",
            "Pembahasan:",
        ],
        *[
            "a",
            "Soal ",
            "3",
            "{T}",
            "{#3:2}",
            "{=a ~b}",
            "{=a->b =c->d}",
            "{=x =%50%y}",
            "$CATEGORY: ",
        ],
        *["$x$", "\\frac", "![a](b)", "[a](#b)", "<!--", "-->", "## ", "1. ", "[[1]]", "{tetap}"],
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_whatever_comes_in_reads_back_and_passes_check(text: str) -> None:
    outcome, written = finished(read_gift(text))
    assert len(written) == len(outcome.questions)
    assert not [each for each in outcome.rejected if not each.reason]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    outcome, _ = finished(read_gift(text + "{=a ~b}"))
    assert outcome.format == "gift"
