"""What a pattern can say of one topic: its slots filled with the topic's words, the cheapest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from draftkit.frame import SlotSpec
from draftkit.pattern import Pattern, Slot
from draftkit.rhetoric.balance import stretches
from draftkit.suggest.vocabulary import Vocabulary
from draftkit.suggest.wants import Want, clauses_of, imaged, wants_of

THEME = "主题"
MOST_WORDS = 16
"""Words that are tried for a slot, and fillings for a clause (our own)."""
MOST = 120
"""Headings of one pattern and topic that are kept (our own)."""
BLANK = 6.0
"""How far from its topic a blank is."""
UNUSUAL = 0.3
"""What each character more or fewer than the frame's example costs."""


class Candidate(NamedTuple):
    """A heading: its text, the words put in, how many blanks it has, how far its words are from the topic,
    what it costs (that, and how unusual their lengths are), the lengths of its clauses, and which of the
    shapes that its slots want its words have."""

    text: str
    words: tuple[str, ...]
    blanks: int
    far: float
    cost: float
    profile: tuple[int, ...]
    shapes: tuple[int, ...]


class _Piece(NamedTuple):
    """A clause filled."""

    text: str
    words: tuple[str, ...]
    blanks: int
    far: float
    cost: float
    shapes: tuple[int, ...] = ()


class _Put(NamedTuple):
    """A word for a slot, how far it is from the topic, what it costs, and the place of its shape among those
    that the slot wants."""

    text: str
    far: float
    cost: float
    shape: int = 0


def candidates(
    pattern: Pattern,
    slots: Mapping[str, SlotSpec],
    mined: bool,
    vocabulary: Vocabulary,
    blanks: int = 0,
    half: int = 0,
) -> tuple[Candidate, ...]:
    """Return headings on a pattern that speak of a topic, with at most so many blanks, the cheapest first.

    `half` is the place of the pattern in a couplet: what comes of a topic need not name it again.
    """
    wants = wants_of(pattern, slots, mined, half)
    clauses = [list(_fillings(clause, wants, slots, vocabulary)) for clause in clauses_of(pattern)]
    found: dict[str, Candidate] = {}
    for pieces in product(*clauses):
        if sum(piece.blanks for piece in pieces) > blanks:
            continue
        one = _joined(pieces)
        if one.text not in found and (half or _speaks(one, vocabulary)) and not _stammers(one):
            found[one.text] = one
    return tuple(sorted(found.values(), key=lambda one: one.cost)[:MOST])


def _joined(pieces: Sequence[_Piece]) -> Candidate:
    return Candidate(
        text="".join(piece.text for piece in pieces),
        words=tuple(word for piece in pieces for word in piece.words),
        blanks=sum(piece.blanks for piece in pieces),
        far=sum(piece.far for piece in pieces),
        cost=sum(piece.cost for piece in pieces),
        profile=tuple(len(piece.text) for piece in pieces),
        shapes=tuple(shape for piece in pieces for shape in piece.shapes),
    )


def _speaks(one: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a heading names its topic, in its own words and not in a blank's question."""
    return any(name in word for word in one.words for name in vocabulary.names)


def _stammers(one: Candidate) -> bool:
    """Whether a heading says a word twice."""
    return any(one.text.count(two) > 1 for two in stretches(one.text))


def _fillings(
    clause: Pattern, wants: Mapping[str, Want], slots: Mapping[str, SlotSpec], vocabulary: Vocabulary
) -> Iterator[_Piece]:
    if imaged(clause):
        mark = clause.fixed[-1].removeprefix("”")
        images = (word for word in vocabulary.words("喻") if clause.match(word.text + mark))
        yield from (_Piece(word.text + mark, (word.text,), 0, word.far, word.far) for word in images)
        return
    names = list(dict.fromkeys(part.name for part in clause.parts if isinstance(part, Slot)))
    choices = [list(_choices(name, wants, slots, vocabulary)) for name in names]
    pieces = (_filled(clause, names, words) for words in product(*choices))
    yield from sorted(pieces, key=lambda piece: piece.cost)[: MOST_WORDS * max(1, len(names))]


def _filled(clause: Pattern, names: Sequence[str], words: Iterable[_Put]) -> _Piece:
    given = dict(zip(names, words, strict=True))
    return _Piece(
        text=clause.fill({name: put.text for name, put in given.items()}),
        words=tuple(put.text for name, put in given.items() if name != THEME and put.far < BLANK),
        blanks=sum(put.far >= BLANK for put in given.values()),
        far=sum(put.far for put in given.values()),
        cost=sum(put.cost for put in given.values()),
        shapes=tuple(put.shape for put in given.values()),
    )


def _choices(
    name: str, wants: Mapping[str, Want], slots: Mapping[str, SlotSpec], vocabulary: Vocabulary
) -> Iterator[_Put]:
    """The words for a slot, as long as it wants them; a blank where there are none."""
    if name == THEME:
        yield from [_Put(vocabulary.called, 0.0, 0.0)] if vocabulary.called else ()
        return
    found = list(_wanted(wants[name], vocabulary))[:MOST_WORDS] if name in wants else []
    ask = slots[name].ask if name in slots else ""
    yield from found or [_Put(f"【{ask or name}】", BLANK, BLANK)]


def _wanted(want: Want, vocabulary: Vocabulary) -> Iterator[_Put]:
    low, high = want.length
    for place, shape in enumerate(want.shapes):
        for word in vocabulary.words(shape):
            if low <= len(word.text) <= high and (not want.choices or word.text in want.choices):
                strange = UNUSUAL * abs(len(word.text) - want.usual) if want.usual else 0.0
                yield _Put(word.text, word.far, word.far + strange + place, place)
