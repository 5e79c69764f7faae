"""Numbers as they stand in a text, each with its unit, and the changes that two of them make (实务)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

UNIT = (
    "个百分点|平方公里|万千瓦|个小时|平方米|百分点|立方米|万元|个月|人次|元钱|兆瓦|公斤|公里|公顷|分钟|千克"
    "|千瓦|千米|厘米|名次|场次|块钱|季度|学时|小时|户次|批次|毫米|课时|%|‰|℃|个|亩|人|代|件|份|企"
    "|位|倍|元|册|分|厂|口|只|台|号|名|吨|周|回|场|块|垧|处|天|头|套|字|家|层|届|岁|席|幅|幢|年"
    "|店|度|座|张|户|所|批|支|日|月|期|本|条|枚|枝|栋|株|根|桌|桶|棵|次|步|点|班|盏|盒|眼|种|秒"
    "|篇|米|类|级|组|节|袋|角|课|起|趟|车|辆|遍|道|部|门|间|队|院|面|项|颗|％"
)
"""Units and measure words, the longer before the shorter: the inside of a regular expression."""
_DIGIT = "[0-9０-９]"
"""Of the digits that Unicode has, those of Chinese texts."""
_NUMBER = re.compile(
    rf"(?P<number>{_DIGIT}(?:{_DIGIT}{{0,2}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}*)(?:\.{_DIGIT}+)?[万亿]?)"
    r"(?P<between>[余多几来]?)"
    rf"(?P<unit>{UNIT}|[×*xX〇○]{{1,2}}年)?"
)
_LONGEST = 26
"""Digits of a number at most: a longer row of digits is none."""

PAIRS = {
    "上升": "下降",
    "提高": "降低",
    "提升": "降低",
    "增加": "减少",
    "攀升": "回落",
    "跃升": "回落",
    "增长": "下降",
    "延长": "缩短",
    "扩大": "缩小",
    "上涨": "下跌",
    "升": "降",
    "增": "减",
    "涨": "跌",
}
"""The word for a rise with the one for a fall (实务)."""
OPPOSITES = {
    "下降": "上升",
    "降低": "提高",
    "减少": "增加",
    "缩短": "延长",
    "压减": "增加",
    "压缩": "延长",
    "精简": "增加",
    "缩减": "增加",
    "缩小": "扩大",
    "下滑": "上升",
    "下跌": "上涨",
    "回落": "攀升",
    "跌": "涨",
    "降": "升",
    "减": "增",
}
"""The word for a fall with the one for a rise (实务)."""
_WORDS = "|".join(sorted({*PAIRS, *OPPOSITES}, key=len, reverse=True))
_LINK = re.compile(
    r"(?:[，,]?(?:逐步|稳步|大幅|快速|迅速|已|又|再|直接|一路|进一步))?"
    rf"(?:(?P<word>{_WORDS})(?:到了?|至|为|成)|变为|变成|→|——?>)(?:[^，。；、：]{{0,8}}的)?[近约超不足过仅]{{0,2}}"
)
_RANGE = re.compile(r"\d[^\d，。；、]{0,3}[至到—～~-]+$")
_RANGE_REACH = 12
"""Characters of a range before its second number, at most."""
DATES = ("年", "月", "日", "号")


class Amount(NamedTuple):
    """A number in a text: where it stands with its unit, its own words, what stands between it and its unit
    (余, 多), and the unit."""

    start: int
    end: int
    number: str
    between: str
    unit: str


class Changed(NamedTuple):
    """Two numbers of which the second is what the first has become; `word` tells the direction, if any does,
    and stands at `place`."""

    before: Amount
    after: Amount
    word: str
    place: int


def numbers_in(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text in order; digits may be full-width, and are given half-width."""
    for found in _NUMBER.finditer(text):
        number = found["number"]
        number = number if number.isascii() else normalize("NFKC", number)
        if len(number) <= _LONGEST:
            yield _amount(found, number)


def _amount(found: re.Match[str], number: str) -> Amount:
    if found["unit"] is None:  # what stands behind it is no unit's
        return Amount(found.start(), found.end("number"), number, "", "")
    return Amount(found.start(), found.end(), number, found["between"], found["unit"])


def changes_in(text: str, numbers: Sequence[Amount]) -> Iterator[Changed]:
    """Yield the changes of a text: 由54岁下降到38岁, 54岁→38岁. Ranges (20至30人) are none."""
    for before, after in pairwise(number for number in numbers if not number.unit.endswith(DATES)):
        if before.between or after.between or not after.unit or before.unit not in ("", after.unit):
            continue
        link = _LINK.fullmatch(text, before.end, after.start) if before.number != after.number else None
        if link and not _RANGE.search(text, max(0, before.start - _RANGE_REACH), before.start):
            place = link.start("word") if link["word"] else link.start()
            yield Changed(before, after, link["word"] or "", place)


def pair_of(word: str) -> str:
    """Return the words for a rise and for a fall of which one is given: 下降 gives 上升/下降."""
    return f"{word}/{PAIRS[word]}" if word in PAIRS else f"{OPPOSITES[word]}/{word}"
