"""Questions of Moodle XML with options to choose from."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.importers.moodle_values import letters_for, text_of
from lessons.importers.outcome import Unusable
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.options import Option
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessons.importers.moodle_question import Answer, MoodleQuestion

_FEWEST = 2
_TRUE, _FALSE = "true", "false"


def multiple_choice(source: MoodleQuestion) -> SingleChoice | MultipleChoice:
    """One right option, or weights that are added up where ``<single>`` is false.

    Raises:
        Unusable: No set of options is wholly right.
    """
    single = source.element.value("single", default="true")
    read = _several if single.lower() in ("", "0", "false") else _single
    return read(source)


def all_right_options(source: MoodleQuestion) -> MultipleChoice:
    """The plugin ``oumultiresponse``: right options count, each wrong one takes one away.

    Raises:
        Unusable: There is no right option.
    """
    source.translator.lose("Cara nilai pilihan ini di Moodle sedikit lain; periksa bila penting.")
    return _marked(source, Scoring.PER_OPTION)


def all_or_nothing(source: MoodleQuestion) -> MultipleChoice:
    """The plugin ``multichoiceset``.

    Raises:
        Unusable: There is no right option.
    """
    return _marked(source, Scoring.ALL)


def true_false(source: MoodleQuestion) -> TrueFalse:
    """Benar and Salah; old files say them in the language of their site, true first.

    Raises:
        Unusable: None or both of the answers are right.
    """
    head = source.head()
    found: dict[str, Answer] = {}
    for index, answer in enumerate(source.answers()):
        word = answer.text.lower()
        if word not in (_TRUE, _FALSE):
            word = _FALSE if index else _TRUE
        found[word] = answer
    right = [word for word, answer in found.items() if answer.share == 1]
    if len(right) != 1:
        raise Unusable("Soal benar/salah ini tidak mempunyai tepat satu kunci.")
    feedback = {word: answer.feedback for word, answer in found.items()}
    return TrueFalse(head, right == [_TRUE], feedback.get(_TRUE, ""), feedback.get(_FALSE, ""))


def _single(source: MoodleQuestion) -> SingleChoice:
    head, answers = source.head(), _filled(source)
    keys = [answer for answer in answers if answer.share == 1]
    if len(keys) != 1:
        raise Unusable(f"Soal ini mempunyai {len(keys)} jawaban bernilai 100%, bukan satu.")
    if any(answer.share < 0 for answer in answers):
        source.translator.lose("Nilai di bawah 0 pada pilihan menjadi 0.")
    values = [max(answer.share, Fraction(0)) for answer in answers]
    part = [value if 0 < value < 1 else None for value in values]
    options = _options(source, answers, part)
    return SingleChoice(
        head, tuple(replace(each, right=not each.value and each.right) for each in options)
    )


def _several(source: MoodleQuestion) -> MultipleChoice:
    head, answers = source.head(), _filled(source)
    total = sum((answer.share for answer in answers if answer.share > 0), Fraction(0))
    if round(total, 2) != 1:
        raise Unusable("Nilai semua jawaban yang benar tidak berjumlah 100%.")
    shares = [answer.share / total if answer.share > 0 else answer.share for answer in answers]
    keys = sum(share > 0 for share in shares)
    if all(share == Fraction(1 if share > 0 else -1, keys) for share in shares):
        return MultipleChoice(head, _options(source, answers), Scoring.PER_OPTION)
    return MultipleChoice(head, _options(source, answers, shares), Scoring.PER_OPTION)


def _marked(source: MoodleQuestion, scoring: Scoring) -> MultipleChoice:
    head, answers = source.head(), _filled(source)
    if not any(answer.share > 0 for answer in answers):
        raise Unusable("Soal ini tidak mempunyai jawaban yang benar.")
    return MultipleChoice(head, _options(source, answers), scoring)


def _filled(source: MoodleQuestion) -> list[Answer]:
    answers = [answer for answer in source.answers() if text_of(answer.element)]
    if len(answers) < _FEWEST:
        raise Unusable("Soal ini tidak mempunyai sedikitnya dua pilihan jawaban.")
    return answers


def _options(
    source: MoodleQuestion, answers: list[Answer], values: Sequence[Fraction | None] = ()
) -> tuple[Option, ...]:
    """Options in their order; those that are worth anything are marked as right."""
    worth = values or [None] * len(answers)
    return tuple(
        Option(letter, _shown(source, answer), answer.share > 0, False, answer.feedback, value)
        for letter, answer, value in zip(letters_for(answers), answers, worth, strict=True)
    )


def _shown(source: MoodleQuestion, answer: Answer) -> str:
    text = source.line(answer.text, answer.form)
    if not text:
        raise Unusable("Satu pilihan jawaban tidak berisi apa-apa yang dapat ditampilkan.")
    return text
