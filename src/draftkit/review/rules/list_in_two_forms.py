"""N12: counts of one kind, some in digits, some in characters."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import UNIT
from draftkit.zh.numerals import digits_of, numeral_around

_N = "一二两三四五六七八九十百千万零"
_WORDS = rf"(?<![第\d近前后头这那每几数{_N}])(?P<words>(?![百千万])[{_N}]+)(?<!一)(?<!一[百千万])(?<!万)"
_COUNT = (
    "(?P<unit>(?!年|月|日|号|天|岁|级|届|期|次|季度|步|代|点|个月|小时|个小时|分钟|周|层|类|道|面|字|方|部门)"
    f"(?:{UNIT}))(?!方面|阶段|环节|层面|月)"
)
_GAP = r"[^，。；：、！？“”（）\d\n]{0,8}?"
_BEHIND = re.compile(rf"{_GAP}[、和及与]{_GAP}{_WORDS}{_COUNT}")
_BEFORE = re.compile(rf"{_WORDS}{_COUNT}{_GAP}[、和及与]{_GAP}$")
_EXACT = re.compile(f"十[一二三四五六七八九]{_COUNT}")
_AND = re.compile("[、和及与]")
_REACH = 24
"""Characters of a count and what joins it to the next, at most."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the count in characters of a list whose other counts are in digits, and an exact one above ten
    in a paragraph that has digits for the same unit."""
    text = proof.text
    found: dict[int, int] = {}
    for amount in proof.amounts:
        start = max(0, amount.start - _REACH)
        if amount.unit and (behind := _BEHIND.match(text, amount.end)):
            found[behind.start("words")] = behind.end("words")
        if amount.unit and _AND.search(text, max(0, amount.start - 9), amount.start):
            before = _BEFORE.search(text, start, amount.start)
            found |= {before.start("words"): before.end("words")} if before else {}
    for exact in _EXACT.finditer(text):
        start, end = numeral_around(text, exact.start())
        row = proof.row_at(start)
        beside = re.compile(rf"\d[万亿]?[余多]?{exact['unit']}").search(text, row.start, row.end)
        if beside and end == exact.start("unit") and text[start - 1 : start] not in ("第", "零"):
            found[start] = end
    for start, end in found.items():
        digits = digits_of(text[start:end])
        if digits:
            message = _("the counts beside it are in digits: {digits}")
            yield Spot(start, end, message.format(digits=digits), digits)


RULE = Rule(
    code="N12",
    name=N_("counts in two forms"),
    grade="规定",
    looks_for=N_("counts of one kind in one list or paragraph, some in digits, some in characters"),
    why=N_("Numbers of one kind in one place have one form."),
    source="GB/T 15835-2011 4.3",
    hits=("新建停车场12处、口袋公园八处。",),
    passes=("新建停车场12处、口袋公园8处。", "三个片区共12个小区。"),
    check=check,
)
