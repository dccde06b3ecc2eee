"""Whether every icon can be drawn."""

from __future__ import annotations

from desktop.selftest.qt import application
from desktop.selftest.verdicts import Broken
from resources import LIGHT, load_icon
from resources.loaders import FOLDER

_SIZE = 24


def look() -> str:
    """Draw each.

    Raises:
        Broken: There are none, or one stays empty.
    """
    application()
    names = sorted(path.stem for path in (FOLDER / "icons").glob("*.svg"))
    empty = [name for name in names if _is_empty(name)]
    if empty or not names:
        raise Broken(f"Ikon tidak dapat digambar: {', '.join(empty) or 'tidak ada'}.")
    return f"{len(names)} ikon dapat digambar."


def _is_empty(name: str) -> bool:
    image = load_icon(name, LIGHT.text).pixmap(_SIZE).toImage()
    across, down = range(image.width()), range(image.height())
    return not any(image.pixelColor(x, y).alpha() for y in down for x in across)
