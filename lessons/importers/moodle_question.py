"""One ``<question>`` of a Moodle XML file: its texts as Markdown, with their pictures."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import unquote

from lessons.importers.moodle_names import clean_name, default_name
from lessons.importers.moodle_values import files_of, form_of, share_of, text_of
from lessons.importers.outcome import Unusable
from lessons.importers.pictures import PictureRefused, Pictures
from lessons.importers.translating import Translator
from lessons.importers.xml_tree import Element
from lessons.questions.base import Head, Level

_OWN_FILE = "@@PLUGINFILE@@/"
_DATA = re.compile(r"data:image/[a-z.+-]{1,20};base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)
_WEIGHTS = range(1, 11)
_WHOLE = re.compile(r"[0-9]{1,3}(\.0*)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """One ``<answer>``.

    Attributes:
        share: What it is worth, 1 for the whole.
        text: As it stands in the file, trimmed; its format is ``form``.
        feedback: Markdown.
        element: For what only some types have.
    """

    share: Fraction
    text: str
    form: str
    feedback: str
    element: Element


class MoodleQuestion:
    """What the readers of the question types have in common.

    Attributes:
        element: The question itself.
        translator: Also gathers the notes.
    """

    def __init__(self, element: Element, pictures: Pictures) -> None:
        """Nothing is read before it is asked for."""
        self.element = element
        self.translator = Translator(self._keep)
        self._pictures = pictures
        self._files = files_of(element)
        self._form = form_of(element.first("questiontext"), "html")

    def title(self) -> str:
        """The name, or else the beginning of the text; plain text in one line."""
        written = self.element.value("name", "text") or self.element.value("name")
        return clean_name(written) or default_name(self.raw_text())

    def raw_text(self) -> str:
        """The question's text before it is translated, with a picture of the oldest format."""
        text = text_of(self.element.first("questiontext"))
        picture = self.element.value("image").replace("/", "_")
        if picture and self.element.value("image_base64"):
            text = f'{text} <img src="{_OWN_FILE}{html.escape(picture)}" alt="">'
        return text

    def text(self) -> str:
        """The question's text, Markdown."""
        return self.block(self.raw_text(), self._form)

    def explanation(self) -> str:
        """The general feedback, Markdown."""
        return self.block_of(self.element.first("generalfeedback"))

    def head(self, text: str | None = None) -> Head:
        """The shared part; notes what Moodle counts and a course can't.

        Args:
            text: Markdown to stand in place of the question's own text.

        Raises:
            Unusable: There is no text.
        """
        shown = self.text() if text is None else text
        if not shown:
            raise Unusable("Soal ini tidak berisi pertanyaan.")
        title, level, explanation = self.title(), self._level(), self.explanation()
        return Head("soal", title, shown, "", level, explanation, 0, self._weight())

    def block(self, text: str, form: str = "") -> str:
        """A text of this question as Markdown of several lines."""
        return self.translator.block(text, form or self._form)

    def block_of(self, element: Element | None) -> str:
        """A feedback or explanation as Markdown of several lines."""
        return self.translator.aside(text_of(element), form_of(element, self._form))

    def line(self, text: str, form: str = "") -> str:
        """A text of this question as Markdown of one line."""
        return self.translator.line(text, form or self._form)

    def line_of(self, element: Element | None) -> str:
        """The text of an element as Markdown of one line."""
        return self.translator.line(text_of(element), form_of(element, self._form))

    def answers(self) -> list[Answer]:
        """All answers.

        Raises:
            Unusable: The worth of one can't be read.
        """
        return [self._answer(element) for element in self.element.all("answer")]

    def _answer(self, element: Element) -> Answer:
        written = element.value("fraction") or element.attributes.get("fraction", "0")
        feedback = self.block_of(element.first("feedback"))
        form = form_of(element, self._form)
        return Answer(share_of(written), text_of(element), form, feedback, element)

    def _level(self) -> Level:
        tags = self.element.first("tags")
        words = {tag.value("text") for tag in tags.all("tag")} if tags else set()
        return next((level for level in Level if f"tingkat:{level.value}" in words), Level.MEDIUM)

    def _weight(self) -> int:
        written = self.element.value("defaultgrade", default="1") or "1"
        whole = written.partition(".")[0] if _WHOLE.fullmatch(written) else ""
        if whole and int(whole) in _WEIGHTS:
            return int(whole)
        self.translator.lose(f"Bobot {written[:20]} di Moodle menjadi 1.")
        return 1

    def _keep(self, source: str) -> str:
        if match := _DATA.fullmatch(source):
            return self._pictures.add("gambar", unquote(match["data"]))
        name = unquote(source.removeprefix(_OWN_FILE)).split("?")[0].lstrip("/")
        if name not in self._files:
            raise PictureRefused("tidak ada dalam berkas")
        return self._pictures.add(name, self._files[name])
