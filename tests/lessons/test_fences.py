from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lessons.fences import Fence, blocks
from lessons.headings import outside_code
from lessons.source_text import Line


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))


def _fences(text: str) -> list[Fence]:
    return [block for block in blocks(_lines(text)) if isinstance(block, Fence)]


def test_a_fence_with_its_kind_and_without_its_indent() -> None:
    (fence,) = _fences("a\n    ```rumus\n    x\n      y\n z\n    ```\nb")
    assert (fence.kind, fence.indent, fence.closed) == ("rumus", "    ", True)
    assert fence.text() == "x\n  y\nz"
    assert [line.number for line in fence.inside] == [3, 4, 5]


def test_the_other_sign_does_not_close_it() -> None:
    (fence,) = _fences("~~~\n```\n~~~")
    assert fence.text() == "```"


def test_one_that_is_never_closed_goes_on_to_the_end() -> None:
    (fence,) = _fences("a\n```\nb\nc")
    assert (fence.text(), fence.closed) == ("b\nc", False)


@given(st.lists(st.sampled_from(["a", "", "```", "```rumus", "~~~", "    ```"])).map("\n".join))
def test_what_is_outside_is_what_headings_are_read_from(text: str) -> None:
    outside = [line for line, is_text in outside_code(_lines(text)) if is_text]
    assert [block for block in blocks(_lines(text)) if isinstance(block, Line)] == outside
