"""Quantity-coined names as they are printed: “四个一批”, 三项机制, “1+3+N”, 三抓三覆盖."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from draftkit.zh.numerals import from_numeral

_N = "[二两双三四五六七八九十]|十[一二三四五六七八九]"
_MEASURE = "个|项|大|张|条|道|种|类|篇|级|步|方|支|本|笔|场|环|重|维|位|字|句|件"
# 实务: what a name that stands without quotation marks counts; counts of places, firms and people are none.
_NOUNS = "行动|体系|关口|架构|机制|工程|清单|平台|制度|环节|阵地|队伍|模式|革命|防线|转换|转变|举措|措施|抓手|路径|载体|计划|战役|硬仗|攻坚|台账|责任|重点|任务|品牌|渠道|保障|关键|关系|意识|理念|原则|办法|文章|课题|突破|提升|融合|联动|服务|权力|标准|基础|短板|难题|能力|优势|作用"
_QUOTED = re.compile(r"“([^“”]{2,16})”")
_BARE = re.compile(rf"(?<![第“一-龥\d])?((?:{_N})(?:{_MEASURE})“?((?:[一-龥]{{0,4}})(?:{_NOUNS}))”?)")
_SIMPLE = re.compile(rf"^((?:{_N})|\d{{1,2}})({_MEASURE})?([一-龥]{{0,8}}|\d)(?:、[一-龥]{{2,8}})?$")
_COMPOUND = re.compile(r"^(?:[一二两三四五六七八九十][一-龥]{1,4}?){2,5}$")
_GROUP = re.compile(r"([一二两三四五六七八九十])([^一二两三四五六七八九十]{1,4})")
_DIGITS = re.compile(r"^(?:\d{2,5}|[一二三四五六七八九]{3,5})$")
_SUM = re.compile(r"^(?:\d+|[NnXx])(?:[+＋](?:\d+|[NnXx])){1,4}$")


class Coined(NamedTuple):
    """A coined name in a text: its words, how many members each of its groups has, what it counts, its place.

    `loose` tells that its members are counted by its parts or by its sum (1+3+N, 4+1).
    """

    name: str
    groups: tuple[int, ...]
    noun: str
    start: int
    end: int
    loose: bool = False

    @property
    def count(self) -> int:
        """How many members the name promises."""
        return sum(self.groups)


def coined_in(text: str) -> Iterator[Coined]:
    """Yield the coined names of a text with full-width punctuation, those in quotation marks first."""
    for found in _QUOTED.finditer(text):
        coined = _read(found[1], found.start(), found.end())
        if coined:
            yield coined
    for found in _BARE.finditer(text):
        count = _number(found[1][0]) or 0
        name = found[1].replace("“", "").replace("”", "")
        if count > 1 and name:
            yield Coined(name, (count,), found[2].strip("“”"), found.start(), found.end())


def _read(words: str, start: int, end: int) -> Coined | None:
    if _SUM.match(words):
        numbers = re.split("[+＋]", words)
        figures = [int(one) for one in numbers if one.isdigit()]
        return Coined(words, (len(numbers),), "", start, end, loose=sum(figures) != len(numbers))
    if _DIGITS.match(words):
        return Coined(words, (len(words),), "", start, end)
    if _COMPOUND.match(words):
        groups = tuple(_number(one) or 0 for one, _ in _GROUP.findall(words))
        if len(groups) > 1 and sum(groups) > 1:
            return Coined(words, groups, "", start, end)
    found = _SIMPLE.match(words)
    count = _number(found[1]) if found else None
    if found is None or count is None or not 2 <= count <= 20 or not (found[2] or found[3]):
        return None
    return Coined(words, (count,), found[3] or "", start, end)


def _number(word: str) -> int | None:
    if word == "双":
        return 2
    return int(word) if word.isdigit() else from_numeral(word)
