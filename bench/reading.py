"""Reading the bundled courses, beside the mere rendering of their lessons."""

from __future__ import annotations

from markdown import Markdown

from bench.figures import Figure
from bench.timing import middle, milliseconds
from lessons.catalogue import Catalogue, bundled_root, load_catalogue

RUNS = 9


def measure() -> list[Figure]:
    """All courses with every check, as the program reads them at its start."""
    catalogue = load_catalogue(bundled_root())
    reading = [milliseconds(lambda: load_catalogue(bundled_root())) for _ in range(RUNS)]
    rendering = [milliseconds(lambda: _render(catalogue)) for _ in range(RUNS)]
    lessons = sum(len(course.lessons) for course in catalogue.courses)
    what = f"reading all courses ({len(catalogue.courses)}, {lessons} lessons)"
    return [Figure(what, middle(reading), "ms", "bare Markdown of the same", middle(rendering))]


def _render(catalogue: Catalogue) -> None:
    for course in catalogue.courses:
        for lesson in course.lessons:
            Markdown().convert(lesson.body)
