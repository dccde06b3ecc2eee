"""Servers to back up, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sync_server.backups.server import Server
from tests.sync_server.city import BUDI
from tests.sync_server.conftest import fresh_postgres

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Server:
    url = ""
    if request.param == "postgresql":
        url = fresh_postgres(request.getfixturevalue("postgres_url"), "backups")
    made = Server(tmp_path / "data", url)
    made.do("init", "--organisation", "Pemko Dumai")
    made.take_in(("Budi", BUDI))
    return made
