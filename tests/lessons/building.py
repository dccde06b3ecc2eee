"""Courses for tests: the small real one in `tests/courses/mini`, and quizzes made by Hypothesis."""

from __future__ import annotations

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from lessons.course import Quiz, QuizKind
from lessons.questions.base import Head, Level
from lessons.questions.case import Case
from lessons.questions.gaps import Gap, Gaps
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.number import Number, Range
from lessons.questions.options import Option
from lessons.questions.ordering import Item, Ordering
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from lessons.revision import revision_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.questions.base import Question

COURSES = Path(__file__).parent.parent / "courses"
MINI = COURSES / "mini"
WHOLE = COURSES.parent / "whole" / "lengkap"
LETTERS = "abcdefgh"
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def copy_mini(target: Path) -> Path:
    """A copy of the small course that a test may spoil."""
    return Path(shutil.copytree(MINI, target / "mini"))


def edit(path: Path, old: str, new: str) -> int:
    """Replace the first ``old``, which must be there; gives its line."""
    text = path.read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found, f"{old!r} is not in {path.name}"
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def head(question_id: str = "q") -> Head:
    return Head(question_id, "Judul", "Teks?", "asn-99-01#mencatat", Level.EASY, "", 1)


def options(keys: str, letters: str = "abcd", fixed: str = "") -> tuple[Option, ...]:
    """Options by letter; those in ``keys`` are right, those in ``fixed`` stay last."""
    return tuple(
        Option(letter, f"Pilihan {letter}", letter in keys, letter in fixed, f"Umpan {letter}")
        for letter in letters
    )


def quiz_of(
    *questions: Question,
    draw: int | None = None,
    pass_mark: int = 70,
    shuffle: tuple[bool, bool] = (True, True),
) -> Quiz:
    count = len(questions) if draw is None else draw
    revision = revision_of(QuizKind.PRACTICE, pass_mark, count, shuffle, questions)
    return Quiz("k", QuizKind.PRACTICE, "Kuis", pass_mark, count, *shuffle, questions, revision)


_PARTS = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)
_FEEDBACK = st.sampled_from(["", "Umpan satu.", "Umpan satu.\n\n- Umpan dua."])


def _heads(question_id: str) -> st.SearchStrategy[Head]:
    return st.builds(
        replace,
        st.just(head(question_id)),
        level=st.sampled_from(Level),
        explanation=st.sampled_from(["", "Sebab utama.\n\nSebab lain."]),
        weight=st.integers(1, 10),
    )


def _letters(fewest: int) -> st.SearchStrategy[list[str]]:
    """Letters in any order, as an author may leave some out and add others later."""
    return st.permutations(LETTERS).flatmap(
        lambda all_letters: st.integers(fewest, len(LETTERS)).map(lambda n: all_letters[:n])
    )


@st.composite
def _option_sets(draw: st.DrawFn, most_keys: int) -> tuple[Option, ...]:
    letters = "".join(draw(_letters(2)))
    each = st.sampled_from(letters)
    keys = draw(st.sets(each, min_size=1, max_size=min(most_keys, len(letters))))
    made = options("".join(keys), letters, "".join(draw(st.sets(each))))
    silent = draw(st.sets(each))
    return tuple(replace(option, feedback="") if option.id in silent else option for option in made)


@st.composite
def single_choices(draw: st.DrawFn, question_id: str = "q") -> SingleChoice:
    """Some with options that are worth a part."""
    values = st.sampled_from([None, None, Fraction(0), Fraction(1, 3), Fraction(99, 100)])
    made = draw(_option_sets(1))
    worth = (each if each.right else replace(each, value=draw(values)) for each in made)
    return SingleChoice(draw(_heads(question_id)), tuple(worth))


@st.composite
def multiple_choices(draw: st.DrawFn, question_id: str = "q") -> MultipleChoice:
    """Of any way of scoring, some with values."""
    made, question_head = draw(_option_sets(len(LETTERS))), draw(_heads(question_id))
    if draw(st.booleans()):
        return MultipleChoice(question_head, made, draw(st.sampled_from(Scoring)))
    parts = {option.id: draw(st.integers(1, 5)) for option in made}
    whole = sum(parts[option.id] for option in made if option.right)
    valued = (
        replace(each, value=Fraction(parts[each.id], whole if each.right else -5)) for each in made
    )
    return MultipleChoice(question_head, tuple(valued), Scoring.PER_OPTION)


def true_falses(question_id: str = "q") -> st.SearchStrategy[TrueFalse]:
    return st.builds(TrueFalse, _heads(question_id), st.booleans(), _FEEDBACK, _FEEDBACK)


