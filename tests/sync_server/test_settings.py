"""Where a server looks for its data."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync_server import settings
from sync_server.errors import SetupError
from sync_server.settings import Settings, data_folder, database_url


def test_the_data_folder_is_named_or_the_systems_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data_folder({"BINA_ASN_SERVER_DATA": "/srv/x"}) == Path("/srv/x")
    monkeypatch.setattr(settings, "SYSTEM_FOLDER", tmp_path)
    assert data_folder({}) == tmp_path
    monkeypatch.setattr(settings, "SYSTEM_FOLDER", tmp_path / "none")
    monkeypatch.chdir(tmp_path)
    assert data_folder({}) == tmp_path / "data"


def test_the_database_is_named_set_or_in_the_folder(tmp_path: Path) -> None:
    named = {"BINA_ASN_SERVER_DATABASE": "postgresql://a/b"}
    assert (
        database_url(tmp_path, Settings(database="postgresql://c/d"), named) == "postgresql://a/b"
    )
    assert database_url(tmp_path, Settings(database="postgresql://c/d"), {}) == "postgresql://c/d"
    assert database_url(tmp_path, Settings(), {}) == f"sqlite:///{tmp_path / 'server.db'}"


def test_a_word_that_is_no_setting_is_not_ignored(tmp_path: Path) -> None:
    settings.initialise(tmp_path, Settings(), bytes)
    (tmp_path / "settings.json").write_text('{"organisasi": "x"}', encoding="utf-8")
    with pytest.raises(SetupError, match="organisasi"):
        settings.load(tmp_path)
