"""What a sound course could still do better: warnings, never a reason to leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.advice.completeness import on_completeness
from lessons.advice.minutes import estimated_minutes, on_minutes
from lessons.advice.pictures import on_pictures
from lessons.advice.pools import on_pools
from lessons.advice.wording import on_wording

if TYPE_CHECKING:
    from lessons.course import Course
    from lessons.problems import Problem

__all__ = ["advise", "estimated_minutes"]


def advise(course: Course) -> tuple[Problem, ...]:
    """Everything a trainer should think over once more."""
    return (
        *on_minutes(course),
        *on_completeness(course),
        *on_pools(course),
        *on_wording(course),
        *on_pictures(course),
    )
