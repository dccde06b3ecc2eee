"""YAML 1.2 as plain nodes with lines: no objects are built, so no value can turn into another type.

Course files use fields, lists and texts only; anchors, aliases and tags are refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lessons.nodes import Node, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.error import StreamMark

_MAX_DEPTH = 4
_UNUSED = "Kepala berkas memakai bentuk YAML yang tidak dipakai di sini."
_PLAIN = "Pakai isian, daftar, dan teks biasa saja, tanpa & * ! di awal nilai."


class YamlUnusableError(ValueError):
    """The YAML can't be read, or uses more of YAML than course files do.

    Attributes:
        place: In the YAML.
        message: For people, in Indonesian.
        hint: What to write instead, in Indonesian.
    """

    def __init__(self, place: Place, message: str, hint: str) -> None:
        """Say what is wrong where."""
        super().__init__(message)
        self.place = place
        self.message = message
        self.hint = hint


def parse_yaml(text: str) -> Node:
    """The root node of a YAML text; an empty text where it holds nothing.

    Raises:
        YamlUnusableError: See there.
    """
    events = _events(text)
    if not any(isinstance(event, DocumentStartEvent) for event in events):
        return Node(Place(1), "")
    root = _node(next(events), events, 1)
    for event in events:
        if isinstance(event, DocumentStartEvent):
            raise YamlUnusableError(_place(event.start_mark), _UNUSED, _PLAIN)
    return root


def _events(text: str) -> Iterator[Event]:
    """One by one: what is nested too deep is refused before the library has read all of it."""
    hint = "Periksa indentasi (spasi, bukan tab), dan apit teks yang memuat “: ” dengan kutip."
    message = "Kepala berkas tidak dapat dibaca di sekitar baris ini."
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except (YAMLError, ValueError, OverflowError) as error:
        # Marks count from 0; what the library says without one is put at the first field.
        mark = getattr(error, "problem_mark", None)
        raise YamlUnusableError(_place(mark) if mark else Place(2), message, hint) from error


def _place(mark: StreamMark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _node(event: Event, events: Iterator[Event], depth: int) -> Node:
    place = _place(event.start_mark)
    _refuse_unused(event, place, depth)
    if isinstance(event, SequenceStartEvent):
        return Node(place, tuple(_items(events, depth)))
    if isinstance(event, MappingStartEvent):
        return Node(place, _mapping(events, depth))
    assert isinstance(event, ScalarEvent)  # noqa: S101
    return Node(place, " ".join(event.value.split()))


def _refuse_unused(event: Event, place: Place, depth: int) -> None:
    marked = isinstance(event, NodeEvent) and (event.anchor or getattr(event, "tag", None))
    if marked or isinstance(event, AliasEvent) or depth > _MAX_DEPTH:
        raise YamlUnusableError(place, _UNUSED, _PLAIN)


def _items(events: Iterator[Event], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), SequenceEndEvent):
        yield _node(event, events, depth + 1)


def _mapping(events: Iterator[Event], depth: int) -> dict[str, Node]:
    found: dict[str, Node] = {}
    while not isinstance(event := next(events), MappingEndEvent):
        key = _node(event, events, depth + 1)
        value = _node(next(events), events, depth + 1)
        if not isinstance(key.value, str) or key.value in found:
            raise YamlUnusableError(
                key.place,
                "Isian ini tertulis dua kali, atau namanya bukan teks.",
                "Tulis setiap isian satu kali.",
            )
        found[key.value] = replace(value, name=key.place)
    return found
