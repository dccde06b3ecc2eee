"""The parts that only the Windows program has, with their licences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from installers.components import Component
from installers.windows.pe import version_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PUBLIC_DOMAIN = """\
SQLite is in the public domain: its authors have dedicated it to whoever wants to use it.
"""
_MICROSOFT = """\
These files of Microsoft Visual C++ are distributable code under the licence terms of Microsoft
Visual Studio and are passed on unchanged: msvcp140.dll, msvcp140_1.dll, msvcp140_2.dll,
vcruntime140.dll, vcruntime140_1.dll.
"""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part, the file that tells its version, and its licence's text or where Debian has it."""

    name: str
    file: str
    licence: str
    homepage: str
    text: str = ""
    text_file: str = ""


_PARTS = (
    _Part(
        "CPython",
        "python313.dll",
        "PSF-2.0",
        "https://www.python.org",
        text_file="doc/libpython3.13-minimal/copyright",
    ),
    _Part(
        "OpenSSL",
        "libssl-3.dll",
        "Apache-2.0",
        "https://openssl-library.org",
        text_file="common-licenses/Apache-2.0",
    ),
    _Part("SQLite", "sqlite3.dll", "blessing", "https://sqlite.org", _PUBLIC_DOMAIN),
    _Part(
        "Microsoft Visual C++ Runtime",
        "vcruntime140.dll",
        "Microsoft's licence terms",
        "https://visualstudio.microsoft.com",
        _MICROSOFT,
    ),
)


def runtime_parts(files: Mapping[str, bytes], debian: Path) -> list[Component]:
    """Python for Windows, and what it and Qt stand on.

    Args:
        files: The runtime's files by their names.
        debian: The unpacked packages of Debian's Python and of the licences that many share.

    Raises:
        PackagingError: A file tells no version.
    """
    return [_component(part, files[part.file], debian / "usr/share") for part in _PARTS]


def _component(part: _Part, file: bytes, texts: Path) -> Component:
    text = (texts / part.text_file).read_bytes() if part.text_file else part.text.encode()
    return Component(
        name=part.name,
        version=version_of(file, part.file),
        licence=part.licence,
        homepage=part.homepage,
        texts=(("LICENSE.txt", text),),
        files=(hashlib.sha256(file).hexdigest(),),
    )
