"""Short Indonesian phrases that several learning pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.standing import Standing
from lessons.course import Course, Quiz, QuizKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.overview import CourseState, LessonState, QuizState

GRADED_BY_SERVER = "Jawaban Anda dinilai server BKPSDM sesudah terkirim."
"""What holds of an end test whose key is not on this PC."""
_SERIES = 3
_KIND = {
    QuizKind.PRACTICE: "Kuis latihan",
    QuizKind.PRE_TEST: "Tes awal",
    QuizKind.END_TEST: "Tes akhir",
}
_STANDING = {
    Standing.OPEN: "belum dijawab",
    Standing.UNREADABLE: "angka belum terbaca",
    Standing.PARTLY: "belum lengkap",
    Standing.ANSWERED: "sudah dijawab",
}
_UNFINISHED = {
    Standing.OPEN: " belum dijawab dan akan bernilai 0.",
    Standing.UNREADABLE: ": angka belum terbaca, sehingga belum dapat dinilai.",
    Standing.PARTLY: " belum lengkap; bagian yang kosong akan bernilai 0.",
}


def first_name(name: str) -> str:
    """The name by which to greet: the first word that is no title or initial."""
    words = name.split(",")[0].split()
    return next((word for word in words if "." not in word and len(word) > 1), name)


def minutes_words(minutes: float) -> str:
    """``27 menit`` or ``22,5 menit``."""
    return f"{minutes:g}".replace(".", ",") + " menit"


def quiz_name(quiz: Quiz) -> str:
    """``Kuis latihan: Kata sandi`` or ``Tes akhir``."""
    if quiz.kind is QuizKind.PRACTICE:
        return f"{_KIND[quiz.kind]}: {quiz.title}"
    return _KIND[quiz.kind]


def lessons_words(state: CourseState) -> str:
    """``3 dari 5 pelajaran selesai``."""
    return f"{state.lessons_done} dari {len(state.lessons)} pelajaran selesai"


def course_size_words(course: Course) -> str:
    """``3 JP · 135 menit · 5 pelajaran``."""
    return f"{course.jp} JP · {minutes_words(course.minutes)} · {len(course.lessons)} pelajaran"


def lesson_state_words(state: LessonState) -> str:
    """Whether a lesson was read."""
    if state.done:
        return "Selesai dibaca"
    return "Sedang dibaca" if state.begun else "Belum dibaca"


def lesson_state_icon(state: LessonState) -> tuple[str, str]:
    """Icon and colour that go with the words."""
    if state.done:
        return "circle-check", "success"
    return ("bookmark", "accent") if state.begun else ("circle", "muted")


def practice_words(state: QuizState) -> str:
    """What was reached in a practice quiz or pre-test."""
    if state.open:
        return "Sedang dikerjakan"
    if state.progress is None:
        return "Belum dicoba"
    best = state.progress.best_score
    return "Menunggu penilaian" if best is None else f"Nilai terbaik {best}"


def end_test_words(state: QuizState) -> str:
    """``Lulus, nilai 80``, ``Belum lulus, nilai terbaik 60`` or that it was not tried or graded."""
    progress = state.progress
    if progress is None:
        return "Sedang dikerjakan" if state.open else "Belum dicoba"
    if progress.passed:
        return f"Lulus, nilai {progress.best_score}"
    if progress.best_score is None:
        return "Menunggu penilaian"
    waiting = "; percobaan terakhir menunggu penilaian" if progress.waiting else ""
    return f"Belum lulus, nilai terbaik {progress.best_score}{waiting}"


def rules_words(quiz: Quiz) -> str:
    """``10 soal · Nilai batas lulus 70 · Percobaan tidak dibatasi``."""
    if quiz.kind is QuizKind.PRE_TEST:
        return f"{quiz.draw_count} soal · Tanpa batas lulus · Mengukur pengetahuan awal Anda"
    return f"{quiz.draw_count} soal · Nilai batas lulus {quiz.pass_mark} · Percobaan tidak dibatasi"


def standing_words(standing: Standing) -> str:
    """How far a question is answered, behind its number."""
    return _STANDING[standing]


def unfinished_words(standings: Sequence[Standing]) -> tuple[str, ...]:
    """A sentence for each kind of question that still needs the learner, with its numbers."""
    found = (
        (tuple(n for n, each in enumerate(standings) if each is kind), words)
        for kind, words in _UNFINISHED.items()
    )
    return tuple(f"Soal nomor {numbers_words(at)}{words}" for at, words in found if at)


def numbers_words(positions: tuple[int, ...]) -> str:
    """Positions from 0 as numbers from 1: ``2``, ``2 dan 3``, ``2, 3, dan 5``."""
    return series_words([position + 1 for position in positions])


def series_words(things: Sequence[object]) -> str:
    """Things in a series: ``a``, ``a dan b``, ``a, b, dan c``."""
    words = [str(each) for each in things]
    if len(words) < _SERIES:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
