from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop import assembly
from desktop.assembly import now
from desktop.storage.model import MachineMarks
from desktop.storage.store import Store
from desktop.ui.pages.sync_detail import SyncDetail
from lessons.exchange.messages import Rejection, Reply
from tests.desktop.desk import PLACE, SITI, Desk, fill

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def _learn(desk: Desk, times: int = 1) -> None:
    for _ in range(times):
        desk.run(lambda store: store.finish_lesson(SITI.id, "ASN-05", 1, "asn-05-01", 60))
    desk.settle()


def _open(desk: Desk) -> None:
    desk.click("sync_status")
    desk.wait(lambda: desk.is_shown("sync_detail"))
    desk.settle()


def _status(desk: Desk) -> str:
    return str(desk.find("sync_status").property("text"))


def test_the_status_line_follows_what_is_done(desk: Desk) -> None:
    assert _status(desk) == "Belum terhubung dengan server."
    _learn(desk, times=3)
    assert _status(desk) == (
        "Tersimpan di komputer ini. 3 hasil belum terkirim. Belum terhubung dengan server."
    )


def test_the_detail_opens_by_keyboard_and_closes_by_escape(desk: Desk) -> None:
    desk.find("sync_status").setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.wait(lambda: desk.is_shown("sync_detail"))
    dialog = desk.find("sync_detail", SyncDetail)
    with desk.qtbot.waitSignal(dialog.destroyed):
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_is_low_enough_for_small_screens(desk: Desk) -> None:
    _learn(desk, times=40)
    _open(desk)
    assert desk.find("sync_detail").height() <= 600
    assert "dan 20 hasil lain" in desk.texts("sync_detail")


def test_before_enrolment_there_is_nothing_to_press(desk: Desk) -> None:
    _open(desk)
    assert not desk.find("sync_now_button").isEnabled()
    assert "belum terhubung dengan server" in desk.texts("sync_detail")
    assert "Semua hasil sudah terkirim" in desk.texts("sync_detail")


def test_it_says_why_the_last_try_did_not_succeed(desk: Desk) -> None:
    desk.run(lambda store: store.keep_enrolment(PLACE))
    _learn(desk)
    state = desk.services.synchroniser
    desk.wait(lambda: bool(state.state and state.state.last_error) and not state.is_running)
    _open(desk)
    words = desk.texts("sync_detail")
    assert "Kelurahan Pangkalan Sesai · BKPSDM Kota Dumai" in words
    assert "Server tidak dapat dihubungi" in words
    assert "Menunggu dikirim (1)" in words
    assert desk.find("sync_now_button").isEnabled()


def test_pressing_the_button_tries_again(desk: Desk) -> None:
    desk.run(lambda store: store.keep_enrolment(PLACE))
    desk.wait(lambda: not desk.services.synchroniser.is_running)
    _open(desk)
    desk.wait(lambda: desk.find("sync_now_button").isEnabled())
    with desk.qtbot.waitSignals(
        [desk.services.synchroniser.running, desk.services.synchroniser.running]
    ):
        desk.click("sync_now_button")


def test_refused_records_are_listed_with_the_reason(desk: Desk) -> None:
    _learn(desk)
    sent = desk.run(lambda store: store.unsent(10))
    reply = Reply(parcel="0" * 16, rejected=(Rejection(0, "unknown-learner", sent[0].seq),))
    desk.run(lambda store: store.apply_reply(sent, reply))
    _open(desk)
    words = desk.texts("sync_detail")
    assert "Perlu diperiksa admin (1)" in words
    assert "peserta tidak dikenal oleh server" in words


def test_a_cloned_disk_is_told_until_somebody_says_it_was_moved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, SITI)
    first = MachineMarks("5a5a5a5a", ("11111111",))
    Store.open(tmp_path, now, os.urandom, first).close()
    clone = MachineMarks("5a5a5a5a", ("22222222",))
    monkeypatch.setattr(assembly, "machine_marks", lambda: clone)
    desk = Desk(qtbot, tmp_path)
    desk.wait(lambda: "komputer lain" in _status(desk))
    assert [message.title for message in desk.told] == ["Data ini dibuat di komputer lain"]
    _learn(desk)
    assert "1 hasil belum terkirim" in _status(desk)
    _open(desk)
    assert "bina-asn prepare-image" in desk.texts("sync_detail")
    desk.click("accept_machine_button")
    desk.wait(lambda: not desk.is_shown("accept_machine_button"))
    assert "komputer lain" not in _status(desk)
    desk.close()
