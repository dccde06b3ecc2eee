"""Whether two questions grade alike, though their ids and letters differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from lessons.questions.gaps import MARK, Gaps
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.ordering import Ordering
from lessons.questions.single_choice import SingleChoice

if TYPE_CHECKING:
    from lessons.questions.base import Question
    from lessons.records import RawAnswer

WORDS = st.sampled_from(["Rahasia a", "rahasia B", "2024", "Pilihan a", "salah", "", "1.5", "-3,5"])


def unmixed(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


def renamed(old: Question, new: Question) -> dict[str, str]:
    """What an id or letter of the old question is in the new one."""
    if isinstance(old, Gaps) and isinstance(new, Gaps):
        places = zip(MARK.findall(old.head.text), MARK.findall(new.head.text), strict=True)
        return dict(places) | _choices(old, new)
    if isinstance(old, Matching) and isinstance(new, Matching):
        lefts = {a.id: b.id for a, b in zip(old.pairs, new.pairs, strict=True)}
        return lefts | _by_text(old, new)
    if isinstance(old, Ordering) and isinstance(new, Ordering):
        return dict(zip(old.full_key(), new.full_key(), strict=True))
    if isinstance(old, SingleChoice | MultipleChoice):
        assert isinstance(new, SingleChoice | MultipleChoice)
        return {a.id: b.id for a, b in zip(old.options, new.options, strict=True)}
    return {}


def answers(question: Question) -> st.SearchStrategy[RawAnswer]:
    """Right, partly right and wrong answers to it."""
    form = question.form(unmixed)
    ids = st.sampled_from([choice.id for choice in form.choices]) if form.choices else WORDS
    if isinstance(question, MultipleChoice):
        return st.lists(ids, unique=True).map(list)
    if isinstance(question, Ordering):
        return st.permutations([choice.id for choice in form.choices])
    if isinstance(question, Matching):
        return st.fixed_dictionaries({place.id: ids for place in form.places})
    if isinstance(question, Gaps):
        given = {
            gap.id: st.sampled_from((*gap.accepted, *gap.wrong, "salah")) for gap in question.gaps
        }
        return st.fixed_dictionaries(given)
    return ids


def translated(answer: RawAnswer, names: Mapping[str, str]) -> RawAnswer:
    """The answer to the old question as an answer to the new one."""
    if isinstance(answer, str):
        return names.get(answer, answer)
    if isinstance(answer, list):
        return [names[each] for each in answer]
    if isinstance(answer, Mapping):
        return {
            names[place]: names.get(given, given)
            for place, given in answer.items()
            if isinstance(given, str)
        }
    return answer


def _by_text(old: Matching, new: Matching) -> dict[str, str]:
    by_text = {choice.text: choice.id for choice in new.form(unmixed).choices}
    return {choice.id: by_text[choice.text] for choice in old.form(unmixed).choices}


def _choices(old: Gaps, new: Gaps) -> dict[str, str]:
    """What can be chosen is Markdown, which may be escaped in another way."""
    by_place = {gap.id: gap for gap in old.gaps}
    in_order = [by_place[place] for place in MARK.findall(old.head.text)]
    return {
        text: other
        for gap, again in zip(in_order, new.gaps, strict=True)
        if gap.wrong
        for text, other in zip(
            (*gap.accepted, *gap.wrong), (*again.accepted, *again.wrong), strict=True
        )
    }
