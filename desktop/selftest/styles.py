"""Whether Qt understands the program's stylesheet, light and dark."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.selftest.qt import application, qt_messages
from desktop.selftest.verdicts import Broken
from resources import DARK, LIGHT, load_stylesheet


def look() -> str:
    """Dress a button in both.

    Raises:
        Broken: A colour is missing, or Qt can't parse what there is.
    """
    application()
    with qt_messages() as heard:
        for tokens in (LIGHT, DARK):
            button = QPushButton("Bina ASN")
            button.setStyleSheet(load_stylesheet(tokens))
            button.ensurePolished()
    complaints = [line for line in heard if "parse" in line]
    if complaints:
        raise Broken(f"Gaya tampilan tidak dapat dibaca: {complaints[0]}.")
    return "Terang dan gelap dapat dipakai."
