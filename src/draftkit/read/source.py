"""A source before its structure is seen: its characters, its rows, and what the file itself says of them."""

from typing import Literal, NamedTuple

from draftkit.lines import LineRole, Part

MarkKind = Literal["heading", "greeting", "blank", "half"]

CONTENTS, COVER = "contents", "cover"
"""What a row of a 汇编 may be aside in."""


class Mark(NamedTuple):
    """Characters of a row that the file marks: a heading run in or within, a greeting, a blank, half of a
    couplet.

    `start` and `end` are places in the source's text; `level` is a heading's depth, counted from 1;
    `ask` is the comment that hangs on a blank.
    """

    start: int
    end: int
    kind: MarkKind
    level: int = 0
    ask: str = ""


class Row(NamedTuple):
    """A printed paragraph, from `start` to `end` in the source's text.

    A plain text says nothing of its rows. A word processor's file may say what a row is (`role`), how
    deep it stands in the outline (`level`, counted from 1; 0 is body text), that it belongs to the
    opening or the closing (`part`), which of its words are marked, and that it stands apart from the
    text, in a table or a note (`aside`, which names it).
    """

    start: int
    end: int
    role: LineRole | None = None
    level: int = 0
    part: Part = ""
    marks: tuple[Mark, ...] = ()
    aside: str = ""


class Source(NamedTuple):
    """The text of a file and its rows in reading order; every character but line ends is in one row.

    `styled` tells that the file names the role of every row, as draftkit's own do. `notes` say what
    the user should know of the reading: the encoding, changes taken as accepted, tables set aside.
    """

    name: str
    text: str
    rows: tuple[Row, ...]
    styled: bool = False
    notes: tuple[str, ...] = ()
