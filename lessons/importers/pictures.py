"""Pictures that stand in an imported file, under names that any system and ``check`` accept."""

from __future__ import annotations

import base64
import binascii
import re
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote

MAX_PICTURE_BYTES = 5 * 1024 * 1024
MAX_ALL_BYTES = 64 * 1024 * 1024
MAX_PICTURES = 1000
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_LONGEST = 40


class PictureRefused(ValueError):
    """A picture does not come in; the text says why, in Indonesian."""


class Pictures:
    """Gathers the pictures of one file; the same bytes are kept once."""

    def __init__(self) -> None:
        self._by_name: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}

    def add(self, name: str, encoded: str) -> str:
        """Keep a picture; gives the link ``img/name`` under which a question shows it.

        Args:
            name: What the file calls it; only what is safe of it is kept.
            encoded: Base64; white space is ignored.

        Raises:
            PictureRefused: It is no PNG, JPEG or GIF, or too large.
        """
        data = _decoded(encoded)
        kind = next((kind for begin, kind in _KINDS if data.startswith(begin)), None)
        if kind is None:
            raise PictureRefused("bukan gambar PNG, JPEG, atau GIF")
        if data not in self._names:
            in_all = len(data) + sum(map(len, self._by_name.values()))
            if in_all > MAX_ALL_BYTES or len(self._by_name) >= MAX_PICTURES:
                raise PictureRefused("gambar dalam berkas ini terlalu banyak")
            self._names[data] = self._new_name(_stem(name), kind)
            self._by_name[self._names[data]] = data
        return f"img/{self._names[data]}"

    def all(self) -> tuple[tuple[str, bytes], ...]:
        """Name and bytes of each picture, in the order in which they came."""
        return tuple(self._by_name.items())

    def _new_name(self, stem: str, kind: str) -> str:
        names = (f"{stem}-{number}.{kind}" for number in count(2))
        first = f"{stem}.{kind}"
        return (
            first
            if first not in self._by_name
            else next(name for name in names if name not in self._by_name)
        )


def _decoded(encoded: str) -> bytes:
    if len(encoded) > MAX_PICTURE_BYTES * 3 // 2:
        raise PictureRefused("lebih dari 5 MB")
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureRefused("isinya rusak") from error
    if len(data) > MAX_PICTURE_BYTES:
        raise PictureRefused("lebih dari 5 MB")
    return data


def _stem(name: str) -> str:
    stem = PurePosixPath(unquote(name).replace("\\", "/").lower()).stem
    safe = _UNSAFE.sub("-", stem).strip("-_")[:_LONGEST].rstrip("-_") or "gambar"
    return f"gambar-{safe}" if _RESERVED.fullmatch(safe) else safe
