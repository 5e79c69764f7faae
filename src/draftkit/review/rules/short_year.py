"""N08: a year of two digits."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import Amount

_BEHIND = re.compile(
    r"(?:\d{1,2}月(?!份?后)|[上下]半年|全年|[底初末度]|年[底初末]|第[一二三四]季度|[春夏秋冬][季天]?|春节|国庆|五一)"
)
_AFTER_SINCE = re.compile("[起开，]|相比|同期|增[长加]|[提上]升|提高|下降|减少|换届|启动|实施|成立|建成|出台")
_RANGE = re.compile(r"[—–～~至到-]+(?:19|20)?\d\d年(?!限|龄|级)")
_SINCE = frozenset("自从于在到至较比与")
_NO_YEAR = re.compile(
    "(?:[第近这满逾超约前历用]|连续|坚守|坚持|扎根|从[事教警医业]|工作|时间|整整|任职|服务|长达|奋斗|超过|干了?)$"
)
_CENTURY = 60
"""Two digits from here on are of the last century (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 25年3月, 截至25年; 扎根山区26年以来 is no year."""
    text = proof.text
    for amount in proof.amounts:
        if len(amount.number) == 2 and amount.number.isdecimal() and _is_year(text, amount):
            words = ("19" if int(amount.number) >= _CENTURY else "20") + amount.number
            message = _("a year has four digits: {words}")
            yield Spot(amount.start, amount.start + 2, message.format(words=words), words)


def _is_year(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 4) : amount.start]
    if not amount.unit:
        return bool(_RANGE.match(text, amount.end)) and not before.endswith("第")
    if amount.unit != "年" or amount.between or _NO_YEAR.search(before):
        return False
    if before.endswith(("截至", "截止")) or _BEHIND.match(text, amount.end):
        return True
    if text.startswith("以来", amount.end):
        return before[-1:] in ("", *_SINCE, *"\n，。；：")
    return before[-1:] in _SINCE and bool(_AFTER_SINCE.match(text, amount.end))


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
