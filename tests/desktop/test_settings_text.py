from __future__ import annotations

import tomllib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.settings_text import LARGEST, Entry, entries

WIDE = 'server = "https://x.id"\r\n'


def lines_of(text: str) -> list[tuple[int, str]]:
    found, problems = entries(text.encode())
    assert problems == ()
    return [(each.line, each.key) for each in found]


def wrong_lines(text: str) -> list[int]:
    return [each.line for each in entries(text.encode())[1]]


def test_keys_have_the_line_on_which_they_begin() -> None:
    text = (
        "# pengaturan kantor\n\n"
        "\tserver = '''\nbukan = kunci\n# bukan catatan\n'''\n"
        'unit = "tanya" # [bukan bagian]\n'
        "daftar = [\n  1,\n\n  2, # dua\n]\n"
        "terakhir = true"
    )
    assert lines_of(text) == [(3, "server"), (7, "unit"), (8, "daftar"), (13, "terakhir")]


def test_line_ends_of_windows_count_once() -> None:
    assert lines_of('a = """x\r\ny"""\r\n\r\nb = 1\r\n') == [(1, "a"), (4, "b")]


def test_the_mark_of_utf_8_is_no_part_of_the_first_key() -> None:
    found, _ = entries("\ufeffunit = 'tanya'".encode())
    assert found == (Entry(1, "unit", "tanya"),)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("server = https://x.id\nunit = 1\n= 3\n", [1, 3]),
        ("a = 1\nb = 'x\nc = 2", [2]),
        ("a = 1\nb = '''x\nc = 2\n", [2]),
        ("a = 1\n\nb = [\n 1,\n x,\n", [5]),
        ("a = 1 b = 2", [1]),
        ("[umum]\na = 1\n[[lagi]]", [1, 3]),
        ("a = “x”", [1]),
        ("a = " + "[" * 3000, [1]),
        ("\na = " + "9" * 5000, [2]),
        ("a = 1\rb = 2", [1]),
    ],
)
def test_every_line_that_is_no_toml_is_named(text: str, lines: list[int]) -> None:
    assert wrong_lines(text) == lines


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_with_the_way_out(encoding: str) -> None:
    found, problems = entries(WIDE.encode(encoding))
    assert found == ()
    assert [each.line for each in problems] == [1]
    assert "UTF-16" in problems[0].message
    assert "Simpan sebagai" in problems[0].message
    assert "UTF-8" in problems[0].message


def test_other_bytes_than_utf_8_are_refused_with_their_line() -> None:
    found, problems = entries("a = 1\nb = 'Kantor é'\n".encode("cp1252"))
    assert (found, problems[0].line) == ((), 2)
    assert "Simpan sebagai" in problems[0].message


def test_a_file_that_is_no_settings_file_by_its_size() -> None:
    assert "terlalu besar" in entries(b"#" * (LARGEST + 1))[1][0].message
    assert entries(b"#" * LARGEST) == ((), ())


@given(st.text(alphabet="ab=[]{}.,'\"#\\ \t\n\r1\u201c", max_size=60))
def test_what_toml_takes_as_a_flat_file_is_taken_alike(text: str) -> None:
    assume(not text.endswith("\r"))  # an end of line that was cut off: no reason to refuse
    found, problems = entries(text.encode())
    try:
        whole = tomllib.loads(text)
    except ValueError:
        # What each line leaves to the whole is whether a key is there twice.
        keys = [each.key for each in found]
        assert problems or len(set(keys)) < len(keys)
        return
    if not any(isinstance(value, dict | list) for value in whole.values()):
        assert problems == ()
        assert {each.key: each.value for each in found} == whole


@given(st.binary(max_size=200))
def test_any_bytes_give_entries_or_problems(data: bytes) -> None:
    found, problems = entries(data)
    assert all(each.line >= 1 for each in found)
    assert all(each.message and each.line >= 0 for each in problems)
