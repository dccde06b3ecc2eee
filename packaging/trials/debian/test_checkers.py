"""What Debian's own checkers say of both packages."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from trials.conftest import need

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(300)


def test_lintian_finds_nothing_that_is_not_explained(package: Path, server_package: Path) -> None:
    need("lintian")
    all_tags = ["--display-experimental", "--display-info", "--pedantic", "--fail-on=none"]
    words = ["lintian", "--allow-root", *all_tags, str(package), str(server_package)]
    told = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    assert told.stdout == ""


def test_desktops_understand_what_it_tells_them(package: Path, tmp_path: Path) -> None:
    need("appstreamcli", "desktop-file-validate", "dpkg-deb")
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path], check=True)
    about = next(tmp_path.glob("usr/share/metainfo/*.xml"))
    entry = next(tmp_path.glob("usr/share/applications/*.desktop"))
    words = ["desktop-file-validate", str(entry)]
    told = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    assert told.stdout == ""
    subprocess.run(["appstreamcli", "validate", "--no-net", about], check=True)
