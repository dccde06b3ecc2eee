"""Codes and passwords checked against the store; hashing happens outside of any transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage import passwords, people, tries
from desktop.storage.errors import WrongCode, WrongPassword
from lessons.exchange.codes import normalise_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from desktop.storage.database import Database


def check_code(database: Database, learner: UUID, typed: str, now: datetime) -> None:
    """Check a printed activation code; nothing to check where codes are switched off.

    Raises:
        WrongCode: Says how many tries are left, or how long to wait.
        TooManyTries: Must wait first; the code was not looked at.
        LearnerUnknown: No such id on this PC.
    """
    with database.read() as connection:
        who = people.person(connection, learner).id
        kept = people.activation_hash(connection, who)
    if kept:
        _try(database, who, now, lambda: passwords.matches(kept, normalise_code(typed)), WrongCode)


def check_password(database: Database, learner: UUID, typed: str, now: datetime) -> None:
    """Check the password that was chosen on this PC.

    Raises:
        WrongPassword: Says how many tries are left, or how long to wait.
        TooManyTries: Must wait first; the password was not looked at.
        LearnerUnknown: No such id on this PC.
    """
    with database.read() as connection:
        who = people.person(connection, learner).id
        kept = passwords.read(connection, who)
    _try(database, who, now, lambda: passwords.matches(kept, typed), WrongPassword)


def set_password(database: Database, learner: UUID, password: str, salt: bytes) -> None:
    """Keep a new password.

    Raises:
        PasswordTooShort: Too short or too easy; says which.
        LearnerUnknown: No such id on this PC.
    """
    with database.read() as connection:
        who = people.person(connection, learner)
    passwords.require_good(password, who.nip)
    new = passwords.hashed(password, salt)
    with database.write() as connection:
        passwords.keep(connection, who.id, new)
        tries.clear(connection, who.id)


def _try(
    database: Database,
    learner: UUID,
    now: datetime,
    is_right: Callable[[], bool],
    wrong: type[WrongCode | WrongPassword],
) -> None:
    """Count the try on disk, check it, and forget the count only where it was right."""
    with database.write() as connection:
        admission = tries.admit(connection, learner, now)
    if admission.wait:
        raise tries.must_wait(admission.wait)
    if not is_right():
        raise wrong(f"{wrong.title}. {tries.what_next(admission.wrong)}")
    with database.write() as connection:
        tries.clear(connection, learner)
