"""The most that siblings can share, told without aligning them."""

from collections.abc import Sequence
from itertools import pairwise

from draftkit.induction.marks import MARKS
from draftkit.induction.weights import CONTENT, FRAME, LONE, MARK, in_frames


def most_shared(texts: Sequence[str]) -> float:
    """Return a bound of what the characters that texts share in order weigh together, 0 where those are marks.

    A character of content has its full weight in a run only, and of a run all texts have each two neighbours.
    """
    common = frozenset(texts[0]).intersection(*texts[1:])
    if common <= MARKS:
        return 0.0
    paired = frozenset(
        pair
        for pair in map("".join, pairwise(texts[0]))
        if common.issuperset(pair) and all(pair in text for text in texts)
    )
    in_runs = frozenset("".join(paired))
    return sum(_weight(one, one in in_runs) * min(text.count(one) for text in texts) for one in common)


def _weight(one: str, in_run: bool) -> float:
    if one in MARKS:
        return MARK
    return FRAME if in_frames(one) else CONTENT if in_run else LONE
