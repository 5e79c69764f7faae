"""The words of offices' tables (实务): what a column of streets is called, totals, notes, signs for nothing."""

import re
from collections.abc import Sequence
from typing import Literal
from unicodedata import normalize

from draftkit.fact.number import Number, number_in
from draftkit.store.table.columns import SIGN, UNSEEN, is_unit, parted

_PLACES = "街道办?|街|乡|镇|村|社区|单位|党工委|党委|办事处|地区|区|县|市|园区|开发区|农场|部门"
_NAMES = re.compile(
    rf"(?:所属|所在|填报|报送|上报|汇报|责任|参会|发言|各)?(?:[（/、]*(?:{_PLACES})）?)+(?:的?名称|名)?|名称|unit",
    re.I,
)
_OWN_NAMES = re.compile(r"(?:各|填报|报送|上报|汇报|参会|发言)?(?:单位|.*[街镇乡].*)(?:的?名称|名)?")
_REGIONS = re.compile(
    r"(?:所属|所在)?(?:(?:地级|县级)?[省市州区县旗]|区县|县区|市县|县市|市州|市区|省份|地市)(?:名称)?"
)
_SPACES = re.compile(rf"[\s{UNSEEN}]+")
_TOTAL = re.compile(
    r"(?:(?:[\w（）、]{0,6}?)(?:合计数?|总计数?|小计数?|累计|共计|总数|平均[值数]?|均值|汇总)|全[区县市镇州省旗]|总|合)(?:[（(].*[）)])?"
)
_PART = re.compile(r".*小计数?")
_MEAN = re.compile(r".*(?:平均[值数]?|均值)")
_NOTE = re.compile(
    r"(?:备?注|说明|填表说明|填报说明|填报?人|填表人|制表|审核|联系人|联系电话|数据来源|资料来源|来源|统计口径|口径|附)"
    r"\d?[:：].*|(?:备?注|说明)\d?",
    re.DOTALL,
)
_EXAMPLE = re.compile(r"[（(]?(?:填写)?[示样]例[）)]?[:：]?.*|[（(]?例[）):：].*", re.DOTALL)
_GROUP = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]).*|.*(?:片区|片|组|类|如下)[:：]?"
)
_SERIAL = re.compile(r"序号?|序列|编号|编码|代码|no\.?|№|#|行次", re.I)
_NO_FIGURE = re.compile(
    r".*(?:电话|手机|号码|编[号码]|代码|邮编|邮箱|身份证|账号|传真|年份|序号?|日期|时间|网址|№)|年度?",
    re.I,
)
_NO_SUM = re.compile(
    r".*(?:率|比|比例|比重|均|价|占|幅|度|排名|名次|位次|得分|评分|指数|系数|密度|标准)|.*(?:[人户平]均|单价|占比).*"
)
_NO_SUM_UNITS = frozenset({"%", "‰", "％", "分", "岁", "名次", "倍", "度", "℃", "百分点", "个百分点"})
_UNIT_SAID = re.compile(r"(?:计量|金额)?单位[:：]\s*(?P<units>[^\s；;，,。）)]+)")
_MONEY = re.compile(r".*(?:[资金款费钱]|投入|收入|支出|产值|营收|预算|补助|税收)")
_BEFORE = re.compile(r".*(?<![目当])前|.*初|(?:去年|上年|上期|前期).*|基期|基数|原值|原有?|以往")
_AFTER = re.compile(r".*[后末底]|目前|当前|现在|今年.*|本年.*|本期.*|现值|现有?|现状|截[至止].*|至今")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
Half = Literal["from", "to", ""]
_NOTHING = frozenset(
    {"-", "--", "—", "——", "–", "/", "／", "\\", "…", "……", "×", "××", "×××", "无数据", "待补", "待定", "待填"}
)
_LIST = re.compile(r"[、,，/和]")

SYNONYMS = {
    "发言人": "主要负责人 主要负责同志 负责人 负责同志 党工委书记 党委书记 书记 发言领导 发言同志 发言人姓名",
    "会议": "会议名称 会议全称 大会名称 推进会名称",
    "日期": "发言日期 会议日期 发言时间 会议时间 开会时间 开会日期",
    "时长": "发言时长 发言限时 限时 时限 汇报时长",
    "主题": "发言主题 会议主题 议题 交流主题",
    "标题": "发言标题 发言题目 题目 材料题目 材料标题 文章标题",
    "下一步": "下一步打算 下一步工作打算 下步打算 下一步工作 下步工作 下步工作打算 今后打算 下一步举措",
    "骨架": "提纲 框架 模板 提纲名称",
}
"""What offices call the columns that every facts file has."""
_CALLED = {word: key for key, words in SYNONYMS.items() for word in words.split()}


