"""A new version on its way from the server's data folder to a PC, by the real programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.exits import Exit
from tests.desktop.updates.release import CONTENT, DEB, LATER, OURS, STRANGER, release
from tests.together.commands import bina_asn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.together.city import City


@pytest.fixture
def folder(tmp_path: Path, city: City) -> Path:
    """The data folder of a PC that is enrolled and trusts the city's key."""
    folder = tmp_path / "data"
    server = f"http://127.0.0.1:{city.server.port}"
    assert bina_asn(folder, "enrol", "--server", server, "--code", city.code).code == 0
    assert bina_asn(folder, "trust-key", str(OURS.public)).code == 0
    return folder


def updates_of(city: City) -> Path:
    return city.server.home / "data" / "updates"


def test_what_the_admin_put_there_reaches_the_pc_when_it_asks(folder: Path, city: City) -> None:
    asked = bina_asn(folder, "check-update", "--json")
    assert (asked.code, asked.answer()["update"]) == (Exit.OK, None)
    release(updates_of(city))
    assert bina_asn(folder, "sync").code == 0
    assert not (folder / "updates").exists()
    asked = bina_asn(folder, "check-update", "--json")
    assert asked.code == Exit.OK
    assert asked.answer()["update"] == {"version": LATER, "file": str(folder / "updates" / DEB)}
    assert (folder / "updates" / DEB).read_bytes() == CONTENT


def test_what_somebody_else_signed_stays_where_it_is(folder: Path, city: City) -> None:
    release(updates_of(city), key=STRANGER)
    assert bina_asn(folder, "check-update", "--run").code == Exit.UPDATE
    release(updates_of(city))
    (updates_of(city) / DEB).write_bytes(CONTENT[:-1])
    assert bina_asn(folder, "check-update", "--run").code == Exit.UPDATE
    (updates_of(city) / DEB).unlink()
    assert bina_asn(folder, "check-update", "--run").code == Exit.REFUSED
    assert list((folder / "updates").iterdir()) == []


def test_a_server_that_is_away_is_a_matter_of_the_network(folder: Path, city: City) -> None:
    city.server.stop()
    assert bina_asn(folder, "check-update").code == Exit.NETWORK
