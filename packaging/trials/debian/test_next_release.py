"""A new release of Debian comes under both packages, as people upgrade it: with the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

from installers.debian.releases import RELEASES
from trials.debian.packages import place_another
from trials.debian.server import USER, Server

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.debian.client import Client

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.parametrize("number", ["12"], indirect=True),
]

BEFORE, AFTER = RELEASES["12"], RELEASES["13"]
BOTH = ("bina-asn", USER)


@pytest.fixture
def server(client: Client, server_package: Path) -> Server:
    """The client's system, on which the server was installed too."""
    server = Server(client.root)
    done = server.dpkg("--install", place_another(client.root, server_package))
    assert done.code == 0, done.said
    server.set("BINA_ASN_SERVER_PORT", "0")
    return server


def test_both_go_on_under_it(client: Client, server: Server, workshop: Workshop) -> None:
    before = client.do("learn", "2")
    server.do("enrol-code", "--unit", "14.72.01.1003")
    upgrade(server, workshop)
    assert client.root.must("python3", "-c", "import sys; print(sys.version_info[1])") == "13\n"
    assert client.root.must("dpkg", "--audit") == ""
    done = client.root.run("bina-asn", "--selftest", account="ani")
    assert done.code == 0, done.said
    assert client.do("count", account="budi") == before
    for package in BOTH:
        assert byte_code_of(client, package) == {"cpython-313"}
    with server.serving() as address:
        assert requests.get(f"{address}/healthz", timeout=10).status_code == 200
    assert server.count("enrolment_codes") == 1
    for package in BOTH:
        purged = server.dpkg("--purge", package)
        assert purged.code == 0, purged.said
        assert client.root.run("ls", f"/usr/lib/{package}").code == 2


def upgrade(server: Server, workshop: Workshop) -> None:
    """Do as the notes of the new release say; what is fetched is kept for the next time."""
    kept = workshop.downloads / "upgrade"
    kept.mkdir(exist_ok=True)
    server.root.put(kept, "/var/cache/apt/archives")
    server.root.must("sed", "-i", f"s/{BEFORE.suite}/{AFTER.suite}/", "/etc/apt/sources.list")
    server.apt("update")
    server.apt("full-upgrade", "--yes")
    server.apt("autoclean")


def byte_code_of(client: Client, package: str) -> set[str]:
    """The Pythons whose byte code a package has, such as ``cpython-311``."""
    files = client.root.must("find", f"/usr/lib/{package}/app", "-name", "*.pyc").splitlines()
    return {file.rsplit(".", 2)[1] for file in files}
