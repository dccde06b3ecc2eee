from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from installers.debian.offline_pins import pins_of
from installers.debian.releases import RELEASES, Release
from installers.pins import read_pins
from installers.workshop import ROOT
from tests.installers.workshops import a_workshop

if TYPE_CHECKING:
    from pathlib import Path

every_release = pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)


@every_release
def test_each_has_a_list_of_what_a_desktop_may_lack(release: Release, tmp_path: Path) -> None:
    workshop = dataclasses.replace(a_workshop(tmp_path), root=ROOT)
    names = [name.partition("_")[0] for name in read_pins(pins_of(workshop, release))]
    assert {"python3", "libxcb-cursor0", "ca-certificates"} <= set(names)


def test_they_are_named_for_people_and_for_files() -> None:
    titles = [(release.title, release.name) for release in RELEASES.values()]
    assert titles == [
        ("Debian 12", "debian12"),
        ("Debian 13", "debian13"),
        ("Ubuntu 24.04", "ubuntu24.04"),
    ]
