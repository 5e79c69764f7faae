"""雷同: how much two drafts have in common, outside the user's facts and outside figures and names.

Two measures, both of runs of six characters without punctuation (字的6元组), each as the share of the shorter draft
that stands in the other as well:

- `frame`: of the words that are the frames'. What the user wrote, figures and names are left out, and no run
  goes over such a place. This is what variation can change.
- `text`: of the whole text with every number as 0 and the street's names as ○, as a reader would measure it who
  has the printed page alone. What two streets' own words have in common counts here.

The head of a speech, its salutation and its signoff are left out of both: they are alike by protocol.
"""

import re
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from draftkit.lines import Line, Span, lines_of
from draftkit.tree import Document, Filled, Text
from draftkit.zh.sentence import sentences

RUN = 6
"""Characters of a run (the issue's measure)."""
ALL = 300
"""Drafts of a batch up to which every pair is compared (ours)."""
NEAR = 20
"""In a larger batch, how many before it each draft is compared with (ours)."""
EXACT = 100
"""Drafts of a batch up to which every run is compared; in a larger one an eighth of them, picked by hash (ours)."""
_EIGHTH = 1 << 29
SHORTEST = 12
"""Characters of a sentence that is worth telling, its mark included (ours)."""
WORST, TOLD = 20, 1000
"""Pairs and sentences that are kept (ours)."""
NAMED = 8
"""Drafts that are named for a sentence; more are counted (ours)."""

_NUMBER = re.compile(r"\d[\d,.]*")
_MARKS = re.compile(r"[^\w○]+")
_SKIPPED = frozenset(("title", "subtitle", "byline", "date", "salutation", "signoff"))


class Sketch(NamedTuple):
    """What is compared of a draft: hashes of the runs of its frames' words and of its whole text, the frames' words
    of its opening and closing (○ for the user's), and its sentences with numbers and names masked."""

    name: str
    frame: "array[int]"
    text: "array[int]"
    opening: str
    closing: str
    sentences: tuple[str, ...]


class Pair(NamedTuple):
    """Two drafts by name, and the share of the shorter that stands in the other, by each measure."""

    first: str
    second: str
    frame: float
    text: float

    @property
    def worst(self) -> float:
        return max(self.frame, self.text)


class Repeated(NamedTuple):
    """A sentence that stands in several drafts, some of which are named."""

    sentence: str
    count: int
    drafts: tuple[str, ...]


class Likeness(NamedTuple):
    """How alike the drafts of a batch are: the means over the pairs compared, the most alike pairs, the pairs with
    one opening and one closing, and the sentences that return. `near` is how many before it each draft was
    compared with, 0 for all."""

    drafts: int
    pairs: int
    near: int
    frame: float
    text: float
    alike: tuple[Pair, ...]
    framed_alike: tuple[tuple[str, str], ...]
    repeated: tuple[Repeated, ...]


def sketch_of(name: str, document: Document, names: Iterable[str] = ()) -> Sketch:
    """Return the sketch of a draft: some KB, to be sent between processes. `names` are masked."""
    lines = [line for speech in document.speeches for line in lines_of(speech) if line.role not in _SKIPPED]
    masks = sorted({one for one in names if one}, key=len, reverse=True)
    said = [_masked(line.text, masks) for line in lines]
    return Sketch(
        name,
        _runs(_framed(lines)),
        _runs([_MARKS.sub("", line) for line in said]),
        _part(lines, "opening", masks),
        _part(lines, "closing", masks),
        tuple(one for line in said for one in sentences(line) if len(one) >= SHORTEST),
    )


def likeness(sketches: Iterable[Sketch], total: int) -> Likeness:
    """Compare the drafts of a batch of `total`, in their order, as they come; no more than 300 are held.

    Up to 300 every draft is compared with every other, in a larger batch each with the 20 before it; from 101 on
    overlaps are worked out from an eighth of the runs, which is right to about a fiftieth.
    """
    found = _Compared(NEAR if total > ALL else ALL, _EIGHTH if total > EXACT else 0)
    for sketch in sketches:
        found.add(sketch)
    return found.told(NEAR if total > ALL else 0)


