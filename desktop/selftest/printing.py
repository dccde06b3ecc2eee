"""Whether a lesson can be printed into a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from desktop import paths
from desktop.selftest.qt import application
from desktop.selftest.scratch import scratch_folder
from desktop.selftest.verdicts import Broken
from desktop.ui.learning.markup import theme_colours
from lessons.catalogue import course_folders
from lessons.reader import read_course
from lessons.rendering import lesson_page
from resources import load_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Lesson

_RESOLUTION = 96
_FONT = b"/BaseFont"


def look() -> str:
    """Print the first lesson of the first course.

    Raises:
        Broken: What came out is no PDF, or holds no text.
        Doubtful: There is no place to write it.
    """
    application()
    course = read_course(course_folders(paths.courses_root())[0])
    lesson = course.lessons[0]
    with scratch_folder() as folder:
        file = folder / "pelajaran.pdf"
        print_lesson(lesson, file)
        data = file.read_bytes() if file.exists() else b""
    if not data.startswith(b"%PDF") or not data.rstrip().endswith(b"%%EOF"):
        raise Broken("Yang dicetak bukan PDF.")
    if _FONT not in data:
        raise Broken("PDF yang dicetak tidak memuat huruf.")
    return f"Satu pelajaran tercetak ({len(data) // 1024} KB)."


def print_lesson(lesson: Lesson, file: Path) -> None:
    """Print a lesson with its pictures on A4."""
    document = QTextDocument()
    document.setDefaultFont(QFont(load_fonts()))
    document.setBaseUrl(QUrl.fromLocalFile(f"{lesson.path.parent}/"))
    document.setHtml(lesson_page(lesson, theme_colours()))
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_RESOLUTION)
    document.print_(writer)
