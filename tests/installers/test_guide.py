"""The guide for those who install, as it is printed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from installers.guide import SOURCE, guide

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / SOURCE).read_text("utf-8")
_PAGE = re.compile(rb"/Type\s*/Page\b")


def _printed(page: str) -> bytes:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            shown = browser.new_page()
            shown.set_content(page)
            return shown.pdf(format="A4", prefer_css_page_size=True)
        finally:
            browser.close()


def test_each_situation_prints_on_one_a4_page() -> None:
    situations = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    printed = _printed(guide(TEXT.replace("VERSI", "0.10.0"), ROOT))
    assert len(situations) == 5
    assert len(_PAGE.findall(printed)) == len(situations)


def test_the_page_needs_nothing_beside_it() -> None:
    page = guide(TEXT, ROOT)
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert re.findall(r'src="(?!data:)', page) == []
