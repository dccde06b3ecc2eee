"""Whose key decides over programs on this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.updates.errors import UpdateRefused
from desktop.updates.trust import this_machine
from lessons.packages.keys import TrustedKeys
from lessons.shelf import Shelf
from tests.desktop.updates.release import OURS, STRANGER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "pengaturan.toml"
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(file))
    return file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    TrustedKeys((STRANGER.public,)).save(Shelf(tmp_path, folder).keys_file)
    return folder


def test_the_key_of_the_city_leaves_no_say_to_a_list_that_users_can_write(
    settings: Path, data: Path
) -> None:
    settings.write_text(f'kunci_kota = "{OURS.public}"\n', "utf-8")
    assert this_machine(data).keys == (OURS.public,)


def test_without_it_the_list_counts(settings: Path, data: Path) -> None:
    settings.write_text("kunci_layar = 5\n", "utf-8")
    assert this_machine(data).keys == (STRANGER.public,)


def test_a_list_that_cannot_be_read_is_told(settings: Path, data: Path) -> None:
    Shelf(data, data).keys_file.write_text("bukan kunci\n", "utf-8")
    assert not settings.exists()
    with pytest.raises(UpdateRefused):
        this_machine(data)
