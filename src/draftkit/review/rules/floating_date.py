"""C18: 去年, 近日 and the like where nothing tells which year is meant."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:年|[-./]\s*\d)|[一二][〇○零一二三四五六七八九]{3}年|[×xX*＊]{1,4}年")
_RELATIVE = re.compile("昨[天日]|前天|上个?月|上周|上星期|本月|下个?月|去年|今年|明年|前年|后年")
_VAGUE = re.compile("近日(?!前)|前段时间|不久前|(?<![一-龥0-9０-９])日前|前不久")
"""Words that no date of the speech resolves."""
_IN_VAGUE = ("近日", "前段时间", "不久前", "日前", "前不久")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the first of each vague word (近日), and in a document that names no year the first of 去年, 今年 …
    and of each other date that is told from the day of speaking."""
    dated = bool((proof.facts and "日期" in proof.facts.named) or _YEAR.search(proof.text))
    seen = set()
    vague = [_VAGUE] if any(word in proof.text for word in _IN_VAGUE) else []
    for words in vague if dated else [*vague, _RELATIVE]:
        for found in words.finditer(proof.text):
            said = "年" if found[0].endswith("年") else found[0]
            if said not in seen:
                seen.add(said)
                yield Spot(*found.span(), _message(found[0], vague=words is _VAGUE))


def _message(words: str, vague: bool) -> str:
    if vague:
        return _("“{words}” tells no day: put the date").format(words=words)
    return _("“{words}”: no date in the draft tells which; put the year or the day").format(words=words)


RULE = Rule(
    code="C18",
    name=N_("date that hangs in the air"),
    grade="实务",
    looks_for=N_("近日, 日前, 前不久; 去年, 上个月 and the like in a document that names no year anywhere"),
    why=N_("In next year's folder nobody knows which year was meant."),
    source=N_("habit of offices"),
    hits=("去年全镇新修渠道12公里。", "前不久，我们去邻县学了一趟。"),
    passes=("2025年全镇新修渠道12公里，今年再修9公里。",),
    check=check,
)
