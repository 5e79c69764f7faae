"""A paragraph parted into sentences, segments and clauses, once for all that is looked for in it."""

from draftkit.rhetoric.listing import cut, hidden, widened
from draftkit.zh.sentence import sentences

# Plain tuples: there is one for each sentence of a text, and named ones take ten times as long to make.
Segment = tuple[str, list[str]]
"""What stands between two of ；and ：, and its clauses, none empty."""

Sentence = tuple[str, str, list[Segment]]
"""A sentence without its stop, the same with quotations and brackets hidden, and its segments."""


def sentences_of(paragraph: str) -> list[Sentence]:
    """Return the sentences of a paragraph, with full-width punctuation."""
    return [parted(one.rstrip("。！？")) for one in sentences(widened(paragraph))]


def parted(words: str) -> Sentence:
    """Return words as a sentence of their own."""
    covered = hidden(words)
    if covered is not words:
        pieces = cut(words, covered, "；：")
        return words, covered, [(one, cut(one, hidden(one), "，")) for one in pieces]
    if "；" in words or "：" in words:
        return words, words, [(one, _clauses(one)) for one in cut(words, words, "；：")]
    return words, words, [(words, _clauses(words))] if words else []


def _clauses(words: str) -> list[str]:
    clauses = words.split("，")
    return [one for one in clauses if one] if "" in clauses else clauses
