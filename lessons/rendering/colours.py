"""The colours of a rendered page; the program's theme gives them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A box with a coloured edge: text in ``edge`` on ``fill`` is readable too."""

    edge: str
    fill: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as ``#rrggbb``.

    Attributes:
        muted: Sources and other quiet text.
        border: Lines of tables.
        shade: Behind code and the head of a table.
        important: ``!!! penting``.
        example: ``!!! contoh``.
        practice: ``!!! latihan``.
        summary: ``!!! ringkasan``.
        quote: Quotations.
    """

    text: str
    muted: str
    link: str
    border: str
    shade: str
    important: Box
    example: Box
    practice: Box
    summary: Box
    quote: Box

    def admonition(self, kind: str) -> Box:
        """The box of an admonition by the word that trainers write; a quotation's for others."""
        boxes = {
            "penting": self.important,
            "contoh": self.example,
            "latihan": self.practice,
            "ringkasan": self.summary,
        }
        return boxes.get(kind, self.quote)
