"""Pairs: which bracket or quotation mark is closed by which, paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["“", "‘", "《", "〈", "（", "〔", "[", "【", "「", "『"]
"""A kind of pair, named by the mark that opens it; (…) is of （, "…" of “."""


class Pair(NamedTuple):
    """Two marks that belong together, by their places in the text; -1 for the one that is missing. `parted`
    tells that the quotation goes on in the paragraphs below, each of which opens it again."""

    kind: Kind
    start: int
    end: int
    parted: bool = False

    @property
    def first(self) -> int:
        """The place of the mark that opens, or of the one that is there."""
        return self.end if self.start < 0 else self.start

    @property
    def whole(self) -> bool:
        """Whether both marks are there."""
        return self.start >= 0 and self.end >= 0


_OPENERS: dict[str, Kind] = {
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
_CLOSERS: dict[str, Kind] = {
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
_ITEM = re.compile(
    r"(?:^|[\n\s。；：，、！？;:,])(?:(?P<digit>\d{1,2})|(?P<letter>[A-Za-z])|(?P<han>[一二三四五六七八九十]{1,3}))$"
)


def pairs_of(text: str, rows: Iterable[tuple[int, int]]) -> tuple[Pair, ...]:
    """Return the pairs of a text whose paragraphs are `rows` (start and end), in the order they begin."""
    ends = dict(rows)
    marks = [mark.start() for mark in _MARK.finditer(text)]
    found: list[Pair] = []
    place = 0
    for end in ends.values():
        first = place
        while place < len(marks) and marks[place] < end:
            place += 1
        if first < place:
            found += sorted(_matched(text, marks[first:place]), key=_first)
    if any(pair.start < 0 for pair in found):
        found = _without_items(text, found)
    unclosed = any(pair.kind == "“" and pair.end < 0 for pair in found)
    return tuple(_parted(text, found, ends) if unclosed else found)


def _first(pair: Pair) -> int:
    return pair.end if pair.start < 0 else pair.start


def _matched(text: str, marks: list[int]) -> Iterator[Pair]:
    open_: list[tuple[Kind, int]] = []
    for place in marks:
        mark = text[place]
        if opened := _OPENERS.get(mark) or _opened(text, place, open_):
            open_.append((opened, place))
            continue
        kind = _CLOSERS.get(mark) or _STRAIGHT[mark]
        depth = len(open_) - 1
        while depth >= 0 and open_[depth][0] != kind:
            depth -= 1
        if depth >= 0:
            yield from (Pair(lost, at, -1) for lost, at in open_[depth + 1 :])
            yield Pair(kind, open_[depth][1], place)
            del open_[depth:]
        elif mark not in _LATIN or not _is_latin(text, place):
            yield Pair(kind, -1, place)
    yield from (Pair(lost, at, -1) for lost, at in open_)


def _opened(text: str, place: int, open_: list[tuple[Kind, int]]) -> Kind | None:
    """The kind that a straight mark opens, None where it closes one, or is none."""
    kind = _STRAIGHT.get(text[place])
    if kind is None or any(one == kind for one, _ in open_) or _is_latin(text, place):
        return None
    return kind


_LATIN = frozenset("’'\"")


def _is_latin(text: str, place: int) -> bool:
    """Whether a mark is an apostrophe (it's), or a sign of minutes, of seconds or inches (30', 20")."""
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if text[place] == '"':
        return before.isdigit() and not after.isalnum()
    return before.isascii() and before.isalnum()


def _without_items(text: str, pairs: list[Pair]) -> list[Pair]:
    """The pairs without the brackets that make items of a list, of which there are at least two."""
    items = {}
    for pair in pairs:
        if pair.kind == "（" and pair.start < 0:
            before = text[pair.end - 4 : pair.end] if pair.end > 3 else f"\n{text[: pair.end]}"
            if found := _ITEM.search(before):
                items[pair.end] = found.lastgroup
    kinds = list(items.values())
    return [pair for pair in pairs if pair.start >= 0 or kinds.count(items.get(pair.end)) < 2]


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
            closed = pair.end >= 0 and not text[pair.end + 1 : ends[start]].strip("。！？；")
            follows[start] = closed or (pair.end < 0 and follows.get(below.get(start, -1), False))
    row = 0
    for pair in pairs:
        while row + 1 < len(starts) and starts[row + 1] <= pair.first:
            row += 1
        goes_on = pair.kind == "“" and pair.end < 0 and follows.get(below.get(starts[row], -1), False)
        yield pair._replace(parted=True) if goes_on else pair
