"""N01: measures and exact counts written in characters."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import UNIT
from draftkit.zh.numerals import digits_of, numeral_around

_SHARE = re.compile(
    "(?P<of>[百千])分之(?P<number>[一二三四五六七八九十百零]+(?:点[零一二三四五六七八九]+)?)(?![几多余来])"
)
_POINT = re.compile(f"点[零一二三四五六七八九]+(?=[万亿]|(?!分|点|钟)(?:{UNIT}))")
_LARGE = re.compile("[百千万][一二三四五六七八九十零]")
_UNIT = re.compile(f"(?!点)(?:{UNIT})")
_NO_COUNT = re.compile("(?:第|之|[一二三四五六七八九十]点)$")
_SIGNS = {"百": "%", "千": "‰"}
_SAYINGS = ("百", "三百六十五")
"""百分之百; the days of the year, as they are said: 三百六十五天如一日."""
LEAST_DIGITS = 3
"""Digits besides 零 from which a count in characters is hard to take in (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 百分之九十六点三, 三点六公里, 三百二十一户."""
    text = proof.text
    for found in _SHARE.finditer(text) if "分之" in text else ():
        if found["number"] not in _SAYINGS:
            yield from _spot(*found.span(), found["number"], _SIGNS[found["of"]])
    for found in _POINT.finditer(text):
        start, _end = numeral_around(text, found.start())
        if start < found.start() and text[start - 1 : start] != "之":
            yield from _spot(start, found.end(), text[start : found.end()])
    done = 0
    for found in _LARGE.finditer(text):
        if found.start() < done:
            continue
        start, end = numeral_around(text, found.start())
        words = text[start:end]
        if not _NO_COUNT.search(text, max(0, start - 2), start) and words not in _SAYINGS:
            digits = digits_of(words) or ""
            if len(digits.replace("0", "")) >= LEAST_DIGITS and _UNIT.match(text, end):
                yield from _spot(start, end, words)
        done = end


def _spot(start: int, end: int, words: str, sign: str = "") -> Iterator[Spot]:
    digits = digits_of(words)
    if digits:
        message = _("write {digits}: measures take Arabic digits")
        yield Spot(start, end, message.format(digits=digits + sign), digits + sign)


RULE = Rule(
    code="N01",
    name=N_("measure in characters"),
    grade="规定",
    looks_for=N_("percentages, decimals and counts of three digits and more written in characters"),
    why=N_("Where something is measured, Arabic digits are prescribed: they are read at a glance."),
    source="GB/T 15835-2011 4.1.1",
    hits=("群众满意率达到百分之九十六点三。", "全年化解矛盾纠纷三百二十一起。"),
    passes=("签约做到百分之百到位。", "走访了一百六十多户。"),
    check=check,
)
