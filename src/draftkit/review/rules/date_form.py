"""N09: dates that are padded, said with 号, or half in characters."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numerals import digits_of

_N = "[一二三四五六七八九十]"
_SLIP = re.compile(
    r"(?<![\d.])(?P<padded>0[1-9])(?=月)|(?<=月)(?P<day>0[1-9])(?=日)"
    r"|(?<=\d月)(?P<plain>\d{1,2})号(?![楼线馆院文令机井公通决会栋门厅\d])"
    r"|(?P<year>[一二][一二三四五六七八九〇○零]{3})(?=年\d{1,2}月)"
    rf"|(?<=\d{{4}}年)(?P<month>{_N}{{1,2}}月(?!{_N}*[三一五七八九]?节|三|{_N}会)(?:{_N}{{1,3}}[日号])?)"
    rf"|(?<=\d月)(?P<words>{_N}{{1,3}})[日号](?!楼)"
)
_NUMERAL = re.compile("[一二三四五六七八九十〇○零]+")
_MONTH = re.compile("月")
_BEFORE, _BEHIND = 7, 5
"""Characters of a date before and behind its 月, at most."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 08月, 3月05日, 3月5号, 二〇二五年3月, 2025年三月."""
    done = 0
    for month in _MONTH.finditer(proof.text):
        start, end = max(done, month.start() - _BEFORE), month.end() + _BEHIND
        for found in _SLIP.finditer(proof.text, start, end):
            done = found.end()
            yield _spot(found)


def _spot(found: re.Match[str]) -> Spot:
    words = found[0]
    if found.lastgroup in ("padded", "day"):
        mended, message = words[1:], _("no zero before the month or the day: {words}")
    elif found.lastgroup == "plain":
        mended, message = words[:-1].lstrip("0") + "日", _("the day is written with 日: {words}")
    else:
        mended = _NUMERAL.sub(lambda numeral: digits_of(numeral[0]) or numeral[0], words).replace("号", "日")
        message = _("the whole date in digits: {words}")
    return Spot(*found.span(), message.format(words=mended), mended)


RULE = Rule(
    code="N09",
    name=N_("form of a date"),
    grade="规定",
    looks_for=N_("dates with a zero before month or day, with 号, or half in characters"),
    why=N_("A date has one form throughout: Arabic digits, no zeros in front, 年 月 日."),
    source="GB/T 9704-2012 7.3.5.4, GB/T 15835-2011 5.1.3",
    hits=("定于2025年08月01日开工。", "5月3号之前报送。", "二〇二五年3月印发。"),
    passes=("定于2025年8月1日开工。", "搬进5号楼办公。"),
    check=check,
    safe=True,
)
