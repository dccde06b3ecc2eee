"""Whether the program's files are those that were packed; no library beside Python's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.selftest.manifest import Manifest, read_manifest
from desktop.selftest.program_files import Difference, compare
from desktop.selftest.verdicts import Broken, Doubtful

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 8
_MEGABYTE = 1_000_000


def look(folder: Path | None = None) -> str:
    """Compare the program folder with its manifest.

    Args:
        folder: The program folder; that of this program if None.

    Raises:
        Broken: Files are missing, changed, unreadable, or too many and such as would be run.
        Doubtful: There are other files too many.
    """
    folder = folder or paths.program_folder()
    if not paths.is_installed(folder):
        return _without_manifest(folder)
    manifest = read_manifest(folder / paths.MANIFEST_NAME)
    difference = compare(folder, manifest)
    if difference.harm:
        raise Broken(_in_words(difference))
    if difference.surplus:
        raise Doubtful(f"{_named('tidak dikenal', difference.surplus)} Boleh dihapus.")
    return _praise(manifest, difference)


def _without_manifest(folder: Path) -> str:
    if folder.name == "app" and (folder.parent / "lib").is_dir():
        raise Broken(f"{paths.MANIFEST_NAME} tidak ada di {folder.parent}.")
    return f"Dijalankan dari kode sumber di {folder}; tidak ada daftar untuk dibandingkan."


def _praise(manifest: Manifest, difference: Difference) -> str:
    size = difference.size / _MEGABYTE
    return f"{len(manifest.files)} berkas versi {manifest.version} utuh ({size:.0f} MB)."


def _in_words(difference: Difference) -> str:
    groups = (
        ("tidak ada", difference.missing),
        ("berubah atau rusak", difference.changed),
        ("tidak dapat dibaca", difference.unreadable),
        ("tidak dikenal", difference.intruding),
    )
    return " ".join(_named(how, names) for how, names in groups if names)


def _named(how: str, names: tuple[str, ...]) -> str:
    shown = ", ".join(ascii(name)[1:-1] for name in names[:_SHOWN])
    rest = f", dan {len(names) - _SHOWN} lagi" if len(names) > _SHOWN else ""
    return f"{len(names)} berkas {how}: {shown}{rest}."
