"""What a figure must satisfy before it may be quoted: recomputed here, refused where it does not hold."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from draftkit.fact.figure import DOWN, UP, Change, Figure, Members, Plain, Range, Ratio, Total, count_of
from draftkit.fact.number import Number, number_in, plain
from draftkit.messages import _

_APPROX = re.compile(r"(?P<before>近|超过|超|逾|约)?(?P<number>[\d,.]+[万亿]?)(?P<after>余|多)?", re.ASCII)
NEAR = Decimal("0.1")
"""近 may round up by a tenth at most; 约 by half of that either way; 超 and 逾 down by a quarter (ours)."""


class Fault(NamedTuple):
    """What is wrong with a figure, at which of its keys, and what to do."""

    key: str
    message: str
    advice: str


def faults(figure: Figure) -> Iterator[Fault]:
    """Yield every fault of a figure: sums, percentages, order, direction, count of members, rounding."""
    match figure.kind:
        case Change() as change:
            yield from _direction(change)
        case Ratio() as ratio:
            yield from _percentage(ratio)
        case Range(low, high) if low.value >= high.value:
            message = _("the range runs from {low} down to {high}").format(low=low.text, high=high.text)
            yield Fault("low", message, _("Write the smaller value as low: and the larger as high:"))
        case Total(number, parts):
            yield from _sum(number, parts)
        case Members() as members:
            yield from _count(members)
    if figure.approx:
        yield from _rounding(figure)


def _direction(change: Change) -> Iterator[Fault]:
    rising = change.end.value > change.start.value
    if "/" in change.word:
        return
    if change.word and change.word not in (*UP, *DOWN):
        known = "、".join((*UP, *DOWN))
        message = _("“{word}” is no word for a change").format(word=change.word)
        yield Fault("word", message, _("Known here: {words}").format(words=known))
    elif change.word and ((change.word in UP) != rising or change.start.value == change.end.value):
        message = _("“{word}” does not fit a change from {start} to {end}")
        message = message.format(word=change.word, start=change.start.text, end=change.end.text)
        yield Fault("word", message, _("Leave word: out; the direction is computed"))


def _percentage(ratio: Ratio) -> Iterator[Fault]:
    if ratio.whole.value <= 0 or ratio.part.value > ratio.whole.value:
        message = _("{part} cannot be a part of {whole}").format(part=ratio.part.text, whole=ratio.whole.text)
        yield Fault("whole", message, _("Check value: (the part) and whole:"))
    elif ratio.percent:
        exact = plain(ratio.part.value * 100 / ratio.whole.value, ratio.percent.places)
        if Decimal(exact) != ratio.percent.value:
            message = _("{part} of {whole} is {exact}%, not {given}%")
            message = message.format(
                part=ratio.part.text, whole=ratio.whole.text, exact=exact, given=ratio.percent.text
            )
            yield Fault("percent", message, _("Correct it, or leave percent: out; it is computed"))


def _sum(number: Number, parts: tuple[tuple[str, Number], ...]) -> Iterator[Fault]:
    total = sum((part.value for _name, part in parts), Decimal(0))
    if total != number.value:
        message = _("the parts add up to {total}, not to {value}")
        message = message.format(total=plain(total, 4), value=number.text)
        yield Fault("parts", message, _("Correct the parts or the value"))


def _count(members: Members) -> Iterator[Fault]:
    given, said = len(members.items), count_of(members.coin)
    if given < 2:
        yield Fault("items", _("a list needs two members at least"), _("Add members, or write a value:"))
    elif said is not None and said != given and count_of(members.coined) != given:
        message = _("“{coin}” announces {said}, {given} members are given")
        message = message.format(coin=members.coin, said=said, given=given)
        yield Fault("coin", message, _("Leave the numeral out of coin: (as in 个一批); it is counted"))
    if len(set(members.items)) < given:
        yield Fault("items", _("a member stands twice"), _("Each member is named once"))


def _rounding(figure: Figure) -> Iterator[Fault]:
    value = figure.kind.number if isinstance(figure.kind, Plain | Total) else None
    found = _APPROX.fullmatch(figure.approx)
    rounded = number_in(found["number"]) if found else None
    if value is None or found is None or rounded is None or not (found["before"] or found["after"]):
        message = _("“{approx}” is no rounding of this figure").format(approx=figure.approx)
        yield Fault("approx", message, _("Write 近8000, 超8000, 约8000 or 8000余 beside a plain value:"))
    elif not _fits(found["before"] or found["after"], value.value, rounded[0]):
        message = _("“{approx}” does not fit {value}").format(approx=figure.approx, value=value.text)
        yield Fault(
            "approx", message, _("近 is a little less than, 超 and 余 a little more than the round number")
        )


def _fits(word: str, value: Decimal, rounded: Number) -> bool:
    base = rounded.value
    match word:
        case "近":
            return base * (1 - NEAR) <= value < base
        case "约":
            return abs(value - base) <= base * NEAR / 2
        case "余" | "多":
            return base < value < base + _step(base)
        case _:
            return base < value <= base * (1 + NEAR * 5 / 2)


def _step(base: Decimal) -> Decimal:
    """Return the weight of the last digit that is not 0: 10 for 30, 1000 for 8000."""
    exponent = base.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
