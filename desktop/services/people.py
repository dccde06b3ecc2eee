"""Who may sign in on this PC, and the checks of codes and passwords."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING
from uuid import UUID

from lessons.people import last_four

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.services.backend import Backend
    from desktop.services.operations import Operation
    from desktop.storage.model import Learner
    from desktop.storage.store import Store


class Step(StrEnum):
    """What a person is asked next."""

    CODE = auto()
    NEW_PASSWORD = auto()
    PASSWORD = auto()


@dataclass(frozen=True, slots=True)
class Tile:
    """What anybody at the PC may see of a person: never the whole NIP, which holds a birth date.

    Attributes:
        digits: Last four digits of the NIP.
        verified: False while the person only registered here.
    """

    id: UUID
    name: str
    initials: str
    digits: str
    step: Step
    verified: bool


def initials(name: str) -> str:
    """Up to two letters that stand for a name; degrees and titles are passed over."""
    words = name.split(",")[0].split()
    plain = [word for word in words if not word.endswith(".")] or words
    return "".join(word[0] for word in plain[:2]).upper()


def tile_of(learner: Learner, asks_code: bool = True) -> Tile:
    """A learner as strangers may see him or her.

    Args:
        asks_code: Whether this PC asks for activation codes at all.
    """
    return Tile(
        id=learner.id,
        name=learner.name,
        initials=initials(learner.name),
        digits=last_four(learner.nip),
        step=_step(learner, asks_code),
        verified=learner.verified,
    )


class People:
    """Asks the store about people, off the main thread."""

    def __init__(self, backend: Backend, asks_code: bool = True) -> None:
        """Take the store, and whether this PC asks for activation codes."""
        self._backend = backend
        self._asks_code = asks_code

    def tiles(self, owner: QObject) -> Operation[tuple[Tile, ...]]:
        """Everybody of this office, by name."""
        return self._backend.run(lambda store: tuple(map(self._tile, store.learners())), owner)

    def check_code(self, person: UUID, code: str, owner: QObject) -> Operation[None]:
        """Check the printed activation code. Fails with ``WrongCode``."""
        return self._backend.run(lambda store: store.check_code(person, code), owner)

    def set_password(self, person: UUID, password: str, owner: QObject) -> Operation[Learner]:
        """Set the password on this PC. Fails with ``PasswordTooShort``."""

        def job(store: Store) -> Learner:
            store.set_password(person, password)
            return store.learner(person)

        return self._backend.run(job, owner)

    def check_password(self, person: UUID, password: str, owner: QObject) -> Operation[Learner]:
        """Check the password. Fails with ``WrongPassword`` or ``TooManyTries``."""

        def job(store: Store) -> Learner:
            store.check_password(person, password)
            return store.learner(person)

        return self._backend.run(job, owner)

    def register(self, name: str, nip: str, owner: QObject) -> Operation[Tile]:
        """Enter somebody who is not on the list; ``nip`` is normalised. Fails with ``NipTaken``."""
        return self._backend.run(lambda store: self._tile(store.register(name, nip)), owner)

    def _tile(self, learner: Learner) -> Tile:
        return tile_of(learner, self._asks_code)


def _step(learner: Learner, asks_code: bool) -> Step:
    if learner.has_password:
        return Step.PASSWORD
    return Step.CODE if learner.needs_code and asks_code else Step.NEW_PASSWORD
