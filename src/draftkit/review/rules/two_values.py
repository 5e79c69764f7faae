"""C03: one fact with two numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from draftkit.messages import N_, _
from draftkit.review.amounts import agree, bounds, is_date, is_ordinal, unit
from draftkit.review.mentions import Mention, is_planned, mention_of, when
from draftkit.review.one_fact import one_count, one_deed, one_measure
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import Amount

_STOP = re.compile("[。！？\n]")
_AGE = re.compile("及?以[上下]|至|—")
"""What stands behind an age that is the limit of a group: 65岁以上."""
_FAR = 40
"""Characters from which two amounts of one sentence are no list."""
_MOST = 40
"""Amounts of one unit on either side with which one is compared."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield both places of a fact that a speech tells with two numbers."""
    text = proof.text
    for group in _groups(proof):
        for pair in _pairs(text, group):
            for here, there in (pair, pair[::-1]):
                words = text[there.amount.start : there.amount.end]
                message = _("{there} elsewhere in this speech: one fact, two numbers?").format(there=words)
                yield Spot(here.amount.start, here.amount.end, message)


def _groups(proof: Proof) -> Iterator[list[Mention]]:
    """Yield the mentions of each speech that have one unit, where their numbers differ. The second number of a
    change has the name that stands before its first; the first one is of the past, and has none."""
    text = proof.text
    found: dict[tuple[int, str], list[Amount]] = defaultdict(list)
    past = {changed.before.start for changed in proof.changes}
    rows = iter(proof.rows)
    row = next(rows, None)
    for amount in proof.amounts:
        while row and row.end < amount.end:
            row = next(rows, None)
        counted = amount.unit and not is_date(amount) and not is_ordinal(text, amount)
        limit = amount.unit.endswith("岁") and _AGE.match(text, amount.end)
        if row and counted and not limit and amount.start not in past:
            found[row.speech, unit(amount)].append(amount)
    changes = {changed.after.start: changed.before for changed in proof.changes}
    for amounts in found.values():
        if len({amount.number for amount in amounts}) > 1:
            yield [_mention(text, amount, changes.get(amount.start)) for amount in amounts]


def _mention(text: str, amount: Amount, before: Amount | None) -> Mention:
    mention = mention_of(text, amount)
    return mention._replace(name=mention_of(text, before).name) if before else mention


def _pairs(text: str, group: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs that tell of one fact by their words, and have two numbers for it."""
    for place, one in enumerate(group):
        for other in group[place + 1 : place + _MOST]:
            if one.amount.number != other.amount.number and _one_fact(text, one, other):
                first, second = one.amount, other.amount
                apart = second.start - first.end > _FAR or _STOP.search(text, first.end, second.start)
                if apart and not agree(bounds(text, first), bounds(text, second)):
                    yield one, other


def _one_fact(text: str, one: Mention, other: Mention) -> bool:
    measured = one.name and other.name
    counted = not measured and one_count(one, other)
    if not counted and not (one_measure if measured else one_deed)(one, other):
        return False
    first, second = when(text, one.amount), when(text, other.amount)
    if counted:
        return not (first and second and first.isdisjoint(second))
    return first == second and is_planned(text, one.amount) == is_planned(text, other.amount)


RULE = Rule(
    code="C03",
    name=N_("one fact with two numbers"),
    grade="实务",
    looks_for=N_("the same thing told in a speech with two numbers: in title, opening, headings and body"),
    why=N_("Whoever hears both numbers believes neither."),
    source=N_("habit of offices"),
    hits=("全县有大小水库73座。\n全县78座水库全部落实了责任人。",),
    passes=("全县有大小水库73座。\n全县73座水库全部落实了责任人。",),
    check=check,
)
