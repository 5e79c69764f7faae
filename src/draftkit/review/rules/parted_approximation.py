"""N02: 、 within an approximate number."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MEASURE = (
    "(?:[十百千]?[万亿]|[百千]|个|名|人|次(?!会)|天|户|家|件|项|里|公里|元|块|小时|分钟|岁|倍|位|场|种|处|台|辆|间|亩|斤|米"
    "|年(?!级|段|制)|吨|趟|遍|句|成|座|栋|口|盏|棵|步|回)"
)
_N = "一二三四五六七八九"
_DIGITS = re.compile(rf"([1-8])、([2-9])(0?)(?={_MEASURE})")
_HAN = re.compile(rf"([{_N[:-1]}])、([{_N[1:]}])(?=十?{_MEASURE})")
_MARKED = frozenset(f"\n第、。；：！？“（.{_N}0123456789")
"""After these comes a marker, or a list of numbers."""
_EACH = re.compile("分别|各|依次|第|编号|序号")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 3、4个 and 三、四个; 一、二班 are two classes."""
    text = proof.text
    for pattern in (_DIGITS, _HAN):
        for found in pattern.finditer(text):
            low, high = _number(found[1]), _number(found[2])
            if high != low + 1 or text[found.start() - 1 : found.start()] in ("", *_MARKED):
                continue
            if not _EACH.search(text, max(0, found.start() - 8), found.start()):
                words = _N[low - 1] + _N[high - 1] + ("十" if found[0].endswith("0") else "")
                message = _("about so many is written {words}, in characters and without 、")
                yield Spot(*found.span(), message.format(words=words), words)


def _number(digit: str) -> int:
    return _N.index(digit) + 1 if digit in _N else int(digit)


RULE = Rule(
    code="N02",
    name=N_("、 in an approximate number"),
    grade="规定",
    looks_for=N_("two neighbouring digits parted by 、 before a measure word: 3、4个, 三、四个"),
    why=N_(
        "Two neighbouring digits that mean “about” stand together in characters; a 、 makes them two numbers."
    ),
    source="GB/T 15835-2011 5.2.1",
    hits=("每个村选3、4名骨干。", "相隔不过三、四公里。"),
    passes=("第三、四季度再安排。", "每个村选三四名骨干。"),
    check=check,
)
