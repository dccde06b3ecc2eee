"""``export``: quizzes as files of other programs, and lessons as pages to print.

Exit codes: 0 everything is there, 1 something is wrong with the files and nothing was written,
3 it was written, but questions that the format can't say were left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, complain, say
from lessons.exporters.gift import write_gift
from lessons.exporters.moodle_xml import write_moodle_xml
from lessons.exporters.outcome import Exported
from lessons.front_matter import read_document, without_comments
from lessons.head_reader import ANYWHERE
from lessons.layout import WORKSHOP_FILE
from lessons.problems import CourseError, Problem, Report
from lessons.quiz_reader import read_questions
from lessons.reader import read_course
from lessons.source_text import read_lines

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from lessons.course import Course
    from lessons.questions.base import Question

_ENDS = {"moodle-xml": ".xml", "gift": ".gift", "html": ".html"}
_QUIZ, _LESSON = ".kuis.md", ".md"
_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class _File:
    """One file to write, and what it was made of."""

    source: Path
    target: Path
    exported: Exported


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "source",
        type=Path,
        metavar="BERKAS|FOLDER",
        help="satu kuis (.kuis.md), satu pelajaran (.md) untuk html, atau folder",
    )
    parser.add_argument("--as", dest="form", choices=sorted(_ENDS), required=True, help="bentuk")
    parser.add_argument(
        "--to", type=Path, metavar="FILE|FOLDER", required=True, help="berkas atau folder hasil"
    )


def _run(options: Namespace) -> int:
    try:
        pages = _pages if options.form == "html" else _quizzes
        files = pages(options.source, options.to, options.form)
    except CourseError as error:
        return complain(error.message)
    for file in files:
        _write(file.target, file.exported.text)
        for line in (*file.exported.changed, *file.exported.left_out):
            complain(f"{file.source.name}: {line}")
        say(f"{file.target}\n")
    return _LEFT_OUT if any(file.exported.left_out for file in files) else 0


def _quizzes(source: Path, to: Path, form: str) -> list[_File]:
    if source.is_dir():
        quizzes = sorted(source.glob(f"*{_QUIZ}"))
    else:
        quizzes = [source] if source.is_file() and source.name.endswith(_QUIZ) else []
    if not quizzes:
        raise WrongUse(f"“{source}” bukan berkas kuis (.kuis.md) dan bukan folder yang memuatnya")
    write = _gift if form == "gift" else _moodle_xml
    return [_File(quiz, _target(source, quiz, _QUIZ, to, form), write(quiz)) for quiz in quizzes]


def _pages(source: Path, to: Path, form: str) -> list[_File]:
    folder = source if source.is_dir() else source.parent
    if not folder.is_dir():
        raise WrongUse(f"“{source}” tidak ada")
    printed = {
        path: page for path, page in _printed(read_course(folder)) if source in (folder, path)
    }
    if not printed:
        raise WrongUse(f"“{source}” bukan pelajaran dalam folder pelatihan")
    return [
        _File(path, _target(source, path, _LESSON, to, form), Exported(page))
        for path, page in printed.items()
    ]


def _printed(course: Course) -> Iterator[tuple[Path, str]]:
    """Every lesson and the workshop sheet as pages to print."""
    from lessons.rendering import print_page, print_sheet

    yield from ((lesson.path, print_page(lesson)) for lesson in course.lessons)
    sheet = course.folder / WORKSHOP_FILE
    lines = read_lines(sheet, Report(sheet)) if sheet.is_file() else ()
    if lines:
        text = "\n".join(line.text for line in without_comments(lines))
        yield sheet, print_sheet(course.title, text, course.folder)


def _target(source: Path, file: Path, end: str, to: Path, form: str) -> Path:
    if source == file and not to.is_dir():
        return to
    return to / f"{file.name.removesuffix(end)}{_ENDS[form]}"


def _gift(quiz: Path) -> Exported:
    return write_gift(_questions(quiz))


def _moodle_xml(quiz: Path) -> Exported:
    return write_moodle_xml(_questions(quiz), quiz.parent)


def _questions(source: Path) -> tuple[Question, ...]:
    problems: list[Problem] = []
    report = Report(source, problems)
    document = read_document(source, report)
    questions = read_questions(document.body, ANYWHERE, report) if document else ()
    if problems:
        raise CourseError(problems)
    return questions


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUse(f"“{target}” tidak dapat ditulis: {error.strerror}") from error


COMMAND = Command(
    "export",
    "kuis menjadi Moodle XML atau GIFT, pelajaran menjadi HTML",
    _add_arguments,
    _run,
)
