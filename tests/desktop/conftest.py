from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The program with two people on the roster, not enrolled."""
    from tests.desktop.desk import BUDI, SITI, Desk, fill

    fill(tmp_path, SITI, BUDI)
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def large_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The program with so many people that the filter is shown."""
    from tests.desktop.desk import BUDI, OTHERS, SITI, Desk, fill

    fill(tmp_path, SITI, BUDI, *OTHERS)
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()
