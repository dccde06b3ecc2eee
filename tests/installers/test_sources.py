from __future__ import annotations

import ast
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from installers.sources import CLIENT_ROOMS, SERVER_ROOMS, packed_files, tracked_files
from installers.workshop import ROOT


def a_project(root: Path) -> Path:
    for name in ("desktop/app.py", "lessons/preview/app.py", "lessons/course.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    return root


def test_only_tracked_files_are_packed(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    (root / "desktop/stray.py").write_text("")
    files = packed_files(root, CLIENT_ROOMS)
    assert files == [PurePosixPath("desktop/app.py"), PurePosixPath("lessons/course.py")]


def test_without_a_checkout_all_but_caches_are_packed(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    (root / "desktop/__pycache__").mkdir()
    (root / "desktop/__pycache__/app.cpython-313.pyc").write_text("")
    assert tracked_files(root, ["desktop"]) == [PurePosixPath("desktop/app.py")]


@pytest.mark.parametrize("rooms", [CLIENT_ROOMS, SERVER_ROOMS])
def test_what_is_packed_needs_nothing_that_is_left_out(rooms: tuple[str, ...]) -> None:
    packed = packed_files(ROOT, rooms)
    ours = {module_of(file): file for file in tracked_files(ROOT, rooms) if file.suffix == ".py"}
    left_out = {name for name, file in ours.items() if file not in packed}
    assert left_out
    for file in packed:
        if file.suffix == ".py":
            assert not imports_of(ROOT / file) & left_out, file


def module_of(file: PurePosixPath) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def imports_of(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found
