"""The straight line of versions of the PC's database; never change a step that was released."""

from __future__ import annotations

from desktop.storage.upgrades.first import FIRST
from desktop.storage.upgrades.second import SECOND

STEPS: tuple[tuple[str, ...], ...] = (FIRST, SECOND)
"""Statements of each step; step 1 makes version 1 of an empty file, and so on."""
