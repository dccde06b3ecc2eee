"""Elements of Moodle XML as text."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from pathlib import Path

_PICTURE = re.compile(r"(!\[[^\[\]]*\]\(\s*)((?:[A-Za-z0-9_-]{1,60}/){0,3}([A-Za-z0-9_.-]{1,64}))")


def element(tag: str, *inside: str, **attributes: str) -> str:
    """An element around what is XML already."""
    named = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{tag}{named}>{''.join(inside)}</{tag}>"


def leaf(tag: str, text: str) -> str:
    """An element around text."""
    return element(tag, escape(text))


def plain_text(tag: str, text: str, *inside: str, **attributes: str) -> str:
    """An element whose ``<text>`` Moodle takes letter by letter."""
    return element(tag, leaf("text", text), *inside, **attributes)


class Texts:
    """Writes Markdown with the pictures that it shows.

    Args:
        folder: In which the quiz lies, and from which its pictures are named.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def markdown(self, tag: str, text: str, *inside: str, **attributes: str) -> str:
        """An element with a text in Markdown; pictures that are there come with it."""
        files: dict[str, str] = {}

        def linked(match: re.Match[str]) -> str:
            data = self._data(match[2])
            if data is None:
                return match[0]
            files[match[3]] = element("file", data, name=match[3], path="/", encoding="base64")
            return f"{match[1]}@@PLUGINFILE@@/{match[3]}"

        written = _PICTURE.sub(linked, text)
        attributes["format"] = "markdown"
        return element(tag, leaf("text", written), *files.values(), *inside, **attributes)

    def _data(self, name: str) -> str | None:
        try:
            path = (self._folder / name).resolve(strict=True)
            if not path.is_relative_to(self._folder.resolve()):
                return None
            return base64.b64encode(path.read_bytes()).decode("ascii")
        except OSError:
            return None
