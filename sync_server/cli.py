"""The server's commands, for administrators.

Exit codes: 0 done; 1 the input can't be used, nothing changed; 2 wrong usage; 3 the server is not
initialised, needs an upgrade, or its database or address can't be used; 4 the roster came in, but
some lines were refused.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from lessons.packages.keys import KeyProblem, PublicKey
from sync_server import commands
from sync_server.errors import ServerError, SetupError
from sync_server.logs import start_logging

if TYPE_CHECKING:
    from collections.abc import Sequence

KEEP = 14
"""How many backups stay in a folder: two weeks of daily ones."""
OK, BAD_INPUT, USAGE, NOT_READY, LINES_REFUSED = range(5)
_ADDRESS = (
    ("--host", "BINA_ASN_SERVER_HOST", "127.0.0.1", "alamat"),
    ("--port", "BINA_ASN_SERVER_PORT", 8080, "port; 0 berarti yang bebas"),
    ("--threads", "BINA_ASN_SERVER_THREADS", 8, "jumlah utas"),
)
_CODES = (
    "Kode keluar: 0 berhasil; 1 masukan tidak dapat dipakai; 2 cara pakai salah; "
    "3 server belum siap; 4 sebagian baris daftar pegawai ditolak."
)


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns its exit code."""
    options = _parser().parse_args(arguments)
    # Whatever a command makes, the database above all, is for the server's own user.
    os.umask(0o077)
    start_logging()
    try:
        done: int = options.command(options)
    except SetupError as error:
        return _explain(error, NOT_READY)
    except ServerError as error:
        return _explain(error, BAD_INPUT)
    except KeyboardInterrupt:
        return OK
    return done


def _explain(error: ServerError, code: int) -> int:
    sys.stderr.write(f"{error.title}: {error.message}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bina-asn-server", description="Server hasil belajar Bina ASN.", epilog=_CODES
    )
    words = parser.add_subparsers(title="perintah", required=True)
    _add_init(words.add_parser("init", help="siapkan atau perbarui folder data"))
    _add_run(words.add_parser("run", help="jalankan server"))
    _add_create_admin(words.add_parser("create-admin", help="buat akun admin"))
    _add_enrol_code(words.add_parser("enrol-code", help="buat kode pendaftaran perangkat"))
    _add_import_roster(words.add_parser("import-roster", help="impor daftar pegawai"))
    _add_activation_codes(words.add_parser("activation-codes", help="tampilkan kode aktivasi"))
    _add_backup(words.add_parser("backup", help="cadangkan server ke satu berkas"))
    _add_restore(words.add_parser("restore", help="pulihkan server dari cadangan"))
    regrade = words.add_parser("regrade", help="nilai ulang percobaan yang menunggu")
    regrade.add_argument("--json", action="store_true", help="hasil dalam JSON")
    regrade.set_defaults(command=commands.regrade)
    return parser


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organisation", help="nama instansi, misalnya BKPSDM Kota Dumai")
    parser.add_argument("--database", help="URL basis data; kosong berarti SQLite")
    parser.add_argument(
        "--courses", help="folder pelatihan di samping yang bawaan; kosong berarti bawaan saja"
    )
    parser.add_argument(
        "--trust-key",
        action="append",
        dest="trusted_keys",
        type=_public_key,
        metavar="KUNCI",
        help="kunci publik pembuat paket; paling banyak dua kali, menggantikan yang lama",
    )
    parser.add_argument("--trusted-proxy", help="alamat proksi terbalik (TLS) yang dipercaya")
    parser.add_argument(
        "--activation-codes",
        action=argparse.BooleanOptionalAction,
        help="apakah pegawai memerlukan kode aktivasi",
    )
    parser.add_argument("--backup-to", metavar="FOLDER", help="cadangkan dahulu ke folder ini")
    _add_keep(parser)
    parser.set_defaults(command=commands.init)


def _public_key(text: str) -> str:
    try:
        return str(PublicKey.from_text(text))
    except KeyProblem as error:
        raise argparse.ArgumentTypeError(error.message) from error


def _add_run(parser: argparse.ArgumentParser) -> None:
    for option, variable, usual, about in _ADDRESS:
        parser.add_argument(
            option,
            type=type(usual),
            default=os.environ.get(variable) or usual,
            help=f"{about} (bawaan: {variable}, atau {usual})",
        )
    parser.set_defaults(command=commands.run)


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", metavar="FOLDER", help="bawaan: folder cadangan sistem, atau backups di folder data"
    )
    _add_keep(parser)
    parser.set_defaults(command=commands.backup)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", help="berkas buatan perintah backup")
    parser.set_defaults(command=commands.restore)


def _add_keep(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keep",
        type=_count,
        default=KEEP,
        metavar="N",
        help=f"simpan N cadangan terbaru di folder itu (bawaan: {KEEP})",
    )


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("paling sedikit 1")
    return count


def _add_create_admin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAMA")
    parser.add_argument(
        "--password-stdin", action="store_true", help="baca kata sandi dari masukan standar"
    )
    parser.set_defaults(command=commands.create_admin)


def _add_enrol_code(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unit",
        required=True,
        metavar="KODE",
        help="misalnya 14.72.06.1003; kecamatan (14.72.06) atau kota (14.72) berlaku untuk semua "
        "kelurahan di dalamnya",
    )
    parser.add_argument("--uses", type=int, default=1, help="jumlah perangkat (bawaan: 1)")
    parser.add_argument("--days", type=int, default=30, help="masa berlaku (bawaan: 30 hari)")
    parser.add_argument("--json", action="store_true", help="hasil dalam JSON")
    parser.set_defaults(command=commands.enrol_code)


def _add_import_roster(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", help=".xlsx atau .csv: nama, nip, status, unit")
    parser.add_argument("--json", action="store_true", help="hasil dalam JSON")
    parser.set_defaults(command=commands.import_roster, refused_code=LINES_REFUSED)


def _add_activation_codes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, metavar="KODE")
    parser.add_argument("--json", action="store_true", help="hasil dalam JSON")
    parser.set_defaults(command=commands.activation_codes)
