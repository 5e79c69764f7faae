"""Folds pieces that are understood into the document tree; every character keeps its place in the source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from draftkit.read.page import Head, Piece, Pieces, speeches_of
from draftkit.rhetoric.couplet import halves_of
from draftkit.tree import (
    Blank,
    Document,
    Dropped,
    Greeting,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Passage,
    Printed,
    Section,
    Speech,
    Text,
)

_BLANK = re.compile(r"[×✕＊*]+|_{2,}|(?<![A-Za-z0-9])[xX]{2,}(?![A-Za-z])|○{2,}|〇{2,}|【待补[^】]*】")
_SIGN = re.compile("[×✕＊*_xX○〇【]")
_STOP = re.compile(r"[。：；，、！？,:;!?]*")
_SPACE = re.compile(r"\s+")


def fold(name: str, text: str, pieces: Pieces) -> Document:
    """Return the document that the pieces of a source make; `text` is the source's."""
    dropped = tuple(
        Dropped(piece.text, piece.why, Printed(piece.start, piece.end))
        for piece in pieces
        if piece.role == "dropped" and piece.why
    )
    kept = [piece for piece in pieces if piece.role != "dropped"]
    speeches = tuple(_speech(text, kept[start:end]) for start, end in speeches_of(kept) if start < end)
    return Document(name, speeches, dropped)


def _speech(text: str, pieces: Sequence[Piece]) -> Speech:
    by_role: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_role.setdefault(piece.role, []).append(piece)
    body = _Body(text)
    body.pieces(by_role.get("", []))
    closing = _Body(text)
    closing.pieces(by_role.get("closing", []))
    before, sections = _parted(body.sections())
    return Speech(
        title=_title(text, by_role.get("title", [])),
        subtitle=_words(text, by_role.get("subtitle", [])),
        byline=_words(text, by_role.get("byline", [])),
        date=_words(text, by_role.get("date", [])),
        salutation=_words(text, by_role.get("salutation", [])),
        greeting=_greeting(text, by_role.get("greeting", [])),
        opening=Passage(body.paragraphs(), before),
        sections=sections,
        closing=Passage(closing.paragraphs(), closing.sections()),
        signoff=_words(text, by_role.get("signoff", [])),
    )


def inlines_of(text: str, start: int, end: int) -> Inlines:
    """Return the words from `start` to `end` as inlines, white space at the ends left out, ×× as blanks."""
    inlines: list[Inline] = []
    start, end = _trimmed(text, start, end)
    if start < end and not _SIGN.search(text, start, end):
        return (Text(text[start:end], Printed(start, end)),)
    place = start
    for found in _BLANK.finditer(text, start, end):
        if found.start() > place:
            inlines.append(Text(text[place : found.start()], Printed(place, found.start())))
        inlines.append(Blank(found[0], origin=Printed(*found.span())))
        place = found.end()
    if place < end:
        inlines.append(Text(text[place:end], Printed(place, end)))
    return tuple(inlines)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _words(text: str, pieces: Iterable[Piece]) -> Inlines:
    return tuple(inline for piece in pieces for inline in inlines_of(text, piece.start, piece.end))


def _title(text: str, pieces: Sequence[Piece]) -> tuple[Inlines, ...]:
    rows = [(piece.start, piece.end) for piece in pieces]
    if len(rows) > 1 and not halves_of(" ".join(piece.text for piece in pieces)):
        return (_words(text, pieces),)
    if len(rows) == 1:
        [(start, end)] = rows
        halves = halves_of(text[start:end]) or ()
        if halves and "".join(halves) == _SPACE.sub("", text[start:end]):
            for half in halves:
                begin = text.index(half, start)
                rows.append((begin, begin + len(half)))
                start = begin + len(half)
            rows = rows[1:]
    return tuple(inlines_of(text, start, end) for start, end in rows)


def _greeting(text: str, pieces: Sequence[Piece]) -> Greeting | None:
    if not pieces:
        return None
    return Greeting(_words(text, pieces), "line" if pieces[0].whole else "run-in")


def _parted(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Points that are said in the opening hang on it where headings follow on their level."""
    for number, section in enumerate(sections):
        if section.heading.placement != "within":
            return (sections[:number], sections[number:]) if number else ((), sections)
    return (), sections


@dataclass(slots=True)
class _Open:
    heading: Heading
    level: int
    body: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading, tuple(self.body), tuple(self.sections))


class _Body:
    """Collects paragraphs and sections in reading order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs: list[Paragraph] = []
        self._sections: list[Section] = []
        self._stack: list[_Open] = []

    def pieces(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            place = piece.start
            for head in piece.heads:
                self._paragraph(place, head.start)
                place = self._head(head, piece.end)
            self._paragraph(place, piece.end)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._paragraphs)

    def sections(self) -> tuple[Section, ...]:
        self._close(1)
        return tuple(self._sections)

    def _paragraph(self, start: int, end: int) -> None:
        inlines = inlines_of(self._text, start, end)
        if inlines:
            (self._stack[-1].body if self._stack else self._paragraphs).append(Paragraph(inlines))

    def _head(self, head: Head, limit: int) -> int:
        self._close(head.level)
        for level in range(len(self._stack) + 1, head.level):
            self._stack.append(_Open(Heading(()), level))  # its heading was cut out of the source
        stop = _STOP.match(self._text, head.end, limit)
        end = stop.end() if stop else head.end
        marker = self._text[head.start : head.words].strip()
        words = inlines_of(self._text, head.words, head.end)
        origin = Printed(head.start, end)
        heading = Heading(words, marker, head.placement, self._text[head.end : end], origin)
        self._stack.append(_Open(heading, head.level))
        return end

    def _close(self, level: int) -> None:
        while self._stack and self._stack[-1].level >= level:
            section = self._stack.pop().closed()
            (self._stack[-1].sections if self._stack else self._sections).append(section)
