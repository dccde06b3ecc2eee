"""Everything that ``check`` has to say of course folders, draft folders and single files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessons.advice import advise
from lessons.catalogue import add_course
from lessons.draft_reader import read_draft
from lessons.file_names import looks_like_ours
from lessons.history import compare
from lessons.layout import COURSE_FILE, drafts_in
from lessons.past import course_at
from lessons.problems import CourseError, Problem, Report
from lessons.reader import read_course

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lessons.course import Course


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found; problems must be mended, warnings thought over."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def check_all(paths: Iterable[Path], against: str | None = None) -> Findings:
    """Check folders, and files by way of the folder in which they lie.

    Args:
        against: A Git revision; ids and keys are compared with what they were then.

    Raises:
        PastUnknown: That revision can't be had.
    """
    findings = Findings()
    courses: dict[str, Course] = {}
    for path in paths:
        if path.is_dir():
            _check_folder(path, courses, findings, against)
        elif (path.parent / COURSE_FILE).exists() and path not in drafts_in(path.parent):
            _check_file(path, findings, against)
        else:
            _check_drafts((path,), findings)
    return findings


def _check_folder(
    folder: Path, courses: dict[str, Course], findings: Findings, against: str | None
) -> None:
    drafts = drafts_in(folder)
    _check_drafts(drafts, findings)
    if drafts and not _has_other_files(folder, drafts):
        return
    try:
        course = read_course(folder)
        add_course(courses, course)
    except CourseError as error:
        findings.problems.extend(error.problems)
        return
    findings.warnings.extend(advise(course))
    old = course_at(folder, against) if against is not None else None
    if old is not None:
        findings.problems.extend(compare(old, course))


def _has_other_files(folder: Path, drafts: tuple[Path, ...]) -> bool:
    return any(looks_like_ours(path.name) and path not in drafts for path in folder.iterdir())


def _check_file(path: Path, findings: Findings, against: str | None) -> None:
    of_folder = Findings()
    _check_folder(path.parent, {}, of_folder, against)
    own = [each for each in of_folder.problems if _concerns(each, path)]
    # Without a readable course.md nothing is known of the quizzes.
    head = [each for each in of_folder.problems if each.path == path.parent / COURSE_FILE]
    findings.problems.extend(own or head)
    findings.warnings.extend(each for each in of_folder.warnings if each.path == path)


def _concerns(problem: Problem, path: Path) -> bool:
    """Whether a problem is in a file, or says of its folder that the file has no place there."""
    return problem.path == path or (problem.path == path.parent and path.name in problem.message)


def _check_drafts(drafts: Iterable[Path], findings: Findings) -> None:
    for path in drafts:
        report = Report(path)
        read_draft(path, report)
        findings.problems.extend(CourseError(report.problems).problems)
