"""Shares: 占 … % and …率 against the two numbers that they are made of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from draftkit.fact.number import plain
from draftkit.messages import _
from draftkit.review.amounts import about, agree, bounds, is_date, ratio, unit, value
from draftkit.review.proof import Proof
from draftkit.review.rule import Spot
from draftkit.zh.numbers import Amount

_W = r"[^，。；：、！？“”（）(),;:\d\n]"
_SHARE = re.compile(
    rf"{_W}{{0,8}}[，,（(]?(?:约|仅|共|只)?占(?P<whole>{_W}{{0,10}}?)的?(?:比重|比例|比)?(?:达到|达|为|超过|近|约|到|的)*"
)
_RATE = re.compile(r"(?P<deed>[\u4e00-\u9fff]{2})率(?:达到|达|为|超过|近|约|已|仅|只有|了|接近)*$")
_OF_WHICH = re.compile(r"其中|[中里]")
_ALL = re.compile("总数|总量|总人数|总户数|总面积|全部|总额|其中|$")
_SLIP = 5
"""A whole that is smaller than its part may be a slip; one much smaller is of something else (own)."""
_REACH = 60
"""Characters before a share within which its two numbers stand, at most."""


def wrong_shares(proof: Proof) -> Iterator[Spot]:
    """Yield each percentage that is not the share of the part in the whole which stand before it."""
    text, amounts = proof.text, proof.amounts
    for place, amount in enumerate(amounts):
        if unit(amount) != "%" or not place:
            continue
        rate = _RATE.search(text, amount.start - 10, amount.start)
        near = [one for one in amounts[max(0, place - 5) : place] if amount.start - one.end < _REACH]
        pair = _done(proof, near, amount, rate["deed"]) if rate else _part(proof, near, amount)
        if pair:
            yield from _judge(text, amount, *pair)


def _part(proof: Proof, near: Sequence[Amount], share: Amount) -> tuple[Amount, Amount] | None:
    """Return the part and the whole of 62件…，其中16件，占25.8%."""
    text, part = proof.text, near[-1] if near else None
    found = _SHARE.fullmatch(text, part.end, share.start) if part else None
    if part is None or found is None or is_date(part) or unit(part) == "%":
        return None
    if not _ALL.match(found["whole"]):
        return _named(proof, part, found["whole"])
    for whole in reversed(near[:-1]):
        stop = text.find("。", whole.end, part.start)
        if unit(whole) == unit(part):
            between = _OF_WHICH.search(text, whole.end, part.start)
            return (part, whole) if between and stop < 0 and value(whole) > value(part) else None
    return None


def _named(proof: Proof, part: Amount, name: str) -> tuple[Amount, Amount] | None:
    """Return the part and the one whole of this name (常住人口) that its speech tells."""
    row = proof.row_at(part.start)
    told = {
        whole.number: whole
        for found in re.finditer(re.escape(name) + "(?:总数)?[有共为达约]{0,2}", proof.text)
        for place in [bisect_left(proof.amounts, found.end(), key=lambda amount: amount.start)]
        for whole in proof.amounts[place : place + 1]
        if whole.start == found.end() and proof.row_at(whole.start).speech == row.speech
    }
    whole = told.popitem()[1] if len(told) == 1 else None
    return (part, whole) if whole and unit(whole) == unit(part) and value(whole) > value(part) else None


def _done(proof: Proof, near: Sequence[Amount], share: Amount, deed: str) -> tuple[Amount, Amount] | None:
    """Return the part and the whole of 47个项目开工41个，开工率87.2%."""
    for place in range(len(near) - 1, 0, -1):
        part = near[place]
        if proof.text.endswith((deed, f"{deed}了", f"{deed}完成"), 0, part.start):
            told = [
                one
                for one in reversed(near[:place])
                if unit(one) == unit(part) and not is_date(one) and value(one) * _SLIP >= value(part)
            ]
            whole = next(
                (one for one in told if _fits(proof.text, share, part, one)), told[0] if told else None
            )
            return (part, whole) if whole else None
    return None


def _fits(text: str, share: Amount, part: Amount, whole: Amount) -> bool:
    low, high = ratio(bounds(text, part), bounds(text, whole))
    told = bounds(text, share)
    slack = Decimal("0.5") if "." not in share.number and not about(text, share) else Decimal(0)
    return agree((told[0] - slack, told[1] + slack), (low * 100, high * 100))


def _judge(text: str, share: Amount, part: Amount, whole: Amount) -> Iterator[Spot]:
    if not _fits(text, share, part, whole):
        exact = plain(value(part) * 100 / value(whole), 1)
        message = _("{part} of {whole} is {exact}%, not {told}%")
        message = message.format(part=part.number, whole=whole.number, exact=exact, told=share.number)
        yield Spot(share.start, share.end, message)
