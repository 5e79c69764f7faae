"""F02: a fact that the draft does not use."""

from collections.abc import Iterator

from draftkit.fact.figure import Figure, Members, Unknown
from draftkit.messages import N_, _
from draftkit.review.known import numbers_of, readings, same, statements
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_GRAM = 4
_SHARE = 0.3
"""A statement of which less is in the draft, by stretches of four characters, is not used (own)."""
_SHOWN = 16


def check(proof: Proof) -> Iterator[Spot]:
    """Yield, at the head of the draft, each figure and each statement that is not in it."""
    if proof.facts is None:
        return
    for name, figure in proof.facts.figures.items():
        if not _is_told(proof, figure):
            yield Spot(0, 0, _("the draft does not use the figure “{name}”").format(name=name))
    for pieces in statements(proof.facts):
        if not _is_said(proof.text, pieces):
            words = "".join(pieces)[:_SHOWN]
            yield Spot(0, 0, _("the draft does not use the fact “{words}”").format(words=words))


def _is_told(proof: Proof, figure: Figure) -> bool:
    if isinstance(figure.kind, Unknown):
        return True
    if isinstance(figure.kind, Members):
        return any(words in proof.text for words in (*figure.kind.items, *readings(figure)))
    numbers = [number for number in numbers_of(figure) if number.unit not in ("年", "月", "日")]
    return any(same(amount, number) for amount in proof.amounts for number in numbers)


def _is_said(text: str, pieces: tuple[str, ...]) -> bool:
    """Whether enough of a statement stands in a text, by stretches of four characters of its pieces."""
    grams = [
        piece[place : place + _GRAM] for piece in pieces for place in range(max(1, len(piece) - _GRAM + 1))
    ]
    return sum(gram in text for gram in grams) >= len(grams) * _SHARE


RULE = Rule(
    code="F02",
    name=N_("fact that is not used"),
    grade="实务",
    looks_for=N_("with --facts: figures and statements of the facts file that the draft does not have"),
    why=N_("What was supplied and is missing was lost on the way, or left out for a reason."),
    source=N_("the facts file"),
    hits=(),
    passes=(),
    check=check,
)
