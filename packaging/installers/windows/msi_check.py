"""Rules for the tables of the MSI: Microsoft's own checks of them need a Windows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from installers.errors import PackagingError
from installers.windows.msi_tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DEFERRED, _SET_PROPERTY, _SIXTY_FOUR_BITS, _BY_REGISTRY = 1024, 51, 256, 4
_OPTIONS = {"BAHASA", "HAPUSDATA", "INSTALLDIR", "SETTINGS", "TUNGGU", "TUTUP"}
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", re.IGNORECASE)
_EARLY = ("RefuseWhileOpen", "ResolveSource", "TakeSettings")


def check(msi: Path) -> None:
    """Goes through all rules.

    Raises:
        PackagingError: Some are broken; the text names each.
    """
    broken = list(complaints(Tables(msi)))
    if broken:
        raise PackagingError("\n".join([f"{msi.name} breaks rules:", *broken]))


def complaints(tables: Tables) -> Iterator[str]:
    """What is wrong with the tables, a line each."""
    yield from _identity(tables)
    yield from _components(tables)
    yield from _files(tables)
    yield from _order(tables)
    yield from _deferred_actions(tables)


def _identity(tables: Tables) -> Iterator[str]:
    properties = tables.pairs("Property", "Property", "Value")
    summary = tables.summary()
    if summary["Template"] != f"x64;{properties['ProductLanguage']}":
        yield f"made for {summary['Template']}"
    for name in ("ProductCode", "UpgradeCode"):
        if not _GUID.fullmatch(properties[name]):
            yield f"{name} is no identifier: {properties[name]}"
    if properties["ALLUSERS"] != "1":
        yield "not for the whole PC"
    secure = set(properties["SecureCustomProperties"].split(";"))
    searched = set(tables.pairs("AppSearch", "Property", "Signature_"))
    if missing := (_OPTIONS | searched) - secure:
        yield f"not handed to the elevated half: {sorted(missing)}"


def _components(tables: Tables) -> Iterator[str]:
    components = tables.rows("Component")
    owners = tables.pairs("File", "File", "Component_")
    chosen = set(tables.pairs("FeatureComponents", "Component_", "Feature_"))
    yield from _twice("component", (row["ComponentId"] for row in components))
    for row in components:
        name, attributes = row["Component"], int(row["Attributes"])
        if name not in chosen:
            yield f"{name} belongs to no feature"
        if not attributes & _SIXTY_FOUR_BITS:
            yield f"{name} is of 32 bits"
        if not attributes & _BY_REGISTRY and owners.get(row["KeyPath"]) != name:
            yield f"{name} has no file to be known by"


def _files(tables: Tables) -> Iterator[str]:
    files = tables.rows("File")
    folder_of = tables.pairs("Component", "Component", "Directory_")
    names = [(folder_of[row["Component_"]], *row["FileName"].split("|")) for row in files]
    yield from _twice("short name", (f"{folder}/{short}" for folder, short, _ in names))
    yield from _twice("name", (f"{folder}/{name}" for folder, _, name in names))
    numbers = sorted(int(row["Sequence"]) for row in files)
    last = int(tables.rows("Media")[0]["LastSequence"])
    if numbers != list(range(1, last + 1)):
        yield "files and cabinet have different numbers"


def _order(tables: Tables) -> Iterator[str]:
    order = _numbers(tables)
    begin, end = order["InstallInitialize"], order["InstallFinalize"]
    if not begin < order["RemoveExistingProducts"] < order["ProcessComponents"] < end:
        yield "the old version is not removed at the begin of the transaction"
    first, last = order["CostFinalize"], order["InstallValidate"]
    if late := [name for name in _EARLY if not first < order[name] < last]:
        yield f"not before Windows looks for open files: {late}"
    if order["ResolveSource"] > order["TakeSettings"]:
        yield "settings are looked for before the MSI's place is known"
    yield from _twice("number in the sequence", map(str, order.values()))


def _deferred_actions(tables: Tables) -> Iterator[str]:
    """An action that runs later gets its words from a property of its own name, set before."""
    order = _numbers(tables)
    actions = tables.rows("CustomAction")
    setters = [row for row in actions if int(row["Type"]) == _SET_PROPERTY]
    for row in actions:
        name = row["Action"]
        if name not in order:
            yield f"{name} never runs"
        elif int(row["Type"]) & _DEFERRED:
            set_at = [order[one["Action"]] for one in setters if one["Source"] == name]
            if not set_at or max(set_at) > order[name]:
                yield f"{name} is told nothing"
            if not order["InstallInitialize"] < order[name] < order["InstallFinalize"]:
                yield f"{name} is outside of the transaction"


def _numbers(tables: Tables) -> dict[str, int]:
    sequence = tables.pairs("InstallExecuteSequence", "Action", "Sequence")
    return {action: int(number) for action, number in sequence.items()}


def _twice(what: str, values: Iterable[str]) -> Iterator[str]:
    counts = Counter(value.upper() for value in values)
    return (f"{what} twice: {value}" for value, count in counts.items() if count > 1)
