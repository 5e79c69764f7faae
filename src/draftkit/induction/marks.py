"""The punctuation skeleton of siblings: the marks that part them alike, and what stands between (实务)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from draftkit.rhetoric.listing import widened

_SENTENCE = frozenset("，；：。！？…—\n")
_QUOTES = frozenset("“”‘’《》「」（）【】<>")
_LISTS = frozenset("、")
LEVELS = (_SENTENCE, _QUOTES, _LISTS)
"""Marks from the coarsest to the finest: where the coarser ones differ, the finer ones may still agree."""
MARKS = frozenset().union(*LEVELS)

_PAIRS = dict(zip("“‘《「（【", "”’》」）】", strict=True))
_OPEN, _CLOSE = frozenset(_PAIRS), frozenset(_PAIRS.values())

KEPT = 8192
"""Members that are remembered with full-width punctuation (our own)."""

Span = tuple[int, int]


class Anchor(NamedTuple):
    """Characters that all members have: where they begin in each, and how many they are."""

    starts: tuple[int, ...]
    length: int


@lru_cache(maxsize=KEPT)
def plain(member: str) -> str:
    """Return a member with full-width punctuation and curled quotation marks; no character moves."""
    return widened(member)


@lru_cache(maxsize=KEPT)
def marked(text: str) -> tuple[int, ...]:
    """Return the places of the marks in a text."""
    return tuple([place for place, one in enumerate(text) if one in MARKS])


def shared_marks(texts: Sequence[str], spans: Sequence[Span], level: int) -> list[Anchor]:
    """Return the marks of a level in stretches that all have the same ones in the same order, else []."""
    wanted, outside = LEVELS[level], level != 1
    first: list[str] | None = None
    found = []
    for text, span in zip(texts, spans, strict=True):
        places = _marks(text, span, wanted, outside)
        said = [text[place] for place in places]
        if first is None:
            first = said
        if said != first or not said:
            return []
        found.append(places)
    return [Anchor(starts, 1) for starts in zip(*found, strict=True)]


def unpaired(marks: Sequence[str]) -> frozenset[int]:
    """Return which of some marks in order open a quotation or a bracket that nothing closes, or close none."""
    waiting: list[int] = []
    lone: set[int] = set()
    for number, mark in enumerate(marks):
        if mark in _OPEN:
            waiting.append(number)
        elif mark in _CLOSE and waiting and _PAIRS[marks[waiting[-1]]] == mark:
            waiting.pop()
        elif mark in _CLOSE:
            lone.add(number)
    return frozenset(lone | set(waiting))


def skeleton_of(text: str) -> str:
    """Return the marks of a text in order."""
    return "".join(one for one in text if one in MARKS)


def _marks(text: str, span: Span, wanted: frozenset[str], outside: bool) -> list[int]:
    """Places of marks; `outside`: only those that stand in no quotation and no bracket."""
    depth, places = 0, []
    start, end = span
    for place in marked(text):
        if place < start:
            continue
        if place >= end:
            break
        one = text[place]
        if one in wanted and not (outside and depth):
            places.append(place)
        if one in _OPEN:
            depth += 1
        elif one in _CLOSE:
            depth = max(0, depth - 1)
    return places
