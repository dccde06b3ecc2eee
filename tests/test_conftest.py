"""The promises of the root conftest, tried on small test files in a pytest of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy

ROOT = Path(__file__).resolve().parent.parent

WARNS = """
import logging
import pytest
{mark}
def test_it():
    logging.getLogger("desktop.sync").warning("no reply")
"""


def outcome_of(source: str, folder: Path, *, ci: bool = False) -> tuple[int, str]:
    """The exit code and the output of a pytest that runs one file of tests."""
    (folder / "test_it.py").write_text(source)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
    ]
    environment = {**os.environ, "CI": str(ci).lower()}
    answer = subprocess.run(
        [*command, "-c", str(ROOT / "pyproject.toml"), str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.returncode, answer.stdout


def test_an_unexpected_log_line_fails(tmp_path: Path) -> None:
    code, output = outcome_of(WARNS.format(mark=""), tmp_path)
    assert code == 1
    assert "desktop.sync: no reply" in output


def test_an_expected_log_line_passes(tmp_path: Path) -> None:
    mark = "@pytest.mark.expects_log('desktop.sync: no')"
    assert outcome_of(WARNS.format(mark=mark), tmp_path)[0] == 0


def test_an_expected_log_line_has_to_come(tmp_path: Path) -> None:
    mark = "@pytest.mark.expects_log('no reply', 'never said')"
    code, output = outcome_of(WARNS.format(mark=mark), tmp_path)
    assert code == 1
    assert "never said" in output


def test_a_qt_warning_fails(tmp_path: Path) -> None:
    source = "from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('odd')\n"
    code, output = outcome_of(source, tmp_path)
    assert code == 1
    assert "odd" in output


@pytest.mark.parametrize(("ci", "code"), [(False, 0), (True, 1)])
def test_a_skipped_test_fails_in_ci_alone(tmp_path: Path, *, ci: bool, code: int) -> None:
    source = "import pytest\ndef test_it():\n    pytest.skip('no database here')\n"
    ended, output = outcome_of(source, tmp_path, ci=ci)
    assert ended == code
    assert "no database here" in output


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    source = "import pytest\n@pytest.mark.xfail\ndef test_it():\n    assert 1 == 2\n"
    assert outcome_of(source, tmp_path, ci=True)[0] == 0


def test_postgres_is_private_and_answers(postgres_url: str) -> None:
    engine = sqlalchemy.create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(sqlalchemy.text("SHOW listen_addresses")) == ""
        assert connection.scalar(sqlalchemy.text("SELECT 'a' > 'B'")) is True
    engine.dispose()
