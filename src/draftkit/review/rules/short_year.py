"""N08: a year of two digits."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import Amount

_BEHIND = re.compile(
    r"\d{1,2}月(?!份?后)|[上下]半年|全[年县乡镇市区省]|[底初末度]|年[底初末]|第[一二三四]季度|[春夏秋冬][季天]?|春节|国庆|五一"
    r"|大年|正月|腊月|除夕|元旦|村?[“”\"两委]*换届|(?:重点)?工作(?:打算|计划|安排|思路|总结|要点|报告|会)|[、和至]\d{4}年"
)
_AFTER_SINCE = re.compile(
    r"[起开，建]|相比|同期|增[长加]|[提上]升|提高|下降|减少|换届|启动|实施|成立|出台|投用|新建|的\d|工作(?!经)|重点|任务|目标"
)
_AT_HEAD = re.compile("是|，[全我本各县市区镇乡街村公集]")
"""What stands behind the year with which a sentence begins: 23年，全镇…."""
_RANGE = re.compile(r"[—–～~至到-]+(?:19|20)?\d\d年(?!限|龄|级)")
_SINCE = frozenset("自从于在到至较比与由对是署")
_HEADS = frozenset(("", *"\n。；！？"))
_BESIDE = re.compile(r"\d{4}年[、和]$")
_NO_YEAR = re.compile(
    "(?:[第近这满逾超约前历用]|连续|坚守|坚持|扎根|从[事教警医业]|工作|时间|整整|任职|服务|长达|奋斗|超过|干了?|成立|开放|回归|走过|建[县市区校厂院])$"
)
_CENTURY = 60
"""Two digits from here on are of the last century (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 25年3月, 截至25年; 扎根山区26年以来 is no year."""
    for amount in proof.amounts:
        if len(amount.number) == 2 and amount.number.isdecimal() and _is_year(proof, amount):
            words = ("19" if int(amount.number) >= _CENTURY else "20") + amount.number
            message = _("a year has four digits: {words}")
            yield Spot(amount.start, amount.start + 2, message.format(words=words), words)


def _is_year(proof: Proof, amount: Amount) -> bool:
    text = proof.text
    before = text[max(0, amount.start - 4) : amount.start]
    last = before[-1:]
    if not amount.unit:
        return bool(_RANGE.match(text, amount.end)) and last != "第"
    if amount.unit != "年" or amount.between or _NO_YEAR.search(before):
        return False
    if amount.number[0] == "0" or _BESIDE.search(text, max(0, amount.start - 6), amount.start):
        return True
    if before.endswith(("截至", "截止")) or _BEHIND.match(text, amount.end):
        return True
    if last in _HEADS and _AT_HEAD.match(text, amount.end):
        return True
    if text.startswith("以来", amount.end):
        return last in _SINCE or last in _HEADS or last in "，："
    if proof.row_at(amount.start).role in ("title", "subtitle"):
        return True
    return last in _SINCE and bool(_AFTER_SINCE.match(text, amount.end))


RULE = Rule(
    code="N08",
    name=N_("year of two digits"),
    grade="规定",
    looks_for=N_("a year cut to two digits: 25年3月, 截至25年"),
    why=N_("A year cut short can be taken for a number of years, and for one of another century."),
    source="GB/T 15835-2011 5.1.3",
    hits=("改造于25年3月启动。", "截至24年底全部完成。"),
    passes=("2025年3月启动改造。", "扎根山区26年以来，她没有离开过。"),
    check=check,
)
