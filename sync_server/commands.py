"""What each command does; each returns its exit code."""

from __future__ import annotations

import getpass
import json
import logging
import os
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lessons.packages.keys import KeyProblem, TrustedKeys
from lessons.people import format_nip
from lessons.progress import WIB
from sync_server import accounts, activation, enrolment, opening, regrading, serving
from sync_server import settings as kept_settings
from sync_server.backups import making, restoring
from sync_server.errors import InputError
from sync_server.roster import importing
from sync_server.settings import Settings
from sync_server.units import all_units

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from lessons.problems import Problem
    from sync_server.context import Context

_log = logging.getLogger(__name__)


def init(options: Namespace) -> int:
    """Make or upgrade the data folder; options that are not given stay as they are."""
    folder = kept_settings.data_folder()
    kept_settings.make_folder(folder)
    with opening.working_in(folder):
        if options.backup_to:
            _back_up_first(folder, Path(options.backup_to), options.keep)
        opening.initialise(folder, _wanted(folder, options), os.urandom)
    return _say(f"Server siap dijalankan. Data: {folder}")


def backup(options: Namespace) -> int:
    """Back the server up into one file, also while it runs."""
    folder = kept_settings.data_folder()
    to = Path(options.to) if options.to else making.usual_folder(folder)
    with opening.working_in(folder):
        made = making.make_backup(folder, to, datetime.now(UTC))
    making.keep_newest(to, options.keep)
    return _say(str(made))


def restore(options: Namespace) -> int:
    """Put the server of a backup in place of the one that is there."""
    folder = kept_settings.data_folder()
    restored = restoring.restore(folder, Path(options.file), datetime.now(UTC))
    made = restored.made.astimezone(WIB).strftime("%d-%m-%Y %H.%M WIB")
    if restored.aside:
        _say(f"Server sebelumnya disimpan di {restored.aside}")
    return _say(f"Server dipulihkan dari cadangan {made}. Data: {folder}")


def _back_up_first(folder: Path, to: Path, keep: int) -> None:
    if kept_settings.is_initialised(folder) and not opening.is_empty(folder):
        _say(f"Dicadangkan: {making.make_backup(folder, to, datetime.now(UTC))}")
        making.keep_newest(to, keep)


def _wanted(folder: Path, options: Namespace) -> Settings:
    kept = kept_settings.load(folder) if kept_settings.is_initialised(folder) else Settings()
    given = {
        name: value
        for name in msgspec.structs.asdict(kept)
        if (value := getattr(options, name, None)) is not None
    }
    wanted = msgspec.structs.replace(kept, **given)
    try:
        TrustedKeys.from_texts(wanted.trusted_keys)
    except KeyProblem as error:
        raise InputError(error.message) from error
    return wanted


def run(options: Namespace) -> int:
    """Serve until told to end."""
    with _opened() as context:
        _log_courses(context)
        regraded = regrading.regrade(context)
        _log.info("regraded", extra=msgspec.to_builtins(regraded))
        serving.serve(context, serving.Address(options.host, options.port, options.threads))
    return 0


def create_admin(options: Namespace) -> int:
    """Make an account for the admin pages."""
    with _opened() as context:
        password = sys.stdin.readline().rstrip("\r\n") if options.password_stdin else _ask()
        accounts.create_admin(context, options.name, password)
    return _say(f"Akun admin {options.name} siap.")


def enrol_code(options: Namespace) -> int:
    """Make an enrolment code."""
    with _opened() as context:
        code, until = context.database.write(
            lambda session: enrolment.make_enrolment_code(
                context, session, options.unit, options.uses, options.days
            )
        )
        with context.database.reading() as session:
            unit = next(each for each in all_units(session) if each.code == options.unit)
    if options.json:
        return _say_json({"code": code, "unit": options.unit, "uses": options.uses, "until": until})
    date = until.astimezone(WIB).strftime("%d-%m-%Y %H.%M WIB")
    _say(f"{code}  ({options.unit}, {options.uses} perangkat, sampai {date})")
    return _say(f"Berlaku untuk {unit.reach}.")


def import_roster(options: Namespace) -> int:
    """Take a roster in."""
    with _opened() as context:
        report = importing.import_roster(context, Path(options.file))
    if options.json:
        _say_json(report)
    else:
        _say(f"Baru {report.new}, berubah {report.changed}, tetap {report.unchanged}.")
        for refused in report.refused:
            _say(f"Baris {refused.line} ditolak: {refused.reason}")
    return options.refused_code if report.refused else 0


def activation_codes(options: Namespace) -> int:
    """Show the activation codes of a unit."""
    with _opened() as context, context.database.reading() as session:
        people = activation.codes_of_unit(session, context.secret, options.unit)
    if options.json:
        return _say_json({"unit": options.unit, "people": people})
    for person in people:
        _say(f"{person.code}  {format_nip(person.nip)}  {person.name}")
    return 0


def regrade(options: Namespace) -> int:
    """Grade what had to wait."""
    with _opened() as context:
        for name, problem in _left_out(context):
            sys.stderr.write(f"Dilewati: {name}. {problem.message} {problem.hint}".rstrip() + "\n")
        regraded = regrading.regrade(context)
    if options.json:
        return _say_json(regraded)
    return _say(f"Dinilai {regraded.graded}, masih menunggu {regraded.waiting}.")


@contextmanager
def _opened() -> Iterator[Context]:
    folder = kept_settings.data_folder()
    with opening.working_in(folder):
        context = opening.open_context(folder, lambda: datetime.now(UTC), os.urandom)
        try:
            yield context
        finally:
            context.database.close()


def _left_out(context: Context) -> Iterator[tuple[str, Problem]]:
    """What lies among the courses and can't be used, each with the first reason."""
    catalogue = opening.catalogue_of(kept_settings.data_folder(), context.settings)
    yield from ((name, problems[0]) for name, problems in catalogue.left_out)


def _log_courses(context: Context) -> None:
    for name, problem in _left_out(context):
        extra = {"folder": name, "first": problem.message, "advice": problem.hint}
        _log.warning("course left out", extra=extra)
    _log.info("courses", extra={"codes": [course.code for course in context.gradebook.courses]})


def _ask() -> str:
    password = getpass.getpass("Kata sandi: ")
    if getpass.getpass("Ulangi kata sandi: ") != password:
        raise InputError("Kedua kata sandi tidak sama.")
    return password


def _say(line: str) -> int:
    sys.stdout.write(f"{line}\n")
    return 0


def _say_json(value: object) -> int:
    plain = msgspec.to_builtins(value)
    return _say(json.dumps(plain, ensure_ascii=False, sort_keys=True))
