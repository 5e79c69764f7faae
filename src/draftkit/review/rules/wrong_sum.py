"""C04: parts that do not add up to their total, what is left, and a hundred percent."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from draftkit.fact.number import plain
from draftkit.messages import N_, _
from draftkit.review.amounts import Bounds, about, agree, bounds, is_date, is_ordinal, rise, unit, value
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.review.shares import wrong_shares
from draftkit.zh.numbers import Amount

_W = r"[^，。；：、！？“”（）(),;:\d\n]"
_OF_WHICH = re.compile(
    rf"{_W}{{0,6}}(?:[，,。；]?(?P<loose>其中)[：:，,]?(?:有|包括)?|[，,]?分别[为是]?|[，,](?=男)|[（(—：:]+(?:其中[：:，,]?|包括|分别[为是]?)?)"
    rf"{_W}{{0,10}}"
)
_RATIO = frozenset(":：—")
"""What stands in 9:00, 2:6:2 and 19001—2016, which are one number each."""
_NEXT = re.compile(rf"{_W}{{0,8}}[、，,和及]{_W}{{0,10}}")
_IN_ALL = re.compile(rf"{_W}{{0,6}}[，,]?(?:一共|总共|共计|合计|总计|共)(?:有|为|达)?")
_MORE = re.compile(rf"{_W}{{0,6}}等|以[上下]|左右")
_CROSSING = re.compile(
    "女|党员|团员|学历|大专|本科|研究生|岁|以上|以下|以内|少数民族|残疾|低保|高级|骨干|超过|不足|新增|先后|每"
)
"""Words of parts that may overlap: a woman may be of the party; men and women are the whole."""
_AFTER = re.compile(f"{_W}{{0,8}}")
_LABEL, _TEN = 10, 10
"""Characters before an amount that may name it; the least that a digit not the last one stands for."""
_TYPICAL = re.compile("最|均|每|至少|超过")
"""Words of a number that is no total: 户均3万元，其中最多的8万元."""
_LEFT = re.compile(r"(?:剩下|剩余|其余|余下)的?(?:还有|尚有|仅)?(?=\d)")
_SHARE_OF = re.compile(rf"占比?(?:分别)?[达为]?{_W}{{0,8}}$")
_PERCENTS = re.compile(rf"[、，,和及](?:{_W}{{0,12}}占比?(?:[达为]到?)?)?")
_PEOPLE = frozenset(("人", "名", "位"))
_NEAR = Decimal("0.15")
"""A 其中 whose parts fall short of the total by more leaves some out (own)."""
_GAP, _REACH, _BEFORE, _MOST_SHARES = 30, 90, 8, 12
"""Characters between two amounts of one sum; characters, and amounts, before 剩下; shares in a row, at most."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 37个，其中东片20个、西片16个; 62件，化解37件，剩下的26件; 16个，占37个的34.2%."""
    text, amounts = proof.text, proof.amounts
    for place, (first, second) in enumerate(pairwise(amounts)):
        if _kind(first) != _kind(second) or is_date(first) or second.start - first.end > _GAP:
            continue
        gap = _OF_WHICH.fullmatch(text, first.end, second.start)
        if gap and not first.unit and gap[0] in _RATIO:
            continue
        if gap:
            yield from _judge(text, first, _run(text, amounts, place + 1, 1), gap["loose"] is not None)
        elif _IN_ALL.fullmatch(text, first.end, second.start):
            parts = _run(text, amounts, place, -1)[::-1]
            yield from _judge(text, second, parts, False) if len(parts) > 1 else ()
    for left in _LEFT.finditer(text):
        place = bisect_left(amounts, left.end(), key=lambda amount: amount.start)
        row = proof.row_at(left.start())
        yield from _rest(text, amounts, place, max(row.start, left.start() - _REACH))
    yield from _hundred(text, amounts)
    yield from wrong_shares(proof)


def _run(text: str, amounts: Sequence[Amount], place: int, step: int) -> list[Amount]:
    """Return the amounts of one unit that a list has from a place on, forwards or backwards."""
    found = [amounts[place]]
    while 0 <= place + step < len(amounts):
        here, there = sorted((amounts[place], amounts[place + step]))
        if _kind(here) != _kind(there) or not _NEXT.fullmatch(text, here.end, there.start):
            break
        place += step
        found.append(amounts[place])
    return found


