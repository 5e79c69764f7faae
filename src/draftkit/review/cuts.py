"""Where a source says that words were left out of it: a page that shows half of a speech and sells the rest."""

import re

from draftkit.review.proof import Proof
from draftkit.tree import Dropped, Printed

_SAID = re.compile("隐藏|省略|剩余|余下|全文|未完")


def is_cut_between(proof: Proof, start: int, end: int) -> bool:
    """Whether the source was cut between two places of the proof's text; a `start` of -1 is its beginning."""
    if not any(_is_cut(dropped) for dropped in proof.document.dropped):
        return False
    first = proof.origin_at(start) if start >= 0 else Printed(0, 0)
    last = proof.origin_at(end)
    return (
        isinstance(first, Printed)
        and isinstance(last, Printed)
        and any(
            _is_cut(dropped) and first.start <= dropped.origin.start < last.end
            for dropped in proof.document.dropped
            if isinstance(dropped.origin, Printed)
        )
    )


def is_cut_after(proof: Proof, place: int) -> bool:
    """Whether the source was cut right behind a place of the proof's text."""
    if not any(_is_cut(dropped) for dropped in proof.document.dropped):
        return False
    here = proof.origin_at(place)
    below = [
        (dropped.origin.start, _is_cut(dropped))
        for dropped in proof.document.dropped
        if isinstance(dropped.origin, Printed)
        and isinstance(here, Printed)
        and here.end <= dropped.origin.start
    ]
    return bool(below) and min(below)[1]


def _is_cut(dropped: Dropped) -> bool:
    return dropped.why == "truncation" or (dropped.why == "advert" and _SAID.search(dropped.text) is not None)
