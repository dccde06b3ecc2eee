"""Pictures of the admin pages, by a real browser where there is one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.together.sample import ADMIN, UNIT_NAME
from tests.together.tour.acting import LEARNER

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_SIZE = (1366, 768)


def find_browser() -> str | None:
    """The path of a Chromium, or None."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def picture_pages(browser: str, address: str, password: str, pictures: Path) -> None:
    """Sign in as a person would, and picture what is seen, in the light and in the dark."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(_ARGUMENTS))
        page = chromium.new_page(viewport={"width": _SIZE[0], "height": _SIZE[1]})
        page.goto(address)
        _save(page, pictures, "admin-masuk")
        page.fill("#nama", ADMIN)
        page.fill("#sandi", password)
        _follow(page, "main button")
        _save(page, pictures, "admin-rekap-unit")
        _follow(page, f"main a:text-is('{UNIT_NAME}')")
        _save(page, pictures, "admin-pegawai")
        _follow(page, f"main a:text-is('{LEARNER.name}')")
        _save(page, pictures, "admin-rincian")
        page.emulate_media(color_scheme="dark")
        _save(page, pictures, "admin-rincian-gelap")
        chromium.close()


def _follow(page: Page, selector: str) -> None:
    """Click, and wait for the page behind it: between two pages there is nothing to picture."""
    with page.expect_navigation():
        page.click(selector)


def _save(page: Page, pictures: Path, title: str) -> None:
    number = len(list(pictures.glob("*.png"))) + 1
    page.screenshot(path=pictures / f"{number:02d}-{title}.png")
