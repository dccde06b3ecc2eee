"""What a browser without JavaScript would make of a page: forms, links, rows of tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

Row = tuple[str, ...]


@dataclass(slots=True)
class Form:
    """A form with the values that it already holds, the hidden ones included."""

    action: str
    values: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """A page that was read.

    Attributes:
        forms: In order.
        links: Address by its words.
        rows: Every row of every table, as words.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.rows: list[Row] = []
        self._cells: list[list[str]] = []
        self._link: tuple[str, list[str]] = ("", [])
        self.feed(html)

    def row(self, beginning: str) -> Row:
        """The row whose first cell begins with these words; empty where there is none."""
        return next((row for row in self.rows if row and row[0].startswith(beginning)), ())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif tag == "input" and self.forms and "name" in given:
            self.forms[-1].values[given["name"]] = given.get("value", "")
        elif tag == "a":
            self._link = (given.get("href", ""), [])
        elif tag == "tr":
            self._cells = []
        elif tag in {"td", "th"}:
            self._cells.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.rows.append(tuple(_words(cell) for cell in self._cells))
            self._cells = []
        elif tag == "a":
            address, words = self._link
            self.links[_words(words)] = address

    def handle_data(self, data: str) -> None:
        self._link[1].append(data)
        if self._cells:
            self._cells[-1].append(data)


def _words(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
