"""Closing the program that is open on a data folder, by its own command, from another process."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QThread

from desktop.services.instance import Instance

if TYPE_CHECKING:
    from pathlib import Path

_BETWEEN_LOOKS_MS = 100


@dataclass(frozen=True, slots=True)
class Closing:
    """How the try to close ended.

    Attributes:
        is_closed: Nothing is open on the folder.
        was_heard: The program was told; False for one of another account.
        process: Which process still holds the folder; 0 for none.
    """

    is_closed: bool
    was_heard: bool
    process: int


def close_window(folder: Path, seconds: int) -> Closing:
    """Ask until the program hears, and wait until it has ended; at least one try.

    Nothing is killed: a program that does not end goes on.
    """
    deadline = QDeadlineTimer(seconds * 1000)
    instance = Instance(folder)
    process, was_heard = 0, False
    while folder.is_dir() and not _is_free(instance):
        process = instance.holder() or process
        was_heard = was_heard or instance.ask_to_quit()
        if deadline.hasExpired():
            return Closing(is_closed=False, was_heard=was_heard, process=process)
        QThread.msleep(_BETWEEN_LOOKS_MS)
    has_ended = _wait_for_end(process, max(0, deadline.remainingTime()))
    return Closing(has_ended, was_heard, 0 if has_ended else process)


def _is_free(instance: Instance) -> bool:
    if not instance.claim():
        return False
    instance.release()
    return True


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x100000
    _TIMED_OUT = 0x102
    _kernel = ctypes.WinDLL("kernel32")
    _kernel.OpenProcess.restype = ctypes.c_void_p
    _kernel.WaitForSingleObject.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    _kernel.CloseHandle.argtypes = [ctypes.c_void_p]

    def _wait_for_end(process: int, patience: int) -> bool:
        """Wait for a process that has given its lock free: its files can't be replaced before."""
        handle = _kernel.OpenProcess(_SYNCHRONIZE, 0, process) if process else None
        if not handle:
            return True
        try:
            return bool(_kernel.WaitForSingleObject(handle, patience) != _TIMED_OUT)
        finally:
            _kernel.CloseHandle(handle)

else:

    def _wait_for_end(process: int, patience: int) -> bool:
        """Nothing to wait for: files of a process that ends can be replaced here."""
        return True
