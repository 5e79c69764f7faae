"""P02: half-width brackets around Chinese words."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_han, is_wide
from draftkit.review.labels import may_be_label
from draftkit.review.pairs import Pair
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_FULL = {"(": "（", ")": "）"}
_YEAR_OF_NUMBER = re.compile(r"[（(]\s*(?:19|20)\d\d\s*[）)]\s*第?\d+号")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each half-width bracket of a pair that holds Chinese words or stands among them."""
    text = proof.text
    if "(" not in text and ")" not in text:
        return
    for pair in proof.pairs:
        if pair.kind == "（" and pair.whole and _is_chinese(text, pair):
            for place in (pair.start, pair.end):
                if text[place] in _FULL:
                    words = _FULL[text[place]]
                    message = _("“{mark}” is half-width: “{words}”").format(mark=text[place], words=words)
                    yield Spot(place, place + 1, message, words)


def _is_chinese(text: str, pair: Pair) -> bool:
    start, end = pair.start, pair.end
    if text[start] not in _FULL and text[end] not in _FULL:
        return False
    if _YEAR_OF_NUMBER.match(text, start):
        return False
    if text[start] not in _FULL or text[end] not in _FULL or any(is_wide(one) for one in text[start:end]):
        return True
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    if may_be_label(text, end + 1):
        return is_wide(after)
    return is_han(before) and not (after.isascii() and after.isalnum())


RULE = Rule(
    code="P02",
    name=N_("half-width bracket"),
    grade="规定",
    looks_for=N_("half-width brackets around Chinese words, or among them"),
    why=N_("In Chinese text brackets are full-width, as all its marks."),
    source="GB/T 15834-2011 4.9, 5.1",
    hits=("新建口袋公园(含健身步道)3处。", "村（社区)共32个。"),
    passes=("曲线为y=f(x)，执行标准不变。", "新建口袋公园（含健身步道）3处。"),
    check=check,
    safe=True,
)
