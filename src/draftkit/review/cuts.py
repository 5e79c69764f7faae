"""Where a source says that words were left out of it: a page that shows half of a speech and sells the rest."""

import re

from draftkit.review.proof import Proof
from draftkit.tree import Dropped, Printed

_SAID = re.compile("隐藏|省略|剩余|余下|全文|未完")


def is_cut_between(proof: Proof, start: int, end: int) -> bool:
    """Whether the source was cut between two places of the proof's text; -1 is its beginning, or its end."""
    cuts = [dropped.origin for dropped in proof.document.dropped if _is_cut(dropped)]
    if not cuts:
        return False
    first = proof.origin_at(start) if start >= 0 else None
    last = proof.origin_at(end) if end >= 0 else None
    return any(
        isinstance(cut, Printed)
        and (not isinstance(first, Printed) or first.end <= cut.start)
        and (not isinstance(last, Printed) or cut.end <= last.start)
        for cut in cuts
    )


def _is_cut(dropped: Dropped) -> bool:
    return dropped.why == "truncation" or (dropped.why == "advert" and _SAID.search(dropped.text) is not None)
