"""Missing words and embedded answers of Moodle XML."""

from __future__ import annotations

import pytest

from lessons.questions.gaps import Gap, Gaps
from tests.lessons.importers.test_moodle_xml import imported, one, reason


def words(tag: str, *pairs: tuple[str, str]) -> str:
    return "".join(
        f"<{tag}><text>{text}</text><group>{group}</group></{tag}>" for text, group in pairs
    )


@pytest.mark.parametrize("kind", [("gapselect", "selectoption"), ("ddwtos", "dragbox")])
def test_words_are_chosen_from_their_group(kind: tuple[str, str]) -> None:
    inside = words(kind[1], ("kucing", "1"), ("tidur", "2"), ("anjing", "1"), ("makan", "2"))
    found = one(kind[0], inside, "Si [[3]] lalu [[4]] dan [[3]].")
    assert isinstance(found, Gaps)
    assert found.head.text == "Si [[1]] lalu [[2]] dan [[3]]."
    assert found.gaps == (
        Gap("1", ("anjing",), ("kucing",)),
        Gap("2", ("makan",), ("tidur",)),
        Gap("3", ("anjing",), ("kucing",)),
    )


def test_a_group_of_one_word_offers_all() -> None:
    found = imported("gapselect", words("selectoption", ("a", "1"), ("b", "2")), "x [[1]]")
    assert isinstance(found.question, Gaps)
    assert found.question.gaps == (Gap("1", ("a",), ("b",)),)
    assert len(found.notes) == 1


@pytest.mark.parametrize("text", ["x", "[[3]]", "[[0]]"])
def test_places_without_a_word_are_rejected(text: str) -> None:
    assert reason("gapselect", words("selectoption", ("a", "1"), ("b", "1")), text)


def test_embedded_answers_become_gaps() -> None:
    found = imported(
        "cloze",
        "",
        "Lapor {1:SA:=30~tiga puluh~%100%Tiga puluh} hari {1:MC:kalender~=kerja#ya}"
        " ke {2:NM:=1500}",
    )
    assert isinstance(found.question, Gaps)
    assert found.question.head.text == "Lapor [[1]] hari [[2]] ke [[3]]"
    assert found.question.gaps == (
        Gap("1", ("30", "Tiga puluh")),
        Gap("2", ("kerja",), ("kalender",)),
        Gap("3", ("1500", "1.500")),
    )
    assert len(found.notes) == 2


def test_what_gaps_can_not_say_is_noted() -> None:
    found = imported("cloze", "", "{2:SAC:=Suap~%50%Sogok} {1:SA:=2 \\* 3}")
    assert found.question.grade({"1": "suap", "2": "2 * 3"}).right
    assert len(found.notes) == 3


def test_text_that_looks_like_a_gap_is_none() -> None:
    found = one("cloze", "", "Lihat [[7]]: {1:SA:=ya}")
    assert isinstance(found, Gaps)
    assert [gap.id for gap in found.gaps] == ["1"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tidak ada", "isian"),
        ("{1:SA:=x", "isian"),
        ("{1:NM:=5:1}", "toleransi"),
        ("{1:NM:=-5}", "di bawah nol"),
        ("{1:NM:=lima}", "bukan bilangan"),
        ("{1:MR:=a~=b~c}", "beberapa pilihan sekaligus"),
        ("{1:MC:=a~=b~c}", "beberapa pilihan yang benar"),
        ("{1:MC:=a}", "dua pilihan"),
        ("{1:SA:=Sua*}", "sembarang teks"),
        ("{1:SA:*}", "kunci"),
        ("{1:SA:%50%x}", "kunci"),
        ("{1:SA:=!?}", "tanda baca"),
        ("&lt;style&gt;{1:SA:=x}&lt;/style&gt;", "tempat"),
    ],
)
def test_what_is_no_gap_is_rejected_with_its_reason(text: str, said: str) -> None:
    assert said in reason("cloze", "", text)
