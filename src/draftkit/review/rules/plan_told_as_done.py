"""C20: what is planned, told as if it were done."""

import re
from collections.abc import Iterator

from draftkit.fact.facts import Facts
from draftkit.fact.figure import Figure
from draftkit.messages import N_, _
from draftkit.review.known import numbers_of, same
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import Amount
from draftkit.zh.plans import speaks_of_plans

_DONE = re.compile("已|了(?!解)|累计|先后|截至|目前为止|[建改修新]成")
_TO_COME = re.compile("要|继续|再|下一步|明年|接下来|准备")
_MIXED = re.compile(
    r"(?:(?:明年|下一步)，?|力争|争取|拟于|将于|计划于|预计到)[^，。；：\n的]{0,12}?(?:"
    r"(?P<already>已经?|业已)(?:全面|全部|顺利|如期|基本)*(?:完成|建成|建好|建起|改造|实现|新建|竣工|投用|落成|开工|新增|装好)"
    r"|(?:完成|建成|建好|建起|改造|实现|新建|新增|装好)(?P<over>了))[^，。；：\n]{0,12}?\d"
)
_NOT_YET = re.compile(
    r"(?:明年|后年|下半年|即将|将(?:要|全面|全部|陆续)?(?!士|军|领|来))(?:[^，。；：\n的]{0,8}?[建完竣投启开落][成工用放业]|[建完竣投启开落][成工用放业])的"
    r"[^，。；：\n]{1,14}?(?P<already>[现已]已?经?(?=发挥|接待|服务|惠及|招生|覆盖|投用|建成|通过|运行|投入使用))"
)
_STOPS, _COMMAS = "。；！？\n", "，。；：！？\n"


def check(proof: Proof) -> Iterator[Spot]:
    """Yield a planned figure in a clause of what has been done, and 明年已建成12个."""
    for found in _MIXED.finditer(proof.text):
        place = found.span("already" if found["already"] else "over")
        yield Spot(*place, _("this is still to come: leave {words} out").format(words=found[0][:2]), "")
    for found in _NOT_YET.finditer(proof.text):
        message = _("this is still to come: leave {words} out")
        yield Spot(*found.span("already"), message.format(words=found["already"]))
    if proof.facts:
        planned = [figure for figure in proof.facts.figures.values() if figure.status == "planned"]
        for figure in planned:
            yield from _told(proof, figure, proof.facts)


def _told(proof: Proof, figure: Figure, facts: Facts) -> Iterator[Spot]:
    own = numbers_of(figure)
    done = [
        number for other in facts.figures.values() if other.status == "done" for number in numbers_of(other)
    ]
    for amount in proof.amounts:
        if any(same(amount, number) for number in own) and not any(same(amount, number) for number in done):
            clause, sentence = (_around(proof.text, amount, stops) for stops in (_COMMAS, _STOPS))
            told = _is_done(clause) or (_is_done(sentence) and not speaks_of_plans(sentence))
            if told:
                message = _("“{figure}” is planned, and told here as done")
                yield Spot(amount.start, amount.end, message.format(figure=figure.called))


def _is_done(words: str) -> bool:
    return bool(_DONE.search(words)) and not (speaks_of_plans(words) or _TO_COME.search(words))


def _around(text: str, amount: Amount, stops: str) -> str:
    start = max(text.rfind(stop, 0, amount.start) for stop in stops) + 1
    end = min((place for stop in stops if (place := text.find(stop, amount.end)) >= 0), default=len(text))
    return text[start:end]


RULE = Rule(
    code="C20",
    name=N_("plan told as done"),
    grade="实务",
    looks_for=N_(
        "a figure with status planned in a sentence of what has been done; 明年 or 力争 with 已 or 了"
    ),
    why=N_("What is hoped for next year and reported for this one will be asked for."),
    source=N_("habit of offices"),
    hits=("明年已建成停车位800个。",),
    passes=("明年将建成停车位800个。", "今年已建成停车位800个，明年再建200个。"),
    check=check,
)
