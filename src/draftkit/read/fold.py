"""Folds pieces that are understood into the document tree; every character keeps its place in the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from draftkit.read.page import Head, Piece, Pieces, speeches_of
from draftkit.read.source import Mark
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
_STOP = re.compile(r"(?:[。：；，、！？,:;!?]|[.．](?![0-9]))*")


def fold(name: str, words: "Words", pieces: Pieces) -> Document:
    """Return the document that the pieces of a source make."""
    dropped = tuple(
        Dropped(words.text[piece.start : piece.end], piece.why, Printed(piece.start, piece.end))
        for piece in pieces
        if piece.role == "dropped" and piece.why
    )
    kept = [piece for piece in pieces if piece.role != "dropped"]
    return Document(name, tuple(_speech(words, speech) for speech in _speeches(kept)), dropped)


def _speeches(kept: Pieces) -> Iterator[Pieces]:
    """The pieces of each speech; what stands above the first title is one that has none."""
    found = speeches_of(kept)
    for start, end in ((0, found[0][0]), *found):
        if start < end:
            yield kept[start:end]


def _speech(words: "Words", pieces: Sequence[Piece]) -> Speech:
    by_role: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_role.setdefault(piece.role, []).append(piece)
    opening, body, closing = (_Body(words) for _ in range(3))
    opening.pieces(by_role.get("opening", []))
    body.pieces(by_role.get("", []))
    closing.pieces(by_role.get("closing", []))
    greeting = by_role.get("greeting", [])
    below = next((p.start for p in pieces if greeting and p.start > greeting[-1].start), len(words.text))
    guessed = not words.styled and "opening" not in by_role
    before, sections = _parted(body.sections()) if guessed else ((), body.sections())
    return Speech(
        title=tuple(_words(words, row) for row in _titles(by_role)),
        subtitle=_words(words, by_role.get("subtitle", [])),
        byline=_words(words, by_role.get("byline", [])),
        date=_words(words, by_role.get("date", [])),
        salutation=_words(words, by_role.get("salutation", [])),
        greeting=_greeting(words, greeting, below),
        opening=Passage(opening.paragraphs() + body.paragraphs(), opening.sections() + before),
        sections=sections,
        closing=Passage(closing.paragraphs(), closing.sections()),
        signoff=_words(words, by_role.get("signoff", [])),
    )


class Words:
    """The words of a source as inlines: the blanks are those that the file marks, else ×× and its like."""

    def __init__(self, text: str, marks: Iterable[Mark] | None = None) -> None:
        self.text = text
        self.styled = marks is not None
        self._signs = [] if self.styled else [sign.start() for sign in _SIGN.finditer(text)]
        marked = list(marks or ())
        self._marked_blanks = [mark for mark in marked if mark.kind == "blank"]
        self._marked_heads = [mark for mark in marked if mark.kind == "heading"]

    def inlines(self, start: int, end: int) -> Inlines:
        """Return the words from `start` to `end`, white space at the ends left out."""
        printed = self.text[start:end]
        words = printed.strip()
        if not words:
            return ()
        if len(words) < len(printed):
            start += printed.index(words[0])
        end = start + len(words)
        if not self.styled and not self._signed(start, end):
            return (Text(words, Printed(start, end)),)
        inlines: list[Inline] = []
        place = start
        for blank, ask in self._blanks(start, end):
            if blank.start > place:
                inlines.append(self._text(place, blank.start))
            inlines.append(Blank(self.text[blank.start : blank.end], ask=ask, origin=blank))
            place = blank.end
        if place < end:
            inlines.append(self._text(place, end))
        return tuple(inlines)

    def _signed(self, start: int, end: int) -> bool:
        """Whether a blank may stand from `start` to `end`."""
        place = bisect_left(self._signs, start)
        return place < len(self._signs) and self._signs[place] < end

    def stop_end(self, head: Head, limit: int) -> int:
        """Return where the mark ends that ends a heading; nothing from `limit` on is of it."""
        if not self.styled:
            stop = _STOP.match(self.text, head.end, limit)
            return stop.end() if stop else head.end
        number = bisect_right(self._marked_heads, head.start, key=_start) - 1
        marked = self._marked_heads[number].end if number >= 0 else head.start
        return min(limit, marked) if head.start < marked else limit

    def _text(self, start: int, end: int) -> Text:
        return Text(self.text[start:end], Printed(start, end))

    def _blanks(self, start: int, end: int) -> Iterator[tuple[Printed, str]]:
        if self.styled:
            first = max(0, bisect_right(self._marked_blanks, start, key=_start) - 1)
            marks = takewhile(lambda mark: mark.start < end, islice(self._marked_blanks, first, None))
            return ((Printed(max(start, m.start), min(end, m.end)), m.ask) for m in marks if start < m.end)
        return ((Printed(*found.span()), "") for found in _BLANK.finditer(self.text, start, end))


def _start(mark: Mark) -> int:
    return mark.start


def _words(words: Words, pieces: Iterable[Piece]) -> Inlines:
    return tuple(inline for piece in pieces for inline in words.inlines(piece.start, piece.end))


def _titles(by_role: Mapping[str, list[Piece]]) -> Iterable[list[Piece]]:
    """The halves of the title, and what stands beside them, or its rows as one."""
    rows = by_role.get("title", [])
    if "half" in by_role:
        return ([row] for row in sorted((*by_role["half"], *rows)))
    return [rows] if rows else []


def _greeting(words: Words, pieces: Sequence[Piece], below: int) -> Greeting | None:
    """The greeting; it is run in where what comes next, at `below`, goes on in its line."""
    if not pieces:
        return None
    between = words.text[pieces[-1].end : below]
    goes_on = below < len(words.text) and between.splitlines() in ([], [between])
    return Greeting(_words(words, pieces), "run-in" if goes_on else "line")


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

    def __init__(self, words: Words) -> None:
        self._words = words
        self._paragraphs: list[Paragraph] = []
        self._sections: list[Section] = []
        self._stack: list[_Open] = []

    def pieces(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            place = piece.start
            if piece.heads:
                # What is but a stop is no heading.
                heads = [head for head in piece.heads if self._words.text[head.start : head.end].strip()]
                limits = [*(head.start for head in heads[1:]), piece.end]
                for head, limit in zip(heads, limits, strict=False):
                    self._paragraph(place, head.start)
                    place = self._head(head, limit)
            self._paragraph(place, piece.end)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._paragraphs)

    def sections(self) -> tuple[Section, ...]:
        self._close(1)
        return tuple(self._sections)

    def _paragraph(self, start: int, end: int) -> None:
        if start < end and (inlines := self._words.inlines(start, end)):
            (self._stack[-1].body if self._stack else self._paragraphs).append(Paragraph(inlines))

    def _head(self, head: Head, limit: int) -> int:
        self._close(head.level)
        for level in range(len(self._stack) + 1, head.level):
            self._stack.append(_Open(Heading(()), level))  # its heading was cut out of the source
        text = self._words.text
        end = self._words.stop_end(head, limit)
        marker = text[head.start : head.words].strip()
        words = self._words.inlines(head.words, head.end)
        origin = Printed(head.start, end)
        heading = Heading(words, marker, head.placement, text[head.end : end], origin)
        self._stack.append(_Open(heading, head.level))
        return end

    def _close(self, level: int) -> None:
        while self._stack and self._stack[-1].level >= level:
            section = self._stack.pop().closed()
            (self._stack[-1].sections if self._stack else self._sections).append(section)
