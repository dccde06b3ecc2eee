"""The program folder in the words of WiX: a component for each file."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAMESPACE = UUID("3418425d-31d8-4d05-a955-e95dba73b66e")
"""Of all identifiers that are derived for the MSI; never changed."""
ROOT = "PROGRAMDIR"
"""The directory in product.wxs that stands for the program folder."""
_WIX = "http://schemas.microsoft.com/wix/2006/wi"


def describe(program: Path) -> str:
    """A WiX fragment with all files of the program folder as the component group ``Files``.

    Identifiers depend on the path within the folder alone, so that Windows knows a file again in
    every later version.

    Raises:
        PackagingError: A path has letters outside ASCII, or two have one identifier.
    """
    found = (path for path in program.rglob("*") if path.is_file())
    files = sorted(PurePosixPath(path.relative_to(program).as_posix()) for path in found)
    _check(files)
    wix = Element("Wix", xmlns=_WIX)
    fragment = SubElement(wix, "Fragment")
    group = Element("ComponentGroup", Id="Files")
    folders = {PurePosixPath(): SubElement(fragment, "DirectoryRef", Id=ROOT)}
    for file in files:
        _add_file(_folder(folders, file.parent), file)
        SubElement(group, "ComponentRef", Id=f"c{_key(file)}")
    fragment.append(group)
    indent(wix)
    return tostring(wix, "unicode")


def _folder(known: dict[PurePosixPath, Element], path: PurePosixPath) -> Element:
    if path not in known:
        above = _folder(known, path.parent)
        known[path] = SubElement(above, "Directory", Id=f"d{_key(path)}", Name=_names(path))
    return known[path]


def _add_file(folder: Element, file: PurePosixPath) -> None:
    guid = str(uuid5(NAMESPACE, f"component {file}"))
    component = SubElement(folder, "Component", Id=f"c{_key(file)}", Guid=guid, Win64="yes")
    source = f"program/{file}"
    name = _names(file)
    SubElement(component, "File", Id=f"f{_key(file)}", Name=name, Source=source, KeyPath="yes")


def _key(path: PurePosixPath) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:16].upper()


def _names(path: PurePosixPath) -> str:
    """The name of MS-DOS, which the tables ask for, and the real one."""
    return f"{_key(path)[:8]}{path.suffix[:4].upper()}|{path.name}"


def _check(files: Iterable[PurePosixPath]) -> None:
    keys: dict[str, PurePosixPath] = {}
    for path in sorted({place for file in files for place in (file, *file.parents)}):
        if not str(path).isascii():
            raise PackagingError(f"the MSI's tables hold ASCII only: {path}")
        if keys.setdefault(_key(path)[:8], path) != path:
            raise PackagingError(f"one identifier for two: {keys[_key(path)[:8]]}, {path}")
