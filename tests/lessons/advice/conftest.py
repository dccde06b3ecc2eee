from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lessons.advice import estimated_minutes

if TYPE_CHECKING:
    from lessons.course import Course


@pytest.fixture
def sound(mini: Course) -> Course:
    """The small course with as many minutes as its small lessons take, and all sources."""
    lessons = tuple(
        replace(each, minutes=estimated_minutes(each), sources=("Buku contoh, 2026",))
        for each in mini.lessons
    )
    return replace(mini, lessons=lessons)
