"""Induce the pattern on which siblings are built, leaving out the few that are not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.induction.align import align
from draftkit.induction.insiders import KEEP, insiders
from draftkit.induction.marks import MARKS, plain, skeleton_of
from draftkit.induction.rendering import Piece, pieces_of, render
from draftkit.induction.settle import settle, words_at
from draftkit.pattern import Pattern
from draftkit.rhetoric.passages import MOST_SIBLINGS


class Induced(NamedTuple):
    """A pattern of fixed words and named slots, and the members built on it.

    `fillings` has one filling for each member in `kept` (places in the sequence given), with which the
    pattern prints that member to the letter; `choices` has the words seen in slots of a closed set.
    """

    pattern: Pattern
    fillings: tuple[Mapping[str, str], ...]
    kept: tuple[int, ...]
    choices: Mapping[str, tuple[str, ...]]


def induce(members: Sequence[str]) -> Induced | None:
    """Return the pattern that siblings share, None where they share no words worth keeping or are too many.

    Where members print a mark in two widths, the pattern has the one that most have and holds for those.
    """
    distinct = _distinct(members)
    found = insiders(distinct if len(distinct) <= MOST_SIBLINGS else ())
    if not found.gain:
        return None
    return _induced(members, pieces_of(found.rows, found.anchors))


def rhythm(members: Sequence[str]) -> Induced | None:
    """Return slots parted by the marks that siblings share, None where they share none (实务: 句式、节奏)."""
    rows = _of_one_skeleton(_distinct(members))
    if not 2 <= len(rows) <= MOST_SIBLINGS:
        return None
    texts = [plain(row) for row in rows]
    anchors = settle(texts, [anchor for anchor in align(texts) if words_at(texts, anchor) in MARKS])
    pieces = pieces_of(rows, anchors)
    if sum(not isinstance(piece, str) for piece in pieces) < 2:
        return None
    return _induced(members, pieces)


def _distinct(members: Sequence[str]) -> list[str]:
    """Each member once, in an order that does not depend on theirs."""
    return sorted({member for member in members if member})


def _of_one_skeleton(rows: list[str]) -> list[str]:
    """The rows that have the marks which most have; all where those are too few."""
    skeletons = [skeleton_of(plain(row)) for row in rows]
    common = max(Counter(skeletons).items(), key=lambda one: (one[1], one[0]), default=("", 0))[0]
    kept = [row for row, skeleton in zip(rows, skeletons, strict=True) if skeleton == common]
    return kept if len(kept) >= KEEP * len(rows) else rows


def _induced(members: Sequence[str], pieces: Sequence[Piece]) -> Induced | None:
    rendered = render(pieces)
    known = {rendered.pattern.fill(filling): filling for filling in rendered.fillings}
    kept, fillings = [], []
    for number, member in enumerate(members):
        filling = known.get(member) or rendered.pattern.match(member)
        if filling and all(
            value.strip() for value in filling.values()
        ):  # a blank value would be a missing fact
            kept.append(number)
            fillings.append(filling)
    return Induced(rendered.pattern, tuple(fillings), tuple(kept), rendered.choices) if kept else None
