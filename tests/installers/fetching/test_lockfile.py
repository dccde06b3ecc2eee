from __future__ import annotations

from typing import TYPE_CHECKING

from installers.fetching.lockfile import read_lock
from installers.fetching.targets import LINUX, WINDOWS
from installers.workshop import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCK = f"""\
# made by a tool
One.Two==1.5 ; sys_platform == 'win32' \\
    --hash=sha256:{"b" * 64} \\
    --hash=sha256:{"a" * 64}
    # via bina-asn
three==3.0 ; python_full_version < '3.12' \\
    --hash=sha256:{"c" * 64}
"""


def test_names_markers_and_hashes_are_read(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text(LOCK)
    one, three = read_lock(tmp_path / "lock.txt")
    assert one.name == "one-two"
    assert one.line() == f"One.Two==1.5 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}"
    assert one.is_wanted(WINDOWS, "3.13")
    assert not one.is_wanted(LINUX, "3.13")
    assert three.is_wanted(LINUX, "3.11")
    assert not three.is_wanted(LINUX, "3.13")


def test_the_projects_own_locks_are_read() -> None:
    names = {one.name for one in read_lock(ROOT / "requirements" / "client.txt")}
    assert {"pyside6-essentials", "ruamel-yaml", "requests"} <= names
    assert all(one.hashes for one in read_lock(ROOT / "requirements" / "server.txt"))
