"""Documents to a library of frames: every kind is looked for in each, what is found is merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from draftkit.frame import KINDS, Formula, Frame, Kind, Role, Skeleton, id_of, kind_of
from draftkit.lexicon import Topic
from draftkit.mine.copies import groups
from draftkit.mine.formula import formulas_from
from draftkit.mine.gather import Finds, Gatherer, Open, Shape, library_of
from draftkit.mine.known import Again
from draftkit.mine.merge import Key, key_of, merged
from draftkit.mine.pairs import joined
from draftkit.mine.skeleton import named
from draftkit.tree import Document


class Learned(NamedTuple):
    """A library: its frames in the order of kinds and names, topics with their verbs and objects, the series
    that could not be generalised, how many documents and speeches there were, and how many of the documents
    are near-copies of others."""

    frames: tuple[Frame, ...]
    topics: tuple[Topic, ...]
    left: tuple[Open, ...]
    documents: int
    speeches: int
    copies: int


def learn(
    documents: Iterable[Document],
    kinds: Sequence[Kind] = KINDS,
    support: int = 1,
    known: Iterable[Frame] = (),
) -> Learned:
    """Return the frames of the kinds wanted that `support` documents have at least. Documents are taken one
    by one and not kept; their order changes nothing. `known` frames are told where they stand again, under
    their own names."""
    gatherer = Gatherer(library_of(known := list(known)))
    for document in documents:
        gatherer.take(document)
    return learned(gatherer.finished(), kinds, support, known)


def learned(
    finds: Finds, kinds: Sequence[Kind] = KINDS, support: int = 1, known: Iterable[Frame] = ()
) -> Learned:
    """Return the frames of what was found in documents with these `known` frames; see `learn`."""
    library = library_of(known)
    by_id = {id_of(frame): frame for frame in library.values()}
    found = [
        replace(by_id[one.frame], evidence=(one.evidence,)) if isinstance(one, Again) else one
        for one in finds.frames
    ]
    formulae = list(formulas_from(finds.said))
    copies = groups(finds.prints)
    frames = merged([*found, *formulae], copies, support, library)
    if "skeleton" in kinds:
        frames += merged(_skeletons(finds.shapes, found, frames, formulae), copies, support, library)
    return Learned(
        frames=tuple(frame for frame in frames if kind_of(frame) in kinds),
        topics=joined(finds.pairs, copies, support),
        left=tuple(sorted(finds.left)),
        documents=len(copies),
        speeches=finds.speeches,
        copies=len(copies) - len(set(copies.values())),
    )


def _skeletons(
    shapes: Iterable[Shape], found: Iterable[Frame], frames: Iterable[Frame], formulae: Iterable[Formula]
) -> Iterator[Skeleton]:
    """Yield the skeletons, with the names under which the frames found in them were kept."""
    ids = {key_of(frame): id_of(frame) for frame in frames}
    renamed = {id_of(one): ids[key] for one in found if (key := key_of(one)) in ids}
    said = _said(formulae, ids)
    kept = set(ids.values())
    for shape in shapes:
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
