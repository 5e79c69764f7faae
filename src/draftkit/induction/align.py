"""The characters that siblings share in order: the least general generalisation over the punctuation skeleton.

Clauses of one length are compared column by column; of others the start, the end and the longest run
between are taken, then what is left of it and right of it (our own; 实务 knows such frames as 句式).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from draftkit.induction.marks import LEVELS, MARKS, Anchor, Span, marked, shared_marks
from draftkit.induction.weights import weight

CHOICES = 4
"""Runs of one length that are tried as anchors (our own)."""


def align(texts: Sequence[str], spans: Sequence[Span] | None = None, level: int = 0) -> list[Anchor]:
    """Return what all texts share in their spans, in order: marks first, from the coarsest level on, then what
    stands between; a gap may still be empty in some texts, and a word cut, which `settle` mends."""
    spans = [(0, len(text)) for text in texts] if spans is None else spans
    if any(start >= end for start, end in spans):
        return []
    if level == len(LEVELS) or not any(map(marked, texts)):
        return _characters(texts, spans)
    marks = shared_marks(texts, spans, level)
    found: list[Anchor] = []
    for left, right in pairwise([None, *marks, None]):
        inner = [
            (left.starts[row] + 1 if left else start, right.starts[row] if right else end)
            for row, (start, end) in enumerate(spans)
        ]
        found += align(texts, inner, level + 1)
        if right:
            found.append(right)
    return found


def total(texts: Sequence[str], anchors: Iterable[Anchor]) -> float:
    """Return what the shared characters weigh together."""
    return sum(weight(texts[0][a.starts[0] : a.starts[0] + a.length]) for a in anchors)


def _characters(texts: Sequence[str], spans: Sequence[Span]) -> list[Anchor]:
    lengths = {end - start for start, end in spans}
    anchored = _anchored(texts, spans, 0)
    if len(lengths) > 1:
        return anchored
    columns = _columns(texts, spans)
    return anchored if total(texts, anchored) > total(texts, columns) else columns


def _columns(texts: Sequence[str], spans: Sequence[Span]) -> list[Anchor]:
    """The columns in which stretches of one length agree, as runs."""
    starts = [start for start, _ in spans]
    rows = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
    same = [len(set(column)) == 1 and column[0] not in MARKS for column in zip(*rows, strict=True)]
    found: list[Anchor] = []
    place = 0
    while place < len(same):
        end = place
        while end < len(same) and same[end]:
            end += 1
        if end > place:
            found.append(Anchor(tuple(start + place for start in starts), end - place))
        place = end + 1
    return found


def _anchored(texts: Sequence[str], spans: Sequence[Span], depth: int) -> list[Anchor]:
    """The shared start and end, and the best of the longest runs between with what it leaves."""
    rows = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
    if not all(rows) or depth > 5:
        return []
    least = min(map(len, rows))
    head = _common(rows, least)
    tail = _common([row[::-1] for row in rows], least - head)
    inner = [(start + head, end - tail) for start, end in spans]
    found = [Anchor(tuple(start for start, _ in spans), head)] if head else []
    found += _middle(texts, inner, depth)
    if tail:
        found.append(Anchor(tuple(end - tail for _, end in spans), tail))
    return found


def _middle(texts: Sequence[str], spans: Sequence[Span], depth: int) -> list[Anchor]:
    rows = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
    best: tuple[float, list[Anchor]] = (0.0, [])
    for run in _longest_shared(rows):
        places = {tuple(row.index(run) for row in rows), tuple(row.rindex(run) for row in rows)}
        for inside in sorted(places):
            starts = tuple(start + place for (start, _), place in zip(spans, inside, strict=True))
            left = [(start, at) for (start, _), at in zip(spans, starts, strict=True)]
            right = [(at + len(run), end) for (_, end), at in zip(spans, starts, strict=True)]
            if _half_empty(left) or _half_empty(right):
                continue
            anchors = [
                *_anchored(texts, left, depth + 1),
                Anchor(starts, len(run)),
                *_anchored(texts, right, depth + 1),
            ]
            if (worth := total(texts, anchors)) > best[0]:
                best = (worth, anchors)
    return best[1]


def _half_empty(spans: Sequence[Span]) -> bool:
    """Whether stretches are empty in some texts only: no slot can stand there."""
    return 0 < sum(start == end for start, end in spans) < len(spans)


def _longest_shared(rows: Sequence[str]) -> list[str]:
    """The longest runs of characters that all rows have, sorted, a few at most."""
    shared = frozenset(rows[0]).intersection(*rows[1:]) - MARKS
    if not shared:
        return []
    shortest = min(rows, key=lambda row: (len(row), row))
    stretches = list(_stretches(shortest, shared))
    for length in range(max(map(len, stretches)), 0, -1):
        runs = {
            run
            for stretch in stretches
            for run in [stretch[place : place + length] for place in range(len(stretch) - length + 1)]
            if all(run in row for row in rows)
        }
        if runs:
            return sorted(runs, key=lambda run: (-weight(run), run))[:CHOICES]
    return []


def _stretches(row: str, shared: frozenset[str]) -> Iterator[str]:
    """The longest stretches of a row of characters that all rows have."""
    start = 0
    for place, one in enumerate(row):
        if one not in shared:
            if start < place:
                yield row[start:place]
            start = place + 1
    if start < len(row):
        yield row[start:]


def _common(rows: Sequence[str], most: int) -> int:
    """How many characters all rows begin with, no mark among them."""
    low, high = min(rows), max(rows)
    for place in range(most):
        one = low[place]
        if one != high[place] or one in MARKS:
            return place
    return most
