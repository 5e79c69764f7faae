"""N11: digits before 千, 百 and 十."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.fact.number import plain
from draftkit.messages import N_, _
from draftkit.review.amounts import is_ordinal
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MIXED = re.compile(
    r"(?:\d{1,2}(?:\.\d+)?(?:千(?![米克瓦伏卡帕焦赫]|字[节文]|年[大老])|百(?!分[点比之制]|[帕货姓科强佳大]|年[大老])))+"
    r"(?:\d十)?(?P<rest>\d?)|\d十(?=[多余几]?[个名人户家件项万亿亩元岁次处台辆天位座条])"
)
_PART = re.compile(r"(\d+(?:\.\d+)?)([千百十])")
_SIZES = {"千": 1000, "百": 100, "十": 10}


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 4千, 3百, 4千5百."""
    text, done = proof.text, 0
    for amount in proof.amounts:
        if (
            text[amount.end : amount.end + 1] not in _SIZES
            or amount.unit
            or is_ordinal(text, amount)
            or amount.start < done
        ):
            continue
        found = _MIXED.match(text, amount.start)
        if found:
            done = found.end()
            digits = "" if found["rest"] else _digits(found[0])
            message = (
                _("only 万 and 亿 may follow digits: {digits}")
                if digits
                else _("only 万 and 亿 may follow digits")
            )
            yield Spot(*found.span(), message.format(digits=digits), digits or None)


def _digits(words: str) -> str:
    parts = _PART.findall(words)
    return plain(sum((Decimal(number) * _SIZES[size] for number, size in parts), Decimal(0)), 1)


RULE = Rule(
    code="N11",
    name=N_("digits before 千 or 百"),
    grade="规定",
    looks_for=N_("Arabic digits followed by 千, 百 or 十: 4千, 3百"),
    why=N_("Of the large units only 万 and 亿 go with digits; smaller numbers are written out."),
    source="GB/T 15835-2011 5.3",
    hits=("受益群众4千多人。", "筹集资金3百万元。"),
    passes=("受益群众4000多人。", "架设10千伏线路。", "入围500强。"),
    check=check,
)
