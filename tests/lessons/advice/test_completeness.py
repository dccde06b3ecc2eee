from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.advice.completeness import on_completeness

if TYPE_CHECKING:
    from lessons.course import Course


def test_goals_and_sources_are_missed(sound: Course) -> None:
    bare = replace(sound.lessons[0], goals=(), sources=())
    found = list(on_completeness(replace(sound, lessons=(bare,), sources=())))
    assert [(each.path.name, each.message) for each in found] == [
        ("course.md", "Belum ada “sumber”."),
        ("01-surat-masuk.md", "Belum ada “tujuan”."),
        ("01-surat-masuk.md", "Belum ada “sumber”."),
    ]


def test_a_note_on_a_question_that_is_not_there(sound: Course) -> None:
    (problem,) = on_completeness(replace(sound, changes=(("surat-wktu", "Keliru"),)))
    assert "“surat-wktu”" in problem.message
    assert "“surat-waktu”" in problem.hint
