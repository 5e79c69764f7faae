"""N04: 100多件 and 一百多件 in one paragraph."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import UNIT
from draftkit.zh.numerals import numeral_around

_WORDS = re.compile(f"[百千万][一二两三四五六七八九十百千]{{0,12}}[多余](?={UNIT})")
_DIGITS = re.compile(rf"(?:\d{{3,}}|\d[万亿])[多余](?:{UNIT})")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the approximate numbers in characters of a row that has others in digits; from 100 on."""
    text = proof.text
    for found in _WORDS.finditer(text):
        start, _end = numeral_around(text, found.start())
        row = proof.row_at(start)
        other = _DIGITS.search(text, row.start, row.end)
        if other and start < found.start() and not text[start - 1].isdecimal():
            message = _("“{other}” has digits in the same paragraph: use one form")
            yield Spot(start, found.end(), message.format(other=other[0]))


RULE = Rule(
    code="N04",
    name=N_("approximate numbers in two forms"),
    grade="实务",
    looks_for=N_("100多件 and 一百多件 in one paragraph"),
    why=N_("Both forms are right; side by side they look like two hands."),
    source="GB/T 15835-2011 4.3",
    hits=("走访群众三百多户，收集意见200多条。",),
    passes=("走访群众300多户，收集意见200多条。", "三十多位老师教着6200多名孩子。"),
    check=check,
)
