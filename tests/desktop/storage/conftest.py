from __future__ import annotations

from tests.desktop.stores import clock, siti, store

__all__ = ["clock", "siti", "store"]
