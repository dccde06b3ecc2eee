"""Which files of a course a page may show: an allow-list, without Qt."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif"})
_FORBIDDEN = frozenset('\\:?*"<>|\0%')


class Refused(ValueError):
    """A page asked for something outside its course, or not a picture."""


def picture_file(folder: Path, name: str) -> Path:
    """The file of a picture that a lesson names.

    Args:
        folder: The course's folder.
        name: The address as written in the lesson, relative to the folder.

    Raises:
        Refused: It is no plain relative path of an existing PNG, JPEG or GIF file whose real
            path, links followed, lies in the real path of the folder.
    """
    relative = PurePosixPath(name)
    if not name or relative.is_absolute() or ".." in relative.parts or _FORBIDDEN & set(name):
        raise Refused(f"not a plain relative path: {name!r}")
    if relative.suffix.lower() not in _PICTURES:
        raise Refused(f"not a picture: {name!r}")
    real = (folder / relative).resolve()
    if not real.is_relative_to(folder.resolve()) or not real.is_file():
        raise Refused(f"not in the course: {name!r}")
    return real
