"""``python313.zip``: the standard library as byte code, without what no program needs."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from installers import folders

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from installers.windows.compiling import Compiler

# Development, teaching, other systems, mail and servers; single modules without their ending.
_NAMES = """
    __phello__ _aix_support _android_support _apple_support _ios_support _osx_support _pydecimal
    _pyio _pyrepl antigravity asyncio bdb cProfile cmd code codeop compileall curses dbm doctest
    ensurepip ftplib idlelib imaplib lib-dynload lib2to3 mailbox modulefinder multiprocessing
    pdb pickletools poplib profile pstats pty py_compile pyclbr pydoc pydoc_data rlcompleter
    shelve sitecustomize smtplib symtable tabnanny test this timeit tkinter trace turtle turtledemo
    unittest venv wave wsgiref xmlrpc zipapp
"""
_LEFT_OUT = frozenset(_NAMES.split())
_TIME = (1980, 1, 1, 0, 0, 0)


def install(compiler: Compiler, archive: Path, work: Path) -> None:
    """Compiles the standard library into a zip that Python imports from without unpacking.

    Args:
        compiler: The Python whose library it is.
        archive: The zip to write.
        work: A folder for what lies between; made anew.

    Raises:
        PackagingError: The compiler fails.
    """
    names = modules(compiler.library)
    folders.fresh(work)
    targets = [work / name.with_suffix(".pyc") for name in names]
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
    sources = [compiler.library / name for name in names]
    compiler.compile(zip(sources, targets, [f"lib/{name}" for name in names], strict=True))
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for target in targets:
            name = target.relative_to(work).as_posix()
            packed.writestr(zipfile.ZipInfo(name, _TIME), target.read_bytes())


def modules(library: Path) -> list[PurePath]:
    """The sources of a standard library that are carried along, sorted."""
    found = [path.relative_to(library) for path in library.rglob("*.py")]
    return sorted(name for name in found if _is_needed(name))


def _is_needed(name: PurePath) -> bool:
    top = name.parts[0].removesuffix(".py")
    return not (top in _LEFT_OUT or top.startswith(("_sysconfigdata", "config-", "_distutils")))
