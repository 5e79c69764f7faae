"""套语 out of speeches: sentences become fixed words and slots by the anchors that hold them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from draftkit.frame import ASIDE, PROVIDED, Evidence, Formula, Move, Role, SlotSpec
from draftkit.mine.filling import shows
from draftkit.mine.formula.asks import ask_of
from draftkit.mine.formula.clause import Pieces, Said, slots_of
from draftkit.mine.formula.moves import MOVE_OF
from draftkit.mine.formula.naming import name_of, told_apart
from draftkit.mine.formula.parts import ROLES, move_of, part_of
from draftkit.mine.formula.places import Sentence, passages
from draftkit.mine.formula.transition import transitions
from draftkit.mine.formula.windows import Window, phrases
from draftkit.mine.leaks import in_pattern, leaks
from draftkit.pattern import Fixed, Pattern, Slot
from draftkit.tree import Document
from draftkit.zh.sentence import spoken_length

_HEADS: dict[Role, str] = {
    "salutation": "称谓",
    "greeting": "问候",
    "opening": "开头",
    "closing": "结尾",
    "signoff": "结束语",
}
_NO_MARKS = str.maketrans("", "", "，。；：！？、")
FEWEST_LENGTHS = 3
"""Fillings from which a length may be told (ours): one or two say nothing of the others."""
BEST_EXAMPLE = 8
"""Characters of the example that is liked best: enough to be understood (ours)."""


class Make(NamedTuple):
    """What makes formulae one: role, deed, the kinds it stands between, the pattern."""

    role: Role
    deed: str
    between: tuple[str, ...]
    pattern: Pattern


class Seen(NamedTuple):
    """Where a formula was seen, what it said, and what its clauses are for."""

    source: str
    place: str
    pieces: Pieces
    uses: tuple[str, ...]
    move: Move | None


def formulas_of(documents: Iterable[Document]) -> Iterator[Formula]:
    """Yield the formulae of documents, one for each distinct pattern, in the order of their names.

    Which they are does not depend on the order of the documents; each document is evidence once.
    """
    found: defaultdict[Make, list[Seen]] = defaultdict(list)
    for document in documents:
        for make, seen in seen_in(document):
            found[make].append(seen)
    return formulas_from(found)


def formulas_from(found: Mapping[Make, list[Seen]]) -> Iterator[Formula]:
    """Yield the formulae of what was seen, each make's list in any order."""
    made = [_formula(make, sorted(seen, key=_order)) for make, seen in found.items()]
    kept = _unlike([one for one in made if not leaks(one)])
    for name, formula in told_apart((one.name, str(one.wordings[0]), one) for one in kept):
        yield replace(formula, name=name)


def seen_in(document: Document) -> Iterator[tuple[Make, Seen]]:
    """Yield the formulae that a document uses, but for those whose fixed words are not the genre's."""
    return (one for one in _seen_in(document) if not in_pattern(one[0].pattern, one[0].role))


def _unlike(formulae: Iterable[Formula]) -> list[Formula]:
    """Return formulae without those that differ from one with more evidence in punctuation only."""
    best: dict[tuple[str, str, str, str], Formula] = {}
    for one in sorted(formulae, key=lambda one: (-len(one.evidence), str(one.wordings[0]))):
        words = str(one.wordings[0]).translate(_NO_MARKS)
        best.setdefault((one.role, one.deed, "".join(one.between), words), one)
    return list(best.values())


def _order(seen: Seen) -> tuple[str, str, str]:
    return seen.source, seen.place, "|".join(said.words for said in slots_of(seen.pieces))


def _seen_in(document: Document) -> Iterator[tuple[Make, Seen]]:
    for passage in passages(document):
        for sentence in passage:
            yield from _seen_of(sentence)
        for pair, sentence, window in transitions(passage):
            make = Make("transition", "", pair, _pattern(window.pieces))
            yield make, _seen(sentence, window, None)


def _seen_of(sentence: Sentence) -> Iterator[tuple[Make, Seen]]:
    part = part_of(sentence) if sentence.part in ROLES else None
    if part:
        make = Make(ROLES[sentence.part], "", (), _pattern(part.pieces))
        yield make, _seen(sentence, part, move_of(sentence.part, part))
    elif sentence.part in ("opening", "body", "closing"):
        for window in phrases(sentence.text):
            make = Make("phrase", window.deed, (), _pattern(window.pieces))
            yield make, _seen(sentence, window, MOVE_OF[window.deed])


def _seen(sentence: Sentence, window: Window, move: Move | None) -> Seen:
    uses = dict.fromkeys(group.use for group in window.groups)
    return Seen(sentence.source, sentence.place, window.pieces, tuple(uses), move)


def _pattern(pieces: Pieces) -> Pattern:
    return Pattern(tuple(Slot(piece.slot) if isinstance(piece, Said) else Fixed(piece) for piece in pieces))


def _formula(make: Make, seen: list[Seen]) -> Formula:
    """Return the formula of all places where it was seen; its name is not yet told apart."""
    first = seen[0]
    fixed = [piece for piece in first.pieces if isinstance(piece, str)]
    head = _HEADS.get(make.role, "")
    if make.deed:
        head = f"{ASIDE}{make.deed}"
    elif make.between:
        head = f"过渡-{'到'.join(make.between)}"
    if make.role == "closing" and first.move == "next":
        head = "下一步"
    slots = [said.slot for said in slots_of(first.pieces)]
    return Formula(
        name=name_of(head, ["做", *fixed] if make.deed not in ("", "做法") and _acts_first(first) else fixed),
        use=_use(first.uses),
        slots={slot: _slot(slot, seen) for slot in slots if slot not in PROVIDED},
        evidence=tuple(_evidence(one) for one in {one.source: one for one in reversed(seen)}.values())[::-1],
        role=make.role,
        move=first.move,
        deed=make.deed,
        between=make.between,
        wordings=(make.pattern,),
    )


def _acts_first(seen: Seen) -> bool:
    first = seen.pieces[0]
    return isinstance(first, Said) and first.slot == "做"


def _use(uses: Sequence[str]) -> str:
    """Return when to use a formula: 先点明抓手，再说做了什么."""
    if len(uses) == 1:
        return uses[0]
    return f"先{uses[0]}，" + "".join(f"再{use}，" for use in uses[1:])[:-1]


def _slot(slot: str, seen: list[Seen]) -> SlotSpec:
    values = [said.words for one in seen for said in slots_of(one.pieces) if said.slot == slot]
    shown = sorted((abs(len(value) - BEST_EXAMPLE), value) for value in values if shows(value))
    lengths = [spoken_length(value) for value in values]
    return SlotSpec(
        slot,
        ask=ask_of(slot),
        example=shown[0][1] if shown else "",
        length=(min(lengths), max(lengths)) if len(lengths) >= FEWEST_LENGTHS else None,
    )


def _evidence(seen: Seen) -> Evidence:
    return Evidence(seen.source, seen.place, {said.slot: said.words for said in slots_of(seen.pieces)})
