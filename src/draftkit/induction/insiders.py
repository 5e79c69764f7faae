"""Which siblings are built on one pattern: those that are not are left out while what the others share
saves more (description length; the thresholds are our own)."""

from collections.abc import Sequence
from math import ceil
from statistics import median
from typing import NamedTuple

from draftkit.induction.align import align, total
from draftkit.induction.bound import most_shared
from draftkit.induction.marks import MARKS, Anchor, plain
from draftkit.induction.settle import aligned, settle, words_at
from draftkit.induction.weights import CONTENT
from draftkit.rhetoric.likeness import same_build

KEEP = 0.6
"""Share of the members that a pattern holds for at least."""
RISE = 2.5
"""By how much leaving a member out must raise the gain where all share words."""
COVERED, ALIGNED = 0.08, 2
"""Share of a member that fixed words make up at least; those at the same place in all count double."""
OF_TWO = 0.5
"""That share where only two members would be left."""


class Shared(NamedTuple):
    """Members, what they share, and the bits that this saves: 0 where it is no pattern."""

    rows: Sequence[str]
    anchors: Sequence[Anchor] = ()
    gain: float = 0.0


def insiders(rows: Sequence[str]) -> Shared:
    """Return the members that are built alike and what they share; the rows are distinct and sorted."""
    best = shared(rows)
    least = max(2, ceil(KEEP * len(rows)))
    while len(best.rows) > least and RISE * best.gain < _most(best.rows):
        fewer = _best_left_out(best.rows, RISE * best.gain)
        if not fewer.gain and not best.gain:
            fewer = _without_the_least_alike(best.rows, least)
        if fewer.gain <= RISE * best.gain or (
            len(fewer.rows) == 2 and covered(fewer.rows, fewer.anchors) < OF_TWO
        ):
            break
        best = fewer
    return best


def shared(rows: Sequence[str]) -> Shared:
    """Return what rows share; nothing where it is too little for a pattern."""
    if len(rows) < 2:
        return Shared(rows)
    texts = [plain(row) for row in rows]
    return _shared(rows, texts) if most_shared(texts) else Shared(rows)


def _shared(rows: Sequence[str], texts: Sequence[str]) -> Shared:
    anchors = settle(texts, align(texts))
    if covered(texts, anchors, ALIGNED) < COVERED:
        return Shared(rows)
    return Shared(rows, anchors, (len(rows) - 1) * total(texts, anchors))


def covered(texts: Sequence[str], anchors: Sequence[Anchor], times: int = 1) -> float:
    """Return the share of a member that is fixed words; those at the same place in all count several times."""
    fixed = 0
    for place, anchor in enumerate(anchors):
        words = words_at(texts, anchor)
        if words not in MARKS:
            fixed += len(words) * (times if aligned(texts, anchors, place) else 1)
    return fixed / median(map(len, texts))


def _most(rows: Sequence[str]) -> float:
    """The bits that could be saved at most if one of the rows were left out."""
    return (len(rows) - 2) * CONTENT * sorted(map(len, rows))[1]


def _best_left_out(rows: Sequence[str], least: float) -> Shared:
    """The rows but for one of which most is gained, looked for where it may be more than `least`."""
    hopes = []
    for odd in range(len(rows)):
        left = [*rows[:odd], *rows[odd + 1 :]]
        texts = [plain(row) for row in left]
        hope = (len(left) - 1) * most_shared(texts)
        if hope > least:
            hopes.append((hope, left, texts))
    best = Shared([])
    for hope, left, texts in sorted(hopes, reverse=True):
        if hope >= best.gain:
            best = max(best, _shared(left, texts), key=lambda one: (one.gain, one.rows))
    return best


def _without_the_least_alike(rows: Sequence[str], least: int) -> Shared:
    """The members after those that are least like the others have been left out one by one."""
    left, best = list(rows), Shared(rows)
    while len(left) > least:
        likeness = {row: sum(same_build(row, other)[1] for other in left if other != row) for row in left}
        left.remove(min(left, key=lambda row: (likeness[row], row)))
        texts = [plain(row) for row in left]
        if (len(left) - 1) * most_shared(texts) > best.gain:
            best = max(best, _shared(tuple(left), texts), key=lambda one: one.gain)
    return best
