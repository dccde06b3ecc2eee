"""HTML as teachers' editors write it, cut into tags and text; broken HTML is text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:]{0,15})(?P<rest>(?:[\s/][^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([A-Za-z-]{1,20})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_COMMENT = "<!--"
_KNOWN_TAGS = """
    a abbr acronym address applet area article aside audio b base bdi bdo big blink
    blockquote body br button canvas caption center cite code col colgroup datalist dd del
    details dfn dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3
    h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map
    mark marquee meta nav nobr noscript object ol optgroup option p param picture pre q s
    samp script section select small source span strike strong style sub summary sup svg
    table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr o:p
    math lang
"""
_KNOWN = frozenset(_KNOWN_TAGS.split())


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of HTML.

    Attributes:
        name: In lower case.
        closes: Whether it is an end tag.
        rest: Its attributes as written.
    """

    name: str
    closes: bool
    rest: str

    def attribute(self, name: str) -> str:
        """The value of an attribute; empty where there is none."""
        found = (match for match in _ATTRIBUTE.finditer(self.rest) if match[1].lower() == name)
        value = next((match[2] for match in found), "")
        return html.unescape(value.strip("\"'")).strip()


def tokens(text: str) -> Iterator[Tag | str]:
    """Tags that HTML knows, and the text between them with its entities resolved."""
    done = 0
    text = _without_comments(text)
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name not in _KNOWN:
            continue
        if match.start() > done:
            yield _resolved(text[done : match.start()])
        yield Tag(name, bool(match["close"]), match["rest"])
        done = match.end()
    if done < len(text):
        yield _resolved(text[done:])


def without_tags(text: str) -> str:
    """The text alone, in one line."""
    pieces = (" " if isinstance(token, Tag) else token for token in tokens(text))
    return " ".join("".join(pieces).split())


def _resolved(text: str) -> str:
    """Entities can name line ends and form feeds that no line of a course holds."""
    return html.unescape(text).replace("\r", "\n").replace("\f", " ")


def _without_comments(text: str) -> str:
    pieces, done = [], 0
    while (start := text.find(_COMMENT, done)) >= 0:
        end = text.find("-->", start + len(_COMMENT))
        if end < 0:
            break
        pieces.append(text[done:start])
        done = end + len("-->")
    return "".join((*pieces, text[done:]))
