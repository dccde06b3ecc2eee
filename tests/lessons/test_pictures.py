from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lessons.pictures import PICTURE, is_picture, picture_names
from tests.lessons.building import MINI

NAMES = st.from_regex(PICTURE, fullmatch=True)


@given(NAMES, st.sampled_from(["![Arti](", "\n", " ", "<", "[1]: ", "“"]))
def test_every_address_in_a_text_is_found(name: str, before: str) -> None:
    assert list(picture_names(f"Teks{before}{name})")) == [name]


@given(st.text())
def test_whatever_is_found_may_be_an_address(text: str) -> None:
    assert all(PICTURE.fullmatch(name) for name in picture_names(text + ".png"))


def test_text_that_only_looks_like_one_is_passed_over() -> None:
    assert list(picture_names("gambar.pngx, .png, /.png, a.PNG, a.svg")) == []


def test_a_link_out_of_the_folder_is_no_picture(tmp_path: object) -> None:
    assert not is_picture(MINI, "../mini/course.md")
    assert not is_picture(MINI, "img/tidak-ada.png")
