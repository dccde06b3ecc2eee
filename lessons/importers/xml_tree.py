"""Elements of a Moodle XML file, each with its line; what a hostile file could do is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import InputSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.sax.xmlreader import AttributesImpl, Locator

_MAX_DEPTH = 40


class NotWellFormed(ValueError):
    """This text is no XML; the text says why, as the parser puts it.

    Attributes:
        line: Where the parser stopped, from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        """Keep the reason and the line."""
        super().__init__(reason)
        self.line = line


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        tag: Its name, in lower case.
        line: Of its start tag, from 1.
        text: Everything between its tags that is not in an element of its own.
    """

    tag: str
    line: int
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> Iterator[Element]:
        """The children of this name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        """The first child of this name, or None."""
        return next(self.all(tag), None)

    def value(self, *path: str, default: str = "") -> str:
        """The trimmed text of the element at this path; the default where there is none."""
        element: Element | None = self
        for tag in path:
            element = element.first(tag) if element else None
        return default if element is None else element.text.strip()


def parse(text: str) -> Element:
    """The root of a document without DTD and with no entities but XML's own five.

    Raises:
        NotWellFormed: It is no such document.
    """
    import defusedxml.sax
    from defusedxml import DefusedXmlException

    builder = _Builder()
    source = InputSource()
    source.setCharacterStream(StringIO(text))
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(builder)
    try:
        parser.parse(source)
    except (SAXException, DefusedXmlException) as error:
        reason = error.getMessage() if isinstance(error, SAXException) else "DTD"
        raise NotWellFormed(reason, builder.line()) from error
    return builder.root()


class _Builder(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self._top = Element("", 0, {})
        self._open = [self._top]
        self._pieces: list[list[str]] = [[]]
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the library's name
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the library's name
        if len(self._open) > _MAX_DEPTH:
            raise SAXException("nesting")
        values = {key.lower(): attrs.getValue(key) for key in attrs.getNames()}
        element = Element(name.lower(), self.line(), values)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._pieces.append([])

    def endElement(self, name: str) -> None:  # noqa: N802 - the library's name
        self._open.pop().text = "".join(self._pieces.pop())

    def characters(self, content: str) -> None:
        self._pieces[-1].append(content)

    def line(self) -> int:
        """The line that the parser has reached."""
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def root(self) -> Element:
        """The root, once the document has been read."""
        return self._top.children[0]
