"""The texts of one imported question as Markdown, with a note on everything that was lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.headings import fence_mark, outside_code
from lessons.importers.html_blocks import block_text, code_span, inline_text
from lessons.importers.html_text import HtmlReader
from lessons.importers.html_tokens import Tag, tokens
from lessons.importers.markdown_text import as_paragraph, as_text, escaped, without_latex, wrapped
from lessons.importers.outcome import Unusable
from lessons.importers.pictures import PictureRefused
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.importers.html_blocks import Block

    Keep = Callable[[str], str]
    """Keeps the picture with this ``src``; gives its link ``img/name``."""

HTML = "html"
MOODLE = "moodle"
MARKDOWN = "markdown"
PLAIN = "plain"
_FORMATS = {"moodle_auto_format": MOODLE, "plain_text": PLAIN}
_TEX = re.compile(r"\$\$[^$]{1,2000}\$\$|\\\([^\n]{1,2000}?\\\)|\\\[[^\n]{1,2000}?\\\]")
_HEADING = re.compile(r"#{1,6}\s*(?P<text>.*?)\s*#*")
_LINK = re.compile(r"(?P<picture>!?)\[(?P<text>[^\[\]\n]{0,1000})\]\((?P<target>[^()\n]{0,2000})\)")
_FENCE = re.compile(r"^\s{0,3}(```|~~~)", re.MULTILINE)
_TAG = re.compile(r"<(?=/?[A-Za-z!])")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MAX_ALTERNATIVE = 300
_MAX_LINE = 1900
_MAX_TEXT = 100_000
_TOO_LONG = "Satu teks atau baris dalam soal ini terlalu panjang."


def no_pictures(_source: str) -> str:
    """For formats that carry none.

    Raises:
        PictureRefused: Always.
    """
    raise PictureRefused("tidak ada dalam berkas")


class Translator:
    """Translates the texts of one question.

    Attributes:
        notes: What was lost so far, in Indonesian, each once.
    """

    def __init__(self, keep: Keep = no_pictures) -> None:
        """Begin a question; ``keep`` is asked for each picture."""
        self.notes: list[str] = []
        self._keep = keep

    def block(self, text: str, form: str) -> str:
        """Markdown of several lines, none of which the reader takes for anything but text.

        Args:
            form: Moodle's word: ``html``, ``moodle`` (or ``moodle_auto_format``), ``markdown``,
                ``plain`` (or ``plain_text``).

        Raises:
            Unusable: It is longer than a course may have it.
        """
        if not text:
            return ""
        form = self._known(text, form)
        if form == MARKDOWN:
            made = self._markdown(text)
        elif form == PLAIN:
            lines = (" ".join(line.split()) for line in text.split("\n"))
            paragraphs = (wrapped(as_paragraph(escaped(line))) for line in lines if line)
            made = "\n\n".join("\n".join(each) for each in paragraphs)
        else:
            made = block_text(self._blocks(text, form))
        return as_text(_readable(made))

    def aside(self, text: str, form: str) -> str:
        """As :meth:`block`, for feedback and explanations, which hold no fenced code.

        Raises:
            Unusable: It is longer than a course may have it.
        """
        made = self.block(text, form).split("\n")
        lines = (Line(number, line) for number, line in enumerate(made, 1))
        return "\n".join(
            line.text if is_text else "" if fence_mark(line.text) else code_span(line.text.strip())
            for line, is_text in outside_code(lines)
        ).strip()

    def line(self, text: str, form: str) -> str:
        """Markdown in one line, as an option or a side of a pair needs it.

        Raises:
            Unusable: It is longer than a course may have it.
        """
        form = self._known(text, form)
        if form == MARKDOWN:
            made = " ".join(self._markdown(text).split())
        elif form == PLAIN:
            made = escaped(" ".join(text.split()))
        else:
            made = inline_text(self._blocks(text, form))
        made = without_latex(as_paragraph(_readable(made)))
        return f"{made[:-1]}&#125;" if made.endswith("}") else made

    def lose(self, note: str) -> None:
        """Note what was lost, once."""
        if note not in self.notes:
            self.notes.append(note)

    def _known(self, text: str, form: str) -> str:
        if len(text) > _MAX_TEXT and "base64," not in text:
            raise Unusable(_TOO_LONG)
        if _TEX.search(text):
            self.lose("Rumus TeX ditulis apa adanya; tulis ulang dengan kata atau tanda biasa.")
        return _FORMATS.get(form, form)

    def _blocks(self, text: str, form: str) -> list[Block]:
        reader = HtmlReader(self._shown, lines_matter=form == MOODLE)
        reader.read(text)
        for note in reader.notes:
            self.lose(note)
        return reader.blocks

    def _shown(self, source: str, alternative: str) -> str:
        """The Markdown of a picture; its alternative text where it can't come in."""
        alternative = alternative[:_MAX_ALTERNATIVE]
        try:
            link = self._keep(source)
        except PictureRefused as error:
            self.lose(f"Gambar “{_short(source)}” tidak ikut diimpor: {error}.")
            return escaped(alternative)
        if not alternative:
            self.lose(f"Gambar “{link}” belum mempunyai teks pengganti.")
        text = re.sub(r"[\[\]\\]", "", alternative) or "Gambar"
        return f"![{escaped(text)}]({link})"

    def _markdown(self, text: str) -> str:
        text = self._without_html(text)
        text = _LINK.sub(self._linked, text)
        if len(_FENCE.findall(text)) % 2:
            text = f"{text}\n```"
        lines = (Line(number, line) for number, line in enumerate(text.split("\n"), 1))
        return "\n".join(
            self._no_heading(line.text.rstrip()) if is_text else line.text
            for line, is_text in outside_code(lines)
        ).strip()

    def _without_html(self, text: str) -> str:
        pieces = list(tokens(text.replace("&", "&amp;")))
        if any(isinstance(piece, Tag) for piece in pieces):
            self.lose("Tanda HTML dalam teks Markdown dihapus.")
        bare = "".join(_space(piece) if isinstance(piece, Tag) else piece for piece in pieces)
        return _TAG.sub("&lt;", bare)

    def _linked(self, match: re.Match[str]) -> str:
        target = match["target"].split(maxsplit=1)[:1]
        if match["picture"]:
            return self._shown("".join(target), match["text"])
        if target and _WEB.fullmatch(target[0]):
            return f"[{match['text']}]({target[0]})"
        self.lose("Tautan yang tidak menuju alamat http(s) menjadi teks biasa.")
        return match["text"]

    @staticmethod
    def _no_heading(line: str) -> str:
        match = _HEADING.fullmatch(line) if line.startswith("#") else None
        if match is None:
            return line
        return f"**{match['text']}**" if match["text"] else ""


def _readable(markdown: str) -> str:
    """Markdown of which no line is longer than a course may have them."""
    if len(markdown) > _MAX_TEXT or max(map(len, markdown.split("\n"))) > _MAX_LINE:
        raise Unusable(_TOO_LONG)
    return markdown


def _space(tag: Tag) -> str:
    return "\n" if tag.name in ("br", "p", "div", "li") else ""


def _short(source: str) -> str:
    return source if len(source) <= 40 else f"{source[:40]}…"
