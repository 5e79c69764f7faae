"""N13: digits in a word that is always written with characters."""

import re
from collections.abc import Iterator
from functools import cache

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numerals import from_numeral, to_count, to_numeral

WORDS = (
    "四个意识|四个自信|两个维护|两个确立|四个全面|五位一体|三会一课|两学一做|一带一路|三严三实|八项规定|三公经费|三重一大"
    "|六稳六保|一岗双责|一票否决|一肩挑|一站式|一刀切|一盘棋|一把手|一体化|一条龙|一揽子|第一书记|第一责任人|第一时间"
    "|第一议题|第一要务|第一资源|第一动力|第一方阵|五四运动|五四精神|五四青年节|七一勋章|八一建军节|三农工作|三农问题"
    "|一国两制|两弹一星|三个代表|四风问题|四下基层|二十四节气|四大班子|五湖四海|三步走|一网通办|一窗受理|最后一公里"
    "|一心一意|三令五申|四通八达|七嘴八舌|五花八门|一锤定音|一以贯之"
)
"""Words whose numerals stay characters (GB/T 15835-2011 4.2, and the names of policies)."""
_NUMERALS = re.compile("[一二两三四五六七八九十]+")
_NAMED = re.compile(
    r"1(?P<plan>[3-6])五(?=[”’\"规时期开收末以和、])|(?<=十)(?P<half>[3-6])五(?=[”’\"规时期开收末以和、])"
    r"|(?<=“)1(?P<whole>[3-6])5(?=”[规时期开收])|(?<=党的)(?P<congress>\d{1,2})(?=[大届])"
    r"|(?P<term>\d{1,2})(?=届[一二三四五六七\d]中全会)|(?<=届)(?P<session>[1-7])(?=中全会)"
    r"|(?<=“)(?P<coin>\d)个[1一](?=[批点律”])"
)
_BEHIND = frozenset("五大届中个”")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 14五, 党的20大, 第1书记, “4个1”."""
    text = proof.text
    wrong = _wrong()
    for amount in proof.amounts:
        digits = amount.number
        end = amount.start + len(digits)
        if len(digits) < 3 and (known := wrong.get((digits, text[end : end + 2]))):
            words, place, right = known
            if text.startswith(words, amount.start - place):
                yield _spot(amount.start - place, amount.start - place + len(words), right)
        if text[end : end + 1] in _BEHIND and (named := _NAMED.match(text, amount.start)):
            yield _spot(*named.span(), _name(named))


def _spot(start: int, end: int, words: str) -> Spot:
    return Spot(start, end, _("a fixed word, written {words}").format(words=words), words)


def _name(named: re.Match[str]) -> str:
    number = int(named[str(named.lastgroup)])
    match named.lastgroup:
        case "plan" | "whole":
            return f"十{to_numeral(number)}五"
        case "half":
            return f"{to_numeral(number)}五"
        case "coin":
            return f"{to_count(number)}个一"
        case _:
            return to_numeral(number)


@cache
def _wrong() -> dict[tuple[str, str], tuple[str, int, str]]:
    """Return for digits and the two characters behind them the wrong word, their place in it, and the right
    word."""
    known = {}
    for right in WORDS.split("|"):
        wrong = [_NUMERALS.sub(_in_digits, right, count) for count in (0, 1)]
        wrong += [
            right[: last.start()] + _in_digits(last) + right[last.end() :] for last in _NUMERALS.finditer(right)
        ]
        for words in wrong:
            digits = re.search(r"\d+", words)
            if digits and len(words) > digits.end() + 1:
                known[digits[0], words[digits.end() : digits.end() + 2]] = (words, digits.start(), right)
    return known


def _in_digits(found: re.Match[str]) -> str:
    number = from_numeral(found[0])
    return str(number) if number is not None else "".join(str(from_numeral(one)) for one in found[0])


RULE = Rule(
    code="N13",
    name=N_("digits in a fixed word"),
    grade="规定",
    looks_for=N_(
        "digits in names of plans, congresses and policies and in set phrases: 14五, 党的20大, 第1书记"
    ),
    why=N_("A numeral that is part of a fixed word or a short name counts nothing and stays in characters."),
    source="GB/T 15835-2011 4.2",
    hits=("谋划“14五”重点项目。", "学习贯彻党的20大精神。"),
    passes=("谋划“十四五”重点项目。", "推行“1+3+N”服务体系。"),
    check=check,
    safe=True,
)
