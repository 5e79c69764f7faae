"""C24: a word of direction, or a difference, against its two numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from draftkit.fact.number import plain
from draftkit.messages import N_, _
from draftkit.review.amounts import Bounds, agree, bounds, is_date, is_ordinal, ratio, rise, value
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import OPPOSITES, PAIRS, Amount, Changed

_WORDS = "|".join(sorted({*PAIRS, *OPPOSITES}, key=len, reverse=True))
_MEANWHILE = "(?:累计|同比|环比|整整|净|足足|平均|共|一共|相当于|也就是|即|分别)*"
_MORE_OR_LESS = "(?:了|近|约|超过|超|到)*"
_BY = re.compile(
    rf"[^，。；！？\d\n]{{0,6}}[，,、（(]?{_MEANWHILE}"
    rf"(?:(?P<word>{_WORDS}){_MORE_OR_LESS}|(?P<noun>[增升涨降跌]幅)(?:达到|达|为|近|约|超过|超)*"
    r"|(?P<times>是|为|达到|相当于)[^，。；\d\n]{0,8}的(?:近|约|超过)?)"
)
_FROM = re.compile(r"[由从自][^，。；！？\d\n]*$")
_TO = re.compile(
    rf"[^，。；！？\d\n]{{0,6}}[，,、][^，。；！？\d\n]{{0,8}}?(?P<word>{_WORDS})(?:到了?|至|为|成)[^，。；！？\d\n]{{0,8}}"
)
_THAN = re.compile(
    rf"[^。；！？\d\n]{{0,10}}?[，,（(]?(?:比|较|同)(?:(?!{_WORDS})[^，。；\d\n]){{0,12}}?的?(?:近|约)?"
)
_CHANGED = re.compile(
    rf"(?:相比)?[，,]?{_MEANWHILE}(?P<word>{_WORDS})(?P<noun>(?!))?(?P<times>(?!))?{_MORE_OR_LESS}"
)
_DOUBLED = re.compile(r"[^。；！？\d\n]{0,12}?(?P<word>翻了?(?:近|约|超过)?(?P<times>[一两二三123])番)")
_SCANT, _AMPLE = Decimal("0.9"), Decimal("1.5")
"""翻一番 is said of what grew to a little less than twice, or somewhat more (own)."""
_RANKS = frozenset(("名次", "级", "等"))
_RANKED = re.compile("排|名次|位次|考核|评价|综合")
"""What makes a rank of 位 and 名: a smaller one is better."""
_PERCENT = frozenset(("%", "％"))
_POINTS = frozenset(("个百分点", "百分点"))
_SHORT, _LONG = 12, 26
"""Characters between a value, the one it is compared with, and the difference, at most."""
_HALF = Decimal("0.5")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 由82.5%下降到96.3%, 由82.5%提高到96.3%，提高14.8个百分点, 比去年的9起减少3起 of 5 and 9."""
    text, amounts = proof.text, proof.amounts
    for changed in (*proof.changes, *_apart(text, amounts)):
        before, after = changed.before, changed.after
        if _is_rank(text, before, after):
            continue
        if changed.word and (changed.word in PAIRS) != (value(after) > value(before)):
            message = _("from {before} to {after} is no {word}: check the word and both numbers")
            message = message.format(before=before.number, after=after.number, word=changed.word)
            yield Spot(changed.place, changed.place + len(changed.word), message, _opposite(changed.word))
            continue
        yield from _doubled(text, before, after)
        place = bisect_right(amounts, after.start, key=lambda amount: amount.start)
        by = _BY.fullmatch(text, after.end, amounts[place].start) if place < len(amounts) else None
        if by:
            yield from _by(text, before, after, amounts[place], by)
    yield from _compared(text, amounts)


def _apart(text: str, amounts: tuple[Amount, ...]) -> Iterator[Changed]:
    """Yield the changes of which the second number stands in a clause of its own: 由41分钟，压缩到9分钟."""
    for before, after in pairwise(amounts):
        if before.unit == after.unit and 2 < after.start - before.end < _LONG and not is_date(after):
            found = _TO.fullmatch(text, before.end, after.start)
            if found and _FROM.search(text, max(0, before.start - _LONG), before.start):
                yield Changed(before, after, found["word"], found.start("word"))


