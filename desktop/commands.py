"""What each command for IT staff does, and what it then says."""

from __future__ import annotations

import os
import platform
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import course_commands, doctor, paths
from desktop.course_commands import KeyUnusable, PackageRefused
from desktop.doctor import Finding, Health
from desktop.exits import Exit, Outcome
from desktop.storage.errors import StoreProblem
from desktop.storage.store import Store
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol
from desktop.sync.errors import AddressWrong, CodeIncomplete, NotEnrolled, Refused, SyncError
from desktop.sync.round import RoundResult, sync_once
from lessons.shelf import Shelf

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.errors import ProgramError
    from desktop.storage.model import Enrolment, SyncState


def run_enrol(options: Namespace) -> Outcome:
    """Make this PC belong to an office, and fetch its people."""
    with _store() as store:
        name = options.name or platform.node()
        place = enrol(store, HttpTransport(), options.server, options.code, name)
        linked = f"Terhubung dengan {place.organisation}, {place.unit_name}."
        try:
            done = sync_once(store, HttpTransport(), _now)
        except SyncError as error:
            failed = failure(error)
            return replace(failed, lines=(linked, *failed.lines))
        facts = {"enrolment": asdict(place), "round": asdict(done)}
        return Outcome(Exit.OK, (linked, _round_in_words(done)), facts)


def run_sync(_options: Namespace) -> Outcome:
    """One round with the server."""
    with _store() as store:
        done = sync_once(store, HttpTransport(), _now)
        state = store.sync_state()
        facts = {"round": asdict(done), **_state_facts(state)}
        return Outcome(Exit.OK, (_round_in_words(done), _waiting_in_words(state)), facts)


def run_status(_options: Namespace) -> Outcome:
    """What waits and how the last round went."""
    with _store() as store:
        state = store.sync_state()
    code = Exit.OK if state.enrolment else Exit.NOT_ENROLLED
    lines = [_place_in_words(state.enrolment), _waiting_in_words(state), _last_in_words(state)]
    if state.last_error:
        lines.append(f"Terakhir gagal: {state.last_error}")
    return Outcome(code, tuple(lines), _state_facts(state))


def run_doctor(_options: Namespace) -> Outcome:
    """Look at everything, and say all of it also where something is wrong."""
    folder = paths.data_folder()
    database, state = _look_inside(folder)
    enrolment = state.enrolment if state else None
    known = (doctor.installed_at(), state.last_try if state else None)
    disk = (
        doctor.look_at_folder(folder),
        doctor.look_at_space(folder),
        doctor.look_at_clock(_now(), known),
        database,
    )
    courses = doctor.look_at_courses(Shelf(paths.courses_root(), folder))
    line = doctor.look_at_server(enrolment, HttpTransport().get)
    return _diagnosis((Exit.STORE, disk), (Exit.OTHER, courses), (Exit.NETWORK, line))


BY_NAME: Mapping[str, Callable[[Namespace], Outcome]] = {
    "enrol": run_enrol,
    "sync": run_sync,
    "status": run_status,
    "doctor": run_doctor,
    "trust-key": course_commands.run_trust_key,
    "install-course": course_commands.run_install_course,
    "list-courses": course_commands.run_list_courses,
}


def failure(error: ProgramError) -> Outcome:
    """What a command says when it could not do its work."""
    facts = {"error": type(error).__name__, "title": error.title, "message": error.message}
    if error.details:
        facts["details"] = error.details
    return Outcome(_code_of(error), (f"{error.title}. {error.message}",), facts, is_error=True)


def _code_of(error: ProgramError) -> Exit:
    kinds: tuple[tuple[type[ProgramError], Exit], ...] = (
        (StoreProblem, Exit.STORE),
        (NotEnrolled, Exit.NOT_ENROLLED),
        (AddressWrong, Exit.USAGE),
        (CodeIncomplete, Exit.USAGE),
        (Refused, Exit.REFUSED),
        (PackageRefused, Exit.PACKAGE),
        (KeyUnusable, Exit.PACKAGE),
        (SyncError, Exit.NETWORK),
    )
    return next((code for kind, code in kinds if isinstance(error, kind)), Exit.OTHER)


def _diagnosis(*groups: tuple[Exit, Sequence[Finding]]) -> Outcome:
    findings = [each for _, group in groups for each in group]
    bad = [code for code, group in groups for each in group if each.health is Health.BAD]
    lines = tuple(f"{each.subject}: {each.health}. {each.words}" for each in findings)
    facts = {"findings": [asdict(each) for each in findings]}
    return Outcome(next(iter(bad), Exit.OK), lines, facts)


def _look_inside(folder: Path) -> tuple[Finding, SyncState | None]:
    found = doctor.look_at_database(folder)
    if found.health is not Health.GOOD:
        return found, None
    try:
        with _store() as store:
            return found, store.sync_state()
    except StoreProblem as problem:
        words = f"{problem.title}. {problem.message}"
        return Finding(found.subject, Health.BAD, words), None


@contextmanager
def _store() -> Iterator[Store]:
    store = Store.open(paths.data_folder(), _now, os.urandom)
    try:
        yield store
    finally:
        store.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _round_in_words(done: RoundResult) -> str:
    if not (done.sent or done.received):
        return "Tidak ada yang baru; semua sudah tersinkron."
    words = f"{done.sent} hasil terkirim, {done.accepted} diterima, {done.received} data baru."
    return f"{words} {done.rejected} ditolak." if done.rejected else words


def _place_in_words(enrolment: Enrolment | None) -> str:
    if enrolment is None:
        return "Komputer ini belum terhubung dengan server."
    return f"{enrolment.unit_name} ({enrolment.organisation}), {enrolment.server}"


def _waiting_in_words(state: SyncState) -> str:
    words = f"{state.unsent} hasil belum terkirim."
    return f"{words} {state.rejected} hasil ditolak server." if state.rejected else words


def _last_in_words(state: SyncState) -> str:
    if state.last_success is None:
        return "Belum pernah tersinkron."
    return f"Terakhir tersinkron {state.last_success.astimezone():%d-%m-%Y pukul %H.%M}."


def _state_facts(state: SyncState) -> dict[str, object]:
    return {
        "enrolment": asdict(state.enrolment) if state.enrolment else None,
        "unsent": state.unsent,
        "rejected": state.rejected,
        "last_success": state.last_success.isoformat() if state.last_success else None,
        "last_try": state.last_try.isoformat() if state.last_try else None,
        "last_error": state.last_error,
    }
