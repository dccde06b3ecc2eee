"""Workshop sheets, as they come out of a printer."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from lessons.layout import WORKSHOP_FILE
from lessons.rendering import print_sheet
from tests.lessons.courses.curriculum import courses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

_PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def test_each_workshop_sheet_prints_on_two_pages(page: Page) -> None:
    counts = {}
    for course in courses():
        sheet = course.folder / WORKSHOP_FILE
        page.set_content(
            print_sheet(course.title, sheet.read_text(encoding="utf-8"), course.folder)
        )
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        counts[course.code] = len(_PAGE.findall(printed))
    assert {code: count for code, count in counts.items() if count > 2} == {}
