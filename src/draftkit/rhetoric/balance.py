"""How well siblings balance: headings of one level, the halves of a couplet. Parts from 0 to 1, each testable.

The parts are those that writers look at (实务): lengths, places of commas, fixed words, no word twice, no
ending twice, one line. Word classes are advice: exact equality fails good couplets.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from draftkit.zh.verbs import starts_with_verb

MOST = 20, 26
"""Characters of a heading that stands in one line, of the first level and of the second."""
LOOSE = 2
"""How much longer than the shortest sibling one may be."""
TAIL = 2
"""Characters by which two endings are told to be the same word (our own)."""

_QUOTES = re.compile("[“”‘’《》]")
_MARK = re.compile("[，、：；]")
_RUN = re.compile("[一-龥]+")
_ADVICE = 0.25
"""What the advice of word classes weighs beside the other parts (our own)."""


class Balance(NamedTuple):
    """The parts of a balance: `length` the spread of lengths, `commas` their number and places, `classes` the
    classes of the first words (advice), `fixed` the share of siblings that have the declared words, `repeats`
    the share without a word that stands in them twice, or in some siblings and not in all, `tails` the share
    whose last word no other has, `room` the share that fits on one line."""

    length: float
    commas: float
    classes: float
    fixed: float
    repeats: float
    tails: float
    room: float

    @property
    def score(self) -> float:
        """The mean of the parts; word classes count for a quarter of a part."""
        return (sum(self) - (1 - _ADVICE) * self.classes) / (len(self) - 1 + _ADVICE)

    @property
    def strict(self) -> bool:
        """Whether nothing is to be mended but, perhaps, classes of words."""
        return all(part == 1 for part in self._replace(classes=1.0))


def balance(
    texts: Sequence[str], fixed: Sequence[str] = (), above: Iterable[str] = (), most: int = MOST[0]
) -> Balance:
    """Return the balance of siblings, two at least; `fixed` has the words that all declare, `above` the
    headings of other levels, `most` the characters that fit on a line."""
    plain = [_QUOTES.sub("", text) for text in texts]
    lengths = [len(text) for text in plain]
    return Balance(
        length=_even(max(lengths) - min(lengths)),
        commas=_commas(plain),
        classes=_classes(plain),
        fixed=_share(all(words in text for words in fixed) for text in texts),
        repeats=_share(not again for again in _repeated(plain, fixed)),
        tails=_tails(plain, above),
        room=_share(len(text) <= most for text in texts),
    )


def stretches(text: str) -> set[str]:
    """Return every two characters that stand side by side in a text, marks between them apart."""
    return {run[n : n + 2] for run in _RUN.findall(text) for n in range(len(run) - 1)}


def _even(spread: int) -> float:
    """1 for one length, a half for the most that is still loose, 0 for more."""
    return 1 - spread / (2 * LOOSE) if spread <= LOOSE else 0.0


def _share(those: Iterable[bool]) -> float:
    found = list(those)
    return sum(found) / len(found)


def _commas(texts: Sequence[str]) -> float:
    """1 for marks in the same places, a half for as many in other places."""
    places = [[(found.start(), found[0]) for found in _MARK.finditer(text)] for text in texts]
    if all(one == places[0] for one in places):
        return 1.0
    marks = [[mark for _place, mark in one] for one in places]
    return 0.5 if all(one == marks[0] for one in marks) else 0.0


def _classes(texts: Sequence[str]) -> float:
    """The share of siblings whose clauses begin with a verb where those of most do."""
    led = [tuple(starts_with_verb(clause) for clause in _MARK.split(text)) for text in texts]
    return Counter(led).most_common(1)[0][1] / len(led)


def _repeated(texts: Sequence[str], fixed: Sequence[str]) -> list[bool]:
    """Whether a sibling says a word twice, or one that some others have and that holds them not together."""
    held = set().union(*(stretches(words) for words in fixed))
    each = [stretches(text) - held for text in texts]
    shared = _shared(texts, each)
    counts = Counter(one for words in each for one in words - shared)
    return [
        any(counts[one] > 1 for one in words - shared) or _twice(text, held)
        for text, words in zip(texts, each, strict=True)
    ]


def _shared(texts: Sequence[str], each: Sequence[set[str]]) -> set[str]:
    """The stretches that all siblings have; of two siblings only those in the same place."""
    every = set.intersection(*each)
    if len(texts) > 2:
        return every
    one, other = texts
    return {
        words
        for words in every
        if one.index(words) == other.index(words)
        or len(one) - one.rindex(words) == len(other) - other.rindex(words)
    }


def _twice(text: str, held: set[str]) -> bool:
    return any(text.count(one) > 1 for one in stretches(text) - held)


def _tails(texts: Sequence[str], above: Iterable[str]) -> float:
    """1 where all endings are one word, which holds the siblings together, else the share that is its own."""
    tails = [text[-TAIL:] for text in texts]
    if len(set(tails)) == 1:
        return 1.0
    other = {_QUOTES.sub("", text)[-TAIL:] for text in above}
    counts = Counter(tails)
    return _share(counts[tail] == 1 and tail not in other for tail in tails)
