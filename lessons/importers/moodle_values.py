"""Values in the elements of a Moodle XML file."""

from __future__ import annotations

import re
from fractions import Fraction
from string import ascii_lowercase
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessons.importers.xml_tree import Element

_FORMATS = {
    "moodle_auto_format": "moodle",
    "plain_text": "plain",
    "markdown": "markdown",
    "html": "html",
}
_NUMBER = re.compile(r"\s*(?P<number>[+-]?[0-9]{0,12}(?:[.,][0-9]{0,40})?)\s*")
_LISTED = (20, Fraction(1, 20_000))
"""Moodle's list has twentieths at most, and files have them with two digits or more."""
_EXACT = (1000, Fraction(1, 10**12))
_FINEST = 1_000_000


def letters_for(answers: Sequence[object]) -> str:
    """A letter for each of so many answers.

    Raises:
        Unusable: There are not so many letters.
    """
    if len(answers) > len(ascii_lowercase):
        raise Unusable(f"Soal ini mempunyai {len(answers)} jawaban; paling banyak 26.")
    return ascii_lowercase[: len(answers)]


def text_of(element: Element | None) -> str:
    """The trimmed text; in oldest files it stands in the element itself."""
    if element is None:
        return ""
    inner = element.first("text")
    return (element if inner is None else inner).text.strip()


def form_of(element: Element | None, usual: str) -> str:
    """In which format a text is; what Moodle does not know is HTML to it."""
    written = element.attributes.get("format", "").strip() if element else ""
    return _FORMATS.get(written, "html") if written else usual


def share_of(percent: str) -> Fraction:
    """A percentage as a share, where ``33.33333`` is a third.

    Raises:
        Unusable: It is no number from -100 to 100.
    """
    match = _NUMBER.fullmatch(percent)
    if match is None or not match["number"].strip("+-.,"):
        raise Unusable(f"Nilai jawaban “{percent[:40]}” bukan bilangan.")
    share = Fraction(match["number"].replace(",", ".").rstrip(".")) / 100
    if abs(share) > 1:
        raise Unusable(f"Nilai jawaban “{percent[:40]}” di luar -100 sampai 100.")
    for most, distance in _LISTED, _EXACT:
        near = share.limit_denominator(most)
        if abs(near - share) < distance:
            return near
    return Fraction(round(share * _FINEST), _FINEST)


def files_of(element: Element) -> dict[str, str]:
    """Each file that the question holds anywhere, by path and name; base64."""
    files: dict[str, str] = {}
    waiting = [element]
    while waiting:
        each = waiting.pop()
        waiting.extend(each.children)
        if each.tag == "file" and each.attributes.get("encoding", "base64") == "base64":
            name = f"{each.attributes.get('path', '')}/{each.attributes.get('name', '')}"
            files.setdefault(name.lstrip("/").replace("//", "/"), each.text)
    old = element.value("image").replace("/", "_")
    if old:
        files.setdefault(old, element.value("image_base64"))
    return files
