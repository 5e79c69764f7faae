"""Where words end within a member; verbs of headings are known by heart, the segmenter knows the rest."""

import re
from functools import lru_cache

from draftkit.induction.marks import MARKS
from draftkit.zh.verbs import VERB
from draftkit.zh.words import words_of

KEPT = 8192
"""Members whose words are remembered (our own)."""

_STRETCH = re.compile(f"[^{''.join(sorted(MARKS))}]+")


@lru_cache(maxsize=KEPT)
def cuts(member: str) -> frozenset[int]:
    """Return the places of a member at which a word begins or ends, its own two ends and its marks included."""
    found = {0, len(member)}
    for stretch in _STRETCH.finditer(member):
        place = start = stretch.start()
        inside = set()
        for word in words_of(stretch[0]):
            inside.add(place)
            place += len(word)
        verb = VERB.match(stretch[0])
        if verb and verb.end() > 1:
            inside -= set(range(start + 1, start + verb.end()))
            inside |= {start, start + verb.end()} - {stretch.end()}
        found |= inside | {stretch.start(), stretch.end()}
    return frozenset(found)
