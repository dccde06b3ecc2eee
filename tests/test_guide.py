"""Every example of the trainers' guide is read by the real reader, every command by its parser."""

from __future__ import annotations

import argparse
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from lessons.__main__ import COMMANDS
from lessons.draft_reader import read_draft
from lessons.problems import Report
from lessons.questions.registry import TYPES
from lessons.reader import read_course

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "menulis-pelajaran.md"
_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^ *(?P=fence)$", re.M | re.S
)
_MAIN = "python -m lessons "


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: ``kind`` is what follows the language."""

    language: str
    kind: str
    text: str
    line: int


def _examples() -> list[Example]:
    guide = GUIDE.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(guide):
        language, _, kind = match["info"].partition(" ")
        text = match["text"].replace(f"\n{match['indent']}", "\n")
        found.append(Example(language, kind, text, guide.count("\n", 0, match.start()) + 1))
    return found


EXAMPLES = _examples()


def of(language: str, kind: str = "") -> list[Example]:
    return [each for each in EXAMPLES if (each.language, each.kind) == (language, kind)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The course that the guide's own examples make."""
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "buku-agenda.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for kind, name in (
        ("course.md", "course.md"),
        ("pelajaran", "01-mencatat.md"),
        ("kuis", "01-mencatat.kuis.md"),
    ):
        (example,) = of("markdown", kind)
        (tmp_path / name).write_text(example.text, encoding="utf-8")
    return tmp_path


def test_every_example_is_one_that_is_tested() -> None:
    known = {"course.md", "pelajaran", "kuis", "soal", "isi", "draf"}
    assert {each.language for each in EXAMPLES} == {"markdown", "yaml", "sh"}
    assert {each.kind for each in EXAMPLES if each.language == "markdown"} == known
    assert {each.kind for each in EXAMPLES if each.language == "yaml"} == {"tambahan"}


def test_course_lesson_and_quiz(folder: Path) -> None:
    course = read_course(folder)
    assert course.code == "ASN-09"
    assert course.lessons[0].quiz


@pytest.mark.parametrize("example", of("markdown", "soal"), ids=lambda each: str(each.line))
def test_questions(folder: Path, example: Example) -> None:
    quiz = folder / "01-mencatat.kuis.md"
    head = quiz.read_text(encoding="utf-8").split("\n## ", 1)[0]
    quiz.write_text(f"{head}\n{example.text}", encoding="utf-8")
    read = read_course(folder).lessons[0].quiz
    assert read
    assert len(read.questions) == 1


def test_every_question_type_has_an_example(folder: Path) -> None:
    quiz = folder / "01-mencatat.kuis.md"
    head = quiz.read_text(encoding="utf-8").split("\n## ", 1)[0]
    questions = "\n".join(each.text for each in of("markdown", "soal"))
    quiz.write_text(f"{head}\n{questions}", encoding="utf-8")
    read = read_course(folder).lessons[0].quiz
    assert read
    assert {each.kind for each in read.questions} == {kind.kind for kind in TYPES}


@pytest.mark.parametrize("example", of("markdown", "isi"), ids=lambda each: str(each.line))
def test_what_a_lesson_may_hold(folder: Path, example: Example) -> None:
    lesson = folder / "01-mencatat.md"
    lesson.write_text(f"{lesson.read_text(encoding='utf-8')}\n{example.text}", encoding="utf-8")
    assert read_course(folder).lessons


@pytest.mark.parametrize("example", of("yaml", "tambahan"), ids=lambda each: str(each.line))
def test_further_fields_of_the_course(folder: Path, example: Example) -> None:
    course = folder / "course.md"
    text = course.read_text(encoding="utf-8").replace("---\n", f"---\n{example.text}", 1)
    course.write_text(text, encoding="utf-8")
    assert read_course(folder).code == "ASN-09"


def test_a_draft(tmp_path: Path) -> None:
    (example,) = of("markdown", "draf")
    path = tmp_path / "draf-bank-soal.kuis.md"
    path.write_text(example.text, encoding="utf-8")
    report = Report(path)
    assert read_draft(path, report)
    assert not report.problems


@pytest.mark.parametrize("example", of("sh"), ids=lambda each: str(each.line))
def test_commands(example: Example) -> None:
    for line in filter(None, map(str.strip, example.text.split("\n"))):
        assert line.startswith(_MAIN)
        name, *arguments = shlex.split(line.removeprefix(_MAIN))
        command = next(each for each in COMMANDS if each.name == name)
        parser = argparse.ArgumentParser(exit_on_error=False)
        command.add_arguments(parser)
        parser.parse_args(arguments)


def test_the_guide_stays_one_that_is_read_to_its_end() -> None:
    assert len(GUIDE.read_text(encoding="utf-8").splitlines()) <= 450
