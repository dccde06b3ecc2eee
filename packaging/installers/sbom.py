"""The list of all components of the packages, in CycloneDX 1.6 (JSON)."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from installers.payload import RECIPES, parts_of

if TYPE_CHECKING:
    from pathlib import Path

    from installers.components import Component
    from installers.workshop import Workshop

_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def write(workshop: Workshop) -> Path:
    """Writes ``bina-asn-<version>.cdx.json``: what client and server on each system consist of.

    The same content gives the same bytes, serial number included.
    """
    parts = {target: parts_of(workshop, target) for target in RECIPES}
    told = document(workshop.version, workshop.epoch, parts)
    file = workshop.output / f"bina-asn-{workshop.version}.cdx.json"
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return file


def document(
    version: str, epoch: int, parts: dict[str, tuple[Component, ...]]
) -> dict[str, object]:
    """The document for the components by target."""
    components = _merged(parts)
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, epoch, components]))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat(),
            "component": {
                "type": "application",
                "bom-ref": "bina-asn",
                "name": "bina-asn",
                "version": version,
            },
        },
        "components": components,
        "dependencies": [
            {"ref": "bina-asn", "dependsOn": [one["bom-ref"] for one in components]},
        ],
    }


def _merged(parts: dict[str, tuple[Component, ...]]) -> list[dict[str, object]]:
    """Each component once, with the hashes of all its files and the targets that have it."""
    found: dict[tuple[str, str], list[tuple[str, Component]]] = {}
    for target, components in parts.items():
        for component in components:
            key = (component.name.lower(), component.version)
            found.setdefault(key, []).append((target, component))
    return [_told(same) for _, same in sorted(found.items())]


def _told(same: list[tuple[str, Component]]) -> dict[str, object]:
    first = same[0][1]
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{first.name}@{first.version}",
        "name": first.name,
        "version": first.version,
        "licenses": [_licence(first.licence)],
        "properties": [{"name": "bina-asn:target", "value": target} for target, _ in same],
    }
    files = sorted({file for _, component in same for file in component.files})
    if len(files) == 1:
        told["hashes"] = [{"alg": "SHA-256", "content": files[0]}]
    if len(files) > 1:
        told["components"] = [_file(first, file) for file in files]
    if first.purl:
        told["purl"] = first.purl
    if first.homepage:
        told["externalReferences"] = [{"type": "website", "url": first.homepage}]
    return told


def _file(component: Component, sha256: str) -> dict[str, object]:
    return {
        "type": "file",
        "bom-ref": f"{component.name}@{component.version}#{sha256[:16]}",
        "name": component.name,
        "hashes": [{"alg": "SHA-256", "content": sha256}],
    }


def _licence(expression: str) -> dict[str, object]:
    if _SPDX.fullmatch(expression):
        return {"expression": expression}
    return {"license": {"name": expression}}
