"""Byte code for the Python that is carried along, made by a pinned Python of the same version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCRIPT = Path(__file__).with_name("byte_code.py")


@dataclass(frozen=True, slots=True)
class Compiler:
    """Debian's Python 3.13, unpacked into a folder and started there without installing it.

    Attributes:
        root: The folder of the unpacked packages.
    """

    root: Path

    @property
    def library(self) -> Path:
        """The folder of its standard library."""
        return self.root / "usr/lib/python3.13"

    def compile(self, jobs: Iterable[tuple[Path, Path, str]]) -> None:
        """Compiles sources: the path of each, that of its byte code, and the name to show.

        The same jobs in the same order give the same bytes.

        Raises:
            PackagingError: A source is no Python 3.13.
        """
        lines = "".join(f"{source}\t{target}\t{shown}\n" for source, target, shown in jobs)
        run([*self._python(), "-I", "-S", "-B", _SCRIPT], text=lines, environment={})

    def replace_sources(self, folder: Path, shown: str) -> None:
        """Puts byte code into the place of every source in a folder.

        Args:
            folder: Searched to its depth.
            shown: What tracebacks show in place of the folder.

        Raises:
            PackagingError: A source is no Python 3.13.
        """
        sources = sorted(folder.rglob("*.py"))
        self.compile(
            (source, source.with_suffix(".pyc"), f"{shown}/{source.relative_to(folder).as_posix()}")
            for source in sources
        )
        for source in sources:
            source.unlink()

    def _python(self) -> list[str | Path]:
        loader = self.root / "usr/lib64/ld-linux-x86-64.so.2"
        libraries = self.root / "usr/lib/x86_64-linux-gnu"
        return [loader, "--library-path", libraries, self.root / "usr/bin/python3.13"]
