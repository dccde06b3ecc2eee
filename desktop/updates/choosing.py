"""Which of the signed files is the update for this PC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.updates.errors import NothingNewer, UpdateRefused
from desktop.updates.names import Installer, Kind, installer_of
from desktop.updates.sums import NAME
from desktop.updates.versions import Version
from lessons.packages.keys import PublicKey

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Machine:
    """What decides about an update on this PC.

    Attributes:
        keys: Whose signature counts.
        kind: By what the program was installed.
        version: Of this program.
    """

    keys: Sequence[PublicKey]
    kind: Kind
    version: Version


@dataclass(frozen=True, slots=True)
class Offer:
    """An installer that a trusted key has signed, that fits this PC and is newer.

    Attributes:
        sha256: Of the whole file, in hex digits.
    """

    installer: Installer
    sha256: str


def offer_named(name: str, sums: Mapping[str, str], machine: Machine) -> Offer:
    """The offer of this very name.

    Raises:
        NothingNewer: It is as old as this program, or older.
        UpdateRefused: It is not in the list, or not for this PC.
    """
    if name not in sums:
        words = f"{_shown(name)} tidak tercantum dalam {NAME}. Nama berkas tidak boleh diubah."
        raise UpdateRefused(words)
    installer = installer_of(name)
    if installer is None or installer.kind is not machine.kind:
        words = f"Yang cocok dengan pemasangan di komputer ini berakhiran .{machine.kind}."
        raise UpdateRefused(f"{_shown(name)} bukan pemasang yang cocok. {words}")
    _require_newer(installer.version, machine.version)
    return Offer(installer, sums[name])


def newest_offer(sums: Mapping[str, str], machine: Machine) -> Offer:
    """The newest that fits this PC.

    Raises:
        NothingNewer: None is newer than this program.
        UpdateRefused: None fits.
    """
    installers = [one for name in sums if (one := installer_of(name)) and one.kind is machine.kind]
    if not installers:
        raise UpdateRefused(f"Tidak ada pemasang .{machine.kind} untuk komputer ini.")
    best = max(installers, key=lambda one: one.version)
    return offer_named(best.name, sums, machine)


def _require_newer(offered: Version, here: Version) -> None:
    if offered == here:
        raise NothingNewer(f"Versi {here} sudah terpasang di komputer ini.")
    if offered < here:
        words = (
            f"Yang ditawarkan versi {offered}, lebih lama daripada versi {here} di komputer ini."
        )
        raise NothingNewer(words)


def _shown(name: str) -> str:
    """A name from outside in one short harmless line."""
    return ascii(name)[1:-1][:100]
