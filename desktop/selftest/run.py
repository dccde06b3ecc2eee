"""Runs the checks one after the other and tells each; needs neither a window nor a display."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.exits import Exit
from desktop.findings import Finding, Health
from desktop.selftest.verdicts import Broken, Doubtful

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KNOWN = frozenset({"--selftest", "--files", "--json"})
_ADVICE = "Pasang ulang Bina ASN."
_FILES = ("berkas program", "files")
_CHECKS = (
    _FILES,
    ("modul program", "imports"),
    ("basis data", "database"),
    ("pelatihan", "courses"),
    ("jendela", "platform"),
    ("huruf", "fonts"),
    ("ikon", "icons"),
    ("gambar", "images"),
    ("gaya tampilan", "styles"),
    ("cetak PDF", "printing"),
    ("sertifikat", "certificates"),
    ("jam komputer", "clock"),
)
"""What people read, and the module that looks."""


def run(words: Sequence[str]) -> int:
    """Check the installation.

    Args:
        words: The words of the command line: ``--selftest``, and any of ``--files``, which compares
            nothing but the files and needs no library, and ``--json``.

    Returns:
        0 when the installation is whole, 12 when it is not, 2 when there are other words.
    """
    if set(words) - _KNOWN:
        sys.stderr.write("pemakaian: bina-asn --selftest [--files] [--json]\n")
        return Exit.USAGE
    checks = [_FILES] if "--files" in words else _CHECKS
    return _tell_as_object(checks) if "--json" in words else _tell_in_lines(checks)


def _tell_in_lines(checks: Iterable[tuple[str, str]]) -> int:
    worst = Exit.OK
    for found in _findings(checks):
        # At once: whatever kills the process in a later check, this much is known.
        sys.stdout.write(f"{found.subject}: {found.health}. {found.words}\n")
        sys.stdout.flush()
        worst = max(worst, _code(found))
    sys.stdout.write(f"{_summary(worst)}\n")
    return worst


def _tell_as_object(checks: Iterable[tuple[str, str]]) -> int:
    findings = list(_findings(checks))
    worst = max(map(_code, findings))
    told = {"ok": worst == 0, "exit_code": worst, "findings": [asdict(each) for each in findings]}
    sys.stdout.write(f"{json.dumps(told)}\n")
    return worst


def _findings(checks: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    are_files_whole = True
    for subject, module in checks:
        # A damaged library does not raise: it may take the whole process with it.
        found = _look(subject, module) if are_files_whole else _put_off(subject)
        yield found
        if (subject, module) == _FILES:
            are_files_whole = found.health is not Health.BAD


def _put_off(subject: str) -> Finding:
    return Finding(subject, Health.DOUBTFUL, "Belum diperiksa; berkas program harus utuh dahulu.")


def _look(subject: str, module: str) -> Finding:
    try:
        words = import_module(f"desktop.selftest.{module}").look()
    except Doubtful as doubt:
        return Finding(subject, Health.DOUBTFUL, str(doubt))
    except Broken as broken:
        return Finding(subject, Health.BAD, f"{broken} {_ADVICE}")
    except Exception as error:  # noqa: BLE001 - told to whoever asked, as what it is
        what = " ".join(str(error).split())
        return Finding(subject, Health.BAD, f"{type(error).__name__}: {what}. {_ADVICE}")
    return Finding(subject, Health.GOOD, words)


def _code(found: Finding) -> Exit:
    return Exit.DAMAGED if found.health is Health.BAD else Exit.OK


def _summary(worst: Exit) -> str:
    if worst is Exit.OK:
        return "Pemasangan utuh."
    return f"Pemasangan tidak utuh. {_ADVICE} Data dan hasil belajar tidak ikut hilang."
