"""The words that IT staff type: ``bina-asn enrol|sync|status|doctor|…``; no window, no Qt."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, Any, NoReturn

from desktop import paths
from desktop.commands.table import WORDS
from desktop.errors import ProgramError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.commands.table import Word
    from desktop.exits import Outcome

_CODES = """kode keluar:
  0  berhasil
  1  gangguan lain
  2  perintah keliru
  3  komputer belum terhubung dengan server
  4  gangguan jaringan
  5  ditolak server
  6  basis data rusak, lebih baru, atau tidak dapat dibuka
  7  program sudah berjalan (hanya saat membuka jendela)
  8  paket pelatihan atau kunci ditolak
  9  program masih terbuka
  10 masih ada hasil yang belum terkirim
  11 berkas pengaturan ditolak
  12 pemasangan tidak utuh
  13 pembaruan ditolak
  14 hak akses tidak cukup

Memeriksa pemasangan: bina-asn --selftest [--files] [--json]; keluar dengan 0 atau 12.
Dengan --files hanya berkas program yang dibandingkan dengan daftarnya.

Perintah boleh dijalankan saat jendela program terbuka, kecuali erase-data dan prepare-image.
Folder data dapat diganti dengan peubah lingkungan BINA_ASN_DATA."""


def run(argv: Sequence[str]) -> int:
    """Run one command.

    Args:
        argv: The words after the program's name.

    Returns:
        The exit code, as ``--help`` lists them.
    """
    try:
        options = _parser().parse_args(argv)
    except _UsageError as error:
        return _say_usage(error, as_json="--json" in argv)
    except SystemExit as shown:
        # argparse leaves this way once it has shown the help.
        return int(shown.code or 0)
    return _say(_outcome(options), as_json=options.json)


class _UsageError(Exception):
    """The words can't be understood; holds the usage to show."""


class _Formatter(RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Any],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class _Parser(ArgumentParser):
    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(add_help=False, formatter_class=_Formatter, allow_abbrev=False, **kwargs)
        self.options = self.add_argument_group("pilihan")
        self.options.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        raise _UsageError(self.format_usage())


def _parser() -> _Parser:
    words = "Bina ASN tanpa jendela, untuk petugas TI. Tanpa perintah, jendela program dibuka."
    parser = _Parser(prog="bina-asn", description=words, epilog=_CODES)
    commands = parser.add_subparsers(
        title="perintah", dest="command", required=True, metavar="PERINTAH", parser_class=_Parser
    )
    for word in WORDS:
        description = f"{word.help[0].upper()}{word.help[1:]}."
        group = commands.add_parser(word.name, help=word.help, description=description).options
        group.add_argument("--json", action="store_true", help="jawab dengan satu objek JSON")
        word.add_options(group)
        group.set_defaults(word=word)
    return parser


def _outcome(options: Namespace) -> Outcome:
    word: Word = options.word
    paths.share_new_files(paths.data_folder())
    try:
        return word.run(options)
    except ProgramError as error:
        # Help and usage must answer at once, without the libraries behind the commands.
        from desktop.commands.failures import failure

        return failure(error)


def _say(outcome: Outcome, *, as_json: bool) -> int:
    if as_json:
        _write_json({"ok": outcome.code == 0, "exit_code": int(outcome.code), **outcome.facts})
    else:
        stream = sys.stderr if outcome.is_error else sys.stdout
        stream.write("".join(f"{line}\n" for line in outcome.lines))
    return int(outcome.code)


def _say_usage(error: _UsageError, *, as_json: bool) -> int:
    if as_json:
        _write_json({"ok": False, "exit_code": 2, "error": "Usage", "message": "Perintah keliru."})
    else:
        sys.stderr.write(f"Perintah keliru.\n{error}")
    return 2


def _write_json(value: object) -> None:
    sys.stdout.write(f"{json.dumps(value)}\n")