class _Compared:
    """What has been found so far, and the sketches that are still to be compared with."""

    def __init__(self, near: int, limit: int) -> None:
        self._held: deque[Sketch] = deque()
        self._near, self._limit = near, limit
        self._said: dict[str, list[str]] = {}
        self._repeated: dict[str, Repeated] = {}
        self._alike: list[Pair] = []
        self._framed: list[tuple[str, str]] = []
        self._drafts = self._pairs = 0
        self._frame = self._text = 0.0

    def add(self, sketch: Sketch) -> None:
        sketch = sketch._replace(text=_least(sketch.text, self._limit))
        frame, text = set(sketch.frame), set(sketch.text)
        for other in self._held:
            pair = Pair(other.name, sketch.name, _share(frame, other.frame), _share(text, other.text))
            self._frame += pair.frame
            self._text += pair.text
            self._alike.append(pair)
            if (other.opening, other.closing) == (sketch.opening, sketch.closing) and len(self._framed) < TOLD:
                self._framed.append((other.name, sketch.name))
        self._pairs += len(self._held)
        self._drafts += 1
        if len(self._alike) > TOLD:
            self._alike = _worst(self._alike)
        self._hold(sketch)

    def _hold(self, sketch: Sketch) -> None:
        for sentence in dict.fromkeys(sketch.sentences):
            named = self._said.setdefault(sentence, [])
            named.append(sketch.name)
            if len(named) > 1 and (sentence in self._repeated or len(self._repeated) < TOLD):
                self._repeated[sentence] = _again(self._repeated.get(sentence), sentence, named)
        self._held.append(sketch)
        if len(self._held) > self._near:
            for sentence in dict.fromkeys(self._held.popleft().sentences):
                named = self._said[sentence]
                del named[0]
                if not named:
                    del self._said[sentence]

    def told(self, near: int) -> Likeness:
        pairs = self._pairs or 1
        repeated = sorted(
            self._repeated.values(), key=lambda one: (-one.count * len(one.sentence), one.sentence)
        )
        return Likeness(
            self._drafts,
            self._pairs,
            near,
            self._frame / pairs,
            self._text / pairs,
            tuple(_worst(self._alike)),
            tuple(self._framed),
            tuple(repeated[:WORST]),
        )


def _again(before: Repeated | None, sentence: str, named: Sequence[str]) -> Repeated:
    if before is None:
        return Repeated(sentence, len(named), tuple(named[:NAMED]))
    drafts = (*before.drafts, named[-1])[:NAMED]
    return Repeated(sentence, before.count + 1, drafts)


def _worst(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.worst, -pair.frame - pair.text, pair.first, pair.second))[
        :WORST
    ]


def _share(runs: set[int], others: "array[int]") -> float:
    """Return the share of the shorter of two drafts that stands in the other as well."""
    shorter = min(len(runs), len(others))
    return len(runs.intersection(others)) / shorter if shorter else 0.0


def _least(runs: "array[int]", limit: int) -> "array[int]":
    return runs[: bisect_left(runs, limit)] if limit else runs


def _runs(pieces: Iterable[str]) -> "array[int]":
    """Return the sorted hashes of the runs within pieces; a piece shorter than a run has none.

    Four bytes each: that another run of a draft of 3,000 characters falls on the same is one in a million.
    """
    found: set[int] = set()
    for piece in pieces:
        raw = piece.encode("utf-32-le")
        found.update(crc32(raw[place : place + 4 * RUN]) for place in range(0, len(raw) - 4 * RUN + 1, 4))
    return array("I", sorted(found))


def _framed(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the frames' words, without punctuation, in the pieces between what is the user's."""
    for line in lines:
        yield from _MARKS.sub("", "".join(_frame_words(line.spans))).split("○")


def _frame_words(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        origin = span.inline.origin
        frame = origin.frame if isinstance(origin, Filled) else ""
        if frame != "punctuation":
            framed = isinstance(span.inline, Text) and "/" in frame and not frame.startswith("filter/")
            yield span.inline.text if framed else "○"


def _part(lines: Iterable[Line], part: str, masks: Sequence[str]) -> str:
    """Return the frames' words of an opening or a closing; the masked text where it is all the user's own."""
    spans = [span for line in lines for span in line.spans if span.part == part]
    words = re.sub("○+", "○", "".join(_frame_words(spans)))
    return words if words.strip("○") else _masked("".join(span.inline.text for span in spans), masks)


def _masked(text: str, masks: Iterable[str]) -> str:
    for name in masks:
        text = text.replace(name, "○")
    return _NUMBER.sub("0", text)
