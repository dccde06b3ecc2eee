"""Rights on Windows: access control lists, written as SDDL."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PROGRAM_RIGHTS = "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
"""SYSTEM and Administrators everything, Users read and run; nothing from the folder above."""
DATA_RIGHTS = "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)"
"""As above, but Users may change: one PC, one office, several accounts."""

if sys.platform == "win32":
    import ctypes
    import os
    from ctypes import wintypes

    from desktop.rights.sddl import lets_everybody_change

    _FILE = 1  # SE_FILE_OBJECT
    _REVISION = 1  # SDDL_REVISION_1
    _OWNER, _DACL, _PROTECTED = 0x1, 0x4, 0x80000000
    _REPARSE_POINT = 0x400
    _advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _shell = ctypes.WinDLL("shell32", use_last_error=True)
    _Pointer = ctypes.c_void_p
    _from_text = _advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
    _from_text.argtypes = [wintypes.LPCWSTR, wintypes.DWORD, _Pointer, _Pointer]
    _owner_of = _advapi.GetSecurityDescriptorOwner
    _owner_of.argtypes = [_Pointer, _Pointer, _Pointer]
    _dacl_of = _advapi.GetSecurityDescriptorDacl
    _dacl_of.argtypes = [_Pointer] * 4
    _set = _advapi.SetNamedSecurityInfoW
    _set.argtypes = [wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, *([_Pointer] * 4)]
    _set.restype = wintypes.DWORD
    _get = _advapi.GetNamedSecurityInfoW
    _get.argtypes = [wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, *([_Pointer] * 5)]
    _get.restype = wintypes.DWORD
    _to_text = _advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW
    _to_text.argtypes = [_Pointer, wintypes.DWORD, wintypes.DWORD, _Pointer, _Pointer]
    _free = _kernel.LocalFree
    _free.argtypes = [_Pointer]

    def is_administrator() -> bool:
        """Whether this process runs with the rights of an administrator."""
        return bool(_shell.IsUserAnAdmin())

    def share_data(folder: Path) -> bool:
        """Make the data folder, for every account of this PC.

        Returns:
            True: Windows always has such a place.

        Raises:
            OSError: It can't be made, or is no folder of its own.
        """
        folder.mkdir(parents=True, exist_ok=True)
        # Anybody may have put a junction here, and so have an administrator open another folder.
        if os.lstat(folder).st_file_attributes & _REPARSE_POINT:
            raise NotADirectoryError(f"{folder} is a link")
        _apply(folder, DATA_RIGHTS)
        return True

    def protect_program(paths: Iterable[Path]) -> None:
        """Let administrators alone change these files and folders, with all that is in them.

        Windows passes the rights of a folder on to all in it that has none of its own, as what an
        installer has just written.

        Raises:
            OSError: Rights can't be set.
        """
        for path in paths:
            _apply(path, PROGRAM_RIGHTS)

    def is_open_to_all(path: Path) -> bool:
        """Whether accounts other than administrators may change a file or folder.

        Raises:
            OSError: It can't be looked at.
        """
        return lets_everybody_change(_rights_of(path))

    def _rights_of(path: Path) -> str:
        descriptor, text = _Pointer(), wintypes.LPWSTR()
        failed = _get(str(path), _FILE, _DACL, None, None, None, None, ctypes.byref(descriptor))
        if failed:
            raise ctypes.WinError(failed)
        try:
            _require(_to_text(descriptor, _REVISION, _DACL, ctypes.byref(text), None))
            return text.value or ""
        finally:
            _free(descriptor)
            _free(ctypes.cast(text, _Pointer))

    def _apply(path: Path, rights: str) -> None:
        descriptor, owner, dacl = _Pointer(), _Pointer(), _Pointer()
        flag = wintypes.BOOL()
        _require(_from_text(rights, _REVISION, ctypes.byref(descriptor), None))
        try:
            _require(_owner_of(descriptor, ctypes.byref(owner), ctypes.byref(flag)))
            found = ctypes.byref(flag), ctypes.byref(dacl), ctypes.byref(flag)
            _require(_dacl_of(descriptor, *found))
            what = _OWNER | _DACL | _PROTECTED
            failed = _set(str(path), _FILE, what, owner, None, dacl, None)
        finally:
            _free(descriptor)
        if failed:
            raise ctypes.WinError(failed)

    def _require(done: int) -> None:
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())
