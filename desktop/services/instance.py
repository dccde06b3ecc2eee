"""One program at a time on one data folder; a second start raises the first window."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QIODevice, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_LOCK_NAME = "bina-asn.lock"
_KNOCK = b"angkat\n"
_QUIT = b"tutup\n"
_PATIENCE_MS = 2000
_BETWEEN_KNOCKS_MS = 50


class Instance(QObject):
    """The right to use a data folder, held by a lock file that outlives no process.

    Qt's lock names process and boot, so what a killed program left behind counts for nothing.

    Signals:
        knocked(): Somebody of the same account started the program again.
        quit_wanted(): Somebody of the same account, or an administrator, wants the program closed.
    """

    knocked = Signal()
    quit_wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the folder.

        Returns:
            False when another program holds it. A folder in which no lock can be written is
            not held by anybody; opening the store there tells what is wrong with it.
        """
        with suppress(OSError):  # told by the store, which meets the same obstacle
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return True
        # Left by a power cut, or on another machine whose disk was cloned: Qt can't tell whether
        # that one still runs. The system itself lets nobody remove a lock that is in use.
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear later starts of the same account. A place on which nobody can knock is no error."""
        from PySide6.QtNetwork import QLocalServer

        name = _socket_name(self._folder, _own_account())
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(name)

    def knock(self) -> bool:
        """Ask the program that holds the folder to come to the front, which may just be starting.

        Returns:
            False when it does not answer to this account: somebody else's program.
        """
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not deadline.hasExpired():
            if self._send(_KNOCK):
                return True
            QThread.msleep(_BETWEEN_KNOCKS_MS)
        return False

    def ask_to_quit(self) -> bool:
        """Ask the program that holds the folder to close in order.

        Returns:
            Whether it was told; False when it does not answer to this account, or not yet.
        """
        return self._send(_QUIT)

    def holder(self) -> int:
        """The process that holds the folder; 0 when there is none."""
        process, _, _ = self._lock.getLockInfo()
        return process

    def release(self) -> None:
        """Give the folder free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _send(self, message: bytes) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(_socket_name(self._folder, self._account_of_holder()))
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(message)
        return socket.waitForBytesWritten(_PATIENCE_MS)

    def _account_of_holder(self) -> int:
        try:
            return (self._folder / _LOCK_NAME).stat().st_uid
        except OSError:
            return _own_account()

    def _answer(self) -> None:
        if self._server is not None and (visitor := self._server.nextPendingConnection()):
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(self._hear)
            self._read(visitor)

    def _hear(self) -> None:
        # A closure over the visitor would outlive it.
        visitor = self.sender()
        if isinstance(visitor, QIODevice):
            self._read(visitor)

    def _read(self, visitor: QIODevice) -> None:
        while visitor.canReadLine():
            message = visitor.readLine().data()
            if message == _KNOCK:
                self.knocked.emit()
            elif message == _QUIT:
                self.quit_wanted.emit()


def _own_account() -> int:
    return 0 if sys.platform == "win32" else os.geteuid()


def _socket_name(folder: Path, account: int) -> str:
    """Of each account its own: a socket that one left behind can't be removed by another."""
    import hashlib

    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return f"bina-asn-{account}-{digest}"
