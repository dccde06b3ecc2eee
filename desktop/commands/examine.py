"""``bina-asn doctor``: look at everything, and say all of it also where something is wrong."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop import doctor, paths, pc_doctor
from desktop.commands.packages import shelf_here
from desktop.commands.stores import now, opened_store
from desktop.exits import Exit, Outcome
from desktop.findings import Finding, Health
from desktop.storage.errors import StoreProblem
from desktop.sync.client import HttpTransport

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.storage.model import SyncState


def run(_options: Namespace) -> Outcome:
    """Look, and change nothing; the exit code is that of the first thing that is bad."""
    folder, program = paths.data_folder(), paths.program_folder()
    database, state = _look_inside(folder)
    known = (doctor.installed_at(), state.last_try if state else None)
    installation = (
        pc_doctor.look_at_installation(program),
        *pc_doctor.look_at_program_files(program),
        *pc_doctor.look_at_machine(is_other=bool(state and state.is_other_machine)),
    )
    disk = (
        doctor.look_at_folder(folder),
        doctor.look_at_space(folder),
        doctor.look_at_clock(now(), known),
        database,
    )
    speed = pc_doctor.look_at_speed(folder, program, time.monotonic)
    line = doctor.look_at_server(state.enrolment if state else None, HttpTransport().get)
    return _diagnosis(
        (Exit.OTHER, installation),
        (Exit.SETTINGS, (pc_doctor.look_at_settings(paths.settings_file()),)),
        (Exit.STORE, disk),
        (Exit.STORE, speed),
        (Exit.OTHER, doctor.look_at_courses(shelf_here())),
        (Exit.NETWORK, line),
    )


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
        with opened_store() as store:
            return found, store.sync_state()
    except StoreProblem as problem:
        words = f"{problem.title}. {problem.message}"
        return Finding(found.subject, Health.BAD, words), None
