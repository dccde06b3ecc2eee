"""Codes and passwords checked against the store; hashing happens outside of any transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage import passwords, people, tries
from desktop.storage.errors import WrongCode, WrongPassword
from lessons.exchange.codes import normalise_code

if TYPE_CHECKING:
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
        admitted = _admit(database, who, now)
        if not passwords.matches(kept, normalise_code(typed)):
            raise WrongCode(f"{WrongCode.title}. {tries.what_next(admitted.wrong)}")
        _forget_tries(database, who)


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
    admitted = _admit(database, who, now)
    if not passwords.matches(kept, typed):
        raise WrongPassword(f"{WrongPassword.title}. {tries.what_next(admitted.wrong)}")
    _forget_tries(database, who)


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


def _admit(database: Database, learner: UUID, now: datetime) -> tries.Admission:
    with database.write() as connection:
        admission = tries.admit(connection, learner, now)
    if admission.wait:
        raise tries.must_wait(admission.wait)
    return admission


def _forget_tries(database: Database, learner: UUID) -> None:
    with database.write() as connection:
        tries.clear(connection, learner)
