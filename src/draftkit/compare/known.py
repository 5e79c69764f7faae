"""What is known of a street, by which it would be found in another's draft: its names, leaders and figures."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from draftkit.fact.facts import Facts, Words
from draftkit.fact.figure import Change, Figure, Plain, Range, Ratio, Total
from draftkit.fact.number import Number, number_in
from draftkit.zh.numbers import DATES, Amount, numbers_in

TITLES = "书记|主任|主席|部长|局长|市长|县长|区长|镇长|乡长|处长|科长|所长|站长|院长|校长|委员|同志"
_BODY = re.compile(
    "(?:党工委|工委|党委|党组|党总支|党支部|工作委员会|委员会|办事处|人民政府|政府|管委会|党政办公室|党政办|人大|纪委)+$"
)
_ABOVE = re.compile(r"^(?:[一-龥]{1,6}?(?:省|市|州|盟|县|区|旗))+?(?=[一-龥]{2,}(?:街道|镇|乡|地区)$)")
_KIND = re.compile("(?:街道|镇|乡|地区)$")
_PERSON = re.compile(r"[一-龥]{2,4}|[一-龥]{1,8}·[一-龥]{1,8}")
_POST = re.compile(rf".*(?:{TITLES})(?P<name>[一-龥]{{2,4}})")
_WORDS = (
    "团结 和平 幸福 光明 建设 胜利 解放 前进 平安 太平 安宁 文明 民主 友谊 友好 振兴"
    " 繁荣 富强 红旗 东风 先锋 创新 创业 中心 城关 城东 城西 城南 城北 城中 东街 西街"
    " 南街 北街 东门 西门 南门 北门 河东 河西 河南 河北 江南 江北 江东 湖滨 海滨 滨江"
    " 滨海 滨河 沿江 沿海 新村 新城 老城 古城 中山 人民 工人 新区 开发 科技 工业 农业"
    " 商业 文化 教育 卫生 交通 车站 火车站 机场 港口 高新 向阳 朝阳 东方 西部 北部 南部"
    " 中部 新兴 兴隆 兴旺 健康 富民 惠民 爱民 利民 为民 长征 五四 五一 七一 八一 十月"
    " 国庆 春光 春风 阳光 清风 青春 希望 未来 梦想 奋斗 奋进 先进 模范 英雄"
)
_COMMON = frozenset(_WORDS.split())
"""Names of streets that are words too; alone they name nobody."""


class Known(NamedTuple):
    """What is known of a street: its name as given, the names that it goes by, its bare name ("" where that is
    a word too), its leaders, and each of its amounts (37个) with the label of its figure."""

    name: str
    names: tuple[str, ...]
    bare: str
    leaders: tuple[str, ...]
    amounts: tuple[tuple[str, str], ...]


def known_of(facts: Facts) -> Known:
    """Return what the facts of a speech tell of their street."""
    unit, speaker = (_said(facts, name) for name in ("单位", "发言人"))
    short = _BODY.sub("", unit) or unit
    local = _ABOVE.sub("", short)
    bare = _KIND.sub("", local) if _KIND.search(local) else ""
    names = tuple(dict.fromkeys(name for name in (unit, short, local) if len(name) > 1))
    amounts = dict.fromkeys(pair for figure in facts.figures.values() for pair in _amounts(figure))
    return Known(
        unit, names, bare if len(bare) > 1 and bare not in _COMMON else "", _leaders(speaker), tuple(amounts)
    )


def amount_key(amount: Amount) -> str:
    """Return an amount as one word, however it is written (1,842件 as 1842件, 3.2万人 as 32000人); "" for a
    date and for a number without a unit."""
    if not amount.unit or amount.unit in DATES or amount.unit.endswith("年"):
        return ""
    return _number_key(amount.number) + amount.unit.replace("％", "%")


@lru_cache(maxsize=1024)
def _number_key(number: str) -> str:
    found = number_in(number)
    return f"{found[0].value.normalize():f}" if found else ""


def _said(facts: Facts, name: str) -> str:
    given = facts.named.get(name)
    return "".join(given.pattern.fixed) if isinstance(given, Words) else ""


def _leaders(speaker: str) -> tuple[str, ...]:
    """Return the name in 临江街道党工委书记　王明: what stands behind a space, or behind the last title."""
    last = speaker.split()[-1] if speaker.split() else ""
    if last != speaker.strip() and _PERSON.fullmatch(last):
        return (last,)
    found = _POST.fullmatch(last)
    return (found["name"],) if found else ()


def _amounts(figure: Figure) -> Iterator[tuple[str, str]]:
    for number, label in _numbers(figure):
        for amount in numbers_in(f"{number.text}{figure.unit}"):
            if key := amount_key(amount):
                yield key, label


def _numbers(figure: Figure) -> Iterator[tuple[Number, str]]:
    match figure.kind:
        case Plain(number=number):
            yield number, figure.called
        case Change(start=start, end=end):
            yield from ((start, figure.called), (end, figure.called))
        case Ratio(part=part, whole=whole, of=of):
            yield from ((part, figure.called), (whole, of or figure.called))
        case Range(low=low, high=high):
            yield from ((low, figure.called), (high, figure.called))
        case Total(number=number, parts=parts):
            yield number, figure.called
            yield from ((part, name) for name, part in parts)
        case _:
            return
