"""Pictures that a blind learner does not hear of, and pictures that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.headings import outside_code
from lessons.layout import COURSE_FILE
from lessons.problems import Problem, Report
from lessons.quiz_files import file_of
from lessons.source_text import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.course import Course

_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\(\s*(?P<target>[^\s()]*)")
_FOLDER = "img"


def on_pictures(course: Course) -> Iterator[Problem]:
    """Pictures without alternative text, and files in ``img`` that no text shows."""
    used: set[str] = set()
    for path in _texts(course):
        for line, is_text in outside_code(read_lines(path, Report(path))):
            for match in _PICTURE.finditer(line.text if is_text else ""):
                used.add(match["target"])
                if not match["alt"].strip():
                    message = f"Gambar “{match['target']}” belum mempunyai teks pengganti."
                    hint = "Tulis apa yang tampak: ![Meja loket dengan dua map](img/…)."
                    yield Problem(path, line.number, match.start() + 1, message, hint)
    yield from _unused(course.folder / _FOLDER, used)


def _texts(course: Course) -> list[Path]:
    quizzes = [file_of(quiz, course) for quiz in course.quizzes()]
    drafts_and_sheets = [*course.folder.glob("draf-*.kuis.md"), *course.folder.glob("diskusi.md")]
    lessons = [lesson.path for lesson in course.lessons]
    return [course.folder / COURSE_FILE, *lessons, *quizzes, *sorted(drafts_and_sheets)]


def _unused(folder: Path, used: set[str]) -> Iterator[Problem]:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder.parent).as_posix()
        if path.is_file() and not path.name.startswith(".") and name not in used:
            yield Problem(path, 0, 0, f"Gambar “{name}” tidak dipakai.", "Pakai, atau hapus.")
