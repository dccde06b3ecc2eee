from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from installers.debian.releases import DEBIAN, RELEASES, UBUNTU
from installers.errors import PackagingError
from installers.fetching.archive import Archive, fetch_packages, keyring, request
from tests.installers.workshops import a_workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file_name", "words"),
    [
        ("base-files_13.8_amd64.deb", "base-files=13.8"),
        ("zlib1g_1%3a1.3-1+deb13u1_amd64.deb", "zlib1g=1:1.3-1+deb13u1"),
    ],
)
def test_a_file_name_is_a_request(file_name: str, words: str) -> None:
    assert request(file_name) == words


def test_apt_is_held_to_a_state_of_its_own(tmp_path: Path) -> None:
    options = Archive(RELEASES["13"], tmp_path / "keys.gpg", tmp_path / "apt").options()
    places = [option for option in options if option.startswith("-o=Dir::")]
    own = [option for option in places if str(tmp_path / "apt") in option]
    assert len(own) == len(places) - 1  # sourceparts is none at all


def test_what_is_there_already_is_not_asked_for(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    folder = workshop.downloads / "ubuntu"
    folder.mkdir()
    (folder / "one_1_all.deb").write_bytes(b"one")
    (tmp_path / "pins").write_text(f"{hashlib.sha256(b'one').hexdigest()}  one_1_all.deb\n")
    found = fetch_packages(workshop, tmp_path / "pins", RELEASES["24.04"])
    assert found == [folder / "one_1_all.deb"]


def test_the_keys_of_this_machine_are_used_where_it_has_them(tmp_path: Path) -> None:
    own = tmp_path / UBUNTU.keyring
    own.touch()
    assert keyring(a_workshop(tmp_path), UBUNTU, tmp_path) == own


def test_debians_own_keys_come_from_this_machine_alone(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="debian-archive-keyring"):
        keyring(a_workshop(tmp_path), DEBIAN, tmp_path)
