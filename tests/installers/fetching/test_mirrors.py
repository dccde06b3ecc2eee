from __future__ import annotations

import pytest

from installers.debian.releases import DEBIAN, UBUNTU, Origin
from installers.errors import PackagingError
from installers.fetching.mirrors import mirror, used_in

ELSEWHERE = "http://mirror.example/packages"
LISTING = """\
Node Other http://other.example/node
Debian Debian-Security http://debian.example/security
Debian Debian mirror+file:/etc/apt/mirrors.txt
Debian Debian http://debian.example/debian
Debian Debian http://second.example/debian
"""


@pytest.mark.parametrize("origin", [DEBIAN, UBUNTU])
def test_the_variable_names_the_mirror(origin: Origin) -> None:
    assert mirror(origin, {origin.variable: ELSEWHERE}) == ELSEWHERE


def test_this_machines_own_mirror_is_found_in_its_listing() -> None:
    assert used_in(LISTING, DEBIAN) == "http://debian.example/debian"
    assert used_in(LISTING, UBUNTU) == ""


def test_one_that_nobody_knows_is_asked_for() -> None:
    unknown = Origin("Nobody", ("main",), "keys.gpg", "NOBODYS_MIRROR")
    with pytest.raises(PackagingError, match="NOBODYS_MIRROR"):
        mirror(unknown, {})
