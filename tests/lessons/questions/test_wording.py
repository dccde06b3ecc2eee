from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.questions.wording import normalise


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("KPK", "kpk"),
        ("K.P.K.", "k p k"),
        ("  Kota   Dumai ", "kota dumai"),
        ("kota\tdumai\n", "kota dumai"),
        ("E-KTP", "e ktp"),
        ("“Dumai”", "dumai"),
        ("Ｄｕｍａｉ", "dumai"),
        ("Straße", "strasse"),
        ("ﬁle", "file"),
        ("du\u200bmai\u00ad", "dumai"),
        ("cafe\u0301", "café"),
        ("kota\u00a0dumai", "kota dumai"),
        ("100%", "100"),
        ("Jum'at", "jum at"),
        ("Jum’at", "jum at"),
        ("Jum´at", "jum at"),
        ("Jum`at", "jum at"),
        ("Jumʼat", "jum at"),
        ("e\u200b\u0301", "é"),
        ("ya\ufe0f", "ya"),
        ("e–ktp", "e ktp"),
        ("...", ""),
    ],
)
def test_capitals_punctuation_and_spaces_do_not_count(typed: str, same: str) -> None:
    assert normalise(typed) == same


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        *(("Dumai", "Dumay"), ("Dumai", "Duma"), ("Dumai", "Du mai"), ("café", "cafe"), ("1", "l")),
        *(("C++", "C"), ("5°", "5"), ("30", "3O"), ("Dumai", "Dumаi"), ("", "x")),
        *(("½", "1/2"), ("1½", "11/2"), ("İstana", "istana"), ("ı", "i"), ("Jumat", "Jum'at")),
    ],
)
def test_a_near_miss_is_another_text(typed: str, other: str) -> None:
    assert normalise(typed) != normalise(other)


@given(st.text())
def test_comparing_again_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
