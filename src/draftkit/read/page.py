"""What the rules of reading work on: the pieces of a source, as far as they have been understood."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from draftkit.read.source import CONTENTS, COVER, Source
from draftkit.tree import Placement, Why

Role = Literal[
    "",
    "title",
    "half",
    "subtitle",
    "byline",
    "date",
    "salutation",
    "greeting",
    "opening",
    "closing",
    "signoff",
    "dropped",
]
"""What a piece is: "" is the text of its sections, "half" a half of a title's couplet."""


TITLES = ("title", "half")


OUTLINED = "#"
"""How the family of a heading begins whose depth a word processor's outline tells: #1, #2 …"""


class Head(NamedTuple):
    """A heading or point of a piece: `start` to `end` in the source's text, its end mark not included.

    `words` is where its words begin after the marker. `family` names its kind of marker ("" for none),
    `number` is what the marker counts, `level` its depth from 1.
    """

    start: int
    words: int
    end: int
    family: str = ""
    number: int = 0
    level: int = 1
    placement: Placement = "line"


class Piece(NamedTuple):
    """A row or a part of one. `gap` counts the empty lines above it; `whole` tells that it is its whole row.

    `why` is the reason of what is dropped; `heads` are the headings and points that stand in it; `opens`
    tells that a speech begins with it though no title says so.
    """

    start: int
    end: int
    text: str
    role: Role = ""
    why: Why | None = None
    gap: int = 0
    whole: bool = True
    level: int = 0
    heads: tuple[Head, ...] = ()
    opens: bool = False

    def drop(self, why: Why) -> "Piece":
        """Return the piece as debris."""
        return Piece(
            self.start,
            self.end,
            self.text,
            "dropped",
            why,
            self.gap,
            self.whole,
            self.level,
            self.heads,
            self.opens,
        )

    def headed(self, heads: tuple[Head, ...]) -> "Piece":
        """Return the piece with these headings and points in it."""
        # Not _replace, which takes three times as long; nor in drop.
        return Piece(
            self.start,
            self.end,
            self.text,
            self.role,
            self.why,
            self.gap,
            self.whole,
            self.level,
            heads,
            self.opens,
        )

    def cut(self, *places: int) -> list["Piece"]:
        """Return the piece cut at places counted from its start, each part trimmed, no part empty."""
        parts = []
        edges = (0, *places, len(self.text))
        for start, end in pairwise(edges):
            text = self.text[start:end]
            kept = text.strip()
            if kept:
                begin = self.start + start + text.index(kept[0])
                gap = self.gap if start == 0 else 0
                parts.append(self._replace(start=begin, end=begin + len(kept), text=kept, gap=gap, whole=False))
        return parts


ASIDES: dict[str, Why] = {
    "table": "table",
    "chart": "table",
    CONTENTS: "toc",
    COVER: "collection-title",
    "page number": "navigation",
    "header": "navigation",
    "footer": "navigation",
    "watermark": "watermark",
}
"""Why a row that a file sets apart is dropped; what is not here is publication data."""

Pieces = Sequence[Piece]
Rule = Callable[[Pieces], list[Piece]]
"""A rule takes the pieces in reading order and returns them, some understood better; none is lost."""


def pieces_of(source: Source) -> list[Piece]:
    """Return the rows of a source as pieces of which nothing is known yet, tables and notes as debris."""
    pieces: list[Piece] = []
    last = 0
    for row in source.rows:
        ends = source.text.count("\n", last, row.start) if row.start - last > 1 else int(bool(pieces))
        gap = ends - 1 if pieces and ends else ends
        piece = Piece(row.start, row.end, source.text[row.start : row.end], "", None, gap, True, row.level)
        last = row.end
        if row.aside:
            piece = piece.drop(ASIDES.get(row.aside, "metadata"))
        elif row.role in ("title", "subtitle"):
            piece = piece._replace(role=row.role)
        pieces.append(piece)
    return pieces


def speeches_of(pieces: Pieces) -> list[tuple[int, int]]:
    """Return where the speeches begin and end: at their titles; one speech where there is no title."""
    starts = [
        number
        for number, piece in enumerate(pieces)
        if piece.opens or (piece.role in TITLES and (number == 0 or not _above(pieces, number)))
    ]
    if not starts:
        return [(0, len(pieces))]
    return list(zip(starts, [*starts[1:], len(pieces)], strict=True))


def _above(pieces: Pieces, number: int) -> bool:
    """Whether the row above is of the same title."""
    while number and pieces[number - 1].role == "dropped":
        number -= 1
    return number > 0 and pieces[number - 1].role in TITLES
