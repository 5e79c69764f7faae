"""Amounts: what the numbers of a proof mean; `Proof.amounts` has found them, once for all rules."""

import re
from decimal import Decimal
from functools import lru_cache

from draftkit.fact.number import number_in
from draftkit.zh.numbers import DATES, Amount

_MORE = frozenset(("余", "多", "超", "逾", "超过", "突破", "高于"))
_LESS = frozenset(("近", "接近", "将近", "不到", "不足", "低于"))
_AROUND = frozenset(("约", "大约", "左右", "上下", "几", "来"))
_AT_LEAST = frozenset(("至少", "不低于", "不少于", "以上"))
_AT_MOST = frozenset(("至多", "不超过", "不高于", "以下", "以内"))
_LAST = frozenset("近约超逾过破于到足少多")
"""The last characters of the words of approximation that stand before a number."""
_WIDE = Decimal("0.1")
"""By what part of itself a number that is called approximate may be off (own)."""
_LEAD = re.compile(r"[、，：（“\u4e00-\u9fff](?<![一二三四五六七八九十])")
_REACHED = re.compile(r"[到达至约近为][.．]\d")
_FRACTION = re.compile(r"\d{1,2}(?:[%％‰倍万亿元亩吨米度]|个?百分点|公[里顷斤]|平方|立方|小时|厘米|毫米|千克)")
_STOP = re.compile(r"[\u4e00-\u9fff]\.(?:[\u4e00-\u9fff]|$)", re.MULTILINE)
Bounds = tuple[Decimal, Decimal]
"""Between what a number lies that is known as well as it is printed."""
_SCALES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


def value(amount: Amount) -> Decimal:
    """Return what the digits mean, without the unit: 1.2万 is 12000."""
    return _meaning(amount.number)


@lru_cache(maxsize=4096)
def _meaning(number: str) -> Decimal:
    found = number_in(number)
    return found[0].value if found else Decimal(0)


def unit(amount: Amount) -> str:
    """Return the unit, "" for none; % for a full-width one."""
    return "%" if amount.unit == "％" else amount.unit


def is_ordinal(text: str, amount: Amount) -> bool:
    """Whether 第 makes it a place in a row."""
    return text[amount.start - 1 : amount.start] == "第"


def is_date(amount: Amount) -> bool:
    """Whether it is a year, a month, a day, or a number of years."""
    return amount.unit in DATES


def about(text: str, amount: Amount) -> str:
    """Return the word that makes an amount of a text approximate (近, 超过, 余, 左右), "" where it is exact."""
    if amount.between:
        return amount.between
    behind = text[amount.end : amount.end + 2]
    if behind in _AROUND or behind in _AT_LEAST or behind in _AT_MOST:
        return behind
    if text[amount.start - 1 : amount.start] not in _LAST:
        return ""
    for length in (3, 2, 1):
        word = text[max(0, amount.start - length) : amount.start]
        if word in _MORE or word in _LESS or word in _AROUND or word in _AT_LEAST or word in _AT_MOST:
            return word
    return ""


def bounds(text: str, amount: Amount) -> Bounds:
    """Return between what an amount of a text may lie: itself for a whole number, by half of its last digit
    more or less for one with decimals or 万, and wider for an approximate one."""
    number, word = value(amount), about(text, amount)
    if word in _AT_LEAST:
        return number, Decimal("Infinity")
    if word in _AT_MOST:
        return Decimal(0), number
    places = len(amount.number.rstrip("万亿").partition(".")[2])
    scale = _SCALES.get(amount.number[-1:], Decimal(1))
    slack = scale.scaleb(-places) / 2 if places or scale > 1 else Decimal(0)
    low = number * (1 - _WIDE) if word in _LESS or word in _AROUND else number
    high = number * (1 + _WIDE) if word in _MORE or word in _AROUND else number
    return low - slack, high + slack


def is_bare_decimal(text: str, place: int) -> bool:
    """Whether the point at a place of a text is that of a decimal without its 0: 下降.5个百分点. In a text that
    ends its sentences with half-width points none is."""
    if _REACHED.match(text, place - 1):
        return True
    if not _LEAD.match(text, place - 1) or not _FRACTION.match(text, place + 1):
        return False
    return text[place] == "．" or _STOP.search(text) is None


def rise(start: Bounds, end: Bounds) -> Bounds:
    """Return by how much a value rose from one to the other; below 0 for a fall."""
    return end[0] - start[1], end[1] - start[0]


def ratio(part: Bounds, whole: Bounds) -> Bounds:
    """Return how many times the whole a part is; the whole lies above 0."""
    return part[0] / whole[1], part[1] / whole[0]


def agree(told: Bounds, known: Bounds) -> bool:
    """Whether what is told can be what is known."""
    return told[0] <= known[1] and known[0] <= told[1]
