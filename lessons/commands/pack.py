"""``pack``: a course folder becomes one signed file.

Exit codes: 0 done, 1 the course has problems, or key or file can't be used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, complain, require_folders, say
from lessons.problems import CourseError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from lessons.packages.manifest import Manifest


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder pelatihan")
    parser.add_argument(
        "--key", type=Path, required=True, metavar="BERKAS", help="kunci rahasia dari “key new”"
    )
    parser.add_argument(
        "--to", type=Path, metavar="BERKAS", help="paket yang dibuat (bawaan: KODE-vVERSI.paket)"
    )
    parser.add_argument(
        "--dengan-kunci",
        action="store_true",
        help="edisi server, dengan kunci jawaban tes akhir; jangan dibagikan",
    )
    parser.add_argument(
        "--min-client", metavar="VERSI", help="versi program terendah yang boleh memakainya"
    )


def _run(options: Namespace) -> int:
    from lessons.packages.keys import KeyProblem
    from lessons.packages.reasons import PackageError

    require_folders([options.folder])
    try:
        manifest, target = _pack(options)
    except CourseError as error:
        return complain(f"{error.message}\nPaket tidak dibuat: perbaiki dahulu kesalahan di atas.")
    except (KeyProblem, PackageError) as error:
        return complain(f"{error.title}: {error.message}")
    except OSError as error:
        return complain(f"Paket tidak dapat ditulis ({error.strerror}).")
    say(f"{target}: {manifest.course} versi {manifest.version}, {len(manifest.files)} berkas.\n")
    return 0


def _pack(options: Namespace) -> tuple[Manifest, Path]:
    from lessons.packages.keys import load_secret_key
    from lessons.packages.manifest import FIRST_CLIENT, Edition, is_version
    from lessons.packages.packing import Wanted, file_name, prepare

    least = options.min_client or FIRST_CLIENT
    if not is_version(least):
        raise WrongUse(f"“--min-client {least}” bukan versi seperti 0.1.0")
    key = load_secret_key(options.key)
    wanted = Wanted(Edition.SERVER if options.dengan_kunci else Edition.PC, least)
    made = prepare(options.folder, key, wanted)
    target = options.to or Path(file_name(made.manifest))
    made.write(target)
    return made.manifest, target


COMMAND = Command("pack", "membuat paket pelatihan bertanda tangan", _add_arguments, _run)
