"""Where words end within a member; verbs of headings are known by heart, the segmenter knows the rest."""

import re
from functools import lru_cache

from draftkit.induction.marks import MARKS
from draftkit.zh.verbs import VERB
from draftkit.zh.words import words_of

KEPT = 8192
"""Members whose words are remembered (our own)."""

_GOVERNORS = frozenset("以在把让为从向用因与将")
"""Words of one character at the head of a clause that lead up to a noun or a verb."""
COMPLEMENTS = frozenset("好出活实准牢响强优稳紧足透亮深细起住齐通清成密大精多")
"""Characters that complete a verb: 管住, 做精; after a governor they complete none: 在实现, 以优化."""

_STRETCH = re.compile(f"[^{''.join(sorted(MARKS))}]+")


@lru_cache(maxsize=KEPT)
def cuts(member: str) -> frozenset[int]:
    """Return the places of a member at which a word begins or ends, its own two ends and its marks included."""
    found = {0, len(member)}
    for stretch in _STRETCH.finditer(member):
        found |= {stretch.start() + place for place in _inside(stretch[0])}
    return frozenset(found)


def _inside(stretch: str) -> set[int]:
    """The places within a stretch without marks: a word of four has two halves, a verb at the head is whole."""
    found, place = {0}, 0
    for word in words_of(stretch):
        if len(word) == 4:
            found.add(place + 2)
        place += len(word)
        found.add(place)
    if stretch[0] in _GOVERNORS:
        return found | ({1} if 2 not in found or stretch[1:2] in COMPLEMENTS else set())
    verb = VERB.match(stretch)
    return found - set(range(1, verb.end())) | {verb.end()} if verb else found


def word_at(member: str, place: int) -> str:
    """Return the word in which the character at a place stands."""
    ends = cuts(member)
    start, end = place, place + 1
    while start not in ends:
        start -= 1
    while end not in ends:
        end += 1
    return member[start:end]
