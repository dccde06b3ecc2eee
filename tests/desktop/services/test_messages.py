from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.errors import ProgramError
from desktop.services.messages import UNEXPECTED, Message, Messages, Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def told(qtbot: QtBot) -> tuple[Messages, list[Message]]:
    messages, seen = Messages(), list[Message]()
    messages.shown.connect(seen.append)
    return messages, seen


def test_words_pass_as_they_are(told: tuple[Messages, list[Message]]) -> None:
    messages, seen = told
    messages.tell("Tersimpan", "Salinan sudah tersimpan.", Tone.SUCCESS)
    assert seen == [Message("Tersimpan", "Salinan sudah tersimpan.", Tone.SUCCESS)]


def test_an_error_with_words_is_told_in_its_own(told: tuple[Messages, list[Message]]) -> None:
    messages, seen = told
    messages.tell_error(ProgramError("Disk penuh.", details="errno 28"))
    assert seen == [Message(ProgramError.title, "Disk penuh.", Tone.DANGER)]


@pytest.mark.expects_log("unexpected")
def test_any_other_error_is_logged_and_told_without_its_text(
    told: tuple[Messages, list[Message]],
) -> None:
    messages, seen = told
    messages.tell_error(KeyError("198503122010011004"))
    assert seen == [UNEXPECTED]
