"""Several programs that install at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lessons.packages.alone import alone_in
from lessons.packages.installed import read_installed
from lessons.packages.packing import pack
from tests.lessons.packages.making import KEY, TRUSTED, course_folder

ROOT = Path(__file__).parents[3]
VERSIONS = (1, 2, 3)
TIMES = 4


def begin(file: Path, root: Path) -> subprocess.Popen[str]:
    words = ("unpack", str(file), "--to", str(root), "--trust", str(KEY.public))
    return subprocess.Popen(
        [sys.executable, "-m", "lessons", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_each_is_installed_or_told_that_it_is_too_old(tmp_path: Path) -> None:
    root = tmp_path / "courses"
    files = []
    for version in VERSIONS:
        (tmp_path / f"{version}").mkdir()
        files.append(tmp_path / f"{version}.paket")
        pack(course_folder(tmp_path / f"{version}", version), KEY, files[-1])
    running = [begin(file, root) for file in files * TIMES]
    for process in running:
        _, error = process.communicate()
        assert process.returncode == 0 or "[old-version]" in error, error
    assert sum(process.returncode == 0 for process in running) <= len(VERSIONS)
    installed = read_installed(root, TRUSTED)
    assert installed.left_out == ()
    assert installed.version("ASN-99") == VERSIONS[-1]
    assert {path.name for path in (root / "ASN-99").iterdir()} <= {"1", "2", "3"}


def test_who_comes_second_waits(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from lessons.packages.alone import alone_in\n"
        "print('datang', flush=True)\n"
        "with alone_in(Path(sys.argv[1])): print('masuk', flush=True)"
    )
    with alone_in(tmp_path / "baru"):
        words = [sys.executable, "-c", code, str(tmp_path / "baru")]
        second = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert second.stdout.readline() == "datang\n"
        assert second.poll() is None
    assert second.communicate()[0] == "masuk\n"
    assert second.returncode == 0
