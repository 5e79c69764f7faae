"""R01: a title in two halves of which one is longer."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.couplet import is_half
from draftkit.zh.marker import leading_marker

_PARTED = re.compile(r"[\s，,]+")
_MARKS = re.compile("[“”‘’《》]|、$")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each title whose two halves have another number of characters, quotation marks left out."""
    for speech in proof.document.speeches:
        spans = [span for half in speech.title if (span := proof.span_of(half))]
        printed = [proof.text[start:end] for start, end in spans]
        halves = printed if len(printed) > 1 else [half for title in printed for half in _PARTED.split(title)]
        serial = leading_marker(halves[0]) if halves else None
        halves[:1] = [halves[0][serial.end :].strip()] if serial else halves[:1]
        if len(halves) != 2 or not all(map(is_half, halves)):
            continue
        first, second = (len(_MARKS.sub("", half)) for half in halves)
        if first != second and max(first, second) <= 2 * min(first, second):
            message = _("the halves have {first} and {second} characters").format(first=first, second=second)
            yield Spot(spans[0][0], spans[-1][1], message)


RULE = Rule(
    code="R01",
    name=N_("unbalanced couplet"),
    grade="实务",
    looks_for=N_("a title in two halves that do not have the same number of characters"),
    why=N_("A headline couplet is read aloud and printed half under half; an odd half is heard and seen."),
    source=N_("habit of offices: equal length, verbs distinct"),
    hits=(),
    passes=("党建引领聚合力，网格治理惠民生。",),
    check=check,
)
