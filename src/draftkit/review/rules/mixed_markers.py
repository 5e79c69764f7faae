"""R07: points that count on but change their word: 一是…二要…."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numerals import from_numeral

_POINT = re.compile(r"([一二三四五六七八九十])(?<![^。；：，、！？”\n].)(是|要)(?=[^否不非]..)")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each marker of 一是… or 一要… that goes on with the other word; one series may stand in another."""
    opened: list[tuple[str, int]] = []
    speech = -1
    for found in _POINT.finditer(proof.text):
        number, word = from_numeral(found[1]) or 0, found[2]
        here = proof.row_at(found.start()).speech
        opened, speech = (opened if here == speech else []), here
        if number == 1:
            opened = [*opened[-1:], (word, 1)]
        elif (word, number - 1) in opened:
            opened = [*opened[: opened.index((word, number - 1))], (word, number)]
        elif opened and opened[-1][1] == number - 1:
            family = opened.pop()[0]
            message = _("{marker} goes on from {family}: keep to one of the two")
            yield Spot(*found.span(), message.format(marker=found[0], family=f"…{family}"))
            opened.append((family, number))


RULE = Rule(
    code="R07",
    name=N_("two kinds of markers in one series"),
    grade="实务",
    looks_for=N_("a series of points that begins with 一是 and goes on with 二要, or the other way round"),
    why=N_("One system a series: the listener knows a point by its marker."),
    source=N_("habit of offices"),
    hits=("一是抓学习入心，二要抓作风转变，三是抓落实见效。",),
    passes=("一是抓学习入心，二是抓作风转变。", "一要抓学习入心，二要抓作风转变。"),
    check=check,
)
