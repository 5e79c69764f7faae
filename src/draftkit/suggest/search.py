"""One heading for each topic, so that the headings are siblings: as long, as many clauses, no word twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from math import inf
from typing import NamedTuple

from draftkit.rhetoric.balance import LOOSE, stretches
from draftkit.suggest.candidates import Candidate

TRIED = 14
"""Candidates of one profile that are tried for each topic (our own)."""
USED = 1.5
"""What each earlier use of a word counts, so that one set does not say what another has said."""
UNEVEN = 2.0
"""What each character by which siblings differ costs."""
STEPS = 4000
"""Siblings that are begun at most in the search for one set (our own): of many topics there may be none that go
together, and to be sure of that would take for ever."""
SHORT = 3
"""Characters of a verb and its object of which the verb is one character."""


class _Choice(NamedTuple):
    """A candidate, what it costs now, and what no sibling may say again."""

    candidate: Candidate
    cost: float
    said: frozenset[str]


class Found(NamedTuple):
    """Siblings, and what they cost together."""

    siblings: tuple[Candidate, ...]
    cost: float


def siblings(
    lists: Sequence[Sequence[Candidate]],
    names: Sequence[Sequence[str]],
    held: Set[str],
    used: Mapping[str, int],
) -> Found | None:
    """Return the cheapest siblings, one of each list; None where there are none. `names` has the names of each
    list's topic, of which no sibling speaks, `held` the stretches that all may have, `used` how often words
    were used before.

    Siblings have the same lengths clause by clause where that can be, else lengths that are near.
    """
    choices = [
        [_choice(one, held, used, mine) for one in found if not _foreign(one, names, n)]
        for n, (found, mine) in enumerate(zip(lists, names, strict=True))
    ]
    even = _groups(choices, lambda one: (*one.profile, *one.shapes))
    return _best(even, 0) or _best(_groups(choices, lambda one: (len(one.profile), *one.shapes)), LOOSE)


def _choice(one: Candidate, held: Set[str], used: Mapping[str, int], mine: Sequence[str]) -> _Choice:
    again = sum(USED * used.get(word, 0) for word in one.words)
    said = {two for word in one.words for two in stretches(word)} - held
    said |= {word[0] for word in one.words if len(word) <= SHORT and word not in mine}
    return _Choice(one, one.cost + again, frozenset(said))


def _foreign(one: Candidate, names: Sequence[Sequence[str]], mine: int) -> bool:
    """Whether a heading speaks of a sibling's topic."""
    own = "".join(names[mine])
    others = (name for n, given in enumerate(names) if n != mine for name in given if name not in own)
    return any(name in word for name in others for word in one.words)


def _groups(
    choices: Sequence[Sequence[_Choice]], key: Callable[[Candidate], tuple[int, ...]]
) -> Iterator[list[list[_Choice]]]:
    """Yield choices of one key, for each key that all lists have."""
    keyed: list[defaultdict[tuple[int, ...], list[_Choice]]] = []
    for found in choices:
        keyed.append(defaultdict(list))
        for choice in found:
            keyed[-1][key(choice.candidate)].append(choice)
    for one in sorted(set.intersection(*map(set, keyed))):
        yield [sorted(found[one], key=lambda choice: choice.cost)[:TRIED] for found in keyed]


def _best(groups: Iterable[Sequence[Sequence[_Choice]]], spread: int) -> Found | None:
    best = None
    for lists in groups:
        best = _Search(lists, spread).below(best.cost if best else inf) or best
    return best


class _Search:
    """The search for the cheapest siblings, one of each list, cheapest choices first."""

    def __init__(self, lists: Sequence[Sequence[_Choice]], spread: int) -> None:
        self._lists, self._spread, self._steps = lists, spread, 0
        least = [min(choice.cost for choice in choices) for choices in lists]
        self._rest = [sum(least[n + 1 :]) for n in range(len(lists))]

    def below(self, bound: float, chosen: tuple[_Choice, ...] = (), cost: float = 0.0) -> Found | None:
        """Return the cheapest siblings that begin with those chosen and cost less than `bound`."""
        if len(chosen) == len(self._lists):
            return Found(tuple(choice.candidate for choice in chosen), cost)
        best = None
        for choice in self._lists[len(chosen)]:
            self._steps += 1
            if self._steps > STEPS or cost + choice.cost + self._rest[len(chosen)] >= bound:
                break
            gap = max((_gap(choice, other) for other in chosen), default=0)
            if gap > self._spread or any(choice.said & other.said for other in chosen):
                continue
            found = self.below(bound, (*chosen, choice), cost + choice.cost + UNEVEN * gap)
            if found:
                best, bound = found, found.cost
        return best


def _gap(one: _Choice, other: _Choice) -> int:
    return abs(len(one.candidate.text) - len(other.candidate.text))
