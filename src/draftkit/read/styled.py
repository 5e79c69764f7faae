"""Rows whose file names their roles become pieces at once: no rule has to guess."""

import re
from collections.abc import Iterator

from draftkit.read.page import ASIDES, Head, Piece, Role
from draftkit.read.source import Mark, Row, Source
from draftkit.tree import Placement
from draftkit.zh.marker import leading_marker, markers_in

_ROLES: dict[str, Role] = {
    "subtitle": "subtitle",
    "byline": "byline",
    "date": "date",
    "salutation": "salutation",
    "signoff": "signoff",
}
_STOP = re.compile(r"[。：；，、！？,:;!?]$")


def styled_pieces(source: Source) -> list[Piece]:
    """Return the pieces of a source that names the role of every row."""
    return [piece for row in source.rows for piece in _pieces(source.text, row)]


def _pieces(text: str, row: Row) -> Iterator[Piece]:
    piece = Piece(row.start, row.end, text[row.start : row.end])
    if row.aside:
        yield piece.drop(ASIDES.get(row.aside, "metadata"))
    elif row.role == "title":
        yield from _title(piece, row)
    elif row.role in _ROLES:
        yield piece._replace(role=_ROLES[row.role])
    elif row.role == "heading":
        yield piece._replace(role=_role(row), heads=(_head(text, row.start, row.end, row.level, "line"),))
    else:
        yield from _paragraph(text, piece, row)


def _title(piece: Piece, row: Row) -> Iterator[Piece]:
    halves = [mark for mark in row.marks if mark.kind == "half"]
    if len(halves) < 2:
        yield piece._replace(role="title")
        return
    places = [place - piece.start for mark in halves for place in (mark.start, mark.end)]
    yield from (part._replace(role="half") for part in piece.cut(*places))


def _paragraph(text: str, piece: Piece, row: Row) -> Iterator[Piece]:
    # One behind other words, as somebody may style it, is no greeting.
    ahead = (mark for mark in row.marks if not text[row.start : mark.start].strip())
    greeting = next((mark for mark in ahead if mark.kind == "greeting"), None)
    if row.part == "greeting":
        yield piece._replace(role="greeting")
        return
    if greeting:
        yield piece._replace(
            role="greeting", end=greeting.end, text=text[greeting.start : greeting.end], whole=False
        )
        piece = piece._replace(start=greeting.end, text=text[greeting.end : row.end], whole=False)
    heads = tuple(
        _head(text, start, end, mark.level, "run-in" if start == row.start else "within")
        for mark in row.marks
        if mark.kind == "heading"
        for start, end in _parted(text, mark)
    )
    if piece.text:
        yield piece._replace(role=_role(row), heads=heads)


def _parted(text: str, mark: Mark) -> Iterator[tuple[int, int]]:
    """Yield the headings of a mark: points of one level that touch (一是…，二是…) are marked as one."""
    start, last = mark.start, leading_marker(text[mark.start : mark.end])
    for marker in markers_in(text[: mark.end], mark.start + 1) if last else ():
        if last and marker.family == last.family and marker.number == last.number + 1:
            yield start, marker.start
            start, last = marker.start, marker
    yield start, mark.end


def _role(row: Row) -> Role:
    return row.part if row.part in ("opening", "closing") else ""


def _head(text: str, start: int, end: int, level: int, placement: Placement) -> Head:
    words = text[start:end]
    marker = leading_marker(words)
    stop = _STOP.search(words) if placement != "line" or words.endswith("。") else None
    begin = start + marker.end if marker else start
    return Head(
        start,
        begin,
        max(begin, start + stop.start() if stop else end),
        marker.family if marker else "",
        marker.number if marker else 0,
        level,
        placement,
    )
