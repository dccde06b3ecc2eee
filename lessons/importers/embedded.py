"""Pictures that stand in a text itself, as ``data:image/png;base64,…``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lessons.importers.pictures import PictureRefused

if TYPE_CHECKING:
    from lessons.importers.pictures import Pictures

_DATA = re.compile(r"data:image/[a-z.+-]{1,20};base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)


def keep_embedded(source: str, pictures: Pictures) -> str:
    """Keep the picture that a ``src`` holds; gives its link ``img/name``.

    Raises:
        PictureRefused: The ``src`` only names one, or it does not come in.
    """
    match = _DATA.fullmatch(source)
    if match is None:
        raise PictureRefused("tidak ada dalam berkas")
    return pictures.add("gambar", unquote(match["data"]))
