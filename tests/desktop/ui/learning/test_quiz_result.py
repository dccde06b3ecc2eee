from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from desktop.ui.navigator import CourseOverview, QuizResult
from lessons.exchange.messages import Rejection, Reply, Verdict
from tests.desktop.ui.learning.office import COURSES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.ui.learning.office import Office

COURSE = "ASN-99"


def test_a_practice_quiz_is_explained_question_by_question(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-01", right=True))
    words = office.texts()
    assert "Lulus\nNilai Anda 100. Nilai batas lulus 60.\nPercobaan ke-1" in words
    assert "Hasil ini sudah tersimpan di komputer ini. Akan dikirim saat ada internet." in words
    assert words.count("Jawaban Anda tepat") == 3
    assert words.count("Pembahasan:") >= 2
    assert not office.page.findChild(QListWidget)
    assert not office.is_shown("reread_card")


def test_what_was_missed_leads_to_its_heading(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-01", right=False))
    words = office.texts()
    assert "Belum lulus\nNilai Anda 0. Nilai batas lulus 60." in words
    assert "gagal" not in words.lower()
    assert words.count("Belum dijawab") == 3
    office.click("reread_asn-99-01_mencatat")
    assert office.page.objectName() == "reader_page"


def test_a_test_shows_headings_and_no_key(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-akhir", right=False))
    words = office.texts()
    assert "Belum lulus" in words
    assert "Jawaban yang tepat" not in words
    assert not office.is_shown("question_review_1")
    assert office.is_shown("reread_card")
    for question in office.questions(COURSE, "asn-99-akhir").values():
        assert question.head.text not in words


def test_passing_the_end_test_earns_jp_once_a_year(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-akhir", right=True))
    assert "Anda memperoleh 1 JP untuk tahun 2026." in office.texts()
    office.show(office.send(COURSE, "asn-99-akhir", right=True))
    words = office.texts()
    assert "JP pelatihan ini untuk tahun 2026 sudah tercatat sebelumnya." in words
    assert "Percobaan ke-2" in words


def test_says_when_the_server_has_it(office: Office) -> None:
    result = office.send(COURSE, "asn-99-01", right=True)
    sent = office.records()
    reply = Reply(parcel="0" * 16, accepted=((1, len(sent)),))
    office.run(lambda store: store.apply_reply(sent, reply))
    office.show(result)
    assert "Hasil ini sudah diterima server BKPSDM." in office.texts()


def test_says_so_too_when_it_comes_while_the_result_is_read(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-01", right=True))
    sent = office.records()
    reply = Reply(parcel="0" * 16, accepted=((1, len(sent)),))
    office.run(lambda store: store.apply_reply(sent, reply))
    office.settle()
    assert "Hasil ini sudah diterima server BKPSDM." in office.texts()
    assert office.find("to_course_button").hasFocus()


def test_a_round_without_news_leaves_the_result_alone(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-01", right=True))
    card = office.find("verdict_card")
    office.run(lambda store: store.note_try("Server tidak dapat dihubungi."))
    office.settle()
    assert office.find("verdict_card") is card


def test_the_servers_score_wins(office: Office) -> None:
    result = office.send(COURSE, "asn-99-akhir", right=True)
    sent = office.records()
    verdict = Verdict(seq=len(sent), score=50)
    reply = Reply(parcel="0" * 16, accepted=((1, len(sent)),), verdicts=(verdict,))
    office.run(lambda store: store.apply_reply(sent, reply))
    office.show(result)
    assert "Belum lulus\nNilai Anda 50. Nilai batas lulus 70." in office.texts()
    assert "JP untuk tahun" not in office.texts()


def test_says_when_and_why_the_server_refused_it(office: Office) -> None:
    result = office.send(COURSE, "asn-99-01", right=True)
    sent = office.records()
    refusal = Rejection(index=len(sent) - 1, reason="unknown-lesson", seq=len(sent))
    reply = Reply(parcel="0" * 16, accepted=((1, len(sent) - 1),), rejected=(refusal,))
    office.run(lambda store: store.apply_reply(sent, reply))
    office.show(result)
    assert "ditolak server: pelajaran tidak dikenal oleh server." in office.texts()


def test_a_result_that_is_not_here_says_so(office: Office) -> None:
    office.show(QuizResult(COURSE, "asn-99-01", UUID(int=5)))
    assert "Hasil kuis ini tidak ada di komputer ini." in office.texts()
    office.click("home_button")
    assert office.page.objectName() == "home_page"


def test_repeating_begins_a_new_attempt(office: Office) -> None:
    office.show(office.send(COURSE, "asn-99-01", right=True))
    office.click("repeat_button")
    assert office.page.objectName() == "quiz_page"
    assert "Soal 1 dari 3" in office.texts()


def test_leads_back_to_the_course_by_button_and_by_escape(office: Office) -> None:
    result = office.send(COURSE, "asn-99-01", right=True)
    office.show(result)
    office.click("to_course_button")
    assert office.page.objectName() == "course_page"
    office.show(result)
    office.press(Qt.Key.Key_Escape)
    assert office.page.objectName() == "course_page"


PRE_TEST = """---
id: asn-99-awal
jenis: tes-awal
ambil: 1
acak: [soal, opsi]
---
## Kapan mencatat {#awal-kapan uji=asn-99-01#mencatat tingkat=mudah}
Kapan surat masuk dicatat?
- ( ) a) Besok
    > Dicatat pada hari tiba.
- (x) b) Hari ini
    > Tepat.
"""


def test_a_pre_test_measures_and_neither_passes_nor_fails(
    start: Callable[[Path], Office], tmp_path: Path
) -> None:
    shutil.copytree(COURSES / "mini", tmp_path / "courses" / "mini")
    (tmp_path / "courses" / "mini" / "tes-awal.kuis.md").write_text(PRE_TEST, "utf-8")
    office = start(tmp_path / "courses")
    office.show(CourseOverview(COURSE))
    words = office.texts("exam_card_asn-99-awal")
    assert "1 soal · Tanpa batas lulus · Mengukur pengetahuan awal Anda" in words
    office.show(office.send(COURSE, "asn-99-awal", right=False))
    words = office.texts("verdict_card")
    assert "Tes awal selesai\nNilai Anda 0." in words
    assert "ulus" not in words
