"""N03: digits joined with 几 or 数."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numerals import to_numeral

_FEW = re.compile(r"几(?:(?P<size>10{1,4})(?!\d))?")
_SEVERAL = re.compile(r"数(?P<size>10{1,4})(?!\d)")
_TENS = re.compile(r"(?<![\d.])\d{1,3}0$")
_NOUNS = frozenset("户人次件起个分倍票位天套字家台名项条岁指参基总多少系计算函小整负点案员产头例株亩班校床")
"""数 behind these ends a noun: 人数100人."""
_SIZES = {"10": "十", "100": "百", "1000": "千", "10000": "万"}


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 20几, 几10, 数100."""
    text = proof.text
    for found in _FEW.finditer(text):
        tens = _TENS.search(text, max(0, found.start() - 5), found.start())
        if found["size"]:
            yield _spot(*found.span(), "几" + _SIZES[found["size"]])
        elif tens:
            yield _spot(tens.start(), found.end(), to_numeral(int(tens[0])) + "几")
    for found in _SEVERAL.finditer(text):
        if text[found.start() - 1 : found.start()] not in _NOUNS:
            yield _spot(*found.span(), "数" + _SIZES[found["size"]])


def _spot(start: int, end: int, words: str) -> Spot:
    return Spot(start, end, _("write {words}: 几 and 数 go with characters").format(words=words), words)


RULE = Rule(
    code="N03",
    name=N_("digits with 几 or 数"),
    grade="规定",
    looks_for=N_("几 or 数 joined with Arabic digits: 20几, 几10, 数100"),
    why=N_("几 and 数 stand for a digit; the number around them is written in characters."),
    source="GB/T 15835-2011 5.2.1",
    hits=("来了20几位老师。", "历经数10年建设。"),
    passes=("来了二十几位老师。", "来了20多位老师。"),
    check=check,
    safe=True,
)
