"""Earlier versions, over which the present one is installed.

The same sources give the same bytes, so of a version its commit is kept and nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from installers.commands import run
from installers.workshop import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# The oldest first; a release adds its line.
COMMITS = {"0.1.0": "df1318561b81c0879493d2a52f434aa2006e9dcd"}
VERSIONS = tuple(COMMITS)
LAST = VERSIONS[-1]


def obstacle() -> str:
    """Why no earlier version can be made here; nothing where all can."""
    lacking = [version for version, commit in COMMITS.items() if not _is_known(commit)]
    return f"the history of these sources lacks: {', '.join(lacking)}" if lacking else ""


def make(version: str, place: Path, *kinds: str) -> Path:
    """Makes packages of an earlier version by its own code, for trials; returns their folder."""
    sources = place / "sources"
    _check_out(COMMITS[version], sources)
    (sources / "build").mkdir()
    (sources / "build/downloads").symlink_to(ROOT / "build/downloads")
    output = place / "packages"
    words = ["--quick", "--output", str(output), *kinds]
    subprocess.run(
        [sys.executable, "-m", "installers", *words],
        cwd=sources,
        env={**os.environ, **_environment(sources, COMMITS[version])},
        check=True,
    )
    return output


def _is_known(commit: str) -> bool:
    words = ["git", "cat-file", "-e", f"{commit}^{{commit}}"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0


def _check_out(commit: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    packed = folder.with_suffix(".tar")
    run(["git", "archive", f"--output={packed}", commit], folder=ROOT)
    run(["tar", "--extract", "--file", packed, "--directory", folder])


def _environment(sources: Path, commit: str) -> dict[str, str]:
    time = run(["git", "log", "-1", "--format=%ct", commit], folder=ROOT).strip()
    return {"SOURCE_DATE_EPOCH": time, "PYTHONPATH": f"{sources}:{sources / 'packaging'}"}
