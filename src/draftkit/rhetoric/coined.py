"""Quantity-coined names as they are printed: “四个一批”, 三项机制, “1+3+N”, 三抓三覆盖."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from draftkit.zh.numerals import from_numeral

_HAN = "二两双三四五六七八九十"
_N = "[二两双三四五六七八九十]|十[一二三四五六七八九]"
_MEASURE = "个|项|大|张|条|道|种|类|篇|级|步|方|支|本|笔|场|环|重|维|位|字|句|件"
# 实务: what a name that stands without quotation marks counts; counts of places, firms and people are none.
_NOUNS = (
    "行动|体系|关口|架构|机制|工程|清单|平台|制度|环节|阵地|队伍|模式|革命|防线|转换|转变|举措|措施|抓手|路径"
    "|载体|计划|战役|硬仗|攻坚|台账|责任|重点|任务|品牌|渠道|保障|关键|关系|意识|理念|原则|办法|文章|课题|突破"
    "|提升|融合|联动|服务|权力|标准|基础|短板|难题|能力|优势|作用|战略|产业|保卫战|板块|支柱|主体|高地|落实|规矩|法宝|纪律|要求|坚持|指标|网络|功能|特点|变化|效应|工作法"
)
# Names of the whole country, which a speech uses without spelling them out.
_COMMON = frozenset(
    [
        "两委",
        "两新",
        "两会",
        "两山",
        "双减",
        "双碳",
        "双创",
        "两张皮",
        "双招双引",
        "双一流",
        "两个确立",
        "两个维护",
        "四个意识",
        "四个自信",
        "三会一课",
        "两学一做",
        "三农",
        "五险一金",
        "四议两公开",
        "三资",
        "三重一大",
        "双随机",
        "双随机一公开",
        "五位一体总体布局",
        "四个全面",
        "三严三实",
        "四风",
        "一带一路",
        "三公",
        "三权",
        "三包",
        "七一",
        "十一",
        "双一",
        "双十一",
        "五一",
        "六一",
        "两为",
        "三支一扶",
        "两不愁三保障",
        "八项规定",
        "四菜一汤",
        "三乱",
        "双拥",
        "双千",
        "三步走",
    ]
)
_QUOTED = re.compile(r"“([^“”]{2,16})”")
# A pattern that begins with its characters is looked for faster than one that begins with a look behind.
_BARE = re.compile(
    rf"((?:[{_HAN}](?<![第“\d{_HAN}][{_HAN}])(?:(?<=十)[一二三四五六七八九])??)"
    rf"(?:{_MEASURE})“?((?:[一-龥]{{0,4}})(?:{_NOUNS}))”?)"
)
_SIMPLE = re.compile(rf"^((?:{_N})|\d{{1,2}})({_MEASURE})?([一-龥]{{0,8}}|\d)(?:、[一-龥]{{2,8}})?$")
_COMPOUND = re.compile(rf"^(?:[一二两三四五六七八九十](?!{_MEASURE})[一-龥]{{1,4}}?){{2,5}}$")
_GROUP = re.compile(r"([一二两三四五六七八九十])([^一二两三四五六七八九十]{1,4})")
_DIGITS = re.compile(r"^(?:\d{2,5}|[一二三四五六七八九]{3,5})$")
_SUM = re.compile(r"^(?:\d+|[NnXx])(?:[+＋](?:\d+|[NnXx])){1,4}$")


class Coined(NamedTuple):
    """A coined name in a text: its words, the sizes of its groups (三抓三促 has two), the words that the
    groups count, how many members it may have, and its place. `quoted` tells that it stands in
    quotation marks, `common` that the whole country uses it."""

    name: str
    sizes: tuple[int, ...]
    nouns: tuple[str, ...]
    totals: tuple[int, ...]
    start: int
    end: int
    quoted: bool = True
    common: bool = False


def coined_in(text: str) -> Iterator[Coined]:
    """Yield the coined names of a text with full-width punctuation, those in quotation marks first."""
    for found in _QUOTED.finditer(text) if "“" in text else ():
        coined = _read(found[1], found.start(), found.end())
        if coined:
            yield coined
    for found in _BARE.finditer(text):
        size = _number(found[1][0]) or 0
        name, noun = (words.replace("“", "").replace("”", "") for words in (found[1], found[2]))
        if size > 1:
            yield Coined(name, (size,), (noun,), (size,), found.start(), found.end(), quoted=False)


def _read(words: str, start: int, end: int) -> Coined | None:
    common = words in _COMMON
    if _SUM.match(words):
        numbers = re.split("[+＋]", words)
        total = sum(int(one) for one in numbers if one.isdigit())
        return Coined(words, (len(numbers),), ("",), (len(numbers), total), start, end)
    if _DIGITS.match(words):
        return Coined(words, (len(words),), ("",), (len(words),), start, end, common=common)
    if _COMPOUND.match(words):
        groups = [(_number(one) or 0, noun) for one, noun in _GROUP.findall(words)]
        sizes = tuple(size for size, _ in groups)
        if len(groups) > 1 and "一体" not in words:
            nouns = tuple(noun for _, noun in groups)
            return Coined(words, sizes, nouns, (sum(sizes), len(sizes)), start, end, common=common)
    found = _SIMPLE.match(words)
    size = _number(found[1]) if found else None
    if found is None or size is None or not 2 <= size <= 20 or not (found[2] or found[3]):
        return None
    noun = found[3] or found[2] or ""
    return Coined(words, (size,), (noun,), (size, 3) if noun == "1" else (size,), start, end, common=common)


def _number(word: str) -> int | None:
    if word == "双":
        return 2
    return int(word) if word.isdigit() else from_numeral(word)
