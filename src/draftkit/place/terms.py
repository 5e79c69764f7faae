"""What a text speaks of: its words, pairs and single characters, and the fields of work that they name; and,
more vaguely, the fields to which its characters lean."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from draftkit.place.fields import fields_of, kin_of
from draftkit.zh.words import rarity, words_of

Terms = Mapping[str, float]

WORD, PAIR, CHARACTER, FIELD = 1.0, 0.4, 0.6, 1.2
"""How much a term of each kind weighs (ours; half or twice as much changes little)."""
_HAN = re.compile("[一-龥]+")


def terms_of(text: str) -> dict[str, float]:
    """Return the terms of a text, each with its weight; a word weighs more the seldomer it is said."""
    found: defaultdict[str, float] = defaultdict(float)
    for word in _words(text):
        weight = rarity(word)
        if len(word) > 1:
            found[word] += WORD * weight
            for pair in pairwise(word):
                found["".join((*pair, "_"))] += PAIR * weight
        for character in word:
            found[f"{character}-"] += CHARACTER * weight * rarity(character)
    for field, said in fields_of(text).items():
        found[f"#{field}"] += FIELD * sqrt(said)
    return dict(found)


def leanings(text: str) -> dict[str, float]:
    """Return the fields to which the characters of a text lean, at a length of 1."""
    found: defaultdict[str, float] = defaultdict(float)
    for word in _words(text):
        weight = (rarity(word) + 0.1) / sqrt(len(word))
        for character in word:
            for field, value in kin_of(character).items():
                found[field] += weight * value
    return unit(found)


def weights(texts: Sequence[Terms]) -> dict[str, float]:
    """Return for each term how well it tells one text from another: what all have tells little."""
    counts = Counter(term for text in texts for term in text)
    return {term: log(1 + len(texts) / count) for term, count in counts.items()}


def weighed(terms: Terms, weight: Mapping[str, float]) -> dict[str, float]:
    """Return the terms times their weights, at a length of 1."""
    return unit({term: value * weight[term] for term, value in terms.items()})


def unit(terms: Terms) -> dict[str, float]:
    """Return the terms at a length of 1; nothing stays nothing."""
    length = sqrt(sum(value * value for value in terms.values()))
    return {term: value / length for term, value in terms.items()} if length else {}


def mixed(parts: Iterable[tuple[Terms, float]]) -> dict[str, float]:
    """Return the sum of sets of terms, each times its share."""
    found: defaultdict[str, float] = defaultdict(float)
    for terms, share in parts:
        for term, value in terms.items():
            found[term] += value * share
    return dict(found)


def apart(texts: Sequence[Terms]) -> list[dict[str, float]]:
    """Return texts without what all of them have in common, each at a length of 1; a single one as it is."""
    common = mixed((text, 1 / len(texts)) for text in texts) if len(texts) > 1 else {}
    return [unit(mixed(((text, 1.0), (common, -1.0)))) for text in texts]


def likeness(one: Terms, other: Terms) -> float:
    """Return the cosine of two sets of terms that are at a length of 1."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return sum(value * many[term] for term, value in few.items() if term in many)


def _words(text: str) -> Iterator[str]:
    return (word for word in words_of(text) if _HAN.fullmatch(word))
