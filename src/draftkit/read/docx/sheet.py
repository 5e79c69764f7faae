"""The sheet: paragraphs put down as rows of one text, with what the file says of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.lines import LineRole
from draftkit.read.docx.markup import value
from draftkit.read.docx.numbering import Numbering
from draftkit.read.docx.styles import Style, Styles, numbered, outline
from draftkit.read.docx.words import Look, Words
from draftkit.read.source import Mark, MarkKind, Row

_BREAK = "\n"


class _Placed(NamedTuple):
    """Words with their places in the text."""

    words: Words
    start: int
    end: int


class TextSheet:
    """Collects the text of a document and its rows."""

    def __init__(self, styles: Styles, numbering: Numbering, asks: Mapping[str, str]) -> None:
        self.rows: list[Row] = []
        self._styles = styles
        self._numbering = numbering
        self._asks = asks
        self._texts: list[str] = []
        self._place = 0

    @property
    def text(self) -> str:
        """The text, each paragraph on a line of its own, the empty ones too."""
        return "".join(self._texts)

    def put(self, words: list[Words], properties: Element | None, aside: str) -> None:
        """Put down a paragraph; a line's end within one begins a new row, but in a title of draftkit's."""
        name = value(properties, "pStyle")
        style = self._styles.of_paragraph(name)
        number = self._numbering.number(*numbered(properties).over(style.numbered), name)
        if number:
            look = Look(words[0].look.style) if words else Look()
            words = [Words(number, look), *words]
        role, level = self._role(style, outline(properties))
        if self._styles.own and role == "title":
            self._row(words, style, role, level, aside)
            return
        for breaks, row in groupby(words, lambda one: one.text == _BREAK):
            if breaks:
                self._end_line(len(list(row)) - 1)
            ...
