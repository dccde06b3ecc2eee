"""On what a run was measured, in one line: no figure means anything without it."""

from __future__ import annotations

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

_CPU_FILE = Path("/proc/cpuinfo")


def machine_line() -> str:
    """Processor, cores, system, Python, Qt and SQLite."""
    parts = (
        _processor(),
        f"{os.cpu_count()} cores",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        f"PySide6 {version('PySide6-Essentials')} ({_screen()})",
        f"SQLite {sqlite3.sqlite_version}",
    )
    return " · ".join(parts)


def _screen() -> str:
    return os.environ.get("QT_QPA_PLATFORM") or "screen"


def _processor() -> str:
    if _CPU_FILE.exists():
        for line in _CPU_FILE.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
