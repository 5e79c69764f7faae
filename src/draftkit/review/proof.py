"""校样: a document as the reviewer has it before him, all that is printed in one text, and where it stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from draftkit.fact.facts import Facts
from draftkit.lines import LineRole, lines_of
from draftkit.office import Office
from draftkit.review.pairs import Pair, pairs_of
from draftkit.rhetoric.passages import siblings_of
from draftkit.tree import Blank, Document, Dropped, Heading, Inline, Inlines, Origin, Printed, Section
from draftkit.zh.numbers import Amount, Changed, changes_in, numbers_in


class Row(NamedTuple):
    """A printed paragraph, from `start` to `end` in the proof's text: its role, for a heading on a line of its
    own its level (else 0), and the number of its speech, counted from 0."""

    start: int
    end: int
    role: LineRole
    level: int
    speech: int


class Piece(NamedTuple):
    """An inline as it is printed: from `start` on in the proof's text, `level` as in a Span."""

    start: int
    inline: Inline
    level: int


class Aside(NamedTuple):
    """What was set aside within a speech; at `place` the speech goes on in the proof's text."""

    place: int
    dropped: Dropped


class Head(NamedTuple):
    """A heading in the proof: its section, its depth counted from 1, its number among all speeches'; from
    `start` (its marker) to `end` (its stop included); its words from `words` to `stop`."""

    section: Section
    level: int
    speech: int
    start: int
    words: int
    stop: int
    end: int

    @property
    def heading(self) -> Heading:
        """The heading itself."""
        return self.section.heading


@dataclass(frozen=True)
class Proof:
    """The `text` of a document, its `rows` joined by line ends; what the user supplied, where it is at hand;
    what the office has settled."""

    document: Document
    text: str
    rows: tuple[Row, ...]
    pieces: tuple[Piece, ...]
    facts: Facts | None = None
    office: Office = field(default_factory=Office)

    def row_at(self, offset: int) -> Row:
        """Return the row in which a character of the text stands."""
        return self.rows[max(0, bisect_right(self._row_starts, offset) - 1)]

    def words_of(self, row: Row) -> str:
        """Return the words of a row."""
        return self.text[row.start : row.end]

    def end_of(self, speech: int) -> int:
        """Return where a speech ends, by its number."""
        return self._ends.get(speech, 0)

    def origin_at(self, offset: int) -> Origin | None:
        """Return where a character of the text came from: its own place in the source, or its filling."""
        number = max(0, bisect_right(self._piece_starts, offset) - 1)
        if number >= len(self.pieces):
            return None
        piece = self.pieces[number]
        origin = piece.inline.origin
        if not isinstance(origin, Printed):
            return origin
        start = origin.start
        if origin.end - start != len(piece.inline.text) and self._is_stop(number, start):
            start = origin.end - len(piece.inline.text)
        place = start + min(offset - piece.start, max(0, len(piece.inline.text) - 1))
        return Printed(place, place + 1)

    def _is_stop(self, number: int, start: int) -> bool:
        """Whether a piece with its heading's origin is the mark that ends it, and not its marker."""
        before = self.pieces[number - 1].inline.origin if number else None
        return isinstance(before, Printed) and before.start >= start

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """Every heading that is printed, in reading order."""
        return tuple(
            head
            for number, speech in enumerate(self.document.speeches)
            for sections in (speech.opening.sections, speech.sections, speech.closing.sections)
            for head in self._heads(sections, 1, number)
        )

    def _heads(self, sections: tuple[Section, ...], level: int, speech: int) -> Iterator[Head]:
        for section in sections:
            span = self.span_of(section.heading.inlines)
            if span:
                marker, stop = section.heading.marker, section.heading.stop
                start, end = span[0] - len(marker), span[1] + len(stop)
                yield Head(section, level, speech, start, span[0], span[1], end)
            yield from self._heads(section.sections, level + 1, speech)

    @cached_property
    def runs(self) -> tuple[tuple[Section, ...], ...]:
        """The runs of sibling sections of all speeches, two and more of one family of markers."""
        return tuple(run for speech in self.document.speeches for run in siblings_of(speech))

    def span_of(self, inlines: Inlines) -> tuple[int, int] | None:
        """Return from where to where inlines of the document stand in the text, None for none."""
        if not inlines or id(inlines[0]) not in self._starts or id(inlines[-1]) not in self._starts:
            return None
        return self._starts[id(inlines[0])], self._starts[id(inlines[-1])] + len(inlines[-1].text)

    def awaits(self, start: int, end: int) -> bool:
        """Whether a gap of a draft, 【待补：…】, stands between two places of the text, in whole or in part."""
        number = bisect_left(self._gap_ends, start + 1)
        return number < len(self._gaps) and self._gaps[number].start < end

    @cached_property
    def _gaps(self) -> tuple[Piece, ...]:
        return tuple(one for one in self.blanks if one.inline.text.startswith("【"))

    @cached_property
    def _gap_ends(self) -> list[int]:
        return [one.start + len(one.inline.text) for one in self._gaps]

    @cached_property
    def blanks(self) -> tuple[Piece, ...]:
        """Every blank that is printed."""
        return tuple(piece for piece in self.pieces if isinstance(piece.inline, Blank))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The brackets and quotation marks, in the order in which they begin."""
        return pairs_of(self.text, ((row.start, row.end) for row in self.rows))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every number in digits, in reading order."""
        return tuple(numbers_in(self.text))

    @cached_property
    def changes(self) -> tuple[Changed, ...]:
        """Every change from one amount to another, in reading order."""
        return tuple(changes_in(self.text, self.amounts))

    @cached_property
    def asides(self) -> tuple[Aside, ...]:
        """What was set aside between the first and the last row of a speech, which no rule reads otherwise."""
        if not self.document.dropped:
            return ()
        pieces = (self.pieces[bisect_left(self._piece_starts, row.start)] for row in self.rows)
        origins = [piece.inline.origin for piece in pieces]
        starts = [origin.start if isinstance(origin, Printed) else 0 for origin in origins]
        order = sorted(range(len(starts)), key=starts.__getitem__)
        kept = [starts[number] for number in order]
        found = []
        for dropped in self.document.dropped:
            after = bisect_left(kept, dropped.origin.start) if isinstance(dropped.origin, Printed) else 0
            if 0 < after < len(kept):
                row, below = self.rows[order[after - 1]], self.rows[order[after]]
                if row.speech == below.speech:
                    found.append(Aside(below.start, dropped))
        return tuple(found)

    @cached_property
    def _ends(self) -> dict[int, int]:
        return {row.speech: row.end for row in sorted(self.rows, key=lambda row: row.end)}

    @cached_property
    def _row_starts(self) -> list[int]:
        return [row.start for row in self.rows]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {id(piece.inline): piece.start for piece in self.pieces}


def proof_of(document: Document, facts: Facts | None = None, office: Office | None = None) -> Proof:
    """Return the proof of a document: every printed paragraph of its speeches, debris left out."""
    texts: list[str] = []
    rows: list[Row] = []
    pieces: list[Piece] = []
    offset = 0
    for number, speech in enumerate(document.speeches):
        for line in lines_of(speech):
            start = offset
            for span in line.spans:
                pieces.append(Piece(offset, span.inline, span.level))
                texts.append(span.inline.text)
                offset += len(span.inline.text)
            rows.append(Row(start, offset, line.role, line.level, number))
            texts.append("\n")
            offset += 1
    text = "".join(texts).removesuffix("\n")
    return Proof(document, text, tuple(rows), tuple(pieces), facts, office or Office())
