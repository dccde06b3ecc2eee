"""The answers of GIFT as our question types, as Moodle's importer means them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.importers.gift_text import Formatted, formatted, shown
from lessons.importers.gift_typed import number, short_text
from lessons.importers.gift_weights import GiftAnswer, options, sums_to_one
from lessons.importers.moodle_values import letters_for
from lessons.importers.outcome import Unusable
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.options import Option
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessons.importers.translating import Translator
    from lessons.questions.base import Head, Question

_TRUE = frozenset({"T", "TRUE"})
_FALSE = frozenset({"F", "FALSE"})
_FEWEST = 2
_ARROW = "->"


class GiftAnswers:
    """Makes a question of its answers.

    Attributes:
        form: The format of texts that name none.
    """

    def __init__(self, head: Head, form: str, translator: Translator) -> None:
        """What the question is, apart from its answers."""
        self.form = form
        self._head = head
        self._translator = translator

    def read(self, answers: str) -> Question:
        """The question; which type it is, the signs tell.

        Args:
            answers: What stands between the braces, without general feedback; not empty.

        Raises:
            Unusable: It is broken, or can't be expressed.
        """
        if answers.startswith("#"):
            return number(self._head, answers[1:], self.form, self._translator)
        if "~" in answers:
            single = "=" in answers
            return self._single(answers) if single else self._several(answers)
        if "=" in answers and _ARROW in answers:
            return self._matching(answers)
        word = answers.partition("#")[0].strip()
        if word in _TRUE | _FALSE:
            return self._true_false(answers, word in _TRUE)
        return short_text(self._head, answers, self.form, self._translator)

    def _single(self, answers: str) -> SingleChoice:
        found = options(answers, self.form)
        keys = sum(option.share == 1 for option in found)
        if keys != 1:
            raise Unusable(
                f"Soal ini mempunyai {keys} jawaban bernilai 100%, bukan satu;"
                " tanda = yang memang teks ditulis \\=."
            )
        if any(option.share < 0 for option in found):
            self._translator.lose("Nilai di bawah 0 pada pilihan tunggal menjadi 0.")
        values = [option.share if 0 < option.share < 1 else None for option in found]
        return SingleChoice(self._head, self._options(found, values, whole=True))

    def _several(self, answers: str) -> MultipleChoice:
        found = sums_to_one(options(answers, self.form))
        keys = sum(option.share > 0 for option in found)
        usual = all(each.share == Fraction(1 if each.share > 0 else -1, keys) for each in found)
        values = [None if usual else option.share for option in found]
        return MultipleChoice(self._head, self._options(found, values), Scoring.PER_OPTION)

    def _options(
        self, found: list[GiftAnswer], values: Sequence[Fraction | None], *, whole: bool = False
    ) -> tuple[Option, ...]:
        """Options in their order; with ``whole`` only one that is worth 1 is marked as right."""
        return tuple(
            Option(
                id=letter,
                text=self._line(each.text),
                right=each.share == 1 if whole else each.share > 0,
                fixed=False,
                feedback=self._block(each.feedback),
                value=value,
            )
            for letter, each, value in zip(letters_for(found), found, values, strict=True)
        )

    def _matching(self, answers: str) -> Matching:
        sides = [self._sides(piece) for piece in answers.split("=") if piece.strip()]
        filled = [(left, right) for left, right in sides if left or right]
        rights = {right for left, right in filled if left}
        useful = [each for each in filled if each[0] or each[1] not in rights]
        if len(useful) < len(filled):
            self._translator.lose("Pengecoh yang sama dengan sisi kanan lain dihapus.")
        if sum(bool(left) for left, _ in useful) < _FEWEST:
            raise Unusable("Soal menjodohkan ini tidak mempunyai sedikitnya dua pasangan.")
        letters = letters_for(useful)
        pairs = [Pair(letter, *each) for letter, each in zip(letters, useful, strict=True)]
        distractors = (Distractor(pair.id, pair.right) for pair in pairs if not pair.left)
        return Matching(self._head, tuple(pair for pair in pairs if pair.left), tuple(distractors))

    def _sides(self, written: str) -> tuple[str, str]:
        left, arrow, right = written.partition(_ARROW)
        if not arrow:
            text = shown(written)[:40]
            raise Unusable(f"Pasangan “{text}” tidak memuat “->”.")
        sides = self._line(formatted(left, self.form)), self._line(Formatted(shown(right), "plain"))
        if sides[0] and not sides[1]:
            raise Unusable(f"Pasangan “{sides[0][:40]}” tidak mempunyai sisi kanan.")
        return sides[0].replace("=>", "=\\>"), sides[1].replace("=>", "=\\>")

    def _true_false(self, answers: str, statement: bool) -> TrueFalse:
        _, wrong, right = (*answers.split("#", 2), "", "")[:3]
        feedback = [self._block(formatted(each, self.form)) for each in (right, wrong)]
        true, false = feedback if statement else reversed(feedback)
        return TrueFalse(self._head, statement, true, false)

    def _line(self, text: Formatted) -> str:
        line = self._translator.line(text.text, text.form)
        if text.text and not line:
            raise Unusable("Satu jawaban tidak berisi apa-apa yang dapat ditampilkan.")
        return line

    def _block(self, text: Formatted) -> str:
        return self._translator.aside(text.text, text.form)
