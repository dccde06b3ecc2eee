"""Folders that may be read but not written, also when root runs the tests."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def hidden(folder: Path) -> Iterator[None]:
    """As a user who may not even look into the folder."""
    is_root = os.geteuid() == 0
    folder.chmod(0o000)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """As a user who may read the folder but not write it; root gives up its powers for a while."""
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A folder that every account can enter, which those that pytest makes are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
