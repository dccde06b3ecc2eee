"""The act with a quiz that holds a question of every type, cut off in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessons.grading import grade_attempt
from tests.together.tour.acting import LEARNER
from tests.together.tour.evidence import look_at_pc
from tests.together.tour.plan import PASSWORD, WHOLE, answer_to

if TYPE_CHECKING:
    from lessons.course import Quiz
    from tests.together.tour.acting import Tour

_KILLED_AFTER = 5
_UNREADABLE = "3.5"
_WAITING = "Tersimpan di komputer ini. {} hasil belum terkirim."

Given = list[dict[str, Any]]


def take_every_type(tour: Tour, waiting: int) -> None:
    """Answer all types with real keys and mouse; power fails after the fifth answer.

    Args:
        waiting: How many results the PC keeps for the server afterwards.
    """
    quiz = tour.plan.every_type
    tour.stage.play("go_home", title="beranda-sesudah-kuis")
    tour.stage.play("open_course", course=WHOLE, title="pelatihan-lengkap")
    seen = tour.stage.play("open_quiz", button=f"practice_{quiz.id}", title="semua-jenis-mulai")
    given = _answer(tour, quiz, seen, _KILLED_AFTER)
    tour.stage.kill()
    seen = _come_back(tour, given)
    rest = _answer(tour, quiz, tour.stage.play("next_question"), quiz.draw_count - len(given))
    _finish(tour, quiz, [*given, *rest], waiting)


def _answer(tour: Tour, quiz: Quiz, seen: dict[str, Any], count: int) -> Given:
    """Answer so many questions from the one on the screen on."""
    given: Given = []
    for number in range(count):
        question = str(seen["question"])
        kind = next(each.kind for each in quiz.questions if each.head.id == question)
        if kind == "number":
            _mistype(tour)
        answer = answer_to(quiz, question)
        found = tour.stage.play("fill_in", answer=answer, title=f"jawab-{kind}")
        must = {"question": question, "answer": answer}
        tour.report.expect(f"answer on the screen: {kind}", must, found)
        given.append(found)
        if number < count - 1:
            seen = tour.stage.play("next_question")
    return given


def _mistype(tour: Tour) -> None:
    seen = tour.stage.play("mistype", typed=_UNREADABLE, title="angka-ditanyakan-lagi")
    tour.report.expect("asked for again", True, "belum terbaca" in seen["words"])
    named = "angka belum terbaca" in seen["number"]
    tour.report.expect("named in the numbers above the quiz", True, named)


def _come_back(tour: Tour, given: Given) -> dict[str, Any]:
    kept = look_at_pc(tour.pc, LEARNER.name).drafts
    in_store = [{"question": key, "answer": value} for key, value in kept[0].answers]
    tour.report.expect("answers of every type in the store after the kill", given, in_store)
    tour.stage.open()
    tour.stage.play("start")
    tour.stage.play("sign_in", name=LEARNER.name, password=PASSWORD)
    seen = tour.stage.play("open_quiz", button="continue_button", title="semua-jenis-dilanjutkan")
    tour.report.expect("question of any type after the kill", given[-1], seen)
    found = tour.stage.play("look_back", count=len(given))["found"]
    tour.report.expect("answers of every type on the screen again", given, found)
    again = sum(each in found for each in given)
    tour.report.note(**{"answers of every type before kill -9, found again": (len(given), again)})
    return seen


def _finish(tour: Tour, quiz: Quiz, given: Given, waiting: int) -> None:
    seed = look_at_pc(tour.pc, LEARNER.name).drafts[0].seed
    answers = [(each["question"], each["answer"]) for each in given]
    score = grade_attempt(quiz, seed, answers).score
    seen = tour.stage.play("send", title="semua-jenis")
    must = f"Nilai Anda {score}. Nilai batas lulus {quiz.pass_mark}."
    tour.report.expect("score of the quiz of every type on the screen", must, _score_line(seen))
    reviews = tour.stage.play("look_at_reviews", count=quiz.draw_count, title="pembahasan")
    right = sum("Jawaban Anda tepat\n" in f"{each}\n" for each in reviews["verdicts"])
    tour.report.expect("questions said to be right", quiz.draw_count - 1, right)
    status = tour.stage.play("read_status", words=_WAITING.format(waiting))["status"]
    tour.report.expect("status line after every type", _WAITING.format(waiting), status)


def _score_line(seen: dict[str, Any]) -> str:
    lines = str(seen["verdict"]).split("\n")
    return next((each for each in lines if each.startswith("Nilai Anda")), "")
