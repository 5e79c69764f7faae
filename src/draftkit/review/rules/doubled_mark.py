"""P09: a comma or stop that stands twice, or beside another."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import BLANKS
from draftkit.review.labels import may_be_label
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MARK = f"[{BLANKS}]*[，、。；：,;:.]"
_MARKS = re.compile(f"[，、。；：,;:.](?:{_MARK})+[{BLANKS}]*")
_FULL = {",": "，", ";": "；", ":": "：", ".": "。"}


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each run of commas and stops; one mark that was struck twice is put once."""
    for found in _MARKS.finditer(proof.text):
        run = found[0].translate(_WITHOUT_BLANKS)
        marks = {_FULL.get(mark, mark) for mark in run}
        start, end = found.start(), found.start() + len(found[0].rstrip(BLANKS))
        while start and proof.text[start - 1] in BLANKS:
            start -= 1
        if run.isascii() or ("." in run and marks != {"。"}):
            continue
        if len(marks) > 1:
            yield Spot(start, end, _("two different marks stand together: keep one"))
        elif marks == {"、"}:
            # The last is left to the rules on lists, which may want none at all; so is a label's.
            if not may_be_label(proof.text, start):
                yield Spot(start, end - 1, _("“{mark}” is doubled").format(mark="、"), "")
        elif marks != {"。"} or len(run) == 2 or len(run) < end - found.start():
            words = marks.pop()
            yield Spot(start, found.end(), _("“{mark}” is doubled").format(mark=words), words)


_WITHOUT_BLANKS = str.maketrans("", "", BLANKS)

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