def _is_rank(text: str, before: Amount, after: Amount) -> bool:
    if after.unit in _RANKS or is_ordinal(text, after) or is_ordinal(text, before):
        return True
    return after.unit in ("位", "名") and bool(_RANKED.search(text, max(0, before.start - 16), before.start))


def _doubled(text: str, before: Amount, after: Amount) -> Iterator[Spot]:
    found = _DOUBLED.match(text, after.end)
    if found and value(before) > 0:
        wanted = Decimal(2) ** ("一两三".find(found["times"]) + 1 or "123".find(found["times"]) + 1 or 2)
        times = value(after) / value(before)
        if not wanted * _SCANT <= times <= wanted * _AMPLE:
            message = _("{before} to {after} is not {times} doublings (each is ×2)")
            message = message.format(before=before.number, after=after.number, times=found["times"])
            yield Spot(found.start("word"), found.end(), message)


def _by(text: str, before: Amount, after: Amount, by: Amount, found: re.Match[str]) -> Iterator[Spot]:
    """Judge what is said of a change behind it: 提高13.8个百分点, 增长2倍, 增幅35%."""
    start, end = bounds(text, before), bounds(text, after)
    risen = rise(start, end)
    word = found["word"] or found["noun"]
    if word and (word in PAIRS or word[0] in "增升涨") != (risen[1] > 0):
        message = _("from {before} to {after} is no {word}: check the word and both numbers")
        yield Spot(
            *found.span("word" if found["word"] else "noun"),
            message.format(before=before.number, after=after.number, word=word),
            _opposite(word) if found["word"] else None,
        )
        return
    size = (min(abs(risen[0]), abs(risen[1])), max(abs(risen[0]), abs(risen[1])))
    known = _measure(by.unit, after.unit, size, start, end, bool(found["times"]))
    if known and not agree(_told(text, by), known):
        message = _("from {before} to {after} it is {exact}{unit}, not {told}{unit}")
        exact = plain((known[0] + known[1]) / 2, 1 if known[0] % 1 or known[1] % 1 else 0)
        message = message.format(
            before=before.number, after=after.number, exact=exact, told=by.number, unit=by.unit
        )
        yield Spot(by.start, by.end, message)


def _measure(unit: str, base: str, size: Bounds, start: Bounds, end: Bounds, times: bool) -> Bounds | None:
    """Return by how much a value changed, in the unit in which it is told; None for another unit."""
    if start[0] <= 0 or end[0] <= 0:
        return size if unit == base else None
    if unit == "倍":
        low, high = ratio(end, start)
        return (low, high) if times else (low - 1, high - 1)
    if times:
        return None
    if unit == base not in _PERCENT or (unit in _POINTS and base in _PERCENT):
        return size
    if unit in _PERCENT and base not in _PERCENT:
        return size[0] * 100 / start[1], size[1] * 100 / start[0]
    return None


def _told(text: str, amount: Amount) -> Bounds:
    """Return what a difference may mean: one without decimals may have been rounded."""
    low, high = bounds(text, amount)
    slack = _HALF if low == high and (amount.unit in _PERCENT or amount.unit in _POINTS) else Decimal(0)
    return low - slack, high + slack


def _compared(text: str, amounts: tuple[Amount, ...]) -> Iterator[Spot]:
    """Judge 96.3%，比改造前的82.5%提高14.8个百分点."""
    for after, before, by in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if by.start - before.end > _SHORT or before.start - after.end > _LONG or before.unit != after.unit:
            continue
        found = _CHANGED.fullmatch(text, before.end, by.start)
        if found and not is_date(after) and _THAN.fullmatch(text, after.end, before.start):
            yield from _by(text, before, after, by, found)


def _opposite(word: str) -> str:
    return PAIRS.get(word) or OPPOSITES[word]


RULE = Rule(
    code="C24",
    name=N_("direction or difference that does not fit"),
    grade="实务",
    looks_for=N_(
        "由82.5%下降到96.3%; a difference, a growth rate, 倍 or 翻番 that the two numbers beside it do not give"
    ),
    why=N_("The words and the numbers of a change contradict each other; one of them is wrong."),
    source=N_("arithmetic"),
    hits=("群众满意率由82.5%下降到96.3%。", "满意率由82.5%提高到96.3%，提高14.8个百分点。"),
    passes=("群众满意率由82.5%提高到96.3%，提高13.8个百分点。", "排名从第38位上升到第29位。"),
    check=check,
)
