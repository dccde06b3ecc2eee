"""The store behind its worker: the only way by which pages reach what is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import ProgramError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.operations import Operation
    from desktop.services.worker import Worker
    from desktop.storage.model import Change
    from desktop.storage.store import Store

T = TypeVar("T")


class StoreClosed(ProgramError):
    """The store was asked for while it is not open."""

    title = "Data belum terbuka"


class Backend(QObject):
    """Opens the store on the database worker, runs jobs on it, and tells what they changed.

    Signals:
        ready(): The store is open.
        failed(object): It could not be opened; the ``ProgramError`` says why.
        changed(object): A ``frozenset[Change]`` was committed, by whichever thread.
    """

    ready = Signal()
    failed = Signal(object)
    changed = Signal(object)

    def __init__(self, worker: Worker, open_store: Callable[[], Store]) -> None:
        super().__init__()
        self._worker = worker
        self._open_store = open_store
        self._store: Store | None = None

    def start(self) -> None:
        """Open the store; may be called again after a failure was dealt with."""
        self._worker.submit(self._open, self).success(self._announce).failure(self._explain)

    def run(self, job: Callable[[Store], T], owner: QObject | None = None) -> Operation[T]:
        """Run a job on the database worker, in the order asked.

        Fails with ``StoreClosed`` when there is no open store.
        """
        return self._worker.submit(lambda: job(self.store()), owner)

    def store(self) -> Store:
        """The open store, for the workers alone.

        Raises:
            StoreClosed: It could not be opened, or was closed.
        """
        if self._store is None:
            raise StoreClosed("Tutup lalu buka kembali program ini.")
        return self._store

    def close(self) -> Operation[None]:
        """Close the store once the jobs before have run."""
        return self._worker.submit(self._close)

    def _open(self) -> None:
        self._store = self._open_store()
        self._store.on_change(self._tell)

    def _close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _tell(self, changes: frozenset[Change]) -> None:
        self.changed.emit(changes)

    def _announce(self, _: None) -> None:
        self.ready.emit()

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, ProgramError):
            raise error
        self.failed.emit(error)
