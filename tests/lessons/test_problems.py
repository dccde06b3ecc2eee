from __future__ import annotations

from pathlib import Path

from lessons.problems import CourseError, Problem, suggest

FILE = Path("a.md")


def test_a_problem_names_what_is_known_of_its_place() -> None:
    assert str(Problem(FILE, 3, 5, "Salah.", "Tulis ini.")) == "a.md:3:5: Salah. Tulis ini."
    assert str(Problem(FILE, 3, 0, "Salah.", "")) == "a.md:3: Salah."
    assert str(Problem(FILE, 0, 0, "Salah.", "")) == "a.md: Salah."


def test_problems_come_in_the_order_of_their_places() -> None:
    places = [(Path("b.md"), 1, 0), (FILE, 9, 0), (FILE, 10, 2), (FILE, 10, 1)]
    error = CourseError(Problem(*place, "Salah.", "") for place in places)
    assert [(problem.path.name, problem.line, problem.column) for problem in error.problems] == [
        ("a.md", 9, 0),
        ("a.md", 10, 1),
        ("a.md", 10, 2),
        ("b.md", 1, 0),
    ]


def test_the_nearest_word_is_suggested_and_else_all() -> None:
    assert suggest("tinkat", ["uji", "tingkat"]) == "Mungkin maksud Anda “tingkat”."
    assert suggest("xyz", ["uji", "tingkat"]) == "Yang dikenal: uji, tingkat."
    assert suggest("xyz", []) == ""
