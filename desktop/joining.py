"""Belonging to an office by the settings file alone, without anybody who types."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.machine_settings import ASK_UNIT, MachineSettings
from desktop.sync.enrol import enrol
from desktop.sync.errors import AddressWrong, Refused, SyncError

if TYPE_CHECKING:
    from desktop.storage.model import Enrolment
    from desktop.storage.store import Store
    from desktop.sync.client import Transport

_REFUSED = "enrolment_refused"
_TOO_MANY = "too-many-tries"


@dataclass(frozen=True, slots=True)
class Joining:
    """What the settings of a PC say about its office.

    Attributes:
        settings: As IT staff made them.
        pc_name: What people call the PC.
    """

    settings: MachineSettings
    pc_name: str

    @property
    def is_planned(self) -> bool:
        """Whether the settings are enough to join without asking anybody."""
        settings = self.settings
        return bool(settings.server and settings.code) and settings.unit != ASK_UNIT

    def may_begin(self, store: Store) -> bool:
        """Whether this PC should join by itself: not once it belongs to an office, and not again
        by settings that the server has refused.
        """
        if not self.is_planned or store.enrolment() is not None:
            return False
        return store.setting(_REFUSED) != self._mark()

    def run(self, store: Store, transport: Transport) -> Enrolment:
        """Join. A refusal is remembered, so that fifty PCs don't ask in vain at every start.

        Raises:
            SyncError: As :func:`desktop.sync.enrol.enrol`; see :func:`is_final`.
            StoreProblem: The enrolment could not be kept; asking again is harmless.
        """
        settings = self.settings
        try:
            return enrol(
                store, transport, settings.server, settings.code, self.pc_name, settings.unit
            )
        except SyncError as error:
            if is_final(error):
                store.keep_setting(_REFUSED, self._mark())
            raise

    def _mark(self) -> str:
        settings = self.settings
        said = "\n".join((settings.server, settings.code, settings.unit))
        return sha256(said.encode()).hexdigest()[:16]


UNPLANNED = Joining(MachineSettings(), "")
"""For a PC of which nobody decided anything."""


def is_final(error: Exception) -> bool:
    """Whether trying again later, with the same settings, can't help."""
    if isinstance(error, Refused):
        return error.code != _TOO_MANY
    return isinstance(error, AddressWrong)
