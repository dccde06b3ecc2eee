from __future__ import annotations

from pathlib import Path

import pytest

from installers import options
from installers.kinds import KINDS
from installers.workshop import ROOT, Runtime, project_version


def kinds(line: str) -> list[str]:
    return options.wanted_kinds(options.parse(line.split()))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", list(KINDS)),
        ("--deb --windows", ["windows", "deb"]),
        ("--server-deb", ["server-deb"]),
        ("--offline-set 13 --offline-set 12", ["offline-set-12", "offline-set-13"]),
        ("--offline-set 24.04", ["offline-set-24.04"]),
        ("--quick --msi", ["msi"]),
    ],
)
def test_the_wanted_kinds_come_in_the_order_of_making(line: str, wanted: list[str]) -> None:
    assert kinds(line) == wanted


def test_the_workshop_is_told_all_options() -> None:
    line = "--as-version 9.8.7 --quick --output out --runtime r.zip --runtime-sha256 ab"
    signing = "--sign-cert c --sign-pkcs11 uri --sign-pkcs11-module m --release-key r"
    made = options.workshop_for(options.parse(f"{line} {signing}".split()))
    assert (made.version, made.is_quick, made.output) == ("9.8.7", True, Path("out").resolve())
    assert made.runtime == Runtime(Path("r.zip"), "ab")
    assert made.signing.pkcs11 == "uri"
    assert made.signing.release_key == Path("r")
    assert made.root == ROOT


def test_by_default_the_projects_own_version_is_made() -> None:
    made = options.workshop_for(options.parse([]))
    assert made.version == project_version()
    assert made.runtime is None
    assert made.signing.words() == []


@pytest.mark.parametrize(
    "line", ["--as-version 1.2", "--as-version 1.2.3rc1", "--runtime z", "--offline-set 11", "--x"]
)
def test_what_makes_no_sense_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        options.parse(line.split())
    assert refused.value.code == 2
    assert "usage" in capsys.readouterr().err
