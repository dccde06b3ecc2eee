"""What goes into the server's package, looked at without installing it."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installers.workshop import ROOT
from sync_server import cli

if TYPE_CHECKING:
    from types import ModuleType

SERVER = ROOT / "packaging" / "server"


@pytest.fixture(scope="module")
def launcher() -> ModuleType:
    if os.name != "posix":
        pytest.skip("accounts of Linux")
    spec = importlib.util.spec_from_file_location("launcher", SERVER / "launcher.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run(["--help"])
    listed = capsys.readouterr().out.partition("perintah:")[2].partition("{")[2].partition("}")[0]
    page = (SERVER / "bina-asn-server.8.in").read_text("utf-8").replace("\\-", "-")
    words = listed.split(",")
    assert len(words) > 8
    assert [word for word in words if f" {word}" not in page] == []


def test_settings_reach_the_program_unless_the_environment_has_them(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOST", "PORT", "THREADS", "DATABASE"):
        monkeypatch.delenv(f"BINA_ASN_SERVER_{name}", raising=False)
    monkeypatch.setenv("BINA_ASN_SERVER_PORT", "9000")
    with monkeypatch.context() as only_here:
        only_here.setattr(os, "environ", dict(os.environ))
        launcher.load((SERVER / "server.env").read_text("utf-8") + "\nBINA_X=a=b&c$d #e \n")
        found = {name: value for name, value in os.environ.items() if name.startswith("BINA_")}
    assert found["BINA_ASN_SERVER_HOST"] == "127.0.0.1"
    assert found["BINA_ASN_SERVER_PORT"] == "9000"
    assert found["BINA_ASN_SERVER_DATABASE"] == ""
    assert found["BINA_X"] == "a=b&c$d #e"


def test_a_file_is_lent_as_a_copy_of_the_same_name(launcher: ModuleType, tmp_path: Path) -> None:
    import pwd

    roster, lent = tmp_path / "pegawai.csv", tmp_path / "lent"
    roster.write_text("nama;nip\n", "utf-8")
    lent.mkdir()
    me = pwd.getpwuid(os.getuid())
    assert launcher.reads(["import-roster", str(roster)])
    assert not launcher.reads(["backup", "--to", str(tmp_path)])
    copy = Path(launcher.lend(str(roster), lent, me))
    assert (copy.parent, copy.name, copy.read_text("utf-8")) == (lent, roster.name, "nama;nip\n")
    for word in ("--json", "import-roster", str(tmp_path / "none.csv")):
        assert launcher.lend(word, lent, me) == word
