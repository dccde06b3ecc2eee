"""Named colours: the only place where a colour is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as ``#rrggbb``.

    Text colours reach 4.5:1 on ``background``, ``surface`` and their own ``_soft``; ``outline`` and
    ``focus`` reach 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).

    Attributes:
        background: Behind everything.
        surface: Cards, bars, fields.
        border: Quiet lines between things.
        outline: Edges by which a control is recognised.
        accent_text: On a filled accent.
        accent_soft: Behind accent text; also a selected row.
        hover: Under the pointer.
        focus: Around what has the keyboard.
        dark: Whether light text stands on dark.
    """

    background: str
    surface: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    hover: str
    focus: str
    dark: bool


LIGHT = Tokens(
    background="#f3f5f7",
    surface="#ffffff",
    border="#d7dde3",
    outline="#7f8b97",
    text="#1b242d",
    muted="#505c68",
    accent="#0b5c72",
    accent_hover="#084859",
    accent_text="#ffffff",
    accent_soft="#e1eff3",
    success="#1a6b3a",
    success_soft="#e2f2e7",
    warning="#7d4b00",
    warning_soft="#fcf0db",
    danger="#ab2119",
    danger_soft="#fbe8e6",
    hover="#e9edf1",
    focus="#1769c9",
    dark=False,
)

DARK = Tokens(
    background="#13181d",
    surface="#1c2329",
    border="#36414b",
    outline="#7d8a96",
    text="#e7ecf0",
    muted="#a9b5c0",
    accent="#62c2d5",
    accent_hover="#85d2e1",
    accent_text="#07222a",
    accent_soft="#173943",
    success="#7fd09b",
    success_soft="#173421",
    warning="#efbe6c",
    warning_soft="#392c13",
    danger="#f3978f",
    danger_soft="#411f1c",
    hover="#28313a",
    focus="#8cbaff",
    dark=True,
)
