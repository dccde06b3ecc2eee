from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import dev

if TYPE_CHECKING:
    from pathlib import Path

LISTING = """\
libegl1 installed
libgl1 config-files
postgresql-15 installed
postgresql-15-postgis-3 installed
"""


@pytest.fixture
def stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of three files whose `.venv` bears a stamp."""
    for name, path in (("LOCK", "dev.txt"), ("PROJECT", "pyproject.toml"), ("STAMP", "stamp")):
        (tmp_path / path).write_text(name)
        monkeypatch.setattr(dev, name, tmp_path / path)
    python = sys.version.split()[0]
    (tmp_path / "stamp").write_text(dev.stamp_of(python, b"LOCK", b"PROJECT"))
    return tmp_path


def test_a_stamped_environment_is_left_alone(
    stamped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (stamped / "stamp").stat().st_mtime_ns
    dev.ensure_environment()
    assert (stamped / "stamp").stat().st_mtime_ns == before
    assert capsys.readouterr().out == ""


def test_a_failed_installation_is_told_and_tried_again(stamped: Path) -> None:
    (stamped / "dev.txt").write_text("a-name-without-a-hash==1\n")
    with pytest.raises(dev.UnusableError, match="locked libraries"):
        dev.ensure_environment()
    assert (stamped / "stamp").read_text().endswith("unfinished")


@pytest.mark.parametrize(
    "other",
    [("3.12.1", b"lock", b"project"), ("3.11.7", b"kcol", b"project"), ("3.11.7", b"lock", b"")],
)
def test_a_stamp_changes_with_each_of_its_causes(other: tuple[str, bytes, bytes]) -> None:
    assert dev.stamp_of(*other) != dev.stamp_of("3.11.7", b"lock", b"project")


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        (["libegl1"], []),
        (["libgl1"], ["libgl1"]),
        (["unheard-of", "libegl1"], ["unheard-of"]),
        (["unheard-of|libegl1"], []),
        (["postgresql|postgresql-[0-9][0-9]"], []),
        (["postgresql|postgresql-[0-9]"], ["postgresql|postgresql-[0-9]"]),
    ],
)
def test_missing_packages_are_found_in_a_listing(needs: list[str], missing: list[str]) -> None:
    assert dev.missing_from(LISTING, needs) == missing


def test_without_needs_nothing_is_missing() -> None:
    assert dev.missing_packages([]) == []
    assert dev.packages_for("check") == []


def test_tests_need_what_running_needs_and_more() -> None:
    running, testing = dev.packages_for("run"), dev.packages_for("test")
    assert set(running) < set(testing)
    assert "libegl1" in running
    assert any(need.startswith("postgresql") for need in testing)


def test_trials_of_packages_need_what_making_them_needs_and_more() -> None:
    making, trying = dev.packages_for("package"), dev.packages_for("package --test")
    assert set(making) < set(trying)
    assert "nsis" in making
    assert "wine" in trying


def test_trials_are_skipped_with_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.try_packages_if_possible({"CI": "true", "BINA_ASN_TRIALS": "false"}) == 0
    assert "trials are skipped: BINA_ASN_TRIALS=false" in capsys.readouterr().out


def test_trials_need_their_tools_unless_these_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dev.obstacle_to_trials("", []) == ""
    assert dev.obstacle_to_trials("windows", ["wine"]) == "not installed: wine"
    monkeypatch.setattr(shutil, "which", lambda _: None)  # as where there is no apt-get
    assert "please install" in dev.obstacle_to_trials("true", ["wine"])


@pytest.mark.parametrize(("spent", "left"), [(2, "15.0"), (13, "12.0"), (40, "1.0")])
def test_trials_have_what_is_left_of_the_time(spent: float, left: str) -> None:
    assert dev.time_limit(spent) == [f"--minutes={left}"]


def test_making_packages_is_handed_to_its_module(capfd: pytest.CaptureFixture[str]) -> None:
    assert dev.package(["--no-such-option"]) == 2
    assert "dev.py package: error" in capfd.readouterr().err


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_window_opens_where_there_is_a_display(
    display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(display, ":0")
    assert dev.demo("run") == ["tests.together.demo", "run"]


@pytest.mark.parametrize(
    ("platform", "wanted", "module"),
    [
        ("linux", "run", "tests.together.tour"),
        ("linux", "client", "tests.together.tour"),
        ("linux", "server", "tests.together.demo server"),
        ("win32", "run", "tests.together.demo run"),
        ("darwin", "client", "tests.together.demo client"),
        ("darwin", "tour", "tests.together.tour"),
    ],
)
def test_without_a_named_display(
    platform: str, wanted: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.demo(wanted) == module.split()


@pytest.mark.parametrize(
    ("line", "command", "rest"),
    [
        ("test tests/lessons -k draw", "test", ["tests/lessons", "-k", "draw"]),
        ("lock --upgrade", "lock", ["--upgrade"]),
        ("bench --quick", "bench", ["--quick"]),
        ("run --client --fresh", "run", ["--fresh"]),
        ("package --msi --quick", "package", ["--msi", "--quick"]),
        ("package --help", "package", ["--help"]),
        ("package --test -k wine", "package", ["--test", "-k", "wine"]),
        ("check", "check", []),
    ],
)
def test_arguments_are_handed_on(line: str, command: str, rest: list[str]) -> None:
    options, handed_on = dev.parse(line.split())
    assert options.command == command
    assert handed_on == rest


@pytest.mark.parametrize(
    ("line", "mode"), [("run", "run"), ("run --client", "client"), ("run --tour", "tour")]
)
def test_run_knows_its_modes(line: str, mode: str) -> None:
    options, _ = dev.parse(line.split())
    assert options.mode == mode


@pytest.mark.parametrize("line", ["", "walk", "check --fast", "check now"])
def test_a_wrong_command_line_ends_with_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.parse(line.split())
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_passing_check_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.examine("ruff --version") == 0
    assert re.fullmatch(r"ok      ruff +\d+\.\d s\n", capsys.readouterr().out)


def test_a_failing_check_shows_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.examine("ruff check no-such-file.py") != 0
    output = capsys.readouterr().out
    assert output.startswith("FAILED  ruff check")
    assert "no-such-file.py" in output.partition("\n")[2]


def test_what_must_succeed_raises_when_it_does_not() -> None:
    with pytest.raises(dev.UnusableError, match="it broke"):
        dev.must([sys.executable, "-c", "raise SystemExit(4)"], "it broke")


def test_children_end_with_their_parent() -> None:
    child = dev.start([sys.executable, "-c", "import time; print('up'); time.sleep(60)"])
    dev.end_children(patience=0.01)
    assert child.wait(timeout=10) != 0


def test_help_names_the_exit_codes() -> None:
    command = [sys.executable, str(dev.ROOT / "dev.py"), "--help"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "130  interrupted" in answer.stdout
