from __future__ import annotations

from typing import TYPE_CHECKING

from installers import folders
from installers.windows.stdlib import modules

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ("encodings/utf_8.py", "json/__init__.py", "os.py")
LEFT_OUT = (
    "_sysconfigdata__linux.py",
    "idlelib/run.py",
    "json/notes.txt",
    "lib-dynload/_ssl.so",
    "test/support/os_helper.py",
    "turtle.py",
)


def test_what_no_program_needs_is_left_out(tmp_path: Path) -> None:
    for name in (*KEPT, *LEFT_OUT):
        folders.write(tmp_path / name, b"")
    assert [name.as_posix() for name in modules(tmp_path)] == list(KEPT)
