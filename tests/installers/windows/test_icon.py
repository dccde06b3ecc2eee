from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QImageReader

from installers.windows.icon import SIZES, icon_of, write_icon
from installers.workshop import ROOT
from tests.installers.workshops import a_workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_it_holds_every_size_as_it_was_drawn(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path, ROOT)
    write_icon(workshop, tmp_path / "app.ico")
    reader = QImageReader(str(tmp_path / "app.ico"))
    assert reader.imageCount() == len(SIZES)
    for at, size in enumerate(SIZES):
        assert reader.jumpToImage(at)
        drawn = QImage(str(ROOT / f"packaging/icon/bina-asn-{size}.png"))
        form = QImage.Format.Format_ARGB32
        assert reader.read().convertToFormat(form) == drawn.convertToFormat(form), size


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path, ROOT)
    for name in ("a.ico", "b.ico"):
        write_icon(workshop, tmp_path / name)
    assert (tmp_path / "a.ico").read_bytes() == (tmp_path / "b.ico").read_bytes()


def test_entries_lead_to_their_pictures() -> None:
    icon = icon_of({16: b"first", 256: b"second"})
    assert icon.endswith(b"firstsecond")
    assert icon[6 + 16 : 6 + 18] == b"\0\0"  # 256 is written as 0
