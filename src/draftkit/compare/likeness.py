"""雷同: how much two drafts have in common, outside the user's facts and outside figures and names.

Two measures, both of runs of six characters without punctuation, each as the share of the draft with fewer runs
that stands in the other as well:

- `frame`: of the frames' words. What the user wrote, figures and names are left out; between a frame's words
  they stand as one ○, so that sentences of one build are known by it. This is what variation can change.
- `text`: of the whole text with every number as 0 and the street's names as ○, as a reader would measure it who
  has the printed page alone. What the streets' own words have in common counts here.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from draftkit.compare.sketch import Sketch, bound_of

ALL = 300
"""Drafts of a batch up to which every pair is compared (ours)."""
NEAR = 10
"""In a larger batch, how many before it each draft is compared with (ours)."""
FEWEST = 12
"""Runs below which two drafts are measured as if they had so many: one half sentence is no likeness (ours)."""
WORST, KEPT = 20, 1000
"""Pairs and sentences that are told, and that are held meanwhile (ours)."""
NAMED = 8
"""Drafts that are named for a sentence; more are counted (ours)."""


class Pair(NamedTuple):
    """Two drafts by name, and the share of one that stands in the other, by each measure."""

    first: str
    second: str
    frame: float
    text: float

    @property
    def worst(self) -> float:
        """The greater of the two shares."""
        return max(self.frame, self.text)


class Repeated(NamedTuple):
    """A sentence that stands in several drafts: in how many, and the first of them by name."""

    sentence: str
    times: int
    drafts: tuple[str, ...]


class Likeness(NamedTuple):
    """How alike the drafts of a batch are: the means over the pairs compared, the most alike pairs, the pairs
    with one opening and one closing, the sentences that return. `near` is how many before it each draft was
    compared with, 0 for all."""

    drafts: int
    pairs: int
    near: int
    frame: float
    text: float
    alike: tuple[Pair, ...]
    same_ends: tuple[tuple[str, str], ...]
    repeated: tuple[Repeated, ...]


def likeness(sketches: Iterable[Sketch], total: int) -> Likeness:
    """Compare the drafts of a batch of `total`."""
    found = Comparison(total)
    for sketch in sketches:
        found.add(sketch)
    return found.told()


class _Held(NamedTuple):
    """A draft while others are compared with it; sets, since two of them are compared six times as fast."""

    name: str
    frame: set[int]
    text: set[int]
    ends: tuple[str, str]
    sentences: tuple[str, ...]


class Comparison:
    """The drafts of a batch of `total`, compared in their order as they come; 300 are held at most.

    Up to 300 each draft is compared with every other, in a larger batch with the 10 before it. From 101 on the
    `text` of a pair is worked out from an eighth of the runs.
    """

    def __init__(self, total: int) -> None:
        self._near = NEAR if total > ALL else 0
        self._reach, self._bound = self._near or ALL, bound_of(total)
        self._held: deque[_Held] = deque()
        self._said: dict[str, list[str]] = {}
        self._repeated: dict[str, Repeated] = {}
        self._alike: list[Pair] = []
        self._same_ends: list[tuple[str, str]] = []
        self._drafts = self._pairs = 0
        self._frame = self._text = 0.0

    def add(self, sketch: Sketch) -> None:
        """Compare a draft with those before it."""
        text = sketch.text[: bisect_left(sketch.text, self._bound)]
        own = _Held(
            sketch.name, set(sketch.frame), set(text), (sketch.opening, sketch.closing), sketch.sentences
        )
        for other in self._held:
            pair = Pair(other.name, own.name, _share(own.frame, other.frame), _share(own.text, other.text))
            self._frame += pair.frame
            self._text += pair.text
            self._alike.append(pair)
            if other.ends == own.ends and len(self._same_ends) < KEPT:
                self._same_ends.append((other.name, own.name))
        self._pairs += len(self._held)
        self._drafts += 1
        if len(self._alike) > KEPT:
            self._alike = _worst(self._alike)
        self._repeat(own)
        self._held.append(own)
        if len(self._held) > self._reach:
            self._forget(self._held.popleft())

    def _repeat(self, sketch: _Held) -> None:
        for sentence in dict.fromkeys(sketch.sentences):
            names = self._said.setdefault(sentence, [])
            names.append(sketch.name)
            if len(names) > 1 and (sentence in self._repeated or len(self._repeated) < KEPT):
                self._repeated[sentence] = _again(self._repeated.get(sentence), sentence, names)

    def _forget(self, sketch: _Held) -> None:
        for sentence in dict.fromkeys(sketch.sentences):
            names = self._said[sentence]
            del names[0]
            if not names:
                del self._said[sentence]

    def told(self) -> Likeness:
        """Return what has been found."""
        pairs = self._pairs or 1
        repeated = sorted(
            self._repeated.values(), key=lambda one: (-one.times * len(one.sentence), one.sentence)
        )
        return Likeness(
            drafts=self._drafts,
            pairs=self._pairs,
            near=self._near,
            frame=self._frame / pairs,
            text=self._text / pairs,
            alike=tuple(_worst(self._alike)),
            same_ends=tuple(self._same_ends),
            repeated=tuple(repeated[:WORST]),
        )


def _again(before: Repeated | None, sentence: str, names: Sequence[str]) -> Repeated:
    if before is None:
        return Repeated(sentence, len(names), tuple(names[:NAMED]))
    return Repeated(sentence, before.times + 1, (*before.drafts, names[-1])[:NAMED])


def _worst(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.worst, -pair.frame - pair.text, pair[:2]))[:WORST]


def _share(runs: set[int], others: set[int]) -> float:
    """Return the share of the draft with fewer runs that stands in the other as well."""
    return len(runs & others) / max(min(len(runs), len(others)), FEWEST)
