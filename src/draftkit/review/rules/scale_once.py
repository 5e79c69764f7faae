"""N06: a range of which only the second number has its 万 or 亿."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.amounts import is_ordinal
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_HIGH = re.compile(r"(?:[～~—–\-－至到]|——)\d+(?:\.\d+)?(?P<scale>[万亿]元?)")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the 9 of 9～16亿."""
    for low in proof.amounts:
        if low.unit or is_ordinal(proof.text, low) or low.number[-1] in "万亿":
            continue
        found = _HIGH.match(proof.text, low.end)
        if found:
            words = proof.text[low.start : low.end] + found["scale"]
            message = _("both ends of the range take {scale}: {words}")
            yield Spot(low.start, low.end, message.format(scale=found["scale"][0], words=words), words)


RULE = Rule(
    code="N06",
    name=N_("万 or 亿 left out"),
    grade="规定",
    looks_for=N_("a range of which only the second number has its 万 or 亿: 9～16亿"),
    why=N_("9～16亿 can be read as from nine to sixteen hundred million; 万 and 亿 stand after both numbers."),
    source="GB/T 15835-2011 5.1.4",
    hits=("每村补助5～10万元。",),
    passes=("每村补助5万元～10万元。", "每亩用种5～100公斤。"),
    check=check,
    safe=True,
)
