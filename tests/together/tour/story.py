"""The acts of the tour on the PC, in order."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.together.sample import ORGANISATION, PEOPLE, UNIT, UNIT_NAME, activation_codes
from tests.together.tour.acting import LEARNER, SECOND, Tour
from tests.together.tour.every_type import take_every_type
from tests.together.tour.evidence import look_at_pc
from tests.together.tour.plan import (
    CHOICES,
    COURSE,
    PASSWORD,
    PC_NAME,
    WRONG,
    planned_answer,
    score,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.course import Quiz

_RECEIVED = "Hasil ini sudah diterima server BKPSDM."
_PATIENCE_SECONDS = 30
_WAITING = "Tersimpan di komputer ini. {} hasil belum terkirim."


def learn(tour: Tour) -> None:
    """From the first start to a synced result, and the next person at the tiles."""
    with tour.report.step("first start, enrolment by code"):
        _enrol(tour)
    with tour.report.step("sign-in by activation code, new password"):
        _sign_in_first(tour)
    with tour.report.step("course page, lesson read by keys"):
        _read(tour)
    with tour.report.step("quiz without network, killed in the middle"):
        tour.network.unplug()
        given = _answer_until_killed(tour)
    with tour.report.step("same question after the kill, quiz sent, result"):
        _go_on(tour, given)
    with tour.report.step("quiz of every question type, killed in the middle of it"):
        take_every_type(tour, waiting=2)
    with tour.report.step("end test without network"):
        _pass_end_test(tour)
    with tour.report.step("network on, sync by the button"):
        _sync(tour)
    with tour.report.step("home with JP, dark theme, lock, next person"):
        _leave(tour)


def _enrol(tour: Tour) -> None:
    code = tour.server.enrolment_code(UNIT)
    tour.stage.open()
    tour.stage.play("first_start")
    seen = tour.stage.play("enrol", server=tour.network.address, code=code, name=PC_NAME)
    tour.report.expect("people on the tiles", len(PEOPLE), seen["people"])
    for words in (UNIT_NAME, ORGANISATION):
        tour.report.expect(f"“{words}” beside the tiles", True, words in seen["words"])
    nips = [each.nip for each in PEOPLE if each.nip in seen["words"]]
    tour.report.expect("whole NIPs at the tiles", [], nips)


def _sign_in_first(tour: Tour) -> None:
    code = activation_codes(tour.server)[LEARNER.nip]
    seen = tour.stage.play("first_sign_in", name=LEARNER.name, code=code, password=PASSWORD)
    tour.report.expect("name at the top", LEARNER.name, seen["name"])
    tour.report.expect("next step", True, tour.plan.first.title in seen["next"])


def _read(tour: Tour) -> None:
    tour.stage.play("open_course", course=COURSE, title="pelatihan")
    tour.stage.play("read_lesson", lesson=tour.plan.lesson.id)
    is_sent = _comes_true(lambda: look_at_pc(tour.pc, LEARNER.name).accepted() == 1)
    tour.report.expect("lesson sent without being asked", True, is_sent)
    seen = tour.stage.play("read_status", words="Tersinkron")
    tour.report.note(**{"status after the lesson": seen["status"]})


def _comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not (is_true := condition()) and time.monotonic() < deadline:
        pass
    return is_true


def _answer_until_killed(tour: Tour) -> list[dict[str, Any]]:
    """Answer all but the last question; the kill comes with the last acknowledgement."""
    quiz = tour.plan.practice
    seen = tour.stage.play("open_quiz", button="quiz_button", title="kuis-mulai")
    given = []
    for number in range(1, quiz.draw_count):
        title = f"kuis-tersimpan-{number}" if number in {1, quiz.draw_count - 1} else ""
        given.append(_answer(tour, quiz, seen["question"], number, title))
        if number < quiz.draw_count - 1:
            seen = tour.stage.play("next_question")
    tour.stage.kill()
    return given


def _go_on(tour: Tour, given: list[dict[str, Any]]) -> None:
    kept = look_at_pc(tour.pc, LEARNER.name).drafts
    in_store = [{"question": key, "answer": value} for key, value in kept[0].answers]
    tour.stage.open()
    tour.stage.play("start")
    home = tour.stage.play("sign_in", name=LEARNER.name, password=PASSWORD)
    words = f"{len(given)} dari {tour.plan.practice.draw_count} soal sudah dijawab"
    tour.report.expect(f"“{words}” at home", True, words in home["next"])
    seen = tour.stage.play("open_quiz", button="continue_button", title="kuis-dilanjutkan")
    tour.report.expect("question and answer after the kill", given[-1], seen)
    found = tour.stage.play("look_back", count=len(given))["found"]
    tour.report.expect("acknowledged answers on the screen again", given, found)
    tour.report.expect("acknowledged answers in the store", given, in_store)
    again = sum(each in found for each in given)
    tour.report.note(**{"answers acknowledged before kill -9, found again": (len(given), again)})
    _finish(tour, tour.plan.practice, "kuis", waiting=1)


def _finish(tour: Tour, quiz: Quiz, title: str, waiting: int) -> None:
    """Answer the last question wrongly on purpose, and send."""
    seen = tour.stage.play("next_question")
    _answer(tour, quiz, seen["question"], quiz.draw_count)
    seen = tour.stage.play("send", title=title)
    must = f"Nilai Anda {score(quiz, WRONG)}. Nilai batas lulus {quiz.pass_mark}."
    tour.report.expect(f"score of {quiz.id} on the screen", True, must in seen["verdict"])
    words = _WAITING.format(waiting)
    status = tour.stage.play("read_status", words=words)["status"]
    tour.report.expect(f"status line after {quiz.id}", words, status)
    tour.report.expect("the same in the store", waiting, look_at_pc(tour.pc, LEARNER.name).unsent)


def _pass_end_test(tour: Tour) -> None:
    quiz = tour.plan.end_test
    tour.stage.play("go_home", title="beranda-menunggu")
    tour.stage.play("open_course", course=COURSE, title="pelatihan-berjalan")
    seen = tour.stage.play("open_quiz", button=f"start_{quiz.id}", title="tes-akhir")
    for number in range(1, quiz.draw_count):
        _answer(tour, quiz, seen["question"], number)
        if number < quiz.draw_count - 1:
            seen = tour.stage.play("next_question")
    _finish(tour, quiz, "tes-akhir", waiting=3)


def _answer(tour: Tour, quiz: Quiz, question: str, number: int, title: str = "") -> dict[str, Any]:
    """Answer one question; options by mouse and by keys in turn."""
    right = number <= quiz.draw_count - WRONG
    answer = planned_answer(quiz, question, right=right)
    kind = next(each.kind for each in quiz.questions if each.head.id == question)
    if kind not in CHOICES or number % 2 == 0:
        return tour.stage.play("fill_in", answer=answer, title=title)
    options = answer if isinstance(answer, list) else [answer]
    return tour.stage.play("choose", options=options, title=title)


def _sync(tour: Tour) -> None:
    tour.stage.play("open_detail")
    before = tour.network.traffic()
    tour.network.plug_in()
    status = tour.stage.play("sync_now", received=_RECEIVED)["status"]
    passed = tour.network.traffic().since(before)
    tour.report.expect("status line after the sync", True, status.startswith("Tersinkron"))
    tour.report.expect("requests for both results", 1, passed.requests)
    tour.report.note(
        **{
            "status after the sync": status,
            "bytes of the sync, up and down": (passed.up, passed.down),
        }
    )


def _leave(tour: Tour) -> None:
    home = tour.stage.play("go_home", title="beranda-jp")
    tour.report.note(**{"JP ring": home["jp"]})
    tour.report.expect("JP at home", True, f": {tour.plan.course.jp} dari" in home["jp"])
    tour.stage.play("see_in_the_dark", course=COURSE, lesson=tour.plan.lesson.id)
    tour.stage.play("lock")
    words = tour.stage.play("switch")["words"]
    for secret in (LEARNER.nip, tour.plan.course.title, f"{tour.plan.course.jp} JP"):
        tour.report.expect(f"“{secret}” left on the screen", False, secret in words)
    tour.stage.play("look_at_code", name=SECOND.name)
    tour.report.expect("exit code of the program", 0, tour.stage.close())
