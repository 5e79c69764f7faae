"""P07: 、 before 等."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_COMMA = re.compile("、(?=等(?!级|待|候|于|同|量|额|边|距|价|分|次|离|压|效|外|高[线种耕]|深线|份|身))")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each 、 that stands before 等."""
    if "、等" in proof.text:
        for found in _COMMA.finditer(proof.text):
            yield Spot(*found.span(), _("no 、 before 等"), "")


RULE = Rule(
    code="P07",
    name=N_("顿号 before 等"),
    grade="规定",
    looks_for=N_("a 顿号 directly before 等 or 等等"),
    why=N_("等 closes the list by itself; a pause mark before it promises one more member."),
    source="GB/T 15834-2011 4.5",
    hits=("走访了社区、学校、等单位。",),
    passes=("走访了社区、学校等单位。", "克服靠、等待的思想。"),
    check=check,
    safe=True,
)
