"""A learner in front of the installed program's window, with the keyboard alone.

What stands on the screen is told by two things that every page is made of: one filled button, and
the ring around what has the keyboard, which a filled button has not.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resources.tokens import LIGHT
from trials.answering import typed
from trials.keyboard import Keyboard
from trials.peeking import peeked
from trials.screens import OwnScreen
from trials.watching import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from desktop.storage.model import OpenAttempt
    from lessons.questions.base import Form
    from lessons.records import RawAnswer
    from trials.pictures import Picture

TITLE = "Bina ASN"
NAME, NIP, PASSWORD = "Siti Aminah", "198503122010012004", "kelapa muda 7"
_FILLED = 3000  # pixels of the smallest filled button; all words in its colour have fewer
_BADGE = 1000  # pixels behind the initials of a person
_TURNED = 4000  # bytes in which the pictures of two questions differ at least
_CARET = 200  # bytes in which those of one differ at most
_QUESTION = (200, 600)  # rows of the screen


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person at one PC.

    Attributes:
        data: The program's data folder.
        album: Beginning of the paths of all pictures.
    """

    screen: OwnScreen
    keyboard: Keyboard
    data: Path
    album: Path

    def register(self) -> None:
        """The very first start: no server, a name, a password."""
        self._see(filled=True, ring=True)
        self.keyboard.press("Escape")
        self._see(filled=False, ring=False)
        self.keyboard.press("alt+b")
        self._see(filled=True, ring=True)
        self.keyboard.type(f"{NAME}\t{NIP}")
        self._go_by("Return")
        self.keyboard.type(PASSWORD)
        self.keyboard.press("alt+u")
        self.keyboard.type(f"{PASSWORD}\n")
        self._see(filled=True, ring=False)

    def sign_in(self) -> None:
        """Choose the only name, and type the password."""
        self._wait(lambda: self.screen.look().count(LIGHT.accent_soft) > _BADGE)
        self.keyboard.press("Down")
        self._see(filled=False, ring=True)
        self.keyboard.press("Return")
        self._see(filled=True, ring=True)
        self.keyboard.type(f"{PASSWORD}\n")
        self._see(filled=True, ring=False)

    def open_first_course(self) -> None:
        """From the first page after signing in."""
        self.keyboard.press("Tab")
        self._see(filled=True, ring=True)
        self.keyboard.press("Return")
        self._see(filled=True, ring=False)

    def read(self, lesson: str) -> None:
        """Read the first lesson's first page, and go back to the course."""
        self.keyboard.press("Return")
        self._wait(lambda: self._place(lesson) is not None)
        self.keyboard.press("Next")
        self._wait(lambda: (self._place(lesson) or 0) > 0)
        self.save("pelajaran")
        self.keyboard.press("Escape")
        self._see(filled=True, ring=False)

    def begin_pre_test(self) -> None:
        """From the course, whose first unread lesson has the keyboard."""
        self.keyboard.press("shift+Tab")
        self._see(filled=True, ring=True)
        self._go_by("Return")

    def go_on(self, question: Picture) -> None:
        """Follow what the first page offers, to a question that looks as it did."""
        self.keyboard.press("Return")
        self._wait(lambda: self.question().changes(question) < _CARET)

    def answer(self, form: Form, answer: RawAnswer) -> None:
        """Answer the question on the screen, and see that it is saved."""
        self.keyboard.type(typed(form, answer))
        self._wait(lambda: dict(self.attempt().answers).get(form.question) == answer)
        self._wait(lambda: self.screen.look().count(LIGHT.success) > 0)

    def turn_to(self, form: Form) -> None:
        """Go on to the next question."""
        before = self.question()
        self.keyboard.press("alt+Right")
        self._wait(lambda: self.attempt().current == form.question)
        self._wait(lambda: self.question().changes(before) > _TURNED)

    def send(self) -> None:
        """After the last question: the review, where sending has the keyboard, and the result."""
        self.keyboard.press("alt+Right")
        self._see(filled=True, ring=False)
        self.save("periksa-jawaban")
        before = self.question()
        self.keyboard.press("Return")
        self._wait(lambda: not self._attempts())
        self._wait(lambda: self.question().changes(before) > _TURNED)
        self._see(filled=True, ring=False)

    def close(self, window: Popen[str]) -> None:
        """Close the window by its key, as every window of Windows; it tells nothing."""
        self.keyboard.press("alt+F4")
        told, _ = window.communicate(timeout=30)
        assert (told.strip(), window.returncode) == ("", 0)

    def attempt(self) -> OpenAttempt:
        """The one quiz that was begun and not sent."""
        (attempt,) = self._attempts()
        return attempt

    def question(self) -> Picture:
        """The part of the screen that shows question and answer."""
        return self.screen.look().rows(*_QUESTION)

    def save(self, title: str) -> None:
        """Keep a picture."""
        self.screen.picture(self.album.with_name(f"{self.album.name}-{title}.png"))

    def _attempts(self) -> tuple[OpenAttempt, ...]:
        with peeked(self.data) as store:
            (learner,) = store.learners()
            return store.open_attempts(learner.id)

    def _place(self, lesson: str) -> float | None:
        with peeked(self.data) as store:
            (learner,) = store.learners()
            place = store.place(learner.id, lesson)
        return place.position if place else None

    def _wait(self, is_so: Callable[[], bool]) -> None:
        try:
            # A look takes a while of the processor that the program needs.
            wait_until(is_so, every=0.1)
        except AssertionError:
            self.save("macet")
            raise

    def _see(self, *, filled: bool, ring: bool) -> None:
        self._wait(lambda: _seen(self.screen.look()) == (filled, ring))

    def _go_by(self, key: str) -> None:
        """Press a key that leads from one page with filled button and ring to another."""
        before = self.screen.look().edges(LIGHT.focus)

        def is_there() -> bool:
            now = self.screen.look()
            return _seen(now) == (True, True) and now.edges(LIGHT.focus) != before

        self.keyboard.press(key)
        self._wait(is_there)


def _seen(picture: Picture) -> tuple[bool, bool]:
    return picture.count(LIGHT.accent) > _FILLED, picture.count(LIGHT.focus) > 0
