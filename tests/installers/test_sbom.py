from __future__ import annotations

import json
import re
import uuid
from datetime import datetime
from typing import Any

from installers import sbom
from installers.components import Component

ONE = Component("One", "1.5", "MIT", "https://one.example", (), ("a" * 64,), "pkg:pypi/one@1.5")
ONE_OF_LINUX = Component("one", "1.5", "MIT", "https://one.example", (), ("b" * 64,))
TWO = Component("Two", "", "Some words", "", ())
PARTS = {"windows": (ONE, TWO), "debian": (ONE_OF_LINUX,)}

COMPONENT_KEYS = {
    "type", "bom-ref", "name", "version", "licenses", "properties", "hashes", "components", "purl",
    "externalReferences",
}  # fmt: skip


def a_document() -> dict[str, Any]:
    """As a reader of the file sees it."""
    told: dict[str, Any] = json.loads(json.dumps(sbom.document("1.2.3", 1_700_000_000, PARTS)))
    return told


def test_it_has_what_the_format_requires() -> None:
    told = a_document()
    assert (told["bomFormat"], told["specVersion"], told["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(told["serialNumber"].removeprefix("urn:uuid:")).version == 5
    assert datetime.fromisoformat(told["metadata"]["timestamp"]).timestamp() == 1_700_000_000
    for component in every_component(told):
        assert component.keys() <= COMPONENT_KEYS
        assert component["type"] in {"library", "file"}
        assert component["name"]
        for digest in component.get("hashes", []):
            assert digest["alg"] == "SHA-256"
            assert re.fullmatch("[0-9a-f]{64}", digest["content"])
        for choice in component.get("licenses", []):
            assert choice.keys() in ({"expression"}, {"license"})


def test_every_reference_leads_to_one_component() -> None:
    told = a_document()
    references = [one["bom-ref"] for one in every_component(told)]
    assert len(references) == len(set(references))
    (dependency,) = told["dependencies"]
    assert dependency["ref"] == told["metadata"]["component"]["bom-ref"]
    assert set(dependency["dependsOn"]) <= set(references)


def test_a_component_of_two_systems_is_told_once() -> None:
    one, two = a_document()["components"]
    assert [told["value"] for told in one["properties"]] == ["windows", "debian"]
    assert [file["hashes"][0]["content"][0] for file in one["components"]] == ["a", "b"]
    assert one["licenses"] == [{"expression": "MIT"}]
    assert two["licenses"] == [{"license": {"name": "Some words"}}]


def test_the_same_parts_give_the_same_document() -> None:
    assert a_document() == a_document()
    assert a_document() != sbom.document("1.2.4", 1_700_000_000, PARTS)


def every_component(told: dict[str, Any]) -> list[dict[str, Any]]:
    above: list[dict[str, Any]] = told["components"]
    return above + [one for component in above for one in component.get("components", [])]
