"""Whether two numbers of a speech tell of one fact, as far as the words beside them can say (own)."""

import re
from decimal import Decimal

from draftkit.review.amounts import value
from draftkit.review.mentions import HEAD, THIS, WHOLE, Mention
from draftkit.zh.numbers import Amount

_CLOSE = 3
"""Whole numbers that lie so near may be one that was counted again."""
_ONE = re.compile("[村镇店厂校站](?![民干级里委长员])")
"""A noun of one character, whatever follows it: 19个村集体经济收入."""
_FILLERS = re.compile("现有|共有|共|已|了|累计")
"""Words before a number that tell nothing of what is counted."""
_CLEAR = 4
"""Characters of a name that says what is measured; a shorter one (办结率) may be another's."""
_LONG = 3
"""Characters of a number that hardly looks like another by chance."""
_ENOUGH = 5
"""What noun, pointing and likeness must add up to."""
_GENERAL = frozenset(
    ("个", "名", "人", "次", "元", "%", "％", "天", "岁", "分", "万元", "人次", "个月", "小时")
)
"""Units of many things: they alone do not tell what is counted."""


def one_measure(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one measure: 群众满意率, 满意率."""
    shorter, longer = sorted((one.name, other.name), key=len)
    if not shorter or not longer.endswith(shorter):
        return False
    return len(shorter) >= _CLEAR or shorter.startswith("满意") or likeness(one.amount, other.amount) > 1


def one_deed(one: Mention, other: Mention) -> bool:
    """Whether two counts that look alike stand behind the same words: 关停养殖场154家, 关停养殖场145家."""
    if one.part or other.part:
        return False
    shorter, longer = sorted((_FILLERS.sub("", mention.before) for mention in (one, other)), key=len)
    if len(shorter) < _CLEAR or not longer.endswith(shorter):
        return False
    alike = likeness(one.amount, other.amount)
    return alike >= _LONG or (alike == _LONG - 1 and len(shorter) >= _CLEAR + 2)


def one_count(one: Mention, other: Mention) -> bool:
    """Whether two different counts of one unit are of the same things."""
    if one.part or other.part:
        return False
    points = max(one.points, other.points)
    if not points and len(one.amount.number) < _LONG:
        return False
    specific = one.amount.unit not in _GENERAL
    noun = _noun(one, other)
    if not noun and not specific and not one.bare and not other.bare:
        return False
    known = one.total or other.total or points == THIS or min(one.points, other.points) >= WHOLE
    if noun == 2 and points >= WHOLE and known:
        return True
    if specific and (_taken_up(one, other) or _taken_up(other, one)):
        return True
    alike = likeness(one.amount, other.amount)
    if alike < 2 or _is_part(*sorted((one, other), key=lambda mention: value(mention.amount))):
        return False
    if one.bare or other.bare:
        return points == THIS or (points > 0 and specific)
    return noun + points + alike >= _ENOUGH and noun > 0


def _taken_up(first: Mention, again: Mention) -> bool:
    """Whether the noun before a number stands behind one of much the same size: 易涝点19处, 对19处易涝点."""
    if first.behind or again.points < HEAD or len(again.behind) < 2 or not first.before.endswith(again.behind):
        return False
    return Decimal("0.1") < value(first.amount) / max(value(again.amount), Decimal(1)) < 10


def _is_part(small: Mention, large: Mention) -> bool:
    """Whether the smaller number may be of some of what the larger one counts in all."""
    if small.amount.unit not in _GENERAL:
        return False
    return (
        small.points < HEAD
        and not small.total
        and bool(small.behind)
        and (large.total or large.points == WHOLE)
    )


def _noun(one: Mention, other: Mention) -> int:
    """Return 2 where the same is counted (大小水库73座, 全县73座水库), 1 for the same kind (病险水库)."""
    if _speaks_of(one, other.behind) or _speaks_of(other, one.behind):
        return 2
    if one.behind[:1] == other.behind[:1] and _ONE.match(one.behind) and _ONE.match(other.behind):
        return 2
    ends = [mention.behind or mention.before[-4:] for mention in (one, other)]
    if not all(ends):
        return 0
    if ends[0].endswith(ends[1]) or ends[1].endswith(ends[0]):
        return 2
    return int(ends[0][-1] == ends[1][-1])


def _speaks_of(mention: Mention, noun: str) -> bool:
    """Whether a noun stands beside a number; of 个 and the like, not where another noun is made of it before
    the number: 社区食堂9个 are no 社区."""
    before = mention.before[-8:]
    place = before.rfind(noun[:2]) if len(noun) > 1 else -1
    ends = mention.amount.unit not in _GENERAL or noun.startswith(before[place:])
    return len(noun) > 1 and (noun[:2] in mention.behind or (place >= 0 and ends))


def likeness(one: Amount, other: Amount) -> int:
    """Return how unlikely it is that two numbers look alike by chance: by their digits, 4 at most; 0 if not."""
    a, b = one.number, other.number
    close = (a + b).isdecimal() and abs(value(one) - value(other)) <= _CLOSE
    if len(a) == len(b):
        places = [place for place, (here, there) in enumerate(zip(a, b, strict=True)) if here != there]
        swapped = len(places) == 2 and places[1] == places[0] + 1 and a[places[0]] == b[places[1]]
        close = close or len(places) == 1 or swapped
    return min(4, max(_digits(a), _digits(b))) if close and max(len(a), len(b)) > 1 else 0


def _digits(number: str) -> int:
    """Return how many digits of a number mean something: 2 for 1200."""
    return len(number.rstrip("万亿").replace(".", "").replace(",", "").strip("0"))
