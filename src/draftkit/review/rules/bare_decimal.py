"""N10: a decimal without its 0."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.amounts import is_bare_decimal
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_POINT = re.compile(r"[.．](?=\d)")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the point of .5个百分点."""
    for found in _POINT.finditer(proof.text):
        if is_bare_decimal(proof.text, found.start()):
            yield Spot(*found.span(), _("a decimal begins with 0: 0."), "0.")


RULE = Rule(
    code="N10",
    name=N_("decimal without its 0"),
    grade="规定",
    looks_for=N_("a decimal point with no digit before it: .5"),
    why=N_("The point alone is easily overlooked, and 0.5 becomes 5."),
    source="GB/T 15835-2011 5.1.2",
    hits=("漏损率下降.5个百分点。",),
    passes=("漏损率下降0.5个百分点。", "1.压实责任。"),
    check=check,
)
