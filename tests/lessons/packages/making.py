"""Packages for tests: right ones, and every kind of hostile one, each really made as bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from lessons.packages.keys import SecretKey, TrustedKeys
from lessons.packages.manifest import sign_manifest
from lessons.packages.opening import verify
from lessons.packages.packing import packed
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.zip_form import archive_chunks
from lessons.records import to_json
from tests.lessons.building import copy_mini

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = SecretKey(bytes(range(32)))
OTHER_KEY = SecretKey(bytes(range(1, 33)))
TRUSTED = TrustedKeys((KEY.public,))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
CLIENT = "0.1.0"


def course_folder(root: Path, version: int = 1, keys: str = "paket") -> Path:
    """A small course with one picture that it shows and one that it does not."""
    folder = copy_mini(root)
    (folder / "img").mkdir(exist_ok=True)
    (folder / "img" / "kunci.png").write_bytes(PNG)
    (folder / "img" / "sisa.png").write_bytes(PNG + b"1")
    header = folder / "course.md"
    text = header.read_text(encoding="utf-8")
    assert "versi: 1" in text
    changed = text.replace("versi: 1", f"versi: {version}\nkunci: {keys}")
    header.write_text(changed, encoding="utf-8")
    lesson = next(path for path in folder.glob("01-*.md") if ".kuis" not in path.name)
    lesson.write_text(
        lesson.read_text(encoding="utf-8") + "\n![Sebuah kunci](img/kunci.png)\n", encoding="utf-8"
    )
    return folder


@dataclass(frozen=True)
class Pieces:
    """A package taken apart, to be put together wrongly.

    Attributes:
        manifest: As JSON values.
        contents: By entry name.
    """

    manifest: dict[str, Any]
    contents: dict[str, bytes]
    key: SecretKey = KEY
    raw_manifest: bytes | None = None
    raw_signature: bytes | None = None
    extra: tuple[tuple[str, bytes], ...] = field(default=())

    @property
    def manifest_bytes(self) -> bytes:
        return to_json(self.manifest) if self.raw_manifest is None else self.raw_manifest

    def entries(self) -> list[tuple[str, bytes]]:
        signature = self.raw_signature or sign_manifest(self.manifest_bytes, self.key)
        read = self.contents.__getitem__
        return [*packed(self.manifest_bytes, signature, sorted(self.contents), read), *self.extra]

    def joined(self) -> bytes:
        return b"".join(archive_chunks(self.entries()))

    def zip(
        self,
        change: Callable[[zipfile.ZipInfo], None] | None = None,
        compression: int = zipfile.ZIP_STORED,
    ) -> bytes:
        """The same by Python's own library, each entry's head changed before it is written."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", compression) as archive:
            for name, data in self.entries():
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.create_system, info.external_attr = 3, 0o100644 << 16
                info.compress_type = compression
                if change:
                    change(info)
                archive.writestr(info, data)
        return target.getvalue()

    def with_manifest(self, **fields: object) -> Pieces:
        return replace(self, manifest=self.manifest | fields)

    def with_file(self, path: str, data: bytes) -> Pieces:
        """One file more, rightly listed."""
        digest = hashlib.sha256(data).hexdigest()
        files = self.manifest["files"] | {path: {"sha256": digest, "size": len(data)}}
        contents = self.contents | {f"files/{digest}": data}
        return replace(self, manifest=self.manifest | {"files": files}, contents=contents)

    def with_extra(self, *entries: tuple[str, bytes]) -> Pieces:
        return replace(self, extra=entries)


def take_apart(file: Path) -> Pieces:
    with zipfile.ZipFile(file) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    contents = {name: data for name, data in found.items() if name.startswith("files/")}
    return Pieces(msgspec.json.decode(found["manifest.json"]), contents)


def refusal(folder: Path, data: bytes, trusted: TrustedKeys = TRUSTED) -> Reason:
    file = folder / "asing.paket"
    file.write_bytes(data)
    with pytest.raises(PackageError) as caught:
        verify(file, trusted)
    assert caught.value.title == "Paket pelatihan ditolak"
    assert caught.value.message.endswith(".")
    return caught.value.reason
