"""What the guide tells people to type is what the programs know."""

from __future__ import annotations

import contextlib
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import cli as client
from desktop import machine_settings
from installers.guide import SOURCE
from sync_server import cli as server

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "packaging" / "windows"
TEXT = (ROOT / SOURCE).read_text("utf-8")
PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {
    "bina-asn": client.run,
    "bina-asn-server": server.run,
}


def commands() -> list[tuple[str, ...]]:
    """Each command of ours in the guide, without `sudo`, as the words of a shell."""
    blocks = re.findall(r"```\n(.*?)```", TEXT, re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))
    lines = [*"".join(blocks).splitlines(), *spans]
    typed = [line.removeprefix("sudo ") for line in lines]
    return sorted(
        {
            tuple(shlex.split(one))
            for one in typed
            if one.split()[:1] and " " in one and one.split()[0] in PROGRAMS
        }
    )


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_a_command_is_known(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    program, word, *rest = command
    words = [] if word.startswith("-") else [word]
    with contextlib.suppress(SystemExit):
        PROGRAMS[program]([*words, "--help"])
    told = capsys.readouterr().out
    options = [one for one in (word, *rest) if one.startswith("-")]
    assert program in told
    assert [one for one in options if one not in told] == []


def test_the_settings_of_the_example_are_read() -> None:
    (example,) = re.findall(r"```\n(server = .*?)```", TEXT, re.DOTALL)
    filled = example.replace("XXXX-XXXX", "ABCD-EFGH")
    keys = re.findall(r"^(\w+) = ", example, re.MULTILINE)
    explained = TEXT.partition("| kunci |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", explained, re.MULTILINE) == keys
    with pytest.raises(machine_settings.SettingsRefused) as refused:
        machine_settings.read(filled.encode())
    # Only the city's own key can't be in a guide.
    assert [problem.key for problem in refused.value.problems] == ["kunci_kota"]


def test_the_exit_codes_are_those_of_the_installer() -> None:
    defined = re.findall(r"!define [A-Z_]+ (\d+)$", (WINDOWS / "outcomes.nsh").read_text(), re.M)
    told = re.findall(r"^\| (\d+) \|", TEXT.partition("## Bila gagal")[2], re.MULTILINE)
    assert defined
    assert told == defined


def test_the_switches_are_those_of_the_installer_and_the_msi() -> None:
    switches = (WINDOWS / "switches.nsh").read_text("utf-8")
    wxs = "".join(path.read_text("utf-8") for path in WINDOWS.glob("product.*"))
    rows = re.findall(r"^\| `/([A-Z]+)\S*` \| `/?([A-Za-z*]+)", TEXT, re.MULTILINE)
    assert len(rows) > 3
    assert [exe for exe, _ in rows if f"/{exe}" not in switches] == []
    assert [msi for _, msi in rows if msi.isupper() and msi not in wxs] == []
