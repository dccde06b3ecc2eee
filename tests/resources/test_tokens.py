from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from resources import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = [
    (text, ground)
    for text in ("text", "muted", "accent", "success", "warning", "danger")
    for ground in ("background", "surface", "hover")
]
SOFT = [(tone, f"{tone}_soft") for tone in ("accent", "success", "warning", "danger")]
ON_SOFT = [("text", ground) for _, ground in SOFT]
FILLED = [("accent_text", "accent"), ("accent_text", "accent_hover")]
EDGES = [(edge, ground) for edge in ("outline", "focus") for ground in ("background", "surface")]


def _light(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, above: str, below: str) -> float:
    """By WCAG 2.2."""
    colours = asdict(tokens)
    low, high = sorted((_light(colours[above]), _light(colours[below])))
    return (high + 0.05) / (low + 0.05)


@THEMES
@pytest.mark.parametrize(("above", "below"), TEXTS + SOFT + ON_SOFT + FILLED)
def test_text_can_be_read(tokens: Tokens, above: str, below: str) -> None:
    assert contrast(tokens, above, below) >= 4.5


@THEMES
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_controls_can_be_told_from_their_ground(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(tokens, edge, ground) >= 3


def test_the_measure_itself() -> None:
    black_on_white = replace(LIGHT, text="#000000", surface="#ffffff")
    assert contrast(black_on_white, "text", "surface") == pytest.approx(21)
