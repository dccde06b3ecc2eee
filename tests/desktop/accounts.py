"""Several accounts of one computer that share a data folder, as the Debian package makes it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
GROUP = 23456
_BEFORE = "import os, pathlib; folder = pathlib.Path(os.environ['BINA_ASN_DATA'])\n"


def python_for_all() -> str | None:
    """A Python that every account can start: that of the tests, or the system's of its version.

    None where there is no such one, or where only root could become somebody else.
    """
    if not hasattr(os, "geteuid") or os.geteuid():
        return None
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    return next(filter(_is_open_to_all, (sys.executable, system)), None)


def _is_open_to_all(program: str) -> bool:
    file = Path(program).resolve()
    return file.exists() and all(path.stat().st_mode & stat.S_IXOTH for path in file.parents)


def _variables() -> dict[str, str]:
    """Ours without those by which coverage follows us: nobody else may write beside our data."""
    return {k: value for k, value in os.environ.items() if not k.startswith("COVERAGE_")}


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account; a real one for the system, by its number."""

    number: int
    groups: tuple[int, ...] = (GROUP,)

    def start(self, folder: Path, *words: str) -> subprocess.Popen[str]:
        """Start Python with these words, on the shared folder and with a mask as usual."""
        python = python_for_all()
        assert python is not None
        return subprocess.Popen(
            [python, "-B", *words],
            cwd=ROOT,
            env={
                **_variables(),
                "BINA_ASN_DATA": str(folder),
                "PYTHONPATH": os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")]),
                "QT_QPA_PLATFORM": "offscreen",
            },
            user=self.number,
            group=self.number,
            extra_groups=self.groups,
            umask=0o022,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, folder: Path, words: Sequence[str]) -> tuple[int, str]:
        """Run Python to its end; exit code, and all it said."""
        process = self.start(folder, *words)
        out, error = process.communicate()
        return process.returncode, out + error

    def begin(self, folder: Path, code: str) -> subprocess.Popen[str]:
        """Start lines of Python that find the shared folder as ``folder``."""
        return self.start(folder, "-c", _BEFORE + code)

    def do(self, folder: Path, code: str) -> str:
        """Run such lines, which must succeed; what they printed."""
        done, said = self.run(folder, ["-c", _BEFORE + code])
        assert done == 0, said
        return said


ANI = Account(12345)
BUDI = Account(12346)
OUTSIDER = Account(12347, ())


@contextmanager
def shared_folder() -> Iterator[Path]:
    """A folder as the package makes it: root's, and open to a group."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "data"
        folder.mkdir()
        os.chown(folder, 0, GROUP)
        folder.chmod(0o2770)
        yield folder
