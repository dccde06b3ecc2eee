"""The server's package on each release, from nothing to the sign-in page.

systemd can't run in such a system: the service is started as its unit says, by its user and with
memory protected as it asks; the unit itself is examined by systemd's own tool.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
import requests

from installers.workshop import ROOT
from trials.conftest import need
from trials.debian.server import BACKUPS, DATA, SETTINGS, USER, Server

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(300)

on_one_release = pytest.mark.parametrize("number", ["13"], indirect=True)
PASSWORD = "kelapa muda 7 butir"


def test_three_commands_and_an_admin_signs_in(server: Server, server_package: Path) -> None:
    *before, last = three_commands()
    # As the fixture has done them.
    assert before == ["apt update", f"apt install ./{server_package.name}"]
    server.do(*last.split()[1:], "--password-stdin", typed=f"{PASSWORD}\n")
    with server.serving() as address, requests.Session() as browser:
        page = browser.get(address, timeout=10)
        assert "<title>Masuk · Bina ASN</title>" in page.text
        token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        form = {"csrf_token": token, "nama": last.split()[-1], "sandi": PASSWORD}
        answer = browser.post(f"{address}/admin/masuk", data=form, timeout=10)
        assert answer.status_code == 200
        assert "Keluar" in answer.text


def three_commands() -> list[str]:
    """What the README says leads from a bare Debian to the sign-in page."""
    text = (ROOT / "README.md").read_text("utf-8").partition("Dari Debian 12")[2]
    return text.split("```")[1].strip().splitlines()


@on_one_release
def test_no_file_of_the_server_is_roots(server: Server) -> None:
    server.do("regrade")
    with server.serving():
        pass
    server.do("backup")
    foreign = server.root.must("find", DATA, BACKUPS, "!", "-user", USER, "-o", "-perm", "/077")
    assert foreign == ""
    look = ("stat", "-c", "%A %U %G")
    assert server.root.must(*look, SETTINGS) == f"-rw-r----- root {USER}\n"
    writable = server.root.must(
        "find", "/usr/lib/bina-asn-server", "!", "-user", "root", "-o", "-perm", "/022"
    )
    assert writable == ""


@on_one_release
def test_a_stranger_is_told_to_be_root(server: Server) -> None:
    done = server.root.run("bina-asn-server", "regrade", account="www-data")
    assert (done.code, done.error) == (
        3,
        "Jalankan sebagai root: sudo bina-asn-server regrade\n",
    )


@on_one_release
def test_the_unit_is_sound_and_keeps_little_open(server: Server, tmp_path: Path) -> None:
    need("systemd-analyze")
    unit = tmp_path / "bina-asn-server.service"
    text = server.root.must("cat", f"/usr/lib/systemd/system/{unit.name}")
    assert server.unit()["User"] == USER
    # The tool looks for the program on this machine.
    unit.write_text(text.replace("/usr/bin/bina-asn-server", "/bin/true"), "utf-8")
    verify = ["systemd-analyze", "verify", "--man=no", str(unit)]
    verified = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    rate = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(unit)]
    assert subprocess.run(rate, capture_output=True, check=False).returncode == 0
