"""The program's headless commands, as processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.paths import COURSES_VARIABLE, DATA_VARIABLE
from tests.together.city import COURSES

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    error: str

    def answer(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        answer: dict[str, Any] = json.loads(self.out)
        assert len(self.out.splitlines()) == 1
        return answer


def environment(folder: Path) -> dict[str, str]:
    """The environment of a program on this data folder."""
    return {**os.environ, DATA_VARIABLE: str(folder), COURSES_VARIABLE: str(COURSES)}


def bina_asn(folder: Path, *words: str) -> Ended:
    """Run ``bina-asn`` with these words to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
