from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from installers import folders, manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_it_tells_of_every_file_but_itself(tmp_path: Path) -> None:
    folders.write(tmp_path / "app/é.md", b"one")
    folders.write(tmp_path / "BinaASN.exe", b"two")
    for _ in range(2):
        manifest.write(tmp_path, version="1.2.3", target="windows", python="3.13.11")
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8")) == {
        "version": "1.2.3",
        "target": "windows",
        "python": "3.13.11",
        "files": {
            "BinaASN.exe": hashlib.sha256(b"two").hexdigest(),
            "app/é.md": hashlib.sha256(b"one").hexdigest(),
        },
    }
