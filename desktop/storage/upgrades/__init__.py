"""The straight line of versions of the PC's database; never change a step that was released."""

from __future__ import annotations

from desktop.storage.upgrades.first import FIRST

STEPS: tuple[tuple[str, ...], ...] = (FIRST,)
"""Statements of each step; step 1 makes version 1 of an empty file, and so on."""
