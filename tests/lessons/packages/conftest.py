from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.packages.packing import pack
from tests.lessons.packages.making import KEY, Pieces, course_folder, take_apart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A right package."""
    (tmp_path / "sumber").mkdir()
    file = tmp_path / "mini.paket"
    pack(course_folder(tmp_path / "sumber"), KEY, file)
    return file


@pytest.fixture
def pieces(package: Path) -> Pieces:
    """The same, to be put together wrongly."""
    return take_apart(package)
