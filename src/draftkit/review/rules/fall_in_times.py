"""N14: a fall counted in 倍."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_FALL = re.compile(
    r"(?:减少|下降|降低|缩短|缩小|减轻|压减|压缩|下跌|下滑|锐减|缩减|精简|回落|少|低|降)"
    r"(?:了|近|约|超过|超|将近|接近|至少|逾|不止|整整)*"
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百几数]+(?:点[一二三四五六七八九]+)?)[多余]?倍(?!感|加)"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 减少了3倍: nothing can fall by more than once."""
    for found in _FALL.finditer(proof.text) if "倍" in proof.text else ():
        yield Spot(*found.span(), _("a fall is not counted in 倍: say by what share, or to how much"))


RULE = Rule(
    code="N14",
    name=N_("fall in 倍"),
    grade="规定",
    looks_for=N_("减少, 下降, 缩短 and the like with 倍"),
    why=N_("What falls by one time is nothing; a fall is told as a share (下降六成) or as what is left."),
    source="GB/T 15835-2011",
    hits=("办理时限缩短了2倍。",),
    passes=("办理时限缩短了三分之二。", "产值增长了2倍。"),
    check=check,
)
