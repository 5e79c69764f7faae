"""R02: one heading that is not built as its siblings are."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.likeness import common_end, common_start, same_build
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.passages import heading_text

LEAST_WORDS = 2
"""Characters that the others begin or end with (our own), three where there are but two others."""
AT_ALL = 0.1
"""Up to this share of words in common an odd one has nothing of its siblings (our own)."""
SAME = 0.95
"""From this likeness on two have the same rhythm: a heading of that rhythm is of the series (our own)."""
STRONG = 0.4
"""From this share of words on three and more are of one pattern that a like rhythm does not meet (our own)."""
WORDS = 0.2
"""From this share of words in common on the others are of one pattern wherever the words stand (our own)."""
OTHER_RHYTHM = 0.6
"""Up to this likeness of rhythm an odd one counts as built otherwise where the others share no words."""

_DIGITS = re.compile(r"\d+")
_LAST = re.compile("短板|不足|问题|差距|下一步|打算|建议|体会|启示|收获")
"""What the last of a series may be about though it is built otherwise (实务)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading that alone among three or more has not what all its siblings share."""
    for run in proof.runs:
        if len(run) < 3:
            continue
        odd = odd_one([widened(heading_text(section)) for section in run])
        span = None if odd is None else proof.span_of(run[odd].heading.inlines)
        if span:
            yield Spot(*span, _("its siblings are built otherwise"))


def odd_one(texts: Sequence[str]) -> int | None:
    """Return which of three or more texts alone is out of the pattern of the others, None where none is."""
    if len(texts) < 3 or any(len(text) < 3 for text in texts):
        return None
    if common_start(list(texts)) or common_end(list(texts)):
        return None
    places = [place for place in range(len(texts)) if _is_odd(texts, place)]
    if len(places) != 1 or (places[0] == len(texts) - 1 and _LAST.search(texts[-1])):
        return None
    return places[0]


def _is_odd(texts: Sequence[str], place: int) -> bool:
    odd = texts[place]
    others = [*texts[:place], *texts[place + 1 :]]
    own_rhythm, own_words = map(max, zip(*(same_build(odd, other) for other in others), strict=True))
    if own_words > AT_ALL:
        return False
    pairs = (same_build(one, other) for one, other in combinations(others, 2))
    rhythm, shared = map(min, zip(*pairs, strict=True))
    if own_rhythm >= SAME and (shared < STRONG or len(others) < 3):
        return False
    fixed = len(_DIGITS.sub("", common_start(others) + common_end(others)))
    if rhythm >= 0.5 and fixed >= (LEAST_WORDS if len(others) > 2 else LEAST_WORDS + 1):
        return True
    if rhythm >= 0.8 and shared >= WORDS and (fixed or len(others) > 2):
        return True
    return rhythm >= SAME and own_rhythm <= OTHER_RHYTHM and (len(others) > 2 or fixed > 0)


RULE = Rule(
    code="R02",
    name=N_("sibling out of the parallel"),
    grade="实务",
    looks_for=N_("one heading of three or more without the words or the rhythm that all the others share"),
    why=N_("Parallel headings are heard as one figure; the one that falls out sounds like a slip."),
    source=N_("habit of offices: siblings on one pattern"),
    hits=(),
    passes=("一是抓学习，二是抓作风，三是抓落实。",),
    check=check,
)
