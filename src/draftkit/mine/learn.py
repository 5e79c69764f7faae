"""Documents to a library of frames: every kind is looked for in each, what is found is merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from draftkit.frame import KINDS, Formula, Frame, Kind, Parallel, Role, Skeleton, id_of, kind_of
from draftkit.mine.bundle import bundles_in
from draftkit.mine.copies import fingerprint, groups
from draftkit.mine.couplet import couplet_in
from draftkit.mine.formula import formulas_of
from draftkit.mine.known import Known
from draftkit.mine.merge import Key, key_of, merged
from draftkit.mine.parallel import parallels_in
from draftkit.mine.skeleton import named, skeleton_in
from draftkit.rhetoric.bundle import bundles_of
from draftkit.rhetoric.parallel import parallels_of
from draftkit.tree import Document, Speech


class Open(NamedTuple):
    """A series that has no pattern: where it stands, and its members."""

    source: str
    place: str
    members: tuple[str, ...]


class Learned(NamedTuple):
    """A library: its frames in the order of kinds and names, the series that could not be generalised, how
    many documents and speeches there were, and how many of the documents are near-copies of others."""

    frames: tuple[Frame, ...]
    left: tuple[Open, ...]
    documents: int
    speeches: int
    copies: int


class _Shape(NamedTuple):
    skeleton: Skeleton
    couplet: Key | None
    source: str
    place: str


def learn(
    documents: Iterable[Document],
    kinds: Sequence[Kind] = KINDS,
    support: int = 1,
    known: Iterable[Frame] = (),
) -> Learned:
    """Return the frames of the kinds wanted that `support` documents have at least. Documents are taken one
    by one and not kept; their order changes nothing. `known` frames are told where they stand again, under
    their own names."""
    library = {key_of(frame): frame for frame in known}
    gathered = _Gathered(Known(library.values()))
    formulae = list(formulas_of(gathered.passing(documents)))
    copies = groups(gathered.prints)
    frames = merged([*gathered.frames, *formulae], copies, support, library)
    if "skeleton" in kinds:
        frames += merged(gathered.skeletons(frames, formulae), copies, support, library)
    return Learned(
        frames=tuple(frame for frame in frames if kind_of(frame) in kinds),
        left=tuple(sorted(gathered.left)),
        documents=len(copies),
        speeches=gathered.speeches,
        copies=len(copies) - len(set(copies.values())),
    )


class _Gathered:
    """What was found in the documents so far; the documents themselves are let go."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.frames: list[Frame] = []
        self.left: list[Open] = []
        self.prints: dict[str, frozenset[int]] = {}
        self.speeches = 0
        self._shapes: list[_Shape] = []

    def passing(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Look through documents on their way to who wants them next."""
        for document in documents:
            self.prints[document.source] = fingerprint(document)
            for number, speech in enumerate(document.speeches, 1):
                self._speech(speech, document.source, f"第{number}篇")
            yield document

    def _speech(self, speech: Speech, source: str, place: str) -> None:
        self.speeches += 1
        couplet = couplet_in(speech, source, place)
        series = parallels_of(speech)
        built: list[Parallel] = []
        for parallel, members in parallels_in(speech, series, source, place):
            if parallel:
                built.append(parallel)
            else:
                self.left.append(Open(source, place, tuple(members)))
        self.frames += [*([couplet] if couplet else []), *built]
        self.frames += self._known.found_in(speech, series, source, place)
        self.frames += bundles_in(bundles_of(speech), source, place)
        skeleton = skeleton_in(speech, built, source, place)
        if skeleton:
            self._shapes.append(_Shape(skeleton, key_of(couplet) if couplet else None, source, place))

    def skeletons(self, frames: Sequence[Frame], formulae: Sequence[Formula]) -> Iterator[Skeleton]:
        """Yield the skeletons, with the names under which the frames in them were kept."""
        ids = {key_of(frame): id_of(frame) for frame in frames}
        renamed = {id_of(one): ids[key_of(one)] for one in self.frames if key_of(one) in ids}
        said = _said(formulae, ids)
        kept = set(ids.values())
        for shape in self._shapes:
            title = ids.get(shape.couplet, "") if shape.couplet else ""
            yield named(shape.skeleton, title, said.get((shape.source, shape.place), {}), renamed, kept)


def _said(
    formulae: Iterable[Formula], ids: Mapping[Key, str]
) -> Mapping[tuple[str, str], Mapping[Role, list[str]]]:
    """The formulae of each speech by their role, where they were kept."""
    found: defaultdict[tuple[str, str], defaultdict[Role, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in formulae:
        for evidence in one.evidence if key_of(one) in ids else ():
            place = evidence.place[: evidence.place.find("篇") + 1]
            found[evidence.source, place][one.role].append(ids[key_of(one)])
    return found
