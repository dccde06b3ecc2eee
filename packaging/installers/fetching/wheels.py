"""Wheels for another system than this one, exactly those of a lock file."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run
from installers.errors import PackagingError
from installers.fetching.lockfile import Locked, read_lock
from installers.fetching.turns import one_at_a_time
from installers.pins import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from installers.fetching.targets import Target
    from installers.workshop import Workshop


def fetch_wheels(workshop: Workshop, lock: Path, target: Target) -> list[Path]:
    """The wheels of a lock file for all Pythons of a target, sorted by name.

    Fetched once; each is checked against the lock whenever it is used.

    Raises:
        PackagingError: A wheel can't be had, or is none of those that the lock names.
    """
    # Where the versions differ, that for the oldest Python also runs on the newer ones.
    wanted = [one for one in read_lock(lock) if one.is_wanted(target, target.pythons[0])]
    folder = workshop.downloads / "wheels" / f"{lock.stem}-{target.name}-{_digest(wanted, target)}"
    with one_at_a_time(workshop.downloads / "wheels.lock"):
        if not folder.is_dir():
            _fill(folder, wanted, target)
    wheels = sorted(folder.glob("*.whl"))
    _verify(wheels, wanted)
    return wheels


def _digest(wanted: Iterable[Locked], target: Target) -> str:
    lines = [*target.platforms, *target.pythons, *(one.line() for one in wanted)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _fill(folder: Path, wanted: Iterable[Locked], target: Target) -> None:
    """Makes the folder whole or not at all: a cut download leaves none behind."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fresh = Path(name) / "wheels"
        fresh.mkdir()
        for python in target.pythons:
            _download(fresh, wanted, target, python)
        shutil.move(fresh, folder)


def _download(folder: Path, libraries: Iterable[Locked], target: Target, python: str) -> None:
    lines = folder.parent / "requirements.txt"
    lines.write_text("".join(f"{one.line()}\n" for one in libraries), "utf-8")
    platforms = [f"--platform={platform}" for platform in target.platforms]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    pip += ["--require-hashes", "--no-deps", "--only-binary=:all:", "--implementation=cp"]
    pip += [*platforms, f"--python-version={python}", f"--dest={folder}"]
    run([*pip, f"--requirement={lines}"])


def _verify(wheels: Iterable[Path], locked: Iterable[Locked]) -> None:
    known = {pin for one in locked for pin in one.hashes}
    strange = [wheel.name for wheel in wheels if sha256_of(wheel) not in known]
    if strange:
        raise PackagingError(f"not of the lock file, delete them: {', '.join(strange)}")
