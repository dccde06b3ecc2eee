"""The MSI for group policies: ``packaging/windows/product.wxs`` and the program folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid5

from installers.commands import run
from installers.folders import fresh
from installers.payload import program_folder
from installers.pins import sha256_of
from installers.signing import sign
from installers.windows import msi_check
from installers.windows.icon import write_icon
from installers.windows.mingw import compile_program
from installers.windows.msi_files import NAMESPACE, describe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from installers.workshop import Workshop

_PUBLISHER = "Pemerintah Kota Dumai"
_TEMPLATE = "x64;1057"  # 64 bits, Indonesian
_SOURCES = ("product.wxs", "product.sql", "actions.c")
_PARTS = (".wxs", ".sql", ".dll", ".ico")


def build(workshop: Workshop) -> Path:
    """Makes ``bina-asn-<version>-amd64.msi`` in the workshop's output, signed if there is a key.

    Raises:
        PackagingError: A tool is missing or fails, or the tables break a rule.
    """
    return pack(workshop, program_folder(workshop, "windows"), workshop.work / "msi")


def pack(workshop: Workshop, program: Path, work: Path) -> Path:
    """Packs a program folder that is there; ``work`` is made anew.

    Raises:
        PackagingError: A tool is missing or fails, or the tables break a rule.
    """
    gather(workshop, program, fresh(work))
    made = _compile(workshop, work)
    for query in _queries(work / "product.sql"):
        _at(workshop.epoch, ["msibuild", made, "-q", query])
    code = f"{{{package_code(workshop, work)}}}".upper()
    summary = ["-s", "Bina ASN", _PUBLISHER, _TEMPLATE, code]
    _at(workshop.epoch, ["msibuild", made, *summary])
    msi_check.check(made)
    sign(made, workshop.signing, workshop.epoch)
    workshop.output.mkdir(parents=True, exist_ok=True)
    return made.replace(workshop.output / made.name)


def gather(workshop: Workshop, program: Path, work: Path) -> None:
    """Lays all parts side by side: wixl knows files by their path from there alone.

    Raises:
        PackagingError: The compiler is missing or refuses.
    """
    for name in _SOURCES:
        shutil.copyfile(workshop.root / "packaging" / "windows" / name, work / name)
    (work / "program").symlink_to(program.resolve())
    (work / "files.wxs").write_text(describe(program), "utf-8")
    write_icon(workshop, work / "program.ico")
    actions = ["-shared", "-static-libgcc", "-std=c11"]
    # The libraries come behind the source, as the linker wants them.
    sources = ["actions.c", "-lmsi", "-lshlwapi"]
    sign(compile_program(work, sources, "actions.dll", *actions), workshop.signing, workshop.epoch)


def package_code(workshop: Workshop, work: Path) -> UUID:
    """The same for the same content: two MSIs of one code must not differ in any byte."""
    parts = [path for path in sorted(work.iterdir()) if path.suffix in _PARTS]
    files = sorted(path for path in (work / "program").rglob("*") if path.is_file())
    lines = [f"{path.relative_to(work)} {sha256_of(path)}" for path in [*parts, *files]]
    lines += [workshop.version, str(workshop.epoch)]
    content = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return uuid5(NAMESPACE, f"package {content}")


def _compile(workshop: Workshop, work: Path) -> Path:
    msi = work / f"bina-asn-{workshop.version}-amd64.msi"
    product = uuid5(NAMESPACE, f"product {workshop.version}")
    defined = ["-D", f"Version={workshop.version}", "-D", f"ProductCode={product}"]
    options = ["--arch", "x64", *defined, "--output", msi.name]
    _at(workshop.epoch, ["wixl", *options, "product.wxs", "files.wxs"], work)
    return msi


def _queries(file: Path) -> list[str]:
    lines = [line.strip() for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("--")]


def _at(epoch: int, command: Sequence[str | Path], folder: Path | None = None) -> None:
    """Runs a tool that writes the time it sees into what it makes."""
    time = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d %H:%M:%S")
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    run(["faketime", "-f", time, *command], folder=folder, environment=environment)
