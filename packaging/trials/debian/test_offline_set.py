"""The offline set where something is wrong: it says what, by words and exit code, and stops."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from trials import roots
from trials.debian.client import SET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trials.roots import Done, Root

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.parametrize("number", ["13"], indirect=True),
]

SCRIPT = f"{SET}/pasang.sh"
GOOD = 'server = "https://bina.dumaikota.go.id"\nkunci_layar = 10\n'
WRONG = 'server = "https://bina.dumaikota.go.id"\nkunci_layr = 10\n'


@pytest.fixture
def root(bare: Path, tmp_path: Path) -> Iterator[Root]:
    """A fresh system."""
    with roots.started((bare,), tmp_path / "system") as made:
        yield made


@pytest.fixture
def ready(client_layers: tuple[Path, ...], tmp_path: Path) -> Iterator[Root]:
    """A system on which the set was installed without settings."""
    with roots.started(client_layers, tmp_path / "ready") as made:
        yield made


def status(root: Root) -> str:
    """What dpkg knows of our package."""
    return root.run("dpkg-query", "-W", "-f", "${db:Status-Status}", "bina-asn").out


def give(root: Root, settings: str) -> Done:
    """Install with these settings, whose file's name has a space."""
    file = "/root/pengaturan kantor.toml"
    root.must("sh", "-c", f"cat >'{file}' <<'END'\n{settings}END")
    return root.run("sh", SCRIPT, "--settings", file)


def test_wrong_settings_are_refused(root: Root, flashdisk: Path) -> None:
    root.put(flashdisk, SET, is_read_only=True)
    refused = give(root, WRONG)
    assert refused.code == 6, refused.said
    assert "kunci_layr" in refused.said
    assert status(root) in ("", "unknown")


def test_settings_reach_a_system_that_has_the_program_already(ready: Root, flashdisk: Path) -> None:
    ready.put(flashdisk, SET, is_read_only=True)
    done = give(ready, GOOD)
    assert done.code == 0, done.said
    assert ready.must("cat", "/etc/bina-asn/pengaturan.toml") == GOOD


def test_a_newer_version_stays(ready: Root, flashdisk: Path) -> None:
    ready.put(flashdisk, SET, is_read_only=True)
    entry = "/^Package: bina-asn$/,/^$/s/^Version: .*/Version: 9.9.9/"
    ready.must("sed", "-i", entry, "/var/lib/dpkg/status")
    newer = ready.run("sh", SCRIPT)
    assert (newer.code, "9.9.9" in newer.error) == (5, True)


def test_a_damaged_copy_installs_nothing(root: Root, flashdisk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(flashdisk, copy)
    package = next(copy.glob("paket/bina-asn_*.deb"))
    whole = package.read_bytes()
    package.write_bytes(whole[:1000] + bytes([whole[1000] ^ 1]) + whole[1001:])
    root.put(copy, SET)
    done = root.run("sh", SCRIPT)
    assert (done.code, "rusak" in done.error) == (10, True)
    assert status(root) in ("", "unknown")


def test_a_copy_that_lacks_a_file_installs_nothing(
    root: Root, flashdisk: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(flashdisk, copy)
    next(copy.glob("paket/python3_*.deb")).unlink()
    root.put(copy, SET)
    assert root.run("sh", SCRIPT).code == 10
    assert status(root) in ("", "unknown")


def test_another_release_and_another_account_are_refused(root: Root, flashdisk: Path) -> None:
    root.put(flashdisk, SET, is_read_only=True)
    root.must("useradd", "ani")
    refused = root.run("sh", SCRIPT, account="ani")
    assert (refused.code, "sudo" in refused.error) == (8, True)
    root.must("sh", "-c", "sed -i s/13/14/ /usr/lib/os-release")
    other = root.run("sh", SCRIPT)
    assert (other.code, "debian 14" in other.error) == (3, True)
    assert root.run("sh", SCRIPT, "--nonsense").code == 2
    assert root.run("sh", SCRIPT, "--help").code == 0
