"""Draw the courses' figures: every SVG beside this file becomes a PNG in its course's ``img``.

Run ``python3 lessons/courses/_gambar/buat.py``. ``asn-02-pita-ikm.svg`` becomes
``asn-02-…/img/pita-ikm.png``. The same SVG and the same Qt give the same bytes.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_HERE = Path(__file__).resolve().parent
_COURSES = _HERE.parent
_FONTS = _HERE.parents[2] / "resources" / "fonts"
_CODE_LENGTH = len("asn-00")
_LARGEST = 80_000
_PALETTE = 256
_SMALLEST = 0
_STEPS = 0xF8F8F8F8
"""Colours that differ only below these bits count as one when the palette is chosen."""


class Undrawable(Exception):
    """A figure can't be made; the message says which and why."""


def load_fonts() -> None:
    """Give Qt the bundled fonts, so that a figure looks the same on every computer.

    Raises:
        Undrawable: A font can't be read.
    """
    for path in sorted(_FONTS.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise Undrawable(f"{path}: not a font")


def target_of(source: Path) -> Path:
    """Where the PNG of an SVG belongs.

    Raises:
        Undrawable: There is no course, or more than one, with the code in the file's name.
    """
    code, name = source.stem[:_CODE_LENGTH], source.stem[_CODE_LENGTH + 1 :]
    folders = sorted(_COURSES.glob(f"{code}-*"))
    if len(folders) != 1 or not name:
        raise Undrawable(f"{source.name}: names no course")
    return folders[0] / "img" / f"{name}.png"


def draw(source: Path) -> QImage:
    """An SVG at the size of its view box, in at most 256 colours.

    Raises:
        Undrawable: Qt can't read the file.
    """
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise Undrawable(f"{source.name}: not a readable SVG")
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Indexed8, palette_of(image))


def palette_of(image: QImage) -> list[int]:
    """The image's most frequent colours that can be told apart, the most frequent first."""
    counted = Counter(memoryview(image.constBits()).cast("I"))
    best: dict[int, int] = {}
    for colour, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(colour & _STEPS, colour)
        if len(best) == _PALETTE:
            break
    return list(best.values())


def write(source: Path) -> str:
    """Write the PNG of an SVG and tell its name and size.

    Raises:
        Undrawable: It can't be drawn or saved, or is too large for a course.
    """
    target = target_of(source)
    target.parent.mkdir(exist_ok=True)
    image = draw(source)
    if not image.save(str(target), quality=_SMALLEST):
        raise Undrawable(f"{target}: can't be written")
    size = target.stat().st_size
    if size > _LARGEST:
        raise Undrawable(f"{target}: {size} bytes, more than {_LARGEST}")
    shown = target.relative_to(_COURSES)
    return f"{shown}  {image.width()} × {image.height()}  {size / 1000:.1f} kB"


def main() -> int:
    """Draw all figures; 1 if one of them failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    try:
        load_fonts()
        for source in sorted(_HERE.glob("*.svg")):
            print(write(source))
    except Undrawable as reason:
        print(reason, file=sys.stderr)
        return 1
    application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
