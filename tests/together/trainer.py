"""A trainer who hands over courses: the real tools, as processes of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.lessons.building import COURSES, WHOLE, edit
from tests.together.commands import Ended

ROOT = Path(__file__).parents[2]
_PRACTICE = "01-gratifikasi.kuis.md"
_TEST = "tes-akhir.kuis.md"


@dataclass(frozen=True, slots=True)
class Trainer:
    """Somebody with a key.

    Attributes:
        home: Where courses and packages lie.
        public: The key that others trust.
    """

    home: Path
    public: str

    @property
    def key_file(self) -> Path:
        """The secret key."""
        return self.home / "kunci rahasia.txt"

    def pack(self, folder: Path, *options: str) -> Path:
        """Make a package of a course."""
        file = self.home / f"{folder.name}{''.join(options)}.paket"
        words = ("pack", str(folder), "--key", str(self.key_file), "--to", str(file), *options)
        done = lessons(*words)
        assert (done.code, done.error) == (0, "")
        return file


def lessons(*words: str) -> Ended:
    """Run ``python -m lessons`` with these words to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "lessons", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def trainer(home: Path) -> Trainer:
    """Somebody who makes a key first."""
    home.mkdir()
    made = lessons("key", "new", "--to", str(home / "kunci rahasia.txt"))
    assert made.code == 0, made.error
    return Trainer(home, made.out.split()[-1])


def central_course(home: Path) -> Path:
    """A course whose end test asks every type, once, and whose key stays with the server.

    Its practice quiz becomes its end test, so that no key of it stands anywhere else.
    """
    folder = Path(shutil.copytree(WHOLE, home / "terpusat é"))
    edit(folder / "course.md", "jp: 1", "jp: 2\nkunci: pusat")
    text = (folder / _PRACTICE).read_text(encoding="utf-8")
    (folder / _PRACTICE).unlink()
    for old, new in (
        ("asn-98-01", "asn-98-akhir"),
        ("jenis: latihan", "jenis: tes-akhir"),
        ("uji=", "uji=asn-98-01#"),
    ):
        text = text.replace(old, new)
    (folder / _TEST).write_text(text, encoding="utf-8")
    return folder


def mended_course(home: Path) -> Path:
    """Version 2 of the small course: another key in its end test."""
    folder = Path(shutil.copytree(COURSES / "mini", home / "mini-2"))
    edit(folder / "course.md", "versi: 1", "versi: 2")
    edit(folder / _TEST, "- ( ) Benar\n    > Yang panjang", "- (x) Benar\n    > Yang panjang")
    edit(folder / _TEST, "- (x) Salah\n    > Tepat.", "- ( ) Salah\n    > Tepat.")
    return folder
