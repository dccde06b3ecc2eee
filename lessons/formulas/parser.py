"""Reads one line of a formula.

::

    row      = run { (sign | "//") run }      a // b is a fraction of the runs beside it
    run      = scripted { scripted }          what stands together without a sign between
    scripted = atom { "^" script | "_" script }
    atom     = number | word | postfix | "(" row ")" | "jumlah(" row ")" | "√" atom

Parentheses that only hold a fraction's half, a script or a root together are not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lessons.formulas.parts import (
    Fraction,
    Group,
    Part,
    Root,
    Row,
    Script,
    Sum,
    Text,
    TextKind,
    has_fraction,
)
from lessons.formulas.tokens import FormulaError, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FormulaError", "parse"]

_MAX_DEPTH = 6
P = TypeVar("P", Group, Root)
_SUM = "jumlah"
_KINDS = {
    "number": TextKind.NUMBER,
    "word": TextKind.WORD,
    "postfix": TextKind.POSTFIX,
    "sign": TextKind.SIGN,
}


def parse(line: str) -> Row:
    """Read a formula.

    Raises:
        FormulaError: It can't be read, or holds a fraction in a fraction, power or index.
    """
    parser = _Parser(tokens(line))
    row = parser.row()
    parser.require_end()
    return row


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    def row(self) -> Row:
        parts: list[Part] = []
        while True:
            run = self._run()
            if self._next.text == "//":
                run = (self._fraction(run),)
            parts.extend(run)
            if self._next.kind != "sign":
                return tuple(parts)
            parts.append(self._text())

    def require_end(self) -> None:
        if self._next.text == ")":
            raise self._error("Kurung tutup ini tidak mempunyai pasangan.", "Hapus, atau buka “(”.")
        if self._next.kind != "end":
            raise self._error(f"Di depan “{self._next.text}” belum ada isi.", "Tulis x^2 atau x_1.")

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _text(self) -> Text:
        token = self._take()
        return Text(_KINDS[token.kind], token.text)

    def _run(self) -> Row:
        parts: list[Part] = []
        while self._next.kind in ("number", "word", "postfix") or self._next.text in ("(", "√"):
            parts.append(self._scripted())
        return tuple(parts)

    def _fraction(self, above: Row) -> Fraction:
        sign = self._take()
        below = self._run()
        if not above or not below:
            side = "pembilang" if not above else "penyebut"
            raise FormulaError(
                sign.column,
                f"Pecahan ini belum mempunyai {side}.",
                "Tulis misalnya (a + b) // c; isi yang memuat tanda hitung diapit kurung.",
            )
        if has_fraction((*above, *below)) or self._next.text == "//":
            raise FormulaError(
                sign.column,
                "Pecahan di dalam pecahan tidak dapat ditampilkan.",
                "Pecah menjadi dua rumus, atau beri nama bagian dalamnya.",
            )
        return Fraction(_bare(above), _bare(below))

    def _scripted(self) -> Part:
        base = self._atom()
        power = self._script("^")
        index = self._script("_")
        power = power or self._script("^")
        if self._next.text in ("^", "_"):
            raise self._error(
                "Pangkat atau indeks ini bertumpuk.", "Pakai kurung, misalnya x^(ab)."
            )
        return Script(base, power, index) if power or index else base

    def _script(self, sign: str) -> Row:
        if self._next.text != sign:
            return ()
        token = self._take()
        minus = (self._text(),) if self._next.text == "−" else ()
        script = (*minus, *_bare((self._atom(),)))
        if has_fraction(script):
            raise FormulaError(
                token.column,
                "Pecahan di dalam pangkat atau indeks tidak dapat ditampilkan.",
                "Tulis dengan garis miring, misalnya x^(1/2).",
            )
        return script

    def _atom(self) -> Part:
        token = self._next
        if token.text == "(":
            return self._nested(self._group)
        if token.text == "√":
            return self._nested(self._root)
        if token.kind == "word" and token.text == _SUM and self._follows("("):
            self._take()
            return Sum(self._nested(self._group).inside)
        if token.kind in ("number", "word", "postfix"):
            return self._text()
        raise self._error("Di sini belum ada isi.", "Tulis angka, kata, atau isi dalam kurung.")

    def _follows(self, text: str) -> bool:
        return self._tokens[self._at + 1].text == text

    def _group(self) -> Group:
        opening = self._take()
        inside = self.row()
        if self._next.text != ")":
            raise FormulaError(
                opening.column, "Kurung buka ini belum ditutup.", "Tambahkan “)” pada tempatnya."
            )
        self._take()
        if not inside:
            raise FormulaError(opening.column, "Kurung ini kosong.", "Isi, atau hapus.")
        return Group(inside)

    def _root(self) -> Root:
        self._take()
        return Root(_bare((self._atom(),)))

    def _nested(self, read: Callable[[], P]) -> P:
        if self._depth == _MAX_DEPTH:
            raise self._error(f"Kurung bersarang lebih dari {_MAX_DEPTH}.", "Pecah rumus ini.")
        self._depth += 1
        part = read()
        self._depth -= 1
        return part

    def _error(self, message: str, hint: str) -> FormulaError:
        return FormulaError(self._next.column, message, hint)


def _bare(row: Row) -> Row:
    match row:
        case (Group(inside),):
            return inside
        case _:
            return row