def bare(text: str) -> str:
    """Return a text without white space, and without marks that nobody sees."""
    return _SPACES.sub("", text)


def called(words: str) -> str:
    """Return the structural key for which offices use a header, "" for any other header."""
    return _CALLED.get(words, "")


def names_streets(text: str) -> int:
    """Return how surely a header stands above the names of streets: 4 for 单位, 3 for 街道（镇） or 填报单位, 2
    for 责任单位 or 社区, 1 for a district's, 0 for any other."""
    words, behind = parted(text)
    if is_unit(behind) or not _NAMES.fullmatch(words):
        return 0
    if words in ("单位", "unit"):
        return 4
    return 1 if is_region(text) else 3 if _OWN_NAMES.fullmatch(words) else 2


def is_region(text: str) -> bool:
    """Whether a header stands above the names of districts, of which each has several streets."""
    return _REGIONS.fullmatch(parted(text)[0]) is not None


def is_total(text: str) -> bool:
    """Whether a row with this name is a total, a subtotal or a mean, and no street."""
    return _TOTAL.fullmatch(bare(text).rstrip("：:")) is not None


def is_part(text: str) -> bool:
    """Whether a total is one of a group of streets."""
    return _PART.fullmatch(bare(text)) is not None


def is_mean(text: str) -> bool:
    """Whether a total is a mean, which no sum tells."""
    return _MEAN.fullmatch(bare(text)) is not None


def is_note(text: str) -> bool:
    """Whether a cell is a note of the table: 注：…, 填表人：…"""
    return _NOTE.fullmatch(text) is not None


def is_example(text: str) -> bool:
    """Whether a row with this name shows how a row is filled in."""
    return _EXAMPLE.fullmatch(text) is not None


def is_group(text: str) -> bool:
    """Whether a row that has this name alone is a heading among the streets: 一、城区街道, 东片区."""
    return _GROUP.fullmatch(bare(text)) is not None


def is_serial(words: str) -> bool:
    """Whether a header stands above the numbers of rows."""
    return _SERIAL.fullmatch(words) is not None


def counts(words: str) -> bool:
    """Whether numbers below a header can be a figure's: no telephone, code or year."""
    return _NO_FIGURE.fullmatch(words) is None


def adds_up(words: str, unit: str) -> bool:
    """Whether the numbers of a column have a sum: rates, prices, scores, ages have none."""
    levels = parted(words)[0].split(SIGN)
    return unit not in _NO_SUM_UNITS and "/" not in unit and not any(map(_NO_SUM.fullmatch, levels))


def unit_said(text: str) -> tuple[str, ...]:
    """Return the units that a title row says (单位：个、万元), none where it says none."""
    found = _UNIT_SAID.search(text)
    units = tuple(filter(None, _LIST.split(found["units"]))) if found else ()
    return units if all(map(is_unit, units)) else ()


def is_money(words: str) -> bool:
    """Whether the numbers below a header are money."""
    return _MONEY.match(words) is not None


def halves_of(headings: Sequence[str]) -> list[Half]:
    """Return which of the headings below another say what was before (改造前, 年初, of two years the earlier),
    and which what is now."""
    years = [int(found[1]) if (found := _YEAR.match(words)) else 0 for words in headings]
    if len(years) == 2 and all(years) and years[0] != years[1]:
        return ["from", "to"] if years[0] < years[1] else ["to", "from"]
    return ["from" if _BEFORE.fullmatch(one) else "to" if _AFTER.fullmatch(one) else "" for one in headings]


def is_nothing(text: str) -> bool:
    """Whether a cell has only a sign that there is nothing in it yet: —, /, 待补."""
    return text in _NOTHING


def number_of(text: str) -> tuple[Number, str] | None:
    """Return the number of a cell, and the unit behind it; digits may be full-width."""
    return number_in(text if text.isascii() else normalize("NFKC", text))
