"""Mentions: amounts of a speech with what the words beside them tell of what is counted (own)."""

import re
from typing import NamedTuple

from draftkit.zh.numbers import Amount

_BEFORE = re.compile(r"(?s:.*)[^\u4e00-\u9fff]")
_BEHIND = re.compile(r"[\u4e00-\u9fff]*")
_LINKS = re.compile(
    r"(?:达到?了?|为|是|共计?|累计|合计|总计|大?约|超过?|突破|接近|近|已经?|仅|高达|由|从|占比?|了|有|到|至|在|还|就|则|刚过?"
    r"|(?:上升|提高|提升|增加|增长|下降|降低|减少|缩短)(?:到了?|至|为)?|全部|实现|完成|原来的?|现在的?|改造前的?|今年|目前)+$"
)
_CUT = re.compile(
    "全部|[都均各里中内逐还就已要的在也有和与及把被由从向为是将能没不上下多余一二三四五六七八九十两]"
)
_WHOLE = re.compile(
    r"全(?:[县市区镇乡村校院省州旗厂矿司局系]|街道|集团|公司|系统|行业|社区|辖区)(?:的|共有?|现有)?$"
)
_ALL = re.compile(r"[\u4e00-\u9fff]{0,9}?(?:全部|一律|悉数|无一)")
_TOTAL = re.compile(
    r"(?:辖|下设|设有|共有|现有|总共|一共|拥有|总数|总计)[^，。；：\n]{0,16}$|(?:共|分成|分为)[^，。；：、\d]{0,4}$"
)
_THIS = ("这", "上述")
_HEAD = frozenset("对把将\n。；！？;.!?）)")
_IN_TOTAL = frozenset("辖设有总共分")
_ORDINAL = re.compile("[一二三四五六七八九十][、是]$")
_CLAUSE = frozenset("，：（“的,:")
_PART = re.compile(r"(?:其中|首批|第一批|另|另外|其余|剩余|部分|新增|新建|抽|选取|近|每)[^，。；：、]{0,4}$")
_PLANS = re.compile(r"目标|力争|争取|计划|预计|到20\d\d年|明年|下一步|今后|\d%以上|不低于|不少于")
_RATES = re.compile(
    "(?:率|满意度|比例|占比|比重|年龄|人口|面积|收入|产值|总量|总数|总额|总投资|存款|贷款|余额)$"
)
"""What ends the name of a measure that stands before its number: 群众满意率, 林地面积."""
_WHEN = re.compile(
    r"\d{4}年|[去上前今明]年|同期|[上下]半年|[一二三四]季度|改造前|原来|以前|过去|最初|年初|当初|五年前"
)
_REACH, _LISTED = 12, 24
"""Characters on either side of an amount that are looked at; before it where it stands in a list."""
CLAUSE, HEAD, WHOLE, THIS = range(1, 5)
"""How much an amount points to something known: it begins a clause; it begins a sentence, or stands after 对 or
把; it is of the whole (全县73座); it says so itself (这31起)."""


class Mention(NamedTuple):
    """An amount and what its words tell: those `before` it and `behind` it, without what only links them; how
    much it `points` to something known; whether a `total` is told (辖73座), or only a `part`; the `name` of the
    measure before the number (群众满意率), "" for none."""

    amount: Amount
    before: str
    behind: str
    points: int
    total: bool
    part: bool
    name: str

    @property
    def bare(self) -> bool:
        """Whether nothing beside it says what is counted."""
        return not self.behind and (len(self.before) < 2 or self.before.endswith("的"))


def mention_of(text: str, amount: Amount) -> Mention:
    """Return the mention of an amount in a text."""
    ahead = text[max(0, amount.start - _REACH) : amount.start]
    other, behind = _BEFORE.match(ahead), _BEHIND.match(text, amount.end, amount.end + _REACH)
    before = _LINKS.sub("", ahead[other.end() if other else 0 :])
    noun = behind[0] if behind else ""
    cut = _CUT.search(noun)
    points = _pointing(ahead)
    if points in (HEAD, CLAUSE) and _ALL.match(noun) and ahead[-1:] != "的":
        points = WHOLE
    return Mention(
        amount,
        before,
        noun[: cut.start()] if cut else noun,
        points,
        _is_total(text[max(0, amount.start - _LISTED) : amount.start]),
        bool(_PART.search(ahead)),
        before if _RATES.search(before) else "",
    )


def _is_total(before: str) -> bool:
    return not _IN_TOTAL.isdisjoint(before) and _TOTAL.search(before) is not None


def _pointing(ahead: str) -> int:
    if ahead.endswith(_THIS):
        return THIS
    if "全" in ahead and _WHOLE.search(ahead):
        return WHOLE
    if not ahead or ahead[-1] in _HEAD or (ahead[-1] in "、是" and _ORDINAL.search(ahead)):
        return HEAD
    return CLAUSE if ahead[-1] in _CLAUSE else 0


def is_planned(text: str, amount: Amount) -> bool:
    """Whether the sentence up to an amount speaks of what is to come."""
    return bool(_PLANS.search(text, _sentence(text, amount), amount.end + 2))


def when(text: str, amount: Amount) -> frozenset[str]:
    """Return the words of time in the sentence up to an amount."""
    return frozenset(_WHEN.findall(text, _sentence(text, amount), amount.start))


def _sentence(text: str, amount: Amount) -> int:
    return max(text.rfind(stop, 0, amount.start) for stop in "。；\n") + 1
