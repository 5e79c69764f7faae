"""A paragraph parted into sentences, segments and clauses, once for all that is looked for in it."""

from typing import NamedTuple

from draftkit.rhetoric.listing import cut, hidden, widened
from draftkit.zh.sentence import sentences


class Segment(NamedTuple):
    """What stands between two of ；and ：, and its clauses, none empty."""

    words: str
    clauses: list[str]


class Sentence(NamedTuple):
    """A sentence without its stop, the same with quotations and brackets hidden, and its segments."""

    words: str
    hidden: str
    segments: list[Segment]


def sentences_of(paragraph: str) -> list[Sentence]:
    """Return the sentences of a paragraph, with full-width punctuation."""
    return [parted(one.rstrip("。！？")) for one in sentences(widened(paragraph))]


def parted(words: str) -> Sentence:
    """Return words as a sentence of their own."""
    covered = hidden(words)
    if covered is words and "；" not in words and "：" not in words:
        pieces = [words] if words else []
    else:
        pieces = cut(words, covered, "；：")
    if covered is words:
        return Sentence(words, words, [Segment(one, cut(one, one, "，")) for one in pieces])
    return Sentence(words, covered, [Segment(one, cut(one, hidden(one), "，")) for one in pieces])
