"""N15: an approximate number with two marks of it."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import UNIT

_CLASHES = {
    "大约|大概|大致|约": "余|多|左右|上下|以上|之上|以内|之内",
    "将近|接近|近": "余|多|左右|上下|以上|之上",
    "超过|突破|超出|超|逾": "余|多|左右|上下|以上|之上",
    "至少|最少|不少于|不低于": "左右|上下|以上|之上",
    "至多|最多|不超过|不高于|不多于": "左右|上下|以下|以内|之内",
}
"""What stands before a number, and what may then not stand behind it."""
_WRONG = {word: tails.split("|") for words, tails in _CLASHES.items() for word in words.split("|")}
_MARK = re.compile(
    rf"(?P<before>{'|'.join(_CLASHES)})(?P<link>[有为要达占需在了]|(?<=[少低于])(?:(?![一两三四五六七八九十])[一-龥]){{1,4}}?)?(?P<number>\d[\d,]*(?:\.\d+)?[万亿]?"
    r"|[一二两三四五六七八九十百千万]+(?:分之[一二三四五六七八九]|成)?|半数|大半)"
    rf"(?:(?P<within>[余多])[万亿]?(?P<of>{UNIT})?|(?P<unit>[万亿]?(?:{UNIT})?)(?P<behind>左右|[以之][上内]|上下|以下))"
)
_REACH = 16
"""Characters before 余 and 多 in which the number and a mark before it stand."""
_NOUNS = {"约": "节预合签公条制契特邀违履续相失守", "近": "附最临邻靠亲新就走远相", "超": "反赶高"}
"""What makes a word of its own of the mark: 节约, 附近."""
_TWICE = re.compile(rf"(?P<within>[余多])[万亿]?(?:{UNIT})?(?P<behind>左右|上下|以上)")
_TIMES = frozenset(("年", "个月", "天", "月", "周", "日"))


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 约300户左右, 近200余人, 超过60%以上."""
    text = proof.text
    for found in _MARK.finditer(text):
        before, tail = found["before"], found["within"] or found["behind"]
        recent = before == "近" and (found["of"] or found["unit"]) in _TIMES  # 近十余年来
        aged = found["unit"] == "岁" and tail[0] in "以之"
        noun = text[found.start() - 1 : found.start()] in set(_NOUNS.get(before, ""))
        if tail in _WRONG[before] and not (recent or aged or noun):
            message = _("“{before}” and “{tail}” say the same: leave one out")
            place = found.start("within" if found["within"] else "behind") - found.start()
            words = found[0][:place] + found[0][place + len(tail) :]
            yield Spot(*found.span(), message.format(before=before, tail=tail), words)
    for found in _TWICE.finditer(text):
        if text[found.start() - 1 : found.start()].isdecimal() and not _MARK.search(
            text, max(0, found.start() - _REACH), found.end()
        ):
            message = _("“{before}” and “{tail}” say the same: leave one out")
            words = message.format(before=found["within"], tail=found["behind"])
            yield Spot(*found.span(), words, text[found.start() : found.start("behind")])


RULE = Rule(
    code="N15",
    name=N_("approximate twice"),
    grade="实务",
    looks_for=N_("two marks of an approximate number around it: 约…左右, 近…余, 超过…以上, 至少…以上"),
    why=N_("One mark says that the number is round; a second one adds nothing, or contradicts it."),
    source=N_("habit of offices"),
    hits=("惠及群众约300户左右。", "占比超过60%以上。"),
    passes=("惠及群众约300户。", "近十余年来变化很大。", "节约资金200余万元。"),
    check=check,
)
