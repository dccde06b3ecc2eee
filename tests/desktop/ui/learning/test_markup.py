from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop.ui.learning.markup import course_markup, embed_pictures
from desktop.ui.learning.pictures import Unreadable, read_picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def course(tmp_path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for name in ("a.png", "b.jpg"):
        assert image.save(str(tmp_path / name))
    return tmp_path


def test_markdown_of_questions_becomes_rich_text(course: Path) -> None:
    assert course_markup(course)("Batas **3 × 24 jam**") == "Batas <strong>3 × 24 jam</strong>"


@pytest.mark.parametrize("name", ["a.png", "b.jpg"])
def test_a_picture_of_the_course_travels_in_the_text(course: Path, name: str) -> None:
    html = course_markup(course)(f"Lihat ![tanda]({name}).")
    assert 'src="data:image/png;base64,' in html
    assert name not in html


@pytest.mark.expects_log("refused picture: not a plain relative path", "refused picture: not in")
def test_any_other_picture_is_left_out(course: Path) -> None:
    html = '<p>a<img src="../../etc/a.png">b<img alt="x" src="tidak-ada.png">c<img></p>'
    assert embed_pictures(html, course) == "<p>abc</p>"


def test_a_small_picture_is_not_blown_up_but_sharp(course: Path) -> None:
    image = read_picture(course / "a.png", QSize(400, 400), 2.0)
    assert image.deviceIndependentSize().toSize() == QSize(40, 20)
    assert image.devicePixelRatio() == 2.0


def test_a_picture_too_large_for_an_old_pc_is_refused(tmp_path: Path) -> None:
    huge = QImage(8000, 5001, QImage.Format.Format_Mono)
    huge.fill(0)
    assert huge.save(str(tmp_path / "besar.png"))
    with pytest.raises(Unreadable, match="too large"):
        read_picture(tmp_path / "besar.png", QSize(400, 400), 1.0)


def test_a_cut_picture_is_refused(course: Path) -> None:
    data = (course / "a.png").read_bytes()
    (course / "cut.png").write_bytes(data[:40])
    with pytest.raises(Unreadable):
        read_picture(course / "cut.png", QSize(400, 400), 1.0)
