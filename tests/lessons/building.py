"""Courses for tests: the small real one in `tests/courses/mini`, and quizzes made by Hypothesis."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from lessons.course import Quiz, QuizKind
from lessons.questions.base import Head, Level
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.options import Option
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from lessons.revision import revision_of

if TYPE_CHECKING:
    from lessons.questions.base import Question

COURSES = Path(__file__).parent.parent / "courses"
MINI = COURSES / "mini"
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


def _option_sets(fewest_keys: int, most_keys: int) -> st.SearchStrategy[tuple[Option, ...]]:
    return st.integers(2, len(LETTERS)).flatmap(
        lambda count: st.builds(
            lambda keys, fixed: options("".join(keys), LETTERS[:count], "".join(fixed)),
            st.sets(
                st.sampled_from(LETTERS[:count]),
                min_size=fewest_keys,
                max_size=min(most_keys, count),
            ),
            st.sets(st.sampled_from(LETTERS[:count])),
        )
    )


def questions(question_id: str = "q") -> st.SearchStrategy[Question]:
    """Any question of any type."""
    shared = st.just(head(question_id))
    return st.one_of(
        st.builds(SingleChoice, shared, _option_sets(1, 1)),
        st.builds(MultipleChoice, shared, _option_sets(1, 8), st.sampled_from(Scoring)),
        st.builds(TrueFalse, shared, st.booleans(), st.just("Ya."), st.just("Tidak.")),
    )


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
