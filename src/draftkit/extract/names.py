"""What a figure is called: the noun before or behind it in its clause (our own)."""

import re

from draftkit.zh.numbers import DATES
from draftkit.zh.words import is_noun, words_of

_HAN = re.compile("[一-龥]+")
_SUFFIXES = "率量数额值费点员户站队会"
"""What makes a noun of the verb before it: 收缴率, 发案数."""
_BEFORE = re.compile("[一-龥]*$")
_BEHIND = re.compile("的?([一-龥]*)")
_LINKS = re.compile(
    r"(?:达到?了?|为|是|共计?|累计|合计|总计|约|近|超过?|突破|接近|已经?|仅|至少|不少于|不低于|高达|由|从|自|占比?|了|有|到|至|在|第|每|前|原来|新增|先后|全部"
    r"|同比|环比|(?:上升|提高|提升|增加|增长|下降|降低|减少|缩短)(?:到|至|为)?)$"
)
_STOPS = re.compile(
    "的|了|和|与|及|在|是|为|将|被|把|等|都|均|以上|以下|以内|左右|之一|全部|全面|进行|开展|实现|达到"
    "|参与|对|向|从|由|到|至|并|也|就|又|再|还|要|让|使|给|后|前|起|来|内|里|中|上|下|以来|以前"
    "|以后|期间|分别|其中|我们|大家|已|不|有|没有|全|各|每|这|那|同|用|以|之|所|于|个|名|项"
)
_BY_UNIT = {
    "年": "年份",
    "月": "月份",
    "日": "日子",
    "号": "日子",
    "%": "比例",
    "％": "比例",
    "元": "金额",
    "万元": "金额",
    "岁": "年龄",
    "人": "人数",
    "名": "人数",
    "户": "户数",
    "次": "次数",
    "倍": "倍数",
    "天": "天数",
    "小时": "时长小时",
    "分": "分数",
}
"""The name of a figure of which the text has no noun, by its unit."""
_MEASURES = re.compile(
    "%|％|‰|元|万元|岁|倍|分|亩|吨|米|公里|平方米|平方公里|个百分点|百分点|人|人次|字|天|小时"
)
"""Units that need no noun behind them: what is measured stands before (满意率达到96.3%)."""
LONGEST = 6
"""Characters of a name at most."""


def name_of(text: str, start: int, end: int, unit: str) -> str:
    """Return a name for the number from `start` to `end` of a text; one of its unit, or 数, without a noun."""
    if unit in DATES:
        return _BY_UNIT[unit]
    if unit.endswith("年"):
        return _BY_UNIT["年"]
    ahead, behind = noun_before(text, start), _noun_behind(text, end)
    found = (ahead or behind) if _MEASURES.fullmatch(unit) else (behind or ahead)
    found = found or _word_before(text, start) or _BY_UNIT.get(unit, "")
    return found or (f"{unit}数" if _HAN.fullmatch(unit) else "数")


def _word_before(text: str, start: int) -> str:
    """The word that leads up to a number, whatever it is: 整改 of 已经整改167个."""
    words = words_of(_led(text, start))
    return words[-1] if words and 1 < len(words[-1]) <= LONGEST and not _STOPS.fullmatch(words[-1]) else ""


def _led(text: str, start: int) -> str:
    run = _BEFORE.search(text[max(0, start - 16) : start])
    words = run[0] if run else ""
    while words and (link := _LINKS.search(words)):
        words = words[: link.start()]
    return words


def noun_before(text: str, start: int) -> str:
    """Return the noun that leads up to a number: 满意率 of 群众满意率达到96.3%."""
    kept = ""
    for word in reversed(words_of(_led(text, start))):
        suffixed = len(kept) == 1 and kept in _SUFFIXES
        if _STOPS.fullmatch(word) or len(word) + len(kept) > LONGEST or not (suffixed or is_noun(word)):
            break
        kept = word + kept
    return kept if len(kept) > 1 else ""


def _noun_behind(text: str, end: int) -> str:
    run = _BEHIND.match(text[end : end + 10])
    kept = ""
    for word in words_of(run[1] if run else ""):
        if _STOPS.fullmatch(word) or len(kept) + len(word) > LONGEST or not is_noun(word):
            break
        kept += word
    return kept if len(kept) > 1 else ""
