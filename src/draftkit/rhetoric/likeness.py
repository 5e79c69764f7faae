"""How alike two headings, leads or clauses are built: the measure on which runs of headings and 排比 rest."""

import re
from functools import lru_cache
from operator import eq
from typing import NamedTuple

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」|\"[^\"]*\"")
_INSERTED = re.compile(r"[（(][^（）()]*[）)]")
MARKED = re.compile(r"[“‘《「（(\"。！？；，、：…,;:!?\s]")
"""Finds a mark in a phrase that is not words alone."""
_MARKS = frozenset("“”、")
_CLAUSES = re.compile(r"[，,、；;：:\s]+")
_WIDTHS = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"})


KEPT = 8192
"""Phrases and pairs that are remembered: those of a long compilation (our own)."""


class Shape(NamedTuple):
    """What is compared of a phrase: its words, its clauses, and its clauses with each quotation as one mark."""

    words: str
    clauses: tuple[str, ...]
    masked: tuple[str, ...]


@lru_cache(maxsize=KEPT)
def shape_of(phrase: str) -> Shape:
    """Return the shape of a phrase; what stands in brackets is left out."""
    if not MARKED.search(phrase):
        return Shape(phrase, (phrase,), (phrase,))
    words = _INSERTED.sub("", phrase.translate(_WIDTHS)).strip("。！？；，、：…")
    masked = _QUOTED.sub("“”", words)
    return Shape(words, tuple(_CLAUSES.split(words)), tuple(_CLAUSES.split(masked)))


@lru_cache(maxsize=KEPT)
def same_build(first: str, second: str) -> tuple[float, float]:
    """Return how alike two phrases are built, each from 0 to 1: in rhythm, and in shared words.

    Rhythm compares the lengths of their clauses, a quotation counting as one mark; shared words are
    those with which clauses of the same place both begin or end. Other numbers of clauses give (0, 0).
    """
    one, other = shape_of(first), shape_of(second)
    if not one.words or not other.words or len(one.masked) != len(other.masked) or one.words == other.words:
        return 0.0, 0.0
    gaps = []
    shared = least = 0
    for a, b in zip(one.masked, other.masked, strict=True):
        gaps.append(abs(len(a) - len(b)) / max(len(a), len(b), 1))
        shared += _shared(a, b)
        least += min(len(a), len(b))
    return max(0.0, 1 - sum(gaps) / len(gaps)), shared / (least or 1)


def _shared(one: str, other: str) -> int:
    """Characters of the same place in two clauses, counted from the end too where lengths differ."""
    if len(one) == len(other):
        if _MARKS.isdisjoint(one):
            return sum(map(eq, one, other))
        return sum(a == b and a not in _MARKS for a, b in zip(one, other, strict=True))
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return 0
    head = _common(one, other)
    return head + min(_common(one[::-1], other[::-1]), min(len(one), len(other)) - head)


def common_start(phrases: list[str]) -> str:
    """Return the words with which all phrases begin."""
    low, high = min(phrases), max(phrases)
    return low[: _common(low, high)]


def common_end(phrases: list[str]) -> str:
    """Return the words with which all phrases end."""
    return common_start([phrase[::-1] for phrase in phrases])[::-1]


def _common(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
