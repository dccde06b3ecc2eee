"""Whether the fonts that came with the program can be used."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from desktop.selftest.qt import application
from desktop.selftest.verdicts import Broken
from resources import load_fonts

_SAMPLE = "Aé–“…²"


def look() -> str:
    """Register them, and look for some letters.

    Raises:
        Broken: They can't be registered, or lack letters.
    """
    application()
    family = load_fonts()
    if family not in QFontDatabase.families():
        raise Broken(f"Huruf {family} tidak dikenal setelah dimuat.")
    metrics = QFontMetrics(QFont(family))
    absent = [letter for letter in _SAMPLE if not metrics.inFontUcs4(ord(letter))]
    if absent:
        raise Broken(f"Huruf {family} tidak memuat {' '.join(absent)}.")
    return f"{family} dapat dipakai."
