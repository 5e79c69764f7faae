"""P10: a hyphen in a range of years, dates or amounts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_HYPHEN = re.compile(r"[-－–~—]{1,2}(?=\d)")
_UNITS = (
    "个|名|人|位|户|次|天|周(?!年)|岁|周岁|年(?![级度版])|小时|分钟|秒|元|万|亿|千|百|公里|千米|米|厘米|毫米|亩|公顷"
    "|平方|立方|吨|公斤|千克|斤|克|升|倍|成|件|项|家|处|条|场|所|座|辆|台|套|株|棵|头|只|盏|本|份|篇|种|类|块|片|张|步"
    "|%|％|℃|度|余|多|月|日|时(?![间代候常尚])|点钟"
)
_NUMBER = r"(?P<number>\d+(?:\.\d+)?|\d{1,2}[:：]\d\d)"
_LEFT = re.compile(rf"(?<![\dA-Za-z.:：\-－/第]){_NUMBER}(?P<unit>{_UNITS})?$")
_RIGHT = re.compile(rf"{_NUMBER}(?![\d:：])(?:[ \t\u3000]?(?P<unit>{_UNITS})|(?![A-Za-z]))(?![-－–~]\d)")
_TIMES = frozenset(("月", "日", "时", "点钟"))
_CODE = re.compile(r"[A-Za-z]\s?\d+$")
_LONGEST = 12


class _End(NamedTuple):
    number: str
    unit: str


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each hyphen between two years, dates, times or amounts, with the mark that is wanted there."""
    text = proof.text
    for found in _HYPHEN.finditer(text):
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        left, right = _LEFT.search(before), _RIGHT.match(text, found.end())
        if left and right and not _CODE.search(before):
            words = _wanted(
                _End(left["number"], left["unit"] or ""), _End(right["number"], right["unit"] or "")
            )
            if words and found[0] != "—" and words != found[0]:
                in_time = words == "—"
                message = _("a range in time takes “—”") if in_time else _("a range of amounts takes “～”")
                yield Spot(*found.span(), message, words)


def _wanted(left: _End, right: _End) -> str:
    """The mark between the ends of a range, "" where it is none or no one can say which."""
    clocks = [not one.number.replace(".", "").isdigit() for one in (left, right)]
    if any(clocks):
        return "—" if all(clocks) else ""
    if _is_year(left) and _is_year(right):
        return "—" if left.number < right.number else ""
    if left.unit in _TIMES:
        return "—" if right.unit in _TIMES else ""
    rises = float(left.number) < float(right.number)
    if right.unit in _TIMES:
        return "—" if rises and not left.unit and float(right.number) <= 31 else ""
    if not right.unit or left.unit == "年" or not rises:
        return ""
    return "～" if not left.unit or left.unit[0] == right.unit[0] else ""


def _is_year(end: _End) -> bool:
    return len(end.number) == 4 and end.number[:2] in ("19", "20") and end.unit in ("", "年")


RULE = Rule(
    code="P10",
    name=N_("hyphen in a range"),
    grade="规定",
    looks_for=N_("- ~ or —— between two years, dates or times (one —), or between two amounts (～)"),
    why=N_("A hyphen joins the parts of a number or name; from … to is — for time and ～ for amounts."),
    source="GB/T 15834-2011 4.13, A.11",
    hits=("2021-2025年共改造小区86个。", "每批安排15-30天。"),
    passes=("2021—2025年共改造小区86个。", "咨询电话0571-88123456。", "执行GB/T 9704-2012。"),
    check=check,
    safe=True,
)
