"""What is kept of documents until all have been seen: each is looked through by itself, in any process."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from draftkit.frame import Frame, Parallel, Skeleton
from draftkit.mine.bundle import bundles_in
from draftkit.mine.copies import fingerprint
from draftkit.mine.couplet import couplet_in
from draftkit.mine.formula import Make, Seen, seen_in
from draftkit.mine.known import Again, Known
from draftkit.mine.merge import Key, key_of
from draftkit.mine.pairs import Names, Pair, pairs_in
from draftkit.mine.parallel import parallels_in
from draftkit.mine.skeleton import skeleton_in
from draftkit.mine.worth import hopeless
from draftkit.rhetoric.bundle import bundles_of
from draftkit.rhetoric.parallel import parallels_of
from draftkit.tree import Document, Speech


class Open(NamedTuple):
    """A series that has no pattern: where it stands, and its members."""

    source: str
    place: str
    members: tuple[str, ...]


class Shape(NamedTuple):
    """The skeleton of a speech, the key of the couplet in its title, and where the speech stands."""

    skeleton: Skeleton
    couplet: Key | None
    source: str
    place: str


def _lists() -> defaultdict[Make, list[Seen]]:
    return defaultdict(list)


@dataclass(slots=True)
class Finds:
    """What was found in documents: frames and places of known ones, formulae by their make, skeletons, series
    without a pattern, verbs with their objects, and what near-copies are told by."""

    frames: list[Frame | Again] = field(default_factory=list)
    said: defaultdict[Make, list[Seen]] = field(default_factory=_lists)
    shapes: list[Shape] = field(default_factory=list)
    left: list[Open] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    prints: dict[str, Sequence[int]] = field(default_factory=dict)
    speeches: int = 0

    def add(self, others: "Finds") -> None:
        """Take in what was found in other documents."""
        self.frames += others.frames
        for make, seen in others.said.items():
            self.said[make] += seen
        self.shapes += others.shapes
        self.left += others.left
        self.pairs += others.pairs
        self.prints |= others.prints
        self.speeches += others.speeches


def library_of(known: Iterable[Frame]) -> dict[Key, Frame]:
    """Return frames by what tells them apart."""
    return {key_of(frame): frame for frame in known}


class Gatherer:
    """Looks through documents one by one, and puts what it finds into `finds`; they are let go."""

    def __init__(
        self, library: Mapping[Key, Frame], finds: Finds | None = None, names: Names | None = None
    ) -> None:
        self._library = library
        self._names = names or {}
        self._known = Known(library.values())
        self.finds = Finds() if finds is None else finds

    def take(self, document: Document) -> None:
        """Look through a document for all kinds of frames."""
        self.finds.prints[document.source] = fingerprint(document)
        for number, speech in enumerate(document.speeches, 1):
            self._speech(speech, document.source, f"第{number}篇")
        for make, seen in seen_in(document):
            self.finds.said[make].append(seen)

    def finished(self) -> Finds:
        """Return what was found since this was last asked."""
        finds, self.finds = self.finds, Finds()
        return finds

    def _speech(self, speech: Speech, source: str, place: str) -> None:
        finds = self.finds
        finds.speeches += 1
        couplet = couplet_in(speech, source, place)
        series = parallels_of(speech)
        built: list[Parallel] = []
        for parallel, members in parallels_in(speech, series, source, place):
            if parallel:
                built.append(parallel)
            else:
                finds.left.append(Open(source, place, tuple(members)))
        self._keep([couplet] if couplet else ())
        self._keep(built)
        finds.frames += self._known.found_in(speech, series, source, place)
        finds.pairs += sorted(set(pairs_in(speech, self._names, source)))
        self._keep(bundles_in(bundles_of(speech), source, place))
        skeleton = skeleton_in(speech, built, source, place)
        if skeleton:
            finds.shapes.append(Shape(skeleton, key_of(couplet) if couplet else None, source, place))

    def _keep(self, frames: Iterable[Frame]) -> None:
        self.finds.frames += (one for one in frames if not hopeless(one) or key_of(one) in self._library)
