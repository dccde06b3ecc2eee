from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.indexes.terms import Term, terms_of, terms_page

if TYPE_CHECKING:
    from lessons.course import Course


def with_glossaries(course: Course, *glossaries: tuple[tuple[str, str], ...]) -> Course:
    pairs = zip(course.lessons, glossaries, strict=True)
    return replace(course, lessons=tuple(replace(each, glossary=found) for each, found in pairs))


def test_terms_come_by_the_alphabet_with_all_their_places(mini: Course) -> None:
    course = with_glossaries(
        mini, (("Surat", "Kertas."), ("Agenda", "Buku.")), (("surat", "Kertas."), ("Arsip", "Rak."))
    )
    assert terms_of([course]) == (
        Term("Agenda", ("Buku.",), ("asn-99-01",)),
        Term("Arsip", ("Rak.",), ("asn-99-02",)),
        Term("Surat", ("Kertas.",), ("asn-99-01", "asn-99-02")),
    )


def test_two_definitions_of_a_term_both_show(mini: Course) -> None:
    course = with_glossaries(mini, (("Surat", "Kertas."),), (("Surat", "Kiriman."),))
    page = terms_page(terms_of([course]))
    assert "- **Surat**: Kertas. / Kiriman. (asn-99-01, asn-99-02)\n" in page
