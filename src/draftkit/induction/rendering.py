"""From shared characters to a pattern with named slots and the fillings of its members."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.induction.marks import Anchor
from draftkit.induction.slots import Place, closed_set, names_of
from draftkit.pattern import Fixed, Part, Pattern, Slot


class Gap(NamedTuple):
    """A slot that has no name yet: its fillings, one a member."""

    values: tuple[str, ...]


Piece = str | Gap


class Rendered(NamedTuple):
    """A pattern, the filling of each member, and the closed sets among its slots."""

    pattern: Pattern
    fillings: tuple[dict[str, str], ...]
    choices: Mapping[str, tuple[str, ...]]


def pieces_of(members: Sequence[str], anchors: Sequence[Anchor]) -> list[Piece]:
    """Return the fixed words, as most members print them, and the gaps between, in order."""
    pieces: list[Piece] = []
    ends = [0] * len(members)
    for anchor in (*anchors, Anchor(tuple(map(len, members)), 0)):
        values = tuple(
            member[end:start] for member, end, start in zip(members, ends, anchor.starts, strict=True)
        )
        if any(values):
            pieces.append(Gap(values))
        printed = Counter(
            member[start : start + anchor.length] for member, start in zip(members, anchor.starts, strict=True)
        )
        words = max(printed, key=lambda one: (printed[one], one)) if anchor.length else ""
        if words and pieces and isinstance(pieces[-1], str):
            pieces[-1] += words
        elif words:
            pieces.append(words)
        ends = [start + anchor.length for start in anchor.starts]
    return pieces


def render(pieces: Sequence[Piece]) -> Rendered:
    """Return the pattern of pieces with named slots, its fillings and its closed sets."""
    gaps = [(number, piece) for number, piece in enumerate(pieces) if isinstance(piece, Gap)]
    named = names_of([_place(pieces, number, gap) for number, gap in gaps])
    names = {number: name for (number, _), name in zip(gaps, named, strict=True)}
    parts: list[Part] = [
        Fixed(piece) if isinstance(piece, str) else Slot(names[number]) for number, piece in enumerate(pieces)
    ]
    rows = range(len(gaps[0][1].values)) if gaps else range(0)
    fillings = tuple({names[number]: gap.values[row] for number, gap in gaps} for row in rows)
    choices = {names[number]: closed for number, gap in gaps if (closed := closed_set(gap.values))}
    return Rendered(Pattern(tuple(parts)), fillings, choices)


def _place(pieces: Sequence[Piece], number: int, gap: Gap) -> Place:
    before = "".join(piece if isinstance(piece, str) else "□" for piece in pieces[:number])
    after = "".join(piece if isinstance(piece, str) else "□" for piece in pieces[number + 1 :])
    return Place(before, after, gap.values)
