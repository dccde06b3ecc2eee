"""Dates and times in Indonesian words, by the clock of the PC."""

from __future__ import annotations

from datetime import date, datetime

from lessons.months import MONTHS


def date_words(day: date) -> str:
    """``24 November 2026``; a moment counts by the PC's own time zone."""
    local = day.astimezone() if isinstance(day, datetime) else day
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def time_words(moment: datetime) -> str:
    """``14.30``."""
    return moment.astimezone().strftime("%H.%M")


def moment_words(moment: datetime, now: datetime) -> str:
    """``pukul 14.30`` today, else ``24 November 2026 pukul 14.30``."""
    clock = f"pukul {time_words(moment)}"
    same_day = moment.astimezone().date() == now.astimezone().date()
    return clock if same_day else f"{date_words(moment)} {clock}"
