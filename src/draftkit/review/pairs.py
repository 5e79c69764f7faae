"""Pairs: which bracket or quotation mark is closed by which, paragraph by paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["“", "‘", "《", "〈", "（", "〔", "[", "【", "「", "『"]
"""A kind of pair, named by the mark that opens it; (…) is of （, "…" of “."""


class Pair(NamedTuple):
    """Two marks that belong together, by their places in the text; -1 for the one that is missing.

    `around` is the kind of the nearest pair around it, "" for none; `parted` tells that the quotation goes
    on in the paragraphs below, each of which opens it again."""

    kind: Kind
    start: int
    end: int
    around: str = ""
    parted: bool = False


OPENERS: dict[str, Kind] = {
    "“": "“",
    "‘": "‘",
    "《": "《",
    "〈": "〈",
    "（": "（",
    "(": "（",
    "〔": "〔",
    "[": "[",
    "【": "【",
    "「": "「",
    "『": "『",
}
CLOSERS: dict[str, Kind] = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    ")": "（",
    "〕": "〔",
    "]": "[",
    "】": "【",
    "」": "「",
    "』": "『",
}
_STRAIGHT: dict[str, Kind] = {'"': "“", "'": "‘"}
_MARK = re.compile(r"[“”‘’\"'《》〈〉（）()〔〕\[\]【】「」『』]")
# What a bracket that only closes makes an item of a list: 1） and a).
_ITEM = re.compile(r"(?:^|[\n\s。；：，、！？;:,])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$")


def pairs_of(text: str, rows: list[tuple[int, int]]) -> tuple[Pair, ...]:
    """Return the pairs of a text whose paragraphs are `rows` (start and end), in the order they begin."""
    found: list[Pair] = []
    marks = [mark.start() for mark in _MARK.finditer(text)]
    place = 0
    for start, end in rows:
        mine = []
        while place < len(marks) and marks[place] < end:
            mine.append(marks[place])
            place += 1
        if mine:
            found += _in_row(text, start, mine)
    unclosed = any(pair.kind == "“" and pair.end < 0 for pair in found)
    return tuple(_parted(text, found, dict(rows)) if unclosed else found)


def _first(pair: Pair) -> int:
    return pair.end if pair.start < 0 else pair.start


def _in_row(text: str, start: int, marks: list[int]) -> Iterator[Pair]:
    """The pairs of a paragraph; what has lost its partner is around nothing."""
    pairs = sorted(_matched(text, start, marks), key=_first)
    around: list[Pair] = []
    for pair in pairs:
        while around and around[-1].end < _first(pair):
            around.pop()
        yield pair._replace(around=around[-1].kind) if around else pair
        if pair.start >= 0 and pair.end >= 0:
            around.append(pair)


def _matched(text: str, start: int, marks: list[int]) -> Iterator[Pair]:
    open_: list[tuple[Kind, int]] = []
    for place in marks:
        kind, opens = _kind(text, place, open_)
        if kind is None:
            continue
        if opens:
            open_.append((kind, place))
            continue
        depth = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == kind), None)
        if depth is None:
            if not _is_item(text, start, place):
                yield Pair(kind, -1, place)
            continue
        yield from (Pair(lost, at, -1) for lost, at in open_[depth + 1 :])
        yield Pair(kind, open_[depth][1], place)
        del open_[depth:]
    yield from (Pair(lost, at, -1) for lost, at in open_)


def _kind(text: str, place: int, open_: list[tuple[Kind, int]]) -> tuple[Kind | None, bool]:
    """The kind of a mark, None for one that is no part of a pair, and whether it opens one."""
    mark = text[place]
    if mark in OPENERS:
        return OPENERS[mark], True
    if mark in ("’", "'") and _in_latin(text, place) and not any(kind == "‘" for kind, _ in open_):
        return None, False
    if mark in CLOSERS:
        return CLOSERS[mark], False
    kind = _STRAIGHT[mark]
    opens = not any(one == kind for one, _ in open_)
    if opens and text[place - 1 : place].isdigit() and not text[place + 1 : place + 2].isalnum():
        return None, False
    return kind, opens


def _in_latin(text: str, place: int) -> bool:
    """Whether a mark is an apostrophe (it's) or a sign of minutes (30')."""
    before = text[max(0, place - 1) : place]
    return before.isascii() and before.isalnum()


def _is_item(text: str, start: int, place: int) -> bool:
    return text[place] in "）)" and _ITEM.search(text[max(start, place - 4) : place]) is not None


def _parted(text: str, pairs: list[Pair], ends: dict[int, int]) -> Iterator[Pair]:
    """The pairs, with those told that go on in the paragraphs below: there they open again, at the start, and
    close at the end of the last."""
    at_start = {pair.start: pair for pair in pairs if pair.start in ends}
    starts = sorted(ends)
    below = dict(pairwise(starts))
    follows: dict[int, bool] = {}
    for start in reversed(starts):
        pair = at_start.get(start)
        if pair and pair.kind == "“":
            closed = pair.end >= 0 and len(text[pair.end + 1 : ends[start]].strip("。！？；")) == 0
            follows[start] = closed or (pair.end < 0 and follows.get(below.get(start, -1), False))
    row = 0
    for pair in pairs:
        while row + 1 < len(starts) and starts[row + 1] <= _first(pair):
            row += 1
        goes_on = pair.kind == "“" and pair.end < 0 and follows.get(below.get(starts[row], -1), False)
        yield pair._replace(parted=True) if goes_on else pair
