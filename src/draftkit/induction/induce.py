"""Induce the pattern on which siblings are built, leaving out the few that are not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.induction.align import align, total
from draftkit.induction.marks import MARKS, Anchor, plain, skeleton_of
from draftkit.induction.rendering import Piece, pieces_of, render
from draftkit.induction.settle import settle, words_at
from draftkit.induction.theme import demoted
from draftkit.pattern import Pattern

KEEP = 0.6
"""Share of the members that a pattern must hold for (our own)."""
RISE = 1.25
"""By how much leaving a member out must raise the gain (our own)."""
COVERED = 0.1
"""Share of a member's characters that fixed words have at least (our own)."""


class Induced(NamedTuple):
    """A pattern of fixed words and named slots, and the members built on it.

    `fillings` has one filling for each member in `kept` (places in the sequence given), with which the
    pattern prints that member to the letter; `choices` has the words seen in slots of a closed set.
    """

    pattern: Pattern
    fillings: tuple[Mapping[str, str], ...]
    kept: tuple[int, ...]
    choices: Mapping[str, tuple[str, ...]]


def induce(members: Sequence[str], theme: Sequence[str] = ()) -> Induced | None:
    """Return the pattern that siblings share, None where they share no words worth keeping.

    `theme` are strings of the speech's title: a fixed word of theirs becomes the slot 主题.
    """
    rows = sorted({member for member in members if member})
    rows, anchors = _built_alike(rows)
    if not anchors:
        return None
    pieces = pieces_of(rows, anchors)
    return _induced(members, demoted(pieces, theme) if theme else pieces)


def rhythm(members: Sequence[str]) -> Induced | None:
    """Return slots parted by the marks that siblings share, None where they share none (实务: 句式、节奏)."""
    rows = _of_one_skeleton(sorted({member for member in members if member}))
    if len(rows) < 2:
        return None
    texts = [plain(row) for row in rows]
    anchors = settle(texts, [anchor for anchor in align(texts) if words_at(texts, anchor) in MARKS])
    pieces = pieces_of(rows, anchors)
    if sum(not isinstance(piece, str) for piece in pieces) < 2:
        return None
    return _induced(members, pieces)


def _of_one_skeleton(rows: list[str]) -> list[str]:
    """The rows that have the marks which most have; none where those are too few."""
    skeletons = [skeleton_of(plain(row)) for row in rows]
    common = max(Counter(skeletons).items(), key=lambda one: (one[1], one[0]), default=("", 0))
    kept = [row for row, skeleton in zip(rows, skeletons, strict=True) if skeleton == common[0]]
    return kept if len(kept) >= KEEP * len(rows) else rows


def _induced(members: Sequence[str], pieces: Sequence[Piece]) -> Induced | None:
    rendered = render(pieces)
    known = {rendered.pattern.fill(filling): filling for filling in rendered.fillings}
    kept, fillings = [], []
    for number, member in enumerate(members):
        filling = known.get(member) or rendered.pattern.match(member)
        if filling:
            kept.append(number)
            fillings.append(filling)
    return Induced(rendered.pattern, tuple(fillings), tuple(kept), rendered.choices) if kept else None


def _built_alike(rows: list[str]) -> tuple[list[str], list[Anchor]]:
    """The rows that share a pattern and what they share; rows are left out while the gain rises."""
    anchors, gain = _shared(rows)
    least = max(2, -int(-KEEP * len(rows) // 1))
    while len(rows) > least:
        fewer = [rows[:odd] + rows[odd + 1 :] for odd in range(len(rows))]
        tried = [(*_shared(one), one) for one in fewer]
        best = max(tried, key=lambda one: one[1])
        if best[1] <= RISE * gain or (len(best[2]) == 2 and _coverage(best[2], best[0]) < 0.5):
            break
        anchors, gain, rows = best
    return rows, anchors


def _shared(rows: Sequence[str]) -> tuple[list[Anchor], float]:
    """What rows share, and the bits that it saves; nothing where it is not worth a pattern."""
    if len(rows) < 2:
        return [], 0.0
    texts = [plain(row) for row in rows]
    anchors = settle(texts, align(texts))
    if _coverage(rows, anchors) < COVERED:
        return [], 0.0
    return anchors, (len(rows) - 1) * total(texts, anchors)


def _coverage(rows: Sequence[str], anchors: Sequence[Anchor]) -> float:
    texts = [plain(row) for row in rows]
    fixed = sum(len(words) for a in anchors if not (words := words_at(texts, a)) or words[0] not in MARKS)
    return fixed * len(rows) / sum(map(len, rows))
