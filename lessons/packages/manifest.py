"""The manifest: what a package holds, as canonical JSON, and a signature over these very bytes."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec

from lessons.packages.names import CONTENT_FOLDER, COURSE, require_content, require_harmless
from lessons.packages.reasons import PackageError, Reason
from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessons.course import Course
    from lessons.packages.keys import SecretKey, TrustedKeys

FORMAT = 1
FIRST_CLIENT = "0.1.0"
"""The first version of the program that reads packages of this format."""
_VERSION = re.compile(r"[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}")

Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Edition(StrEnum):
    """For whom a package is: PCs, or the server, which gets the key of every test."""

    PC = "pc"
    SERVER = "server"


class FileEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the course: the hash of its bytes and how many there are."""

    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=0)]

    @property
    def name(self) -> str:
        """The entry of the archive that holds it."""
        return f"{CONTENT_FOLDER}{self.sha256}"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a package holds.

    Attributes:
        course: Course code; it is the name of a folder as well.
        version: The course's, from 1; it only goes up.
        valid_on: The course's ``berlaku_per``.
        min_client: The first version of the program that can use the course, ``0.1.0``.
        files: By path in the course's folder.
    """

    format: int = FORMAT
    course: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2,8}-[0-9]{2}\Z")]
    version: Annotated[int, msgspec.Meta(ge=1, le=999_999)]
    valid_on: date
    min_client: str
    edition: Edition
    files: dict[str, FileEntry]


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    signature: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{128}\Z")]


class _Format(msgspec.Struct):
    format: int


def manifest_of(
    course: Course, files: Mapping[str, bytes], edition: Edition, min_client: str
) -> Manifest:
    """The manifest of a course whose files are these."""
    return Manifest(
        course=course.code,
        version=course.version,
        valid_on=course.valid_on,
        min_client=min_client,
        edition=edition,
        files={
            path: FileEntry(hashlib.sha256(data).hexdigest(), len(data))
            for path, data in files.items()
        },
    )


def sign_manifest(manifest: bytes, key: SecretKey) -> bytes:
    """The content of ``manifest.sig``."""
    return to_json(_Signature(key.public.id, key.sign(manifest).hex()))


def read_manifest(data: bytes, signature: bytes, trusted: TrustedKeys) -> Manifest:
    """Read a manifest that one of the trusted keys has signed.

    Raises:
        PackageError: It is not signed so, or not of the one form.
    """
    try:
        signed = msgspec.json.decode(signature, type=_Signature)
    except msgspec.MsgspecError as error:
        raise PackageError(Reason.SIGNATURE) from error
    trusted.require_signed(data, bytes.fromhex(signed.signature), signed.key)
    manifest = _decoded(data)
    require_harmless(manifest.files)
    for path in manifest.files:
        require_content(path)
    if COURSE not in manifest.files:
        raise PackageError(Reason.MISSING, COURSE)
    if to_json(manifest) != data or to_json(signed) != signature:
        raise PackageError(Reason.NOT_CANONICAL)
    return manifest


def require_client(manifest: Manifest, client: str) -> None:
    """Refuse a package that needs a newer program than this version, ``0.1.0``.

    Raises:
        PackageError: See there.
    """
    if _parts(manifest.min_client) > _parts(client):
        raise PackageError(Reason.CLIENT_TOO_OLD, manifest.min_client)


def is_version(text: str) -> bool:
    """Whether this is a version of the program as packages write it: ``0.1.0``."""
    return _VERSION.fullmatch(text) is not None


def _decoded(data: bytes) -> Manifest:
    try:
        known = msgspec.json.decode(data, type=_Format).format
        if known != FORMAT:
            raise PackageError(Reason.FORMAT, str(known))
        json.loads(data, object_pairs_hook=_once)
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackageError(Reason.MANIFEST) from error
    if not is_version(manifest.min_client):
        raise PackageError(Reason.MANIFEST)
    return manifest


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON libraries take the last of two equal names in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise PackageError(Reason.DUPLICATE)
    return found


def _parts(version: str) -> tuple[int, ...]:
    """A version's numbers; whatever follows the third, as in ``1.2.0rc1``, does not count."""
    return tuple(int(part) for part in re.findall(r"[0-9]+", version)[:3])
