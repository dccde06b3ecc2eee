"""``export``: quizzes as files of other programs, and lessons as pages to print.

Exit codes: 0 everything is there, 1 something is wrong with the files and nothing was written,
3 it was written, but questions that the format can't say were left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, complain, say
from lessons.front_matter import read_document
from lessons.head_reader import Targets
from lessons.problems import CourseError, Problem, Report
from lessons.quiz_reader import read_questions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from lessons.exporters.outcome import Exported
    from lessons.questions.base import Question

_ENDS = {"moodle-xml": ".xml", "gift": ".gift"}
_QUIZ = ".kuis.md"
_LEFT_OUT = 3


class _Everything(frozenset[str]):
    """Holds any heading: an export does not ask what a question tests."""

    def __contains__(self, _heading: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to write and what it is made of."""

    source: Path
    target: Path


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "source", type=Path, metavar="KUIS|FOLDER", help="satu berkas .kuis.md, atau folder"
    )
    parser.add_argument("--as", dest="form", choices=sorted(_ENDS), required=True, help="bentuk")
    parser.add_argument(
        "--to", type=Path, metavar="FILE|FOLDER", required=True, help="berkas atau folder hasil"
    )


def _run(options: Namespace) -> int:
    jobs = _jobs(options.source, options.to, _ENDS[options.form])
    try:
        exported = [(job, _export(job.source, options.form)) for job in jobs]
    except CourseError as error:
        return complain(error.message)
    for job, found in exported:
        _write(job.target, found.text)
        for line in (*found.changed, *found.left_out):
            complain(f"{job.source.name}: {line}")
        say(f"{job.target}\n")
    return _LEFT_OUT if any(found.left_out for _, found in exported) else 0


def _jobs(source: Path, target: Path, end: str) -> list[_Job]:
    if source.is_dir():
        quizzes = sorted(source.glob(f"*{_QUIZ}"))
        if not quizzes:
            raise WrongUse(f"folder “{source}” tidak berisi kuis")
        return [_Job(quiz, target / _named(quiz, end)) for quiz in quizzes]
    if not (source.is_file() and source.name.endswith(_QUIZ)):
        raise WrongUse(f"“{source}” bukan berkas kuis (.kuis.md) dan bukan folder")
    return [_Job(source, target / _named(source, end) if target.is_dir() else target)]


def _named(quiz: Path, end: str) -> str:
    return f"{quiz.name.removesuffix(_QUIZ)}{end}"


def _export(source: Path, form: str) -> Exported:
    from lessons.exporters.gift import write_gift
    from lessons.exporters.moodle_xml import write_moodle_xml

    questions = _questions(source)
    return write_gift(questions) if form == "gift" else write_moodle_xml(questions, source.parent)


def _questions(source: Path) -> tuple[Question, ...]:
    problems: list[Problem] = []
    report = Report(source, problems)
    document = read_document(source, report)
    targets = Targets("", _Everything(), required=False)
    questions = read_questions(document.body, targets, report) if document else ()
    if problems:
        raise CourseError(problems)
    return questions


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUse(f"“{target}” tidak dapat ditulis: {error.strerror}") from error


COMMAND = Command("export", "mengekspor kuis ke Moodle XML atau GIFT", _add_arguments, _run)
