from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.reader import read_course
from tests.lessons.building import MINI, copy_mini

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Course


@pytest.fixture(scope="session")
def mini() -> Course:
    """The small real course."""
    return read_course(MINI)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small course that the test may spoil."""
    return copy_mini(tmp_path)
