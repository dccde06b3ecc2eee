"""The words that the program knows, so that help answers before any command's libraries load."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.exits import Outcome

USUAL_WAIT = 30
LONGEST_WAIT = 24 * 60 * 60
"""Seconds for which ``quit`` waits."""


def _no_options(_group: Any) -> None:  # noqa: ANN401 — argparse names no type
    return


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the command line.

    Attributes:
        name: As typed.
        help: What it does, in Indonesian, beginning with a small letter.
        module: The module of :mod:`desktop.commands` whose ``run`` does it.
        add_options: Adds the word's own options to its group of argparse.
    """

    name: str
    help: str
    module: str
    add_options: Callable[[Any], None] = _no_options

    def run(self, options: Namespace) -> Outcome:
        """Do it.

        Raises:
            ProgramError: It can't be done; says why.
        """
        command: Callable[[Namespace], Outcome]
        command = import_module(f"desktop.commands.{self.module}").run
        return command(options)


def _enrol(group: Any) -> None:  # noqa: ANN401
    group.add_argument("--server", metavar="ALAMAT", required=True, help="alamat server")
    group.add_argument("--code", metavar="KODE", required=True, help="kode pendaftaran dari admin")
    group.add_argument("--name", metavar="NAMA", help="nama komputer; biasanya nama dari sistem")
    words = "kode wilayah kantor, bila kode pendaftaran berlaku untuk banyak kantor"
    group.add_argument("--unit", metavar="KODE", default="", help=words)


def _trust_key(group: Any) -> None:  # noqa: ANN401
    group.add_argument("key", metavar="KUNCI", help="bina-asn-public-…")
    group.add_argument("--remove", action="store_true", help="jangan percayai lagi kunci ini")


def _install_course(group: Any) -> None:  # noqa: ANN401
    group.add_argument("file", metavar="PAKET", help="berkas .paket")


def _check_settings(group: Any) -> None:  # noqa: ANN401
    group.add_argument("file", metavar="BERKAS", help="berkas pengaturan, pengaturan.toml")


def _prepare_pc(group: Any) -> None:  # noqa: ANN401
    words = "simpan berkas ini sebagai pengaturan komputer"
    group.add_argument("--settings", metavar="BERKAS", help=words)


def _quit(group: Any) -> None:  # noqa: ANN401
    words = f"tunggu paling lama sekian detik; biasanya {USUAL_WAIT}"
    group.add_argument("--wait", metavar="DETIK", type=_seconds, default=USUAL_WAIT, help=words)


def _seconds(text: str) -> int:
    seconds = int(text)
    if not 0 <= seconds <= LONGEST_WAIT:
        raise ValueError(text)
    return seconds


def _check_update(group: Any) -> None:  # noqa: ANN401
    group.add_argument(
        "file",
        metavar="BERKAS",
        nargs="?",
        help="pemasang atau folder berisi SHA256SUMS; tanpa ini server yang ditanya",
    )
    group.add_argument("--run", action="store_true", help="jalankan pemasang yang sudah diperiksa")


WORDS = (
    Word("enrol", "hubungkan komputer ini dengan server", "enrol", _enrol),
    Word("sync", "kirim hasil yang menunggu dan ambil data baru, sekarang", "sync"),
    Word("status", "tampilkan berapa hasil yang menunggu dan kapan terakhir tersinkron", "status"),
    Word(
        "doctor",
        "periksa pemasangan, pengaturan, disk, jam, basis data, pelatihan, dan server",
        "examine",
    ),
    Word(
        "trust-key",
        "percayai kunci publik pembuat paket, paling banyak dua",
        "trust_key",
        _trust_key,
    ),
    Word("install-course", "pasang pelatihan dari berkas paket", "install_course", _install_course),
    Word("list-courses", "tampilkan pelatihan yang ada di komputer ini", "list_courses"),
    Word(
        "check-settings",
        "periksa berkas pengaturan tanpa mengubah apa pun",
        "check_settings",
        _check_settings,
    ),
    Word(
        "prepare-pc",
        "siapkan komputer setelah pemasangan, sebagai administrator",
        "prepare_pc",
        _prepare_pc,
    ),
    Word(
        "check-update",
        "periksa versi baru dari flashdisk atau server, hanya saat diminta",
        "check_update",
        _check_update,
    ),
    Word("quit", "tutup jendela program yang terbuka dengan tertib, lalu tunggu", "quit", _quit),
    Word("erase-data", "hapus data komputer ini bila server sudah punya semua hasil", "erase_data"),
    Word("prepare-image", "hapus identitas sebelum disk disalin ke komputer lain", "prepare_image"),
)
"""In the order of the help."""
