from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from installers.windows import byte_code

if TYPE_CHECKING:
    from pathlib import Path


def compiled(folder: Path, source: str) -> bytes:
    """Compiles a module in a folder as `app/one.py`, with a Python of its own."""
    folder.mkdir()
    (folder / "one.py").write_text(source)
    line = f"{folder / 'one.py'}\t{folder / 'one.pyc'}\tapp/one.py\n"
    command = [sys.executable, "-I", byte_code.__file__]
    subprocess.run(command, input=line, text=True, check=True)
    return (folder / "one.pyc").read_bytes()


def test_folder_and_time_leave_no_trace(tmp_path: Path) -> None:
    one, two = (compiled(tmp_path / name, "x = 'word'\n") for name in ("a", "another"))
    assert one == two
    assert str(tmp_path).encode() not in one
    assert b"app/one.py" in one


def test_it_runs_without_its_source(tmp_path: Path) -> None:
    compiled(tmp_path / "a", "print('runs')\n")
    (tmp_path / "a/one.py").unlink()
    command = [sys.executable, "-c", "import sys; sys.path.insert(0, '.'); import one"]
    told = subprocess.run(command, cwd=tmp_path / "a", capture_output=True, text=True, check=True)
    assert told.stdout == "runs\n"
