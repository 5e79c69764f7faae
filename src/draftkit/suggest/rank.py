"""Which sets are shown: the best balanced and best fitting first, each on another frame and in other words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from draftkit.rhetoric.balance import Balance, balance, stretches
from draftkit.suggest.candidates import Candidate
from draftkit.suggest.search import siblings
from draftkit.suggest.vocabulary import ANY

FITTING = 0.2
"""What the fit of the words weighs in a score beside the balance (our own)."""
ALIKE = 0.1
"""What a set loses in rank for each one before it that is built alike (our own)."""

ENOUGH = 4
"""Characters beside its topic with which a heading says something (our own): verb and object."""

BARE = 0.25
"""How well a heading fits that has but its topic (our own)."""
ROUNDED = 2
"""Decimals to which two scores are the same."""


class Plan(NamedTuple):
    """A frame, how it is built, the words that all siblings must have, those that they may have, and for each
    its candidates and its topic's names; `enough` characters beside the topic say something of it."""

    frame: str
    build: str
    fixed: tuple[str, ...]
    held: tuple[str, ...]
    lists: Sequence[Sequence[Candidate]]
    names: Sequence[Sequence[str]]
    enough: int = ENOUGH


class Suggestion(NamedTuple):
    """Siblings, the frame on which they are built, the parts of their balance, how near their words are to
    the topics (0 to 1), how many blanks they have, and their score (0 to 1)."""

    frame: str
    texts: tuple[str, ...]
    balance: Balance
    words: float
    blanks: int
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """The parts of the score by their names, the words last."""
        return {**self.balance._asdict(), "words": self.words}


class _Made(NamedTuple):
    """A set, the plan after which it was made, and the words that it uses up."""

    plan: Plan
    suggestion: Suggestion
    words: tuple[str, ...]


def ranked(
    plans: Iterable[Plan], count: int, passes: Callable[[Sequence[str]], bool]
) -> tuple[Suggestion, ...]:
    """Return at most `count` sets, the best first, one of each frame; only those whose texts pass."""
    left: dict[str, _Made] = {}
    for plan in plans:
        made = _made(plan, {}, passes)
        if made and (plan.frame not in left or made.suggestion.score > left[plan.frame].suggestion.score):
            left[plan.frame] = made
    chosen: list[Suggestion] = []
    used: Counter[str] = Counter()
    builds: Counter[str] = Counter()
    while left and len(chosen) < count:
        best = _best(left.values(), used, builds, passes)
        del left[best.plan.frame]
        builds[best.plan.build] += 1
        used.update(best.words)
        chosen.append(best.suggestion)
    return tuple(chosen)


def _best(
    left: Iterable[_Made],
    used: Mapping[str, int],
    builds: Mapping[str, int],
    passes: Callable[[Sequence[str]], bool],
) -> _Made:
    """The best set, made anew in words that were not used before; none gets better by that."""

    def rank(made: _Made) -> tuple[float, float]:
        """Of sets that are as good the one that says more."""
        score = made.suggestion.score - ALIKE * builds.get(made.plan.build, 0)
        return round(score, ROUNDED), made.suggestion.words * sum(map(len, made.words))

    first, *others = sorted(sorted(left, key=lambda made: made.plan.frame), key=rank, reverse=True)
    best = _made(first.plan, used, passes) or first
    for other in others:
        if rank(other) <= rank(best):
            break
        again = _made(other.plan, used, passes)
        if again and rank(again) > rank(best):
            best = again
    return best


def _made(plan: Plan, used: Mapping[str, int], passes: Callable[[Sequence[str]], bool]) -> _Made | None:
    found = siblings(plan.lists, plan.names, stretches("，".join(plan.held)), used)
    texts = tuple(one.text for one in found.siblings) if found else ()
    if not found or not passes(texts):
        return None
    names = {name for given in plan.names for name in given} if plan.enough else set()
    said = [[word for word in one.words if word not in names] for one in found.siblings]
    fits = [_fit(one, own, plan.enough) for one, own in zip(found.siblings, said, strict=True)]
    measured, words = balance(texts, plan.fixed), sum(fits) / len(fits)
    score = (1 - FITTING) * measured.score + FITTING * words
    blanks = sum(one.blanks for one in found.siblings)
    suggestion = Suggestion(plan.frame, texts, measured, words, blanks, score)
    return _Made(plan, suggestion, tuple(word for own in said for word in own))


def _fit(one: Candidate, said: Sequence[str], enough: int) -> float:
    """How near a heading's words are to its topic, and whether they are enough to say something of it. One that
    has but its topic is better than one that says of it what goes with every topic."""
    if not said:
        return BARE if enough else 1.0
    near = max(0.0, 1 - one.far / (ANY * len(said)))
    return near * min(1.0, sum(map(len, said)) / enough) if enough else near
