"""«Tentang Bina ASN»: what this program is, where it keeps things, and whose work it stands on."""

from __future__ import annotations

from desktop.ui.about.dialog import AboutDialog

__all__ = ["AboutDialog"]
