"""Pictures of imported files."""

from __future__ import annotations

import base64

import pytest

from lessons.importers.pictures import PictureRefused, Pictures

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_the_name_is_made_safe_and_its_end_tells_what_the_bytes_are() -> None:
    pictures = Pictures()
    assert pictures.add("../Peta%20Kota (1).JPG", encoded(PNG)) == "img/peta-kota-1.png"
    assert pictures.all() == (("peta-kota-1.png", PNG),)


@pytest.mark.parametrize(
    ("name", "safe"),
    [("CON.png", "gambar-con"), ("", "gambar"), ("Ω.png", "gambar"), ("a" * 99, "a" * 40)],
)
def test_names_that_no_system_takes(name: str, safe: str) -> None:
    assert Pictures().add(name, encoded(PNG)) == f"img/{safe}.png"


def test_the_same_picture_is_kept_once_and_another_gets_a_number() -> None:
    pictures = Pictures()
    assert pictures.add("a.png", encoded(PNG)) == pictures.add("A.png", encoded(PNG))
    assert pictures.add("a.png", encoded(PNG + b"y")) == "img/a-2.png"


def test_white_space_in_base64_is_ignored() -> None:
    text = encoded(b"GIF89a" + b"z" * 90)
    assert Pictures().add("a", f"\n {text[:50]}\n{text[50:]} ") == "img/a.gif"


@pytest.mark.parametrize("data", [b"<svg/>", b"", b"MZ"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused, match="bukan gambar"):
        Pictures().add("a.png", encoded(data))


@pytest.mark.parametrize("text", ["%%%", "iVBORw0KGg=o", "é"])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(PictureRefused, match="rusak"):
        Pictures().add("a.png", text)


def test_what_is_too_large_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(PictureRefused, match="5 MB"):
        Pictures().add("a.png", "A" * 8_000_000)
