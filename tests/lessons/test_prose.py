from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.prose import Sentence, sentences_of, words_of


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("Satu dua. Tiga!\nEmpat\nlima?", ["Satu dua.", "Tiga!", "Empat lima?"]),
        ("Pukul 14.30 di Jl. Sudirman No. 5.", ["Pukul 14.30 di Jl. Sudirman No. 5."]),
        ("Oleh H. Amir, S.H. dari RT 3.", ["Oleh H. Amir, S.H. dari RT 3."]),
        ("Ia berkata, “Masuk.” Lalu diam.", ["Ia berkata, “Masuk.”", "Lalu diam."]),
        ("- satu\n- dua tiga\n1. empat", ["satu", "dua tiga", "empat"]),
        ("- [x] sudah\n> kutip\n> lanjut", ["sudah", "kutip", "lanjut"]),
        ("## Judul {#a}\nIsi [surat](#a) **tebal**[^1].", ["Isi surat tebal."]),
        ("| a | b |\n|---|---|\n| c | d |", []),
        ("```\nkode.\n```\n![Peta](img/a.png)\n---\n", []),
        ('!!! contoh "Kasus"\n    Isi kotak.\n', ["Isi kotak."]),
        ("", []),
    ],
)
def test_what_people_read_as_sentences(body: str, texts: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(body)] == texts


def test_the_line_on_which_a_sentence_begins() -> None:
    body = "Satu\ndua. Tiga\nempat.\n\nLima. Enam."
    assert [(each.line, each.text) for each in sentences_of(body, 10)] == [
        (10, "Satu dua."),
        (11, "Tiga empat."),
        (14, "Lima."),
        (14, "Enam."),
    ]


def test_words_and_figures() -> None:
    assert words_of("Rp3.000, sehari-hari (3 × 24) jum'at!") == (
        "Rp3.000",
        "sehari-hari",
        "3",
        "24",
        "jum'at",
    )
    assert Sentence(1, "Satu dua.").words() == ("Satu", "dua")


@given(st.text(st.sampled_from('aB1. !?\n>|-#*`[]()"”~:'), max_size=300))
def test_no_word_is_counted_twice_and_lines_exist(body: str) -> None:
    found = sentences_of(body)
    assert sum(len(each.words()) for each in found) <= len(words_of(body)) + body.count("*")
    assert all(1 <= each.line <= body.count("\n") + 1 for each in found)
