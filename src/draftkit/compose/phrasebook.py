"""The phrases and transitions of a library, sorted once for choosing quickly; a frame is read when asked for.

By its name a phrase belongs to a kind of fact (做法-依托) and a transition to a pair of kinds
(过渡-做法到成效), so a speech reads those that it needs and no others.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from draftkit.frame import FORWARD, Formula, Frame, Skeleton, Wording, is_variant
from draftkit.pattern import Fixed
from draftkit.template import Template

_FORMULA = "formula/"
KEPT = 1024
"""Combinations of facts given for which it is remembered what fits them: a batch has few (ours)."""

Given = frozenset[str]
T = TypeVar("T")
Rank = int | tuple[int, int]


class Choice(NamedTuple):
    """A wording of a formula: the slots that it takes, those that it cannot do without (a template leaves
    out what is optional), and the fixed words by which a repeat is noticed."""

    formula: Formula
    wording: Wording
    takes: frozenset[str]
    needs: frozenset[str]
    lead: str


class Phrases:
    """What words one kind of fact: the wordings that begin a sentence, those that only go on, the slots of
    all, and whether they speak of what is to come. Which is best for given slots is worked out once."""

    def __init__(self, formulas: Sequence[Formula]) -> None:
        self.heads = tuple(c for formula in formulas if not formula.tail for c in choices(formula))
        self.tails = tuple(c for formula in formulas if formula.tail for c in choices(formula))
        self.slots = frozenset(slot for formula in formulas for slot in formula.slots)
        self.forward = any(formula.move in FORWARD for formula in formulas)
        self.best_heads = lru_cache(KEPT)(self._best_heads)
        self.best_tails = lru_cache(KEPT)(self._best_tails)
        self.can_say = lru_cache(KEPT)(self._can_say)

    def _best_heads(self, given: Given) -> Sequence[Choice]:
        """Return the wordings to begin with: fewest gaps, then fewest facts that no tail can take up, then
        most facts taken. Where all have gaps, the first by name of those that ask for little."""
        gaps = [(len(c.needs - given), len(c.needs) if c.needs - given else 0) for c in self.heads]
        closest = _least(self.heads, gaps)
        if closest and closest[0].needs - given:
            closest = closest[:1]
        ranks = [(self._stranded(given - c.takes), -len(c.takes & given)) for c in closest]
        return _least(closest, ranks)

    def _best_tails(self, left: Given) -> Sequence[Choice]:
        """Return the wordings to go on with: they lack nothing and take most of what is left; of equal
        formulas the first by name, so that means come before ends. None for nothing that can be taken."""
        fitting = [c for c in self.tails if c.needs <= left and c.takes & left]
        best = _least(fitting, [-len(c.takes & left) for c in fitting])
        return [choice for choice in best if choice.formula is best[0].formula]

    def _can_say(self, given: Given) -> bool:
        """Whether these facts can be said without a gap and with nothing left over."""
        heads = (choice for choice in self.heads if choice.needs <= given)
        return any(not self._stranded(given - choice.takes) for choice in heads)

    def _stranded(self, rest: Given) -> int:
        """Return how many facts are left when the tails have taken what they can."""
        while rest:
            tails = self.best_tails(rest)
            if not tails:
                break
            rest -= tails[0].takes
        return len(rest)


class Phrasebook(Mapping[str, Frame]):
    """A library of frames with its phrases at hand. Reading a frame may raise WrongFrame."""

    def __init__(self, frames: Mapping[str, Frame]) -> None:
        self._frames = frames
        self._ids = tuple(frames)
        self._phrases: dict[tuple[str, bool], Phrases] = {}
        self._transitions: dict[tuple[tuple[str, str], bool], tuple[Choice, ...]] = {}
        self._families: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[Hashable, ...], Any] = {}
        self._kin: dict[str, tuple[Skeleton, ...]] = {}

    def __getitem__(self, frame_id: str) -> Frame:
        return self._frames[frame_id]

    def __contains__(self, frame_id: object) -> bool:
        return frame_id in self._frames

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def phrases(self, kind: str, varied: bool = False) -> Phrases:
        """Return the phrases for a kind of fact, of a varied draft their variants too; without any, it has
        neither heads nor tails."""
        if (kind, varied) not in self._phrases:
            found = [formula for formula in self._named(f"{kind}-", varied) if formula.deed == kind]
            self._phrases[kind, varied] = Phrases(found)
        return self._phrases[kind, varied]

    def transitions(self, before: str, after: str, varied: bool = False) -> tuple[Choice, ...]:
        """Return the wordings that lead from one kind of fact to the next, of a varied draft all variants."""
        pair = (before, after)
        if (pair, varied) not in self._transitions:
            named = self._named(f"过渡-{before}到{after}", varied)
            found = tuple(c for formula in named if formula.between == pair for c in choices(formula))
            self._transitions[pair, varied] = found
        return self._transitions[pair, varied]

    def family(self, frame_id: str) -> tuple[str, ...]:
        """Return a frame and its variants: those that extend it and are named for it (下一步-将-盯住)."""
        if frame_id not in self._families:
            named = (one for one in self._ids if one.startswith(f"{frame_id}-"))
            self._families[frame_id] = (frame_id, *(one for one in named if is_variant(self._frames[one])))
        return self._families[frame_id]

    def kin(self, skeleton: Skeleton) -> tuple[Skeleton, ...]:
        """Return the skeletons that share a genre with one and are for any facts: not found in a single speech,
        and not bound to its letter."""
        if skeleton.name not in self._kin:
            found = (self._frames[one] for one in self._ids if one.startswith("skeleton/"))
            shapes = (
                one for one in found if isinstance(one, Skeleton) and not one.evidence and not one.as_written
            )
            self._kin[skeleton.name] = tuple(one for one in shapes if set(one.genre) & set(skeleton.genre))
        return self._kin[skeleton.name]

    def once(self, key: tuple[Hashable, ...], find: Callable[[], T]) -> T:
        """Return what is found among these frames, found once for a key: what is looked for, and all names (of
        frames, of the facts given) on which that rests."""
        if key not in self._found:
            if len(self._found) == KEPT:
                self._found.clear()
            self._found[key] = find()
        found: T = self._found[key]
        return found

    def kinds(self) -> set[str]:
        """Return every kind of fact that has phrases."""
        return {formula.deed for formula in self._named("") if formula.chosen}

    def _named(self, start: str, varied: bool = False) -> Iterator[Formula]:
        for frame_id in self._ids:
            if frame_id.startswith(_FORMULA + start):
                frame = self._frames[frame_id]
                if isinstance(frame, Formula) and (varied or not is_variant(frame)):
                    yield frame


def _least(choices: Sequence[Choice], ranks: Sequence[Rank]) -> list[Choice]:
    """Return the choices of the lowest rank, in their order."""
    best = min(ranks, default=None)
    return [choice for choice, rank in zip(choices, ranks, strict=True) if rank == best]


def choices(formula: Formula) -> tuple[Choice, ...]:
    """Return the wordings of a formula with what choosing among them asks."""
    return tuple(_choice(formula, wording) for wording in formula.wordings)


def _choice(formula: Formula, wording: Wording) -> Choice:
    takes = frozenset(wording.names & set(formula.slots))
    if isinstance(wording, Template):
        needs = frozenset(name for name in takes if formula.slots[name].required)
        return Choice(formula, wording, takes, needs, wording.source)
    lead = next((part.text for part in wording.parts if isinstance(part, Fixed)), str(wording))
    return Choice(formula, wording, takes, takes, lead)
