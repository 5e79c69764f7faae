"""The sheet: paragraphs put down as rows of one text, with what the file says of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.lines import LineRole
from draftkit.ooxml.markup import value
from draftkit.read.docx.beside import FOOTER, HEADER
from draftkit.read.docx.numbering import Numbering
from draftkit.read.docx.styles import Style, Styles, numbered, outline
from draftkit.read.docx.words import Look, Words
from draftkit.read.printed import PAGE_NUMBER
from draftkit.read.source import Mark, MarkKind, Row

_BREAK = "\n"
_PLAIN = Look()


class _Placed(NamedTuple):
    """Words with their places in the text."""

    words: Words
    start: int
    end: int


class TextSheet:
    """Collects the text of a document and its rows."""

    def __init__(self, styles: Styles, numbering: Numbering, asks: Mapping[str, str]) -> None:
        self.rows: list[Row] = []
        self.held: list[tuple[int, int, Element, int]] = []
        """From where to where in the text words stand, what element holds them, and from which character on."""
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
        number = self._numbering.number(numbered(properties).over(style.numbered), name)
        if number:
            look = Look(words[0].look.style) if words else _PLAIN
            words = [Words(number, look), *words]
        role, level = self._role(style, outline(properties))
        row = Row(0, 0, role, level, style.part if role == "paragraph" else "", (), aside or style.aside)
        # The line ends in draftkit's titles only turn them.
        whole = (self._styles.own and role == "title") or not any(one.text == _BREAK for one in words)
        for one in [words] if whole else _rows(words):
            self._row(one, row)

    def _role(self, style: Style, own_level: int | None) -> tuple[LineRole | None, int]:
        level = (style.level if own_level is None else own_level) or 0
        if not self._styles.own:
            return style.role, 0 if style.role else level
        if style.role in (None, "paragraph"):
            return ("heading", level) if level else ("paragraph", 0)
        return style.role, 0

    def _row(self, words: Sequence[Words], row: Row) -> None:
        texts = ["" if one.text == _BREAK else one.text for one in words]
        text = "".join(texts)
        if self._styles.own and row.aside in (HEADER, FOOTER) and is_page_number(text):
            return
        start, end = self._place, self._place + len(text)
        if text:
            self._hold(words, texts, start)
            marked = self._styles.own and any(one.look != _PLAIN for one in words)
            marks = tuple(self._marks(_placed(words, texts, start), row.role)) if marked else ()
            self.rows.append(row._replace(start=start, end=end, marks=marks))
        self._texts += (text, _BREAK)
        self._place = end + 1

    def _hold(self, words: Sequence[Words], texts: Sequence[str], place: int) -> None:
        for one, text in zip(words, texts, strict=True):
            if one.element is not None:
                self.held.append((place, place + len(text), one.element, one.first))
            place += len(text)

    def _marks(self, placed: Sequence[_Placed], role: LineRole | None) -> Iterator[Mark]:
        """Yield what stretches of a row are; words of one stretch may stand in several runs."""
        for style, stretch in groupby(placed, lambda one: one.words.look.style):
            mark = self._styles.of(style).mark
            if mark and _in_place(mark[0], role):
                yield from _mark(stretch, *mark)
        for blank, stretch in groupby(placed, lambda one: _blank(one.words)):
            if blank:
                yield from _mark(stretch, "blank", ask=self._asks.get(blank[0], ""))


def is_page_number(text: str) -> bool:
    """Tell whether a row, of a header or footer, is but a page number, with dashes or words of its kind."""
    return PAGE_NUMBER.fullmatch(text) is not None or not any(map(str.isalnum, text))


def _placed(words: Iterable[Words], texts: Iterable[str], start: int) -> list[_Placed]:
    ends = accumulate(map(len, texts), initial=start)
    return [_Placed(one, *places) for one, places in zip(words, pairwise(ends), strict=True)]


def _rows(words: Iterable[Words]) -> Iterator[list[Words]]:
    row: list[Words] = []
    for one in words:
        if one.text == _BREAK:
            yield row
            row = []
        else:
            row.append(one)
    yield row


def _in_place(kind: MarkKind, role: LineRole | None) -> bool:
    return role == ("title" if kind == "half" else "paragraph")


def _blank(words: Words) -> tuple[str, str] | None:
    """Return what tells a blank from the next: the comment on it, else the style of its words."""
    if not words.look.blank:
        return None
    return (words.comment, "") if words.comment else ("", words.look.style)


def _mark(stretch: Iterable[_Placed], kind: MarkKind, level: int = 0, ask: str = "") -> Iterator[Mark]:
    places = list(stretch)
    if places[0].start < places[-1].end:
        yield Mark(places[0].start, places[-1].end, kind, level, ask)
