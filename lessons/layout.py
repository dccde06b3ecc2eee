"""Which files of a course folder are what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.file_names import looks_like_ours, name_hint
from lessons.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.problems import Report

COURSE_FILE = "course.md"
PRE_TEST_FILE = "tes-awal.kuis.md"
END_TEST_FILE = "tes-akhir.kuis.md"
WORKSHOP_FILE = "diskusi.md"
_UNREAD = frozenset({WORKSHOP_FILE, "README.md", "LICENSE.md"})
_NUMBERED = re.compile(
    r"(?P<number>[0-9]{2})-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<end>kuis\.md|md)"
)
_DRAFT = re.compile(r"draf-.+\.kuis\.md")


@dataclass(frozen=True, slots=True)
class LessonPaths:
    """One lesson's files; ``number`` is its two digits in the course."""

    number: str
    lesson: Path
    quiz: Path | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A course folder's files.

    Attributes:
        drafts: Quizzes that are still being written; no part of the course.
    """

    course: Path | None
    lessons: tuple[LessonPaths, ...]
    pre_test: Path | None
    end_test: Path | None
    drafts: tuple[Path, ...] = ()


def read_layout(folder: Path, report: Report) -> Layout:
    """Sort the files of a folder; a file that looks like ours but has no place is reported."""
    paths = _files(folder, report)
    names = {path.name: path for path in paths if not is_draft(path.name)}
    if COURSE_FILE not in names:
        report.add(
            0, f"Berkas “{COURSE_FILE}” tidak ada.", "Setiap folder pelatihan memerlukannya."
        )
    return Layout(
        course=names.get(COURSE_FILE),
        lessons=_lessons(names, report),
        pre_test=names.get(PRE_TEST_FILE),
        end_test=names.get(END_TEST_FILE),
        drafts=drafts_in(folder),
    )


def is_draft(name: str) -> bool:
    """Whether a file of this name is a quiz that is still being written."""
    return bool(_DRAFT.fullmatch(name))


def drafts_in(folder: Path) -> tuple[Path, ...]:
    """The drafts of a folder, in order of their names; none where it can't be listed."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if is_draft(path.name)))
    except OSError:
        return ()


def _files(folder: Path, report: Report) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if looks_like_ours(path.name))
    except OSError as error:
        report.add(0, f"Folder tidak dapat dibuka ({error.strerror}).", "Periksa nama dan haknya.")
        return []


def _lessons(names: dict[str, Path], report: Report) -> tuple[LessonPaths, ...]:
    lessons: dict[str, Path] = {}
    for name in sorted(names.keys() - {COURSE_FILE, PRE_TEST_FILE, END_TEST_FILE} - _UNREAD):
        match = _NUMBERED.fullmatch(name)
        if match is None:
            report.add(0, f"Nama berkas “{name}” tidak dikenal.", name_hint(name))
        elif match["end"] == "kuis.md":
            _check_partner(name, names, report)
        elif match["number"] in lessons:
            report.add(0, f"Nomor {match['number']} dipakai dua kali.", f"Ganti nama “{name}”.")
        else:
            lessons[match["number"]] = names[name]
    if not lessons:
        report.add(0, "Pelatihan ini belum mempunyai pelajaran.", name_hint(""))
    return tuple(_paths(lessons.items(), names))


def _paths(lessons: Iterable[tuple[str, Path]], names: dict[str, Path]) -> Iterable[LessonPaths]:
    for number, path in lessons:
        yield LessonPaths(number, path, names.get(f"{path.stem}.kuis.md"))


def _check_partner(name: str, names: dict[str, Path], report: Report) -> None:
    lesson = name.replace(".kuis.md", ".md")
    if lesson not in names:
        near = nearest(lesson, (other for other in names if not other.endswith(".kuis.md")))
        hint = f"Mungkin maksud Anda “{near.removesuffix('.md')}.kuis.md”." if near else ""
        report.add(
            0,
            f"Kuis “{name}” tidak mempunyai pelajaran.",
            f"{hint} Buat “{lesson}” atau ganti nama.".strip(),
        )
