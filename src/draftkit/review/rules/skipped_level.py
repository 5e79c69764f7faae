"""P21: levels of headings that are skipped or stand in the wrong order."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.marker import leading_marker

_RANKS = {"一、": 1, "（一）": 2, "1.": 3, "1、": 3, "（1）": 4}
_ORDER = ("一、", "（一）", "1.", "（1）")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the first label of each list whose level does not follow the one above it."""
    above: dict[int, int] = {}
    speech = 0
    for head in proof.heads:
        if head.speech != speech:
            above, speech = {}, head.speech
        number, rank = _counted(proof, head)
        above = {level: one for level, one in above.items() if level < head.level} | {head.level: rank}
        upper = above.get(head.level - 1, 0)
        if number == 1 and rank and upper and rank != upper + 1 and (upper, rank) != (1, 3):
            message = _("under “{upper}” stands “{wanted}”, not “{label}”")
            wanted = _ORDER[min(upper, 3)]
            words = message.format(upper=_ORDER[upper - 1], wanted=wanted, label=head.heading.marker)
            yield Spot(head.start, head.start + len(head.heading.marker), words)


def _counted(proof: Proof, head: Head) -> tuple[int, int]:
    """The number of a heading and the rank of its family, 0 for one within a paragraph."""
    marker = leading_marker(proof.text[head.start : head.start + 12])
    if not marker or head.heading.placement == "within":
        return 0, 0
    return marker.number, _RANKS.get(marker.family, 0)


RULE = Rule(
    code="P21",
    name=N_("skipped level"),
    grade="规定",
    looks_for=N_("a level that is left out or turned round: （1） under 一、, 一、 under （一）"),
    why=N_("The levels are 一、 （一） 1. （1）; with two levels 1. may stand under 一、."),
    source="GB/T 9704-2012 7.3.3",
    hits=("一、摸清底数\n（1）逐户走访。不漏一户。\n（2）逐栋排查。不漏一栋。\n二、倒排工期\n按月调度。",),
    passes=("一、摸清底数\n1.逐户走访。不漏一户。\n2.逐栋排查。不漏一栋。\n二、倒排工期\n按月调度。",),
    check=check,
)
