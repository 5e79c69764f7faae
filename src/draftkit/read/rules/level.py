"""查什么: 每个小标题和要点的层级，凭其序数的先后与包含，不凭字体。 依据: GB/T 9704 7.3.3；实务。

A series is inside another that goes on after it. Families that no heading joins are on one level.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from draftkit.read.page import OUTLINED, Head, Piece, Pieces, speeches_of

_RANKS = {
    "第一部分": 0,
    "01": 0.5,
    "一、": 1,
    "（一）": 2,
    "1、": 3,
    "1.": 3,
    "1）": 4,
    "（1）": 4,
    "①": 5,
    "": 6,
    "·": 6.5,
}
_MIXED = {"1.": "1、", "1、": "1."}
"""Families that slips mix in one series."""
_SAID = 7
"""The rank of the families that are said (一是, 一要, 第一，): they are inside whatever is open."""


@dataclass(slots=True)
class _Series:
    family: str
    last: int
    piece: int
    rows: bool


def set_levels(pieces: Pieces) -> list[Piece]:
    """Give every heading of a speech its level; the closing's points start anew."""
    result = list(pieces)
    for start, end in speeches_of(pieces):
        headed = [number for number in range(start, end) if pieces[number].heads]
        for role in ("", "closing"):
            rows = [number for number in headed if pieces[number].role == role]
            heads = [(number, head) for number in rows for head in pieces[number].heads]
            levels = iter(_Levels(heads).levels())
            for number in rows:
                mine = tuple(_at(head, next(levels)) for head in pieces[number].heads)
                result[number] = pieces[number].headed(mine)
    return result


def _at(head: Head, level: int) -> Head:
    # Not _replace, which takes three times as long.
    return Head(head.start, head.words, head.end, head.family, head.number, level, head.placement)


class _Levels:
    def __init__(self, heads: Sequence[tuple[int, Head]]) -> None:
        self._heads = heads
        self._new = False
        self._stack: list[_Series] = []
        # Where each family stands, in all and at the start of rows, to find the next of a series at once.
        self._places: dict[tuple[str, bool], list[int]] = {}
        for place, (_, head) in enumerate(heads):
            for rows in (False, True) if head.placement != "within" else (False,):
                self._places.setdefault((head.family, rows), []).append(place)
        self._inside: set[tuple[str, str]] = set()

    def levels(self) -> list[int]:
        """Return the level of each heading, in order."""
        levels: list[int] = []
        for place, (piece, head) in enumerate(self._heads):
            self._place(place, piece, head)
            if len(self._stack) == 1 and head.number > 1 and self._new and not self._counted(place):
                levels = [level + 1 if self._finer(k, head) else level for k, level in enumerate(levels)]
            levels.append(len(self._stack))
        return levels

    def _counted(self, place: int) -> bool:
        """Whether the first of the series stands before this one."""
        return self._places[self._heads[place][1].family, False][0] < place

    def _finer(self, place: int, head: Head) -> bool:
        """What stands before a series whose first was cut out was inside that first one."""
        return _rank(self._heads[place][1].family) > _rank(head.family)

    def _place(self, place: int, piece: int, head: Head) -> None:
        self._new = False
        first = head.placement != "within"
        families = [series.family for series in self._stack]
        like = head.family if head.family in families else _MIXED.get(head.family)
        for depth in range(len(self._stack) - 1, -1, -1):
            series = self._stack[depth]
            if series.family == like and not self._nested(place, depth, head, first):
                if head.number == 1:
                    if like != head.family:
                        break
                    del self._stack[depth:]
                    break
                del self._stack[depth + 1 :]
                series.last, series.piece = head.number, piece
                series.rows = series.rows or first
                return
        self._open(place, piece, head, first)

    def _nested(self, place: int, depth: int, head: Head, first: bool) -> bool:
        """Whether a series of the same family starts inside one whose rows go on after it."""
        series = self._stack[depth]
        return head.number == 1 and series.rows and not first and self._goes_on(place, series, rows=True)

    def _goes_on(self, place: int, series: _Series, rows: bool = False) -> bool:
        """Whether the next of a series comes before the series begins anew."""
        places = self._places.get((series.family, rows), [])
        following = bisect_left(places, place + rows)
        return following < len(places) and self._heads[places[following]][1].number > series.last

    def _open(self, place: int, piece: int, head: Head, first: bool) -> None:
        while self._stack and not self._takes(place, piece, head, first):
            self._stack.pop()
        if self._stack:
            self._inside.add((self._stack[-1].family, head.family))
        self._stack.append(_Series(head.family, head.number, piece, first))
        self._new = True

    def _takes(self, place: int, piece: int, head: Head, first: bool) -> bool:
        """Whether the series on top takes a new one inside."""
        top = self._stack[-1]
        if self._goes_on(place, top):
            return True
        if not top.rows and top.piece != piece:
            return False
        if (top.family, head.family) in self._inside:
            return True
        if (head.family, top.family) in self._inside:
            return False
        mine, its = _rank(head.family), _rank(top.family)
        if mine == its == _SAID:
            return top.piece == piece or (top.rows and not first)
        return mine > its


def _rank(family: str) -> float:
    if family[:1] == OUTLINED:
        return int(family[1:])
    return _RANKS.get(family, _SAID)
