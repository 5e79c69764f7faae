"""F01: a figure of which the facts know nothing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.messages import N_, _
from draftkit.review.amounts import about, bounds, is_ordinal, value
from draftkit.review.known import Known, known_numbers, roundable_numbers, same, unit_of
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.numbers import Amount

_DATES = frozenset("月日号")
_ROUND = 2
"""Digits that mean something in a round number, at most (own)."""
_MARKER = re.compile(r"[.．、）)](?!\d)")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each number in digits that no fact has in any of its readings; dates and markers are left out."""
    if proof.facts is None:
        return
    known = known_numbers(proof.facts)
    exact = roundable_numbers(proof.facts)
    for amount in proof.amounts:
        if not (
            _is_exempt(proof, amount)
            or any(same(amount, number) for number in known)
            or _is_rounded(proof.text, amount, exact)
        ):
            yield Spot(amount.start, amount.end, _message(amount, known))


def _is_rounded(text: str, amount: Amount, exact: frozenset[Known]) -> bool:
    """Whether a number that is called approximate (近8000户) rounds one of the facts."""
    low, high = bounds(text, amount)
    return bool(about(text, amount)) and any(
        low <= number.value <= high
        and number.unit == unit_of(amount.unit)
        and _digits(value(amount)) <= min(_ROUND, _digits(number.value) - 1)
        for number in exact
    )


def _digits(number: Decimal) -> int:
    """Return how many digits of a number mean something: 1 for 8000, 3 for 7860."""
    return len(number.normalize().as_tuple().digits)


def _is_exempt(proof: Proof, amount: Amount) -> bool:
    """Whether a number is a date, an ordinal or a marker."""
    text = proof.text
    if amount.unit in _DATES or (
        amount.unit in ("年", "") and len(amount.number) == 4 and amount.number[:2] in ("19", "20")
    ):
        return True
    start = text[amount.start - 1 : amount.start]
    marker = start in ("", "\n", "。", "；", "：", "（", "(") and bool(_MARKER.match(text, amount.end))
    return marker or is_ordinal(text, amount)


def _message(amount: Amount, known: frozenset[Known]) -> str:
    near = sorted(
        number
        for number in known
        if number.unit == unit_of(amount.unit) and _is_slip(amount.number, f"{number.value:f}")
    )
    if not near:
        return _("no fact has this number")
    return _("no fact has this number; one has {number}").format(number=f"{near[0].value:f}{amount.unit}")


def _is_slip(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


RULE = Rule(
    code="F01",
    name=N_("figure that no fact has"),
    grade="实务",
    looks_for=N_(
        "with --facts: a number in the draft that no figure has in any reading, and no words of the facts"
    ),
    why=N_("A number without a source cannot be answered for."),
    source=N_("the facts file"),
    hits=(),
    passes=(),
    check=check,
)
