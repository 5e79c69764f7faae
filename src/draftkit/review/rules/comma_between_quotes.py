"""P06: 、 between things in quotation or book marks."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_COMMA = re.compile('[”》"]、*(、)(?=[“《"])')


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each 、 that stands directly between two things in quotation marks, or two in book marks."""
    text = proof.text
    if not any(words in text for words in _LITERALS):
        return
    opened: set[int] = set()
    closed: set[int] = set()
    if '"、' in text or '、"' in text:
        for pair in proof.pairs:
            if pair.whole:
                opened.add(pair.start)
                closed.add(pair.end)
    for found in _COMMA.finditer(text):
        before, after = found.start(), found.end()
        if (text[before] == '"' and before not in closed) or (text[after] == '"' and after not in opened):
            continue
        if (text[before] == "》") == (text[after] == "《"):
            yield Spot(*found.span(1), _("no 、 between quotation marks, nor between book marks"), "")


_LITERALS = ("、“", "、《", '、"')

RULE = Rule(
    code="P06",
    name=N_("顿号 between quotation marks"),
    grade="规定",
    looks_for=N_("a 顿号 directly between ” and “, or between 》 and 《"),
    why=N_("The marks themselves part the members; a 顿号 is wanted only where a note stands in between."),
    source="GB/T 15834-2011 4.5.3.5",
    hits=("开展“敲门行动”、“圆桌议事”。", "学习《条例》、《准则》。"),
    passes=("开展“敲门行动”“圆桌议事”。", "学习《条例》（修订）、《准则》。"),
    check=check,
    safe=True,
)
