"""N05: a range of percentages with one sign."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.amounts import is_ordinal
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_HIGH = re.compile(r"(?:[～~—–\-－至到]|——)\d+(?:\.\d+)?(?P<sign>[%％‰])")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the 15 of 15～30%."""
    for low in proof.amounts:
        found = None if low.unit or is_ordinal(proof.text, low) else _HIGH.match(proof.text, low.end)
        if found:
            words = proof.text[low.start : low.end] + found["sign"]
            message = _("both ends of the range take the sign: {words}")
            yield Spot(low.start, low.end, message.format(words=words), words)


RULE = Rule(
    code="N05",
    name=N_("percent sign left out"),
    grade="规定",
    looks_for=N_("a range of percentages of which only the second has the sign"),
    why=N_("15～30% might be read as from 15 to 0.3; the sign stands after both numbers."),
    source="GB/T 15835-2011 5.1.4",
    hits=("奖补比例为15～30%。",),
    passes=("奖补比例为15%～30%。", "奖补5～10万元。"),
    check=check,
    safe=True,
)
