"""Scenes around the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.together.tour.driver import Driver, Scene


def read_status(driver: Driver, words: str) -> Scene:
    """Wait until the status line holds these words, and read it."""
    yield lambda: words in driver.text("sync_status")
    return {"status": driver.text("sync_status")}


def open_detail(driver: Driver) -> Scene:
    """Ask what waits, and why."""
    yield from driver.click("sync_status")
    yield driver.seen("sync_now_button")
    yield lambda: "Menunggu dikirim" in driver.words()
    yield from driver.picture("rincian-menunggu")
    return {"words": driver.words()}


def sync_now(driver: Driver, received: str) -> Scene:
    """Send by the button, close the dialog when all has gone, and see it on the result page."""
    yield from driver.click("sync_now_button")
    yield lambda: "Semua hasil sudah terkirim." in driver.words()
    yield driver.seen("sync_now_button")
    yield from driver.picture("rincian-terkirim")
    yield from driver.click("close_detail_button")
    yield lambda: not driver.is_seen("sync_now_button")
    yield lambda: received in driver.text("verdict_card")
    yield from driver.picture("hasil-diterima")
    return {"status": driver.text("sync_status")}
