"""Moodle's embedded answers."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lessons.importers.cloze import Alternative, Embedded, split


def only(text: str) -> Embedded:
    pieces = [piece for piece in split(text) if isinstance(piece, Embedded)]
    assert len(pieces) == 1
    return pieces[0]


def test_text_and_answers_in_their_order() -> None:
    assert split("Satu {1:SA:=dua} tiga") == (
        "Satu ",
        Embedded("shortanswer", 1, False, (Alternative(Fraction(1), "dua", ""),)),
        " tiga",
    )


def test_shares_feedback_and_weight() -> None:
    found = only("{2:SHORTANSWER_C:=Suap#Tepat~%50%Sogok#Hampir~%-33,3%x}")
    assert (found.weight, found.case_sensitive) == (2, True)
    assert found.alternatives == (
        Alternative(Fraction(1), "Suap", "Tepat"),
        Alternative(Fraction(1, 2), "Sogok", "Hampir"),
        Alternative(Fraction(-333, 1000), "x", ""),
    )


def test_what_is_escaped_or_an_entity_ends_nothing() -> None:
    found = only(r"{:MC:=a\}b\#c\~d&#39;e&amp;~f}")
    assert [each.text for each in found.alternatives] == ["a}b#c~d'e&~f"]


def test_a_hash_in_feedback_is_text() -> None:
    assert only("{1:SA:=a#b#c}").alternatives[0].feedback == "b#c"


def test_a_leading_tilde_begins_the_first_answer() -> None:
    found = only("{1:MULTICHOICE_VS:~a~=b}")
    assert [each.text for each in found.alternatives] == ["a", "b"]


def test_kinds() -> None:
    words = {"NM": "numerical", "MCS": "choice", "MRHS": "multiresponse", "MW": "shortanswer"}
    for word, kind in words.items():
        assert only(f"{{1:{word}:=1~2}}").kind == kind


def test_what_is_not_closed_or_unknown_stays_text() -> None:
    for text in ("{1:SA:=x", "{1:XX:=x}", "{#1}", "{1:SA}"):
        assert split(text) == (text,)


@given(st.text(st.sampled_from("{}1:SAMCN=~#%\\&;5 x"), max_size=60))
def test_nothing_is_lost_or_raised(text: str) -> None:
    pieces = split(text)
    outside = [piece for piece in pieces if isinstance(piece, str)]
    assert len(outside) == (len(pieces) + 1) // 2
    assert all(piece in text for piece in outside)
