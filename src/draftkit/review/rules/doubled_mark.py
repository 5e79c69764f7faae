"""P09: a comma or stop that stands twice, or beside another."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MARKS = re.compile("[，、。；：,;:]{2,}")
_FULL = {",": "，", ";": "；", ":": "："}


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each run of commas and stops; one mark that was struck twice is put once."""
    text = proof.text
    for found in _MARKS.finditer(text):
        start, end = found.span()
        marks = {_FULL.get(mark, mark) for mark in found[0]}
        if found[0].isascii():
            continue
        if len(marks) > 1:
            yield Spot(start, end, _("two different marks stand together: keep one"))
        elif marks == {"、"}:
            # The last is left to the rules on lists, which may want none at all.
            yield Spot(start, end - 1, _("“{mark}” is doubled").format(mark="、"), "")
        elif marks != {"。"} or end - start == 2:
            words = marks.pop()
            yield Spot(start, end, _("“{mark}” is doubled").format(mark=words), words)


RULE = Rule(
    code="P09",
    name=N_("doubled mark"),
    grade="规定",
    looks_for=N_("、 ， 。 ； ： struck twice, or one beside another"),
    why=N_("A pause is marked once."),
    source="GB/T 15834-2011 4",
    hits=("加快进度，，确保质量。", "任务全部完成。。"),
    passes=("加快进度，确保质量。", "“能不能按期？能！”"),
    check=check,
    safe=True,
)
