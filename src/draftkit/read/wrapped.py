"""Lines that an editor broke at its margin, joined to the paragraphs they were."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

# Columns at which lines are broken by hand or by an editor (ours).
_NARROWEST, _WIDEST = 40, 160
# An editor breaks a column or two early, so that no stop begins a line.
_EARLY = 4
_STOPS = "。！？：；…”）.!?:;"
_GOES_ON = "，、,（“《—"
_STARTS = re.compile(
    "[\u3000\u2003]|[一二三四五六七八九十]+[、是要]|（[一二三四五六七八九十0-9]+）|[0-9]+[.．、]|第[一二三四五六七八九十]+[，、]"
)
_WORD = re.compile("[!-~]+")


class Piece(NamedTuple):
    """A line, or what is left of it. One that does not open a row may go on with the line before it,
    unless that one ends for good; `width` is that of the line as it stood, in columns."""

    text: str
    level: int = 0
    aside: str = ""
    opens: bool = True
    ends: bool = True
    width: int = 0


def columns(line: str) -> int:
    """Return the width of a line, a Chinese character being two columns wide."""
    return len(line.rstrip().encode("gbk", "replace"))


def joined(pieces: Iterable[Piece | None]) -> Iterator[Piece]:
    """Yield the pieces with those joined that are one paragraph; None in between parts paragraphs.

    A line goes on when it ends with a comma, or reaches the margin: where the widest line with
    another below it ends. A line at the margin that ends a sentence goes on only if others show that
    lines are broken in this file: many people write a paragraph a line, without lines between.
    """
    lines = list(pieces)
    margin = _margin(lines)
    paragraph: list[Piece] = []
    for piece in lines:
        if paragraph and not (piece and _goes_on(paragraph[-1], piece, *margin)):
            yield _one(paragraph)
            paragraph = []
        if piece:
            paragraph.append(piece)
    if paragraph:
        yield _one(paragraph)


def _one(paragraph: list[Piece]) -> Piece:
    parts = [paragraph[0].text]
    for before, after in pairwise(paragraph):
        parts += [" " if before.text[-1].isascii() and after.text[0].isascii() else "", after.text]
    return paragraph[0]._replace(text="".join(parts))


def _margin(lines: list[Piece | None]) -> tuple[int, bool]:
    """Return the column of the margin, 0 for none, and whether a sentence is broken at it."""
    pairs = [
        (piece, after)
        for piece, after in pairwise(lines)
        if piece and after and not after.opens and not piece.ends
    ]
    margin = max((piece.width for piece, _after in pairs), default=0)
    if not _NARROWEST <= margin <= _WIDEST:
        return 0, False
    return margin, any(_full(*pair, margin) and pair[0].text[-1] not in _STOPS for pair in pairs)


def _full(piece: Piece, after: Piece, margin: int) -> bool:
    word = _WORD.match(after.text)
    return bool(margin) and piece.width + (len(word[0]) if word else 2) + _EARLY > margin


def _goes_on(piece: Piece, after: Piece, margin: int, broken: bool) -> bool:
    if after.opens or piece.ends or after.text[0] in "\u3000\u2003":
        return False
    stops, starts, full = piece.text[-1] in _STOPS, _STARTS.match(after.text), _full(piece, after, margin)
    if piece.text[-1] in _GOES_ON:
        return True
    return full and not (stops and (starts or not broken))
