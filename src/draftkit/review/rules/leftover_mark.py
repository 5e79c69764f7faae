"""C02: marks that were to be filled in."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MARK = re.compile(
    r"(?<!\d)[×✕＊]+|[×✕＊]+(?!\d)|\*{2,}|_{2,}|某某+|○{2,}|〇{2,}|【[^】\n]*】|〔待[^〕\n]*〕|TODO"
    r"|(?<![A-Za-z0-9])[xX]{2,}(?![A-Za-z])|(?<!\d)20[Xx×]{2}|[？?]{2,}|（\s*）"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark, and each blank that the document itself marks."""
    for found in _MARK.finditer(proof.text):
        yield Spot(*found.span(), _("this is still to be filled in"))


RULE = Rule(
    code="C02",
    name=N_("leftover mark"),
    grade="实务",
    looks_for=N_("signs for words to come: ×, XX, ＊, 某某, ____, 【…】, 〔待补〕, TODO, 20XX, ？？, （）"),
    why=N_("A draft handed in with a gap is read out with a gap."),
    source=N_("habit of offices"),
    hits=("全年完成××个项目。", "联系人：某某某。", "满意率为【待补：数字】。"),
    passes=("面积为3×4米。",),
    check=check,
)