@st.composite
def matchings(draw: st.DrawFn, question_id: str = "q") -> Matching:
    """Some with right sides that belong to several left sides."""
    letters = draw(_letters(2))
    last = draw(st.integers(2, len(letters)))
    shared = draw(st.dictionaries(st.sampled_from(letters[1:last]), st.just(letters[0])))
    if len(shared) == last - 1 and last == len(letters):
        shared = {}
    pairs = (Pair(each, f"Kiri {each}", f"Kanan {shared.get(each, each)}") for each in letters)
    distractors = (Distractor(each, f"Kanan {each}") for each in letters[last:])
    kept = tuple(pairs)[:last]
    return Matching(draw(_heads(question_id)), kept, tuple(distractors))


def orderings(question_id: str = "q") -> st.SearchStrategy[Ordering]:
    items = _letters(2).map(lambda letters: tuple(Item(each, f"Butir {each}") for each in letters))
    return st.builds(Ordering, _heads(question_id), items)


@st.composite
def numbers(draw: st.DrawFn, question_id: str = "q") -> Number:
    """Numbers so large that none stands in a form by chance."""
    thousandths = st.integers(10**10, 10**13)
    whole = (Fraction(1), draw(_FEEDBACK))
    worth = [whole, *draw(st.lists(st.tuples(_PARTS, _FEEDBACK), max_size=2))]
    ranges = []
    for value, feedback in worth:
        sign = draw(st.sampled_from([1, -1]))
        low, high = sorted(Fraction(sign * draw(thousandths), 1000) for _ in range(2))
        ranges.append(Range(low, high, value, feedback))
    unit = draw(st.sampled_from(["", "Rp", "hari kerja"]))
    return Number(draw(_heads(question_id)), tuple(draw(st.permutations(ranges))), unit)


@st.composite
def secrets(draw: st.DrawFn) -> tuple[str, ...]:
    """Texts to type, each with a word that stands nowhere else, some with signs."""
    signs = st.sampled_from(["", " | dan", " {x}", ' "y"', "-", " ~ z", " = 5", " [[1]]", "\\"])
    words = draw(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=4, unique=True))
    return tuple(f"Rahasia {word}{draw(signs)}" for word in words)


@st.composite
def short_texts(draw: st.DrawFn, question_id: str = "q") -> ShortText:
    first, *others = draw(secrets())
    accepted = [Accepted((first, "2024"), Fraction(1), draw(_FEEDBACK))]
    accepted += [Accepted((text,), draw(_PARTS), draw(_FEEDBACK)) for text in others]
    return ShortText(draw(_heads(question_id)), tuple(draw(st.permutations(accepted))))


@st.composite
def gaps(draw: st.DrawFn, question_id: str = "q") -> Gaps:
    """Some typed, some to choose."""
    numbers_used = draw(st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True))
    made = []
    for number in numbers_used:
        texts = draw(secrets())
        shown = tuple(text.replace("Rahasia", "Pilihan") for text in texts)
        chosen = len(texts) > 1 and draw(st.booleans())
        gap = Gap(str(number), shown[:1], shown[1:]) if chosen else Gap(str(number), texts)
        made.append(gap)
    question_head = draw(_heads(question_id))
    text = " dan ".join(f"[[{number}]]" for number in numbers_used)
    return Gaps(replace(question_head, text=f"Teks {text}."), tuple(draw(st.permutations(made))))


@st.composite
def cases(draw: st.DrawFn, question_id: str = "q") -> Case:
    """Of one to three parts of any other type, which hold all the explanation there is."""
    question_head = replace(draw(_heads(question_id)), explanation="")
    kinds = draw(st.lists(st.sampled_from(sorted(PART_KINDS)), min_size=1, max_size=3))
    parts = [draw(PART_KINDS[kind](f"bagian-{n}")) for n, kind in enumerate(kinds)]
    return Case(question_head, tuple(_as_part(part, question_head) for part in parts))


def _as_part(question: Question, case: Head) -> Question:
    part_head = replace(question.head, tests=case.tests, level=case.level)
    made: Question = replace(question, head=part_head)  # type: ignore[type-var]
    return made


PART_KINDS: dict[str, Callable[[str], st.SearchStrategy[Question]]] = {
    "single-choice": single_choices,
    "multiple-choice": multiple_choices,
    "true-false": true_falses,
    "matching": matchings,
    "ordering": orderings,
    "number": numbers,
    "short-text": short_texts,
    "gaps": gaps,
}
KINDS: dict[str, Callable[[str], st.SearchStrategy[Question]]] = {**PART_KINDS, "case": cases}


def questions(question_id: str = "q") -> st.SearchStrategy[Question]:
    """Any question of any type."""
    return st.sampled_from(sorted(KINDS)).flatmap(lambda kind: KINDS[kind](question_id))


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """Any quiz."""
    count = draw(st.integers(1, 8))
    pool = [draw(questions(f"soal-{number}")) for number in range(count)]
    return quiz_of(
        *pool,
        draw=draw(st.integers(1, count)),
        pass_mark=draw(st.integers(0, 100)),
        shuffle=(draw(st.booleans()), draw(st.booleans())),
    )
