"""Files spoiled in the ways that trainers, editors, disks and strangers spoil them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

PIECES: tuple[bytes, ...] = (
    *(b"---\n", b"## ", b"### ", b"#### ", b"{#a}", b"{#a uji=b tingkat=sulit bobot=99999999999}"),
    *(b"- (x) a) ", b"- [x] b) ", b"- ( ) ", b"    > ", b"- a) x => y\n", b"- d) => z\n", b"=> "),
    *(b"1. a) satu\n", b"= 1.000,5 \xc2\xb1 0", b"= 1.5\n", b"= 80 .. 90\n", b"= a | b {nilai=50}"),
    *(b"= [[1]] a ~ b\n", b"[[1]]", b"[[99]]", b"{nilai=1/0}", b"{nilai=-25}", b"{tetap}", b"=\n"),
    *(
        b"Pembahasan:",
        b"```",
        b"~~~",
        b"```rumus\n",
        b"!!! ",
        b'!!! penting "',
        b"](",
        b"![",
        b"[^1]:",
    ),
    *(
        b"<!--",
        b"-->",
        b"<b>",
        b"| a | b |\n|---|---|\n",
        b"\\",
        b"\\{",
        b"$$",
        b"\\frac{1}{2}",
        b"**",
    ),
    *(b"judul: ", b"kode: ASN-99\n", b"[a: &b *c", b"? ", b"|\n  ", b"!!binary ", b"%YAML 1.1\n"),
    *(b'"\\UFFFFFFFF"', b"<<: *a\n", b"- - - -\n", b"{a: {b: {c: {d: {e: f}}}}}", b"\t", b"# "),
    *(
        b"\xff",
        b"\x00",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
    *(b"\r", b"\r\n", b"\x0c", b"\x1a", "İıſK①²½٣".encode(), "e\u0301".encode(), "😀".encode()),
    *(b"9" * 400, b"-" * 3000, b"[" * 3000, b"> " * 500, b"(" * 500, b"a" * 100_000, b"\n" * 5000),
)


def spoil(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The bytes of a file after one to six accidents.

    Args:
        others: Files from which pieces may come.
    """
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        data = random.choice(_ACCIDENTS)(random, data, others)
    return data


def _insert(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(PIECES) * random.choice((1, 1, 1, 2, 9)) + data[at:]


def _insert_at_line(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randint(0, len(lines)), random.choice(PIECES) + random.choice(PIECES))
    return b"\n".join(lines)


def _cut(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    start = random.randint(0, len(data))
    return data[:start] + data[start + random.choice((1, 2, 20, 500)) :]


def _flip(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    if not data:
        return bytes([random.randrange(256)])
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _shuffle_lines(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start = random.randrange(len(lines))
    some = lines[start : start + 8]
    random.shuffle(some)
    lines[start : start + 8] = some * random.choice((1, 1, 2))
    return b"\n".join(lines)


def _indent(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start = random.randrange(len(lines))
    for at in range(start, min(start + 4, len(lines))):
        lines[at] = random.choice((b" ", b"    ", b"\t", b"> ", b"- ")) * 3 + lines[at]
    return b"\n".join(lines)


def _join(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


def _change_signs(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    old, new = random.choice(
        ((b":", b""), (b"=", b" = "), (b"{", b""), (b"}", b""), (b"(x)", b"(v)"), (b"\n\n", b"\n"))
    )
    return data.replace(old, new, random.randint(1, 3))


def _encode(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-16", "utf-32", "cp1252", "utf-7")), "replace")


def _noise(random: Random, _data: bytes, _others: Sequence[bytes]) -> bytes:
    return random.randbytes(random.choice((0, 1, 50, 3000)))


_ACCIDENTS: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_insert, _insert, _insert_at_line, _insert_at_line, _cut, _cut, _flip, _shuffle_lines),
    *(_indent, _join, _change_signs, _change_signs),
    *(_insert, _insert_at_line, _cut, _shuffle_lines, _change_signs, _encode, _noise),
)
