"""An end test whose key is not on the PC waits, on every page, until the server has graded it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.navigator import CourseOverview, Home, QuizResult, QuizRun
from lessons.exchange.messages import Rejection, Reply, Verdict
from lessons.packages.packing import pack
from lessons.records import AttemptFinished
from lessons.shelf import Shelf
from tests.lessons.packages.making import CLIENT, KEY, course_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.ui.learning.office import Office

COURSE, QUIZ = "ASN-99", "asn-99-akhir"


@pytest.fixture
def office(start: Callable[[Path], Office], tmp_path: Path) -> Office:
    """A PC with a course that was installed from its package for PCs, which holds no key."""
    source, bundled, data = (tmp_path / name for name in ("sumber", "bawaan", "data"))
    for folder in (source, bundled, data):
        folder.mkdir()
    shelf = Shelf(bundled, data)
    shelf.keys_file.write_text(f"{KEY.public}\n", "utf-8")
    package = tmp_path / "kursus.paket"
    pack(course_folder(source, keys="pusat"), KEY, package)
    shelf.install(package, CLIENT)
    return start(bundled)


def send(office: Office) -> QuizResult:
    """Answer the first option of each question, without its page, and send."""
    running = office.wait_for(office.study.begin(COURSE, QUIZ, office.backend))
    for form in running.forms:
        answer = [form.choices[0].id] if form.kind == "multiple-choice" else form.choices[0].id
        office.wait_for(
            office.study.keep_answer(running.attempt.id, form.question, answer, 5, office.backend)
        )
    record = office.wait_for(office.study.send(running, 9, office.backend))
    return QuizResult(COURSE, QUIZ, record.id)


def hear(office: Office, score: int | None) -> None:
    """The server takes everything and says this score; or refuses the last record if None."""
    sent = office.records()
    last = len(sent)
    if score is None:
        refusal = Rejection(index=last - 1, reason="unknown-learner", seq=last)
        reply = Reply(parcel="0" * 16, accepted=((1, last - 1),), rejected=(refusal,))
    else:
        verdict = Verdict(seq=last, score=score)
        reply = Reply(parcel="0" * 16, accepted=((1, last),), verdicts=(verdict,))
    office.run(lambda store: store.apply_reply(sent, reply))
    office.settle()


def test_the_result_waits_without_pass_or_fail(office: Office) -> None:
    office.show(send(office))
    words = office.texts()
    assert "Menunggu penilaian\nJawaban Anda dinilai server BKPSDM sesudah terkirim." in words
    assert "Nilai batas lulus 70." in words
    assert "Nilai Anda" not in words
    assert "Belum lulus" not in words
    assert not office.is_shown("reread_card")
    sent = office.records()[-1].body
    assert isinstance(sent, AttemptFinished)
    assert sent.claim is None


@pytest.mark.parametrize(("score", "must"), [(80, "Lulus"), (50, "Belum lulus")])
def test_the_result_follows_when_the_grade_comes(office: Office, score: int, must: str) -> None:
    office.show(send(office))
    hear(office, score)
    words = office.texts("verdict_card")
    assert f"\n{must}\nNilai Anda {score}. Nilai batas lulus 70." in words
    assert "Menunggu penilaian" not in words
    assert not office.is_shown("reread_card")
    assert ("Anda memperoleh 1 JP" in words) == (must == "Lulus")


def test_course_and_home_wait_too_and_follow(office: Office) -> None:
    office.run(lambda store: store.finish_lesson(office.learner.id, COURSE, 1, "asn-99-01", 60))
    office.run(lambda store: store.finish_lesson(office.learner.id, COURSE, 1, "asn-99-02", 60))
    send(office)
    office.show(CourseOverview(COURSE))
    card = f"exam_card_{QUIZ}"
    assert "Menunggu penilaian" in office.texts(card)
    assert "dinilai server BKPSDM" in office.texts(card)
    office.show(Home())
    assert "Menunggu penilaian" in office.texts(f"course_card_{COURSE}")
    assert "Menunggu penilaian" in office.texts("continue_card")
    assert not office.is_shown("continue_button")
    hear(office, 50)
    assert "Belum lulus, nilai terbaik 50" in office.texts(f"course_card_{COURSE}")
    assert office.is_shown("continue_button")
    send(office)
    office.settle()
    assert "nilai terbaik 50; percobaan terakhir menunggu penilaian" in office.texts(
        f"course_card_{COURSE}"
    )
    hear(office, 90)
    assert "Lulus, nilai 90" in office.texts(f"course_card_{COURSE}")


def test_a_refused_one_is_not_said_to_wait(office: Office) -> None:
    office.show(send(office))
    hear(office, None)
    words = office.texts("verdict_card")
    assert "Belum dinilai\nServer tidak menilai jawaban ini." in words
    assert "ditolak server" in words


def test_it_is_taken_with_the_same_page_as_any_other(office: Office) -> None:
    office.show(QuizRun(COURSE, QUIZ))
    while not office.is_shown("send_button"):
        office.click("next_button")
    office.click("send_button")
    office.click("send_anyway_button")
    assert office.page.objectName() == "result_page"
    assert "Menunggu penilaian" in office.texts()
