"""Notes to topics: by the words that both have, and where these do not tell, by the fields to which they
lean."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from draftkit.frame import Move
from draftkit.place.heap import Note
from draftkit.place.moves import UNSPOKEN, Kind, homes, kind_of_note, strange
from draftkit.place.terms import Terms, apart, leanings, likeness, mixed, terms_of, weighed, weights

Sureness = Literal["高", "中", "低"]
LOOSE, NEXT = "loose", "next"
"""Addresses in the facts for notes that have no place, and for plans."""
NOWHERE = 0.04
"""How like every note is to no topic at all; what is less like its best topic stays loose (ours)."""
AT_HOME, OUT_OF_PLACE = 0.3, 0.5
"""What a topic whose move a note makes gains, and by what the likeness to another is multiplied (ours)."""
ABOVE, BODY = 0.25, 0.3
"""The shares of what stands above a topic and in it, beside its own heading (ours)."""
UNDER = 0.7
"""The share of the heading under which a note stands in its heap (ours)."""
GENERAL = 0.6
"""By what the likeness to a section is multiplied that has points: notes belong to these first (ours)."""
LEANING = 0.7
"""How much a leaning counts beside a word (ours)."""
TELLING = 0.3
"""How sure the words of a note must be that leanings are not asked (ours)."""
SURE, FAIR = 0.7, 0.6
"""From where on a placement is 高, and 中 (ours: on tests/notes, 高 is wrong once in forty)."""


class Topic(NamedTuple):
    """A section or a point that can take notes: its address in the facts, its heading, the texts that stand in
    it, the heading above it, its move, and whether it has points."""

    key: str
    heading: str
    bodies: tuple[str, ...] = ()
    above: str = ""
    move: Move | None = None
    parent: bool = False


class Placement(NamedTuple):
    """Where a note belongs: the address of a topic, next or loose; how sure that is, from 0 to 1; the next best
    address, "" for none; and what the note does."""

    key: str
    sure: float = 0.0
    second: str = ""
    kind: Kind = "deed"

    @property
    def sureness(self) -> Sureness:
        """How sure it is, in a word."""
        return "高" if self.sure >= SURE else "中" if self.sure >= FAIR else "低"


class _Ranked(NamedTuple):
    best: int
    second: int
    score: float
    sure: float


def place(notes: Sequence[Note], topics: Sequence[Topic], ahead: bool = True) -> tuple[Placement, ...]:
    """Return for each note where it belongs. `ahead` tells whether plans have a place of their own.

    How sure a placement is: by how much, of the likeness to the best topic, that to the second best is less;
    nowhere counts as a topic. It is judged by words that both have; a placement by leanings is not sure at all.
    """
    kinds = [_kind(note) for note in notes]
    said, leant = _by_words(notes, topics), _by_leanings(notes, topics)
    found = []
    for words, fields, kind in zip(said, leant, kinds, strict=True):
        if kind == "plan" and ahead:
            found.append(Placement(NEXT, 1.0, "", kind))
            continue
        if kind in UNSPOKEN or not topics:
            found.append(Placement(LOOSE, 0.0, "", kind))
            continue
        own = _ranked(words, kind, topics)
        both = [one + LEANING * other for one, other in zip(words, fields, strict=True)]
        last = own if own.sure >= TELLING else _ranked(both, kind, topics)
        found.append(_placed(own, last, kind, topics))
    return tuple(found)


def _kind(note: Note) -> Kind:
    """What a note does; where nothing in it tells, what the heading above it says."""
    own = kind_of_note(note.text)
    return kind_of_note(note.under) if own == "deed" else own


def _by_words(notes: Sequence[Note], topics: Sequence[Topic]) -> list[list[float]]:
    """How like each note is to each topic by the words that both have."""
    spoken = [mixed(((terms_of(note.text), 1.0), (terms_of(note.under), UNDER))) for note in notes]
    named = [_profile(topic) for topic in topics]
    weight = weights([*spoken, *named])
    vectors = [weighed(one, weight) for one in named]
    return [[likeness(weighed(one, weight), vector) for vector in vectors] for one in spoken]


def _profile(topic: Topic) -> Terms:
    bodies = ((terms_of(body), BODY) for body in topic.bodies)
    return mixed(((terms_of(topic.heading), 1.0), (terms_of(topic.above), ABOVE), *bodies))


def _by_leanings(notes: Sequence[Note], topics: Sequence[Topic]) -> list[list[float]]:
    """How like each note is to each topic by the fields to which they lean, beyond what all lean to."""
    heads = (((leanings(topic.heading), 1.0), (leanings(topic.above), ABOVE)) for topic in topics)
    vectors = apart([mixed(head) for head in heads])
    said = (((leanings(note.text), 1.0), (leanings(note.under), UNDER)) for note in notes)
    spoken = apart([mixed(one) for one in said])
    return [[max(0.0, likeness(one, vector)) for vector in vectors] for one in spoken]


def _ranked(likenesses: Sequence[float], kind: Kind, topics: Sequence[Topic]) -> _Ranked:
    scores = list(_scores(likenesses, kind, topics))
    best, *others = sorted(range(len(scores)), key=lambda number: -scores[number])
    second = others[0] if others else best
    rival = max(NOWHERE, scores[second] if others else 0.0)
    sure = max(0.0, 1 - rival / scores[best]) if scores[best] else 0.0
    return _Ranked(best, second, scores[best], sure)


def _scores(likenesses: Sequence[float], kind: Kind, topics: Sequence[Topic]) -> Iterator[float]:
    """The likenesses, told by what the note does and what the topics are for."""
    moves = frozenset(topic.move for topic in topics)
    home, odd = homes(kind, moves), strange(kind, moves)
    for one, topic in zip(likenesses, topics, strict=True):
        score = one * (GENERAL if topic.parent else 1.0)
        if topic.move in home:
            yield score + AT_HOME
        else:
            yield score * (OUT_OF_PLACE if home or topic.move in odd else 1.0)


def _placed(own: _Ranked, last: _Ranked, kind: Kind, topics: Sequence[Topic]) -> Placement:
    best, second = topics[last.best].key, topics[last.second].key
    if last.score <= NOWHERE:
        return Placement(LOOSE, 0.0, best, kind)
    return Placement(
        best, round(own.sure, 2) if own.best == last.best else 0.0, second if second != best else "", kind
    )
