"""P15: headings that end in the wrong mark."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.marker import leading_marker

_STOPS = "。：；，、.:;,"
_NUMBERED = frozenset(("一、", "（一）", "1.", "1、", "1）", "（1）", "第一部分"))


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the stop of each heading that has a line of its own, with text below it."""
    for siblings in _families(proof):
        items = [_is_item(head) for head in siblings]
        for head, item in zip(siblings, items, strict=True):
            stop = _stop(proof, head)
            if stop and not item and items.count(True) < items.count(False):
                message = _("a heading on its own line ends without “{mark}”")
                yield Spot(head.end - len(stop), head.end, message.format(mark=stop), "")


def _stop(proof: Proof, head: Head) -> str:
    """The commas and stops at the end of a heading; the reader takes a dot for one of its words."""
    words = proof.text[head.words : head.end]
    stop = words[len(words.rstrip(_STOPS)) :]
    return "" if words.endswith("...") else stop


def _families(proof: Proof) -> Iterator[Sequence[Head]]:
    """The headings on lines of their own that are not said (一是), by speech and level; not those of which most
    run in, which end with 。 also where only points stand below."""
    heads = [head for head in proof.heads if head.heading.placement != "within" and not _is_said(proof, head)]
    for _key, group in groupby(heads, key=lambda head: (head.speech, head.level)):
        siblings = list(group)
        alone = [head for head in siblings if head.heading.placement == "line"]
        if 2 * len(alone) > len(siblings):
            yield alone


def _is_said(proof: Proof, head: Head) -> bool:
    marker = leading_marker(proof.text[head.start : head.end])
    return bool(head.heading.marker) and (marker is None or marker.family not in _NUMBERED)


def _is_item(head: Head) -> bool:
    """Whether nothing stands below it: it is an item of a list, which is a sentence."""
    return not head.section.body and not head.section.sections


RULE = Rule(
    code="P15",
    name=N_("stop after a heading"),
    grade="实务",
    looks_for=N_("。 ： ； at the end of a heading that has a line of its own"),
    why=N_("A heading is no sentence; only one that runs in at the start of its paragraph ends with 。"),
    source=N_("habit of offices"),
    hits=("一、摸清家底。\n全区有老旧小区86个，逐一建档。\n二、分步实施\n先急后缓，分三年完成。",),
    passes=("一、摸清家底\n全区有老旧小区86个，逐一建档。", "（一）摸清家底。全区有老旧小区86个。"),
    check=check,
    safe=True,
)
