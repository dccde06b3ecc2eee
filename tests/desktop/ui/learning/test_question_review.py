"""Each question type looked back on: both answers, in icons and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.kit import Picture
from desktop.ui.navigator import QuizResult
from tests.desktop.ui.learning.test_quiz_every_type import COURSE, QUIZ, WHOLE, forms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lessons.records import RawAnswer
    from tests.desktop.ui.learning.office import Office


@pytest.fixture
def office(start: Callable[[Path], Office]) -> Office:
    return start(WHOLE)


def looked_back(office: Office, kind: str, change: Callable[[RawAnswer], RawAnswer]) -> str:
    """Answer only the question of a type, its key changed, and read its card on the result page."""
    form = next(each for each in forms(office) if each.kind == kind)
    key = office.questions(COURSE, QUIZ)[form.question].full_key()
    running = office.wait_for(office.study.begin(COURSE, QUIZ, office.backend))
    kept = office.study.keep_answer(
        running.attempt.id, form.question, change(key), 5, office.backend
    )
    office.wait_for(kept)
    record = office.wait_for(office.study.send(running, 9, office.backend))
    office.show(QuizResult(COURSE, QUIZ, record.id))
    number = forms(office).index(form) + 1
    return office.texts(f"question_review_{number}")


def with_changes(**changes: object) -> Callable[[RawAnswer], RawAnswer]:
    def change(key: RawAnswer) -> RawAnswer:
        assert isinstance(key, dict)
        return {**key, **changes}

    return change


def test_pairs_tell_both_right_sides(office: Office) -> None:
    def swap(key: RawAnswer) -> RawAnswer:
        assert isinstance(key, dict)
        return {"a": key["b"], "c": key["c"]}

    words = looked_back(office, "matching", swap)
    assert "Jawaban Anda tepat sebagian" in words
    wrong = (
        "<b>Rp10.000.000 atau lebih</b>\nJawaban Anda: Penuntut umum\nJawaban yang tepat: Penerima"
    )
    assert f"{wrong}\nBelum tepat" in words
    right = "<b>Di bawah Rp10.000.000</b>\nJawaban yang tepat: Penuntut umum\nBelum dijawab"
    assert right in words
    assert "<b>Rp25.000.000</b>\nJawaban Anda: Penerima\nTepat" in words


def test_an_order_tells_both_orders(office: Office) -> None:
    def swap(key: RawAnswer) -> RawAnswer:
        assert isinstance(key, list)
        return [key[1], key[0], *key[2:]]

    words = looked_back(office, "ordering", swap)
    first = "<b>Urutan 1</b>\nJawaban Anda: Isi laporan\nJawaban yang tepat: Catat pemberian"
    assert first in words
    assert "<b>Urutan 4</b>\nJawaban Anda: Tunggu keputusan KPK\nTepat" in words


@pytest.mark.parametrize(
    ("typed", "verdict", "row"),
    [
        ("30 hari kerja", "Jawaban Anda tepat", "Tepat"),
        ("25", "Jawaban Anda tepat sebagian", "Tepat sebagian"),
        ("31", "Jawaban Anda belum tepat", "Belum tepat"),
        ("3.0", "Angka tidak terbaca, sehingga bernilai 0", "Angka tidak terbaca"),
    ],
)
def test_a_number_tells_what_was_typed_and_its_unit(
    office: Office, typed: str, verdict: str, row: str
) -> None:
    words = looked_back(office, "number", lambda _: typed)
    assert verdict in words
    assert f"Jawaban Anda: {typed}" in words
    assert words.split("\n").count(row) == 1
    assert ("Jawaban yang tepat: 30 hari kerja" in words) == (row != "Tepat")


def test_a_text_is_shown_as_typed_and_never_as_markup(office: Office) -> None:
    words = looked_back(office, "short-text", lambda _: "<b>*Polisi*</b>")
    assert "Jawaban Anda: &lt;b&gt;*Polisi*&lt;/b&gt;" in words
    assert "Jawaban yang tepat: Komisi Pemberantasan Korupsi <i>atau</i> KPK" in words


def test_gaps_are_shown_in_their_place_and_one_by_one(office: Office) -> None:
    words = looked_back(office, "gaps", with_changes(**{"2": "<20>", "3": "libur"}))
    assert "(2) <b><u>&nbsp;&lt;20&gt;&nbsp;</u></b> hari (3) <b><u>&nbsp;libur" in words
    assert "[[" not in words
    assert "<b>Isian 1</b>\nJawaban Anda: KPK" in words
    assert "<b>Isian 3</b>\nJawaban Anda: libur\nJawaban yang tepat: kerja\nBelum tepat" in words


def test_a_case_is_looked_back_on_part_by_part(office: Office) -> None:
    words = looked_back(office, "case", with_changes(sifat="b", jumlah="2.5"))
    assert "Jawaban Anda tepat sebagian" in words
    parts = words.split("Bagian ")[1:]
    assert [part.split("\n")[0] for part in parts] == [
        "1 dari 4: Sifat pemberian",
        "2 dari 4: Jumlah di atas batas",
        "3 dari 4: Tindakan",
        "4 dari 4: Kewajiban Bu Melati",
    ]
    assert "Pilihan Anda" in parts[0]
    assert "Gaji dibayar oleh kantor." in parts[0]
    assert "Angka tidak terbaca, sehingga bernilai 0" in parts[1]
    assert "<b>Pembahasan:</b> Batas pembuktian" in parts[1]
    assert "<b>Urutan 3</b>\nJawaban Anda: Mengirim laporan\nTepat" in parts[2]
    assert "Jawaban Anda tepat" in parts[3]
    assert words.count("Gaji dibayar oleh kantor.") == 1


def test_every_verdict_has_an_icon_beside_its_words(office: Office) -> None:
    looked_back(office, "gaps", with_changes(**{"2": "20"}))
    number = next(n for n, form in enumerate(forms(office), 1) if form.kind == "gaps")
    card = office.find(f"question_review_{number}")
    for place in (1, 2, 3):
        row = card.findChild(type(card), f"said_{place}")
        assert row is not None
        assert row.findChild(Picture) is not None


def test_what_a_case_missed_leads_to_its_heading(office: Office) -> None:
    looked_back(office, "case", with_changes(sifat="b"))
    office.click("reread_asn-98-01_mengenali")
    assert office.page.objectName() == "reader_page"
