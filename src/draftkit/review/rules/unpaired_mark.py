"""P04: brackets and quotation marks that have lost their partner."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_STRAIGHT = frozenset("\"'")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark that opens and is not closed in its paragraph, or closes what was not opened there."""
    for pair in proof.pairs:
        if pair.whole or pair.parted or proof.text[pair.first] in _STRAIGHT:
            continue
        place = pair.first
        message = _("“{mark}” closes nothing") if pair.start < 0 else _("“{mark}” is not closed")
        yield Spot(place, place + 1, message.format(mark=proof.text[place]))


RULE = Rule(
    code="P04",
    name=N_("unpaired mark"),
    grade="规定",
    looks_for=N_("quotation marks, brackets and book marks without their partner in the paragraph"),
    why=N_("Who reads aloud does not know where the quotation ends; the reader looks for the missing half."),
    source="GB/T 15834-2011 4.8, 4.9, 4.15",
    hits=("打造“一刻钟便民圈，方便居民。", "新建停车位（含充电桩120个。"),
    passes=("打造“一刻钟便民圈”，方便居民。", "重点做好：1）排水；2）通风。"),
    check=check,
)
