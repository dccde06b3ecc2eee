from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lessons.preview.app import Preview
from lessons.preview.workspace import Workspace

if TYPE_CHECKING:
    from lessons.course import Quiz

DRAFT = Path(__file__).parent / "draf-bank.kuis.md"


@pytest.fixture
def workshop(folder: Path) -> Path:
    """The small course, and beside it a draft with a question of every type."""
    shutil.copy(DRAFT, folder)
    return folder


@pytest.fixture
def preview(workshop: Path) -> Preview:
    return Preview(Workspace(workshop))


@pytest.fixture
def bank(workshop: Path) -> Quiz:
    return Workspace(workshop).snapshot().drafts["draf-bank"]