def _judge(text: str, total: Amount, parts: Sequence[Amount], loose: bool) -> Iterator[Spot]:
    """Judge the parts of a total; a `loose` list (其中 …) may leave some out."""
    whole = bounds(text, total)
    largest = max(parts, key=lambda part: bounds(text, part)[0])
    start = min(total.end, max(0, parts[0].start - _LABEL))
    if bounds(text, largest)[0] > whole[1]:
        if not about(text, total) and not _TYPICAL.search(text, max(0, total.start - _LABEL), largest.start):
            message = _("{part} of {whole}: a part is more than the whole")
            message = message.format(part=_words(text, largest), whole=_words(text, total))
            yield Spot(largest.start, largest.end, message)
        return
    added = _added(text, parts)
    behind = _AFTER.match(text, parts[-1].end)
    named = text[start : behind.end() if behind else parts[-1].end]
    crossing = _CROSSING.search(named.replace("女", "") if "男" in named else named)
    if len(parts) < 2 or crossing or is_ordinal(text, parts[0]) or agree(added, whole):
        return
    short = whole[0] - added[1]
    if short > 0 and (
        _MORE.match(text, parts[-1].end) or (loose and not _is_near(short, whole[1], len(parts)))
    ):
        return
    message = _("the parts add up to {sum}, not to {total}")
    message = message.format(sum=plain(sum(map(value, parts), Decimal(0)), 4), total=total.number)
    yield Spot(parts[0].start, parts[-1].end, message)


def _is_near(short: Decimal, whole: Decimal, parts: int) -> bool:
    """Whether a sum is so near to its total that it is meant to be it; of three parts and more also where one
    digit that is wrong (20 for 80) would explain what it lacks."""
    slip = parts > 2 and len(short.normalize().as_tuple().digits) == 1 and short >= _TEN
    return short <= whole * _NEAR or slip


def _added(text: str, parts: Sequence[Amount]) -> Bounds:
    lows, highs = zip(*(bounds(text, part) for part in parts), strict=True)
    return sum(lows, Decimal(0)), sum(highs, Decimal(0))


def _rest(text: str, amounts: Sequence[Amount], place: int, start: int) -> Iterator[Spot]:
    """Judge what is left: a total before it less its parts, in whatever way they can be taken together."""
    if place == len(amounts):
        return
    rest = amounts[place]
    before = [amount for amount in amounts[max(0, place - _BEFORE) : place] if amount.start >= start]
    told = [bounds(text, amount) for amount in before if _kind(amount) == _kind(rest)]
    left = bounds(text, rest)
    if len(told) < 2 or is_date(rest) or left[1] > max(high for _low, high in told):
        return
    for number, whole in enumerate(told):
        for parts in (*([part] for part in told[number + 1 :]), told[number + 1 :]):
            gone = sum((part[0] for part in parts), Decimal(0)), sum((part[1] for part in parts), Decimal(0))
            if agree(left, rise(gone, whole)):
                return
    message = _("{rest} is not what is left: check it and the numbers before it")
    yield Spot(rest.start, rest.end, message.format(rest=_words(text, rest)))


def _hundred(text: str, amounts: Sequence[Amount]) -> Iterator[Spot]:
    """Judge shares in a row, which are of one whole where 占 stands before the first: they make 100 at most."""
    done = 0
    for place, (first, second) in enumerate(pairwise(amounts)):
        if first.start < done or unit(first) != "%" or unit(second) != "%":
            continue
        if not _SHARE_OF.search(text, max(0, first.start - _GAP), first.start):
            continue
        row = [first]
        for here, there in pairwise(amounts[place : place + _MOST_SHARES]):
            if unit(there) != "%" or not _PERCENTS.fullmatch(text, here.end, there.start):
                break
            row.append(there)
        done = row[-1].end
        low, _high = _added(text, row)
        label = max(text.rfind(mark, 0, first.start) for mark in "，。；：\n") + 1
        if len(row) > 2 and low > 100 and not _CROSSING.search(text, label, done):
            message = _("the shares add up to {sum}%").format(sum=plain(sum(map(value, row), Decimal(0)), 2))
            yield Spot(first.start, done, message)


def _kind(amount: Amount) -> str:
    return "人" if amount.unit in _PEOPLE else unit(amount)


def _words(text: str, amount: Amount) -> str:
    return text[amount.start : amount.end]


RULE = Rule(
    code="C04",
    name=N_("sum or share that does not come out"),
    grade="实务",
    looks_for=N_("parts that do not add up to their total, what is left after a part, shares of a known whole"),
    why=N_("Who checks one sum and finds it wrong believes none of the others."),
    source=N_("arithmetic"),
    hits=("全街道改造楼院37个，其中东片20个、西片16个。",),
    passes=("全街道改造楼院37个，其中东片20个、西片17个。", "全镇党员86名，其中女党员21名、大专以上70名。"),
    check=check,
)
