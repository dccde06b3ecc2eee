"""Icons, fonts and styles, with the functions that load them."""

from __future__ import annotations

from resources.loaders import load_fonts, load_icon, load_stylesheet
from resources.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Tokens", "load_fonts", "load_icon", "load_stylesheet"]
