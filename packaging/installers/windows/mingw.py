"""The cross compiler; what it makes bears no time and no path of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.commands import run

if TYPE_CHECKING:
    from pathlib import Path

_PREFIX = "x86_64-w64-mingw32"
_SAME_BYTES = ("-Wl,--no-insert-timestamp", "-Wl,--build-id=none")


def compile_program(folder: Path, sources: list[str], output: str, *options: str) -> Path:
    """Compiles C sources and resource objects in a folder, and links them to a program or DLL.

    Args:
        folder: Where sources and output lie; the names are relative to it.
        sources: C files and objects, in the order of linking.
        output: The file to make.
        options: The compiler's.

    Raises:
        PackagingError: The compiler is absent, or finds an error or a warning.
    """
    flags = ["-Os", "-s", "-Wall", "-Wextra", "-Werror", *options]
    run([f"{_PREFIX}-gcc", *flags, "-o", output, *sources, *_SAME_BYTES], folder=folder)
    return folder / output


def compile_resources(folder: Path, script: str, output: str) -> str:
    """Compiles icon, version and manifest into an object file; returns its name.

    Raises:
        PackagingError: windres is absent, or finds an error.
    """
    run([f"{_PREFIX}-windres", "--codepage=65001", script, output], folder=folder)
    return output
