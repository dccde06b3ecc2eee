"""The parts of a course as plain JSON values; every question says of which type it is."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

import msgspec

from lessons.questions.base import Question
from lessons.questions.registry import TYPES
from lessons.questions.sealed import Sealed

_FILE = re.compile(r"\.|[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
_FRACTION = re.compile(r"(?P<above>-?[0-9]{1,60})/(?P<below>[1-9][0-9]{0,59})")
_TYPE = "type"
_CONTENT = "content"
_SEALED = "sealed"


def to_plain(value: object, folder: Path) -> object:
    """Plain JSON values; paths are given as seen from ``folder``."""
    if isinstance(value, Path):
        return value.relative_to(folder).as_posix()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, tuple | list):
        return [to_plain(each, folder) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _tagged(value, {f.name: getattr(value, f.name) for f in fields(value)}, folder)
    if isinstance(value, dict):
        return {key: to_plain(each, folder) for key, each in value.items()}
    return value


def from_plain(folder: Path, wanted: type, value: object) -> object:
    """What the JSON library can't make by itself: a question, a path or a fraction.

    Raises:
        ValueError: The value is none.
    """
    if wanted is Question:
        return _question(folder, value)
    if wanted is Path and isinstance(value, str) and _FILE.fullmatch(value):
        return folder / value
    if wanted is Fraction and isinstance(value, str) and (match := _FRACTION.fullmatch(value)):
        return Fraction(int(match["above"]), int(match["below"]))
    raise ValueError(f"not a {wanted.__name__}")


def _tagged(value: object, content: dict[str, object], folder: Path) -> object:
    plain = {name: to_plain(each, folder) for name, each in content.items()}
    name = _names().get(type(value))
    return {_TYPE: name, _CONTENT: plain} if name else plain


def _question(folder: Path, value: object) -> object:
    if not isinstance(value, dict) or value.keys() != {_TYPE, _CONTENT}:
        raise ValueError("not a question")
    wanted = _classes().get(value[_TYPE]) if isinstance(value[_TYPE], str) else None
    if wanted is None:
        raise ValueError("no such type of question")
    return msgspec.convert(value[_CONTENT], wanted, dec_hook=partial(from_plain, folder))


@cache
def _classes() -> dict[str, type]:
    """The dataclass of each type of question, by the type's identifier; and those without key."""
    return {kind.kind: _class_made_by(kind.parse) for kind in TYPES} | {_SEALED: Sealed}


@cache
def _names() -> dict[type, str]:
    return {made: name for name, made in _classes().items()}


def _class_made_by(parse: object) -> type:
    made: type = next(t for t in get_args(get_type_hints(parse)["return"]) if t is not NoneType)
    return made
