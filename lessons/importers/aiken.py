"""Aiken, as Moodle's own importer (``question/format/aiken/format.php``) means it.

Also read: ``Jawaban:`` and ``Kunci:`` in place of ``ANSWER:``, and small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_uppercase

from lessons.importers.decoding import decode
from lessons.importers.moodle_names import default_name
from lessons.importers.moodle_values import letters_for
from lessons.importers.outcome import AIKEN, Imported, Outcome, Rejected, Unusable
from lessons.importers.translating import PLAIN, Translator
from lessons.questions.base import Head, Level
from lessons.questions.options import Option
from lessons.questions.single_choice import SingleChoice

OPTION = re.compile(
    r"(?P<letter>[A-Z])[).][ \t]?(?P<text>.*)|(?P<small>[a-z])[).][ \t]+(?P<rest>.+)"
)
ANSWER = re.compile(r"(?:answer|jawaban|kunci(?: jawaban)?)\s*:\s*(?P<key>.*)", re.IGNORECASE)
_SEVERAL = re.compile(r"[A-Z]\s*(?:[,;&/+]|dan\b|and\b)\s*[A-Z]\b", re.IGNORECASE)
_KEY = re.compile(r"\(?(?P<letter>[A-Za-z])(?![A-Za-z])")
_FEWEST = 2
_NO_TEXT = 2
"""Moodle passes over lines of less than two letters."""


@dataclass(slots=True)
class _Started:
    """A question whose answer line has not come yet.

    Attributes:
        before: The line directly above, which was taken for a question that has no options.
        options: The letter and text of each option.
    """

    line: int
    text: str
    before: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)


def read_aiken(data: bytes | str) -> Outcome:
    """Read a file, question by question.

    Raises:
        UnreadableFile: It is no text.
    """
    reader = _Reader()
    text = data if isinstance(data, str) else decode(data)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if len(bare) >= _NO_TEXT:
            reader.read(number, bare)
    return reader.outcome()


class _Reader:
    def __init__(self) -> None:
        self._questions: list[Imported] = []
        self._rejected: list[Rejected] = []
        self._started: _Started | None = None

    def read(self, number: int, line: str) -> None:
        """Read one line that is not empty."""
        option = OPTION.fullmatch(line)
        if option and (option["letter"] or self._started):
            self._option(number, option)
        elif answer := ANSWER.fullmatch(line):
            self._answer(number, answer["key"])
        else:
            before = self._text_above(number)
            self._give_up()
            self._started = _Started(number, line, before)

    def outcome(self) -> Outcome:
        """Everything; a question that is still open never got its answer."""
        self._give_up()
        return Outcome(AIKEN, tuple(self._questions), (), tuple(self._rejected))

    def _text_above(self, number: int) -> str:
        last = self._started
        return last.text if last and not last.options and last.line == number - 1 else ""

    def _option(self, number: int, match: re.Match[str]) -> None:
        if self._started is None:
            self._rejected.append(Rejected(number, "Pilihan jawaban ini tidak didahului soal."))
            return
        letter = match["letter"] or match["small"]
        self._started.options.append((letter, (match["text"] or match["rest"] or "").strip()))

    def _answer(self, number: int, key: str) -> None:
        started, self._started = self._started, None
        if started is None:
            self._rejected.append(Rejected(number, "Baris kunci ini tidak didahului soal."))
            return
        try:
            self._questions.append(_question(started, key.strip()))
        except Unusable as error:
            self._rejected.append(Rejected(started.line, str(error)))

    def _give_up(self) -> None:
        if self._started is None:
            return
        if self._started.options:
            reason = "Soal ini tidak mempunyai baris kunci (“ANSWER: B” atau “Jawaban: B”)."
        else:
            reason = "Baris ini tidak diikuti pilihan jawaban. Tulis teks soal dalam satu baris."
        self._rejected.append(Rejected(self._started.line, reason))
        self._started = None


def _question(started: _Started, key: str) -> Imported:
    translator = Translator()
    right = _right(started.options, key)
    if any(letter.islower() for letter, _ in started.options) or key[:1].islower():
        translator.lose("Huruf kecil pada pilihan atau kunci; Moodle memerlukan huruf besar.")
    if started.before:
        translator.lose(f"Baris di atasnya tidak ikut: “{started.before[:200]}”")
    text = translator.block(started.text, PLAIN)
    name = default_name(started.text.replace("<", "&lt;"))
    head = Head("soal", name, text, "", Level.MEDIUM, "", started.line)
    letters = letters_for(started.options)
    options = tuple(
        Option(letter, _text(translator, each[1]), index == right, False, "")
        for index, (letter, each) in enumerate(zip(letters, started.options, strict=True))
    )
    return Imported(SingleChoice(head, options), started.line, tuple(translator.notes))


def _text(translator: Translator, text: str) -> str:
    if not text:
        raise Unusable("Satu pilihan jawaban kosong.")
    return translator.line(text, PLAIN)


def _right(options: list[tuple[str, str]], key: str) -> int:
    """Which option the key names.

    Raises:
        Unusable: There are fewer than two options, or the key does not name one of them.
    """
    if len(options) < _FEWEST:
        raise Unusable("Soal ini tidak mempunyai sedikitnya dua pilihan jawaban.")
    if _SEVERAL.match(key):
        raise Unusable(f"Kunci “{key[:20]}” menyebut beberapa pilihan; Aiken hanya mengenal satu.")
    match = _KEY.match(key)
    letters = [letter.upper() for letter, _ in options]
    if len(set(letters)) < len(letters):
        raise Unusable("Satu huruf dipakai untuk beberapa pilihan jawaban.")
    if match is None or match["letter"].upper() not in letters:
        names = ", ".join(letter for letter in ascii_uppercase if letter in letters)
        raise Unusable(f"Kunci “{key[:20]}” tidak ada di antara pilihan {names}.")
    return letters.index(match["letter"].upper())
