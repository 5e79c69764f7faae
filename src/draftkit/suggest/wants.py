"""What slots want of a lexicon, told by the words around them and by their questions (实务)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from draftkit.frame import SlotSpec
from draftkit.lexicon import Shape
from draftkit.pattern import Fixed, Part, Pattern, Slot

NEAR = 2
"""How much longer or shorter than in the source a mined slot beside fixed words may be filled (our own)."""

_CLAUSE = re.compile("(?<=[，、：])")
_BETWEEN = "，、："
_GOVERNING = "抓|聚焦|突出|盯住|健全|下好|打好|念好|做好|做实|写好|用好|交出|书写|扛牢|推动"
"""Verbs that take any work for their object."""
_AROUND: tuple[tuple[str, tuple[Shape, ...]], ...] = (
    (r"…求□|把…抓□|(?:突出|紧扣)“□”字.*|念好…“□.*", ("字",)),
    (r"[一-龥]{4}促□", ("名",)),
    (r".*促□", ("促",)),
    (r"让□", ("让",)),
    (r"为□", ("为",)),
    (r".*更□", ("更",)),
    (r"…有□", ("有",)),
    (r"以…为□", ("当",)),
    (r"坚持□", ("主谓",)),
    (r"□抓…", ("状", "做法")),
    (r"□促…|要□", ("做法",)),
    (r"在…上□", ("成效",)),
    (r"(?:守护|情系)□.*", ("谁",)),
    (rf"(?:{_GOVERNING})□.*|.*抓□|把□抓.|把好□关|在□上.*|以□[为促].*|□到位|□[更有求].*", ("名",)),
)
"""What stands around a slot (□; other slots are …) in its clause, and which words of a lexicon then fit."""
_DOINGS = re.compile("以□[促为].*|在□上.*|聚焦□|突出□|“.”字抓□")
"""Where a doing is named rather than a thing: 在食堂管理上, not 在食堂上."""
WHOLE = 4
"""Characters of such a name."""
_SUBJECTS: tuple[tuple[Shape, ...], ...] = (("名",), ("主谓",))
"""Shapes that name the topic."""
_DEED = re.compile("^(?!.*(?:态度|站位|阶段)).*(?:动宾|四字|举措|成效)")
"""Questions for a clause that says what is done."""


class Want(NamedTuple):
    """What a slot takes: the shapes of words in the order of their preference, how many characters, how many
    it usually has, and the closed set."""

    shapes: tuple[Shape, ...]
    length: tuple[int, int] = (1, 99)
    usual: int = 0
    choices: tuple[str, ...] = ()


def built(wants: Iterable[Want]) -> str:
    """Return by what two patterns are told to say the same: the shapes of their slots but for the topic's."""
    return " ".join("、".join(want.shapes) for want in wants if want.shapes not in _SUBJECTS)


def clauses_of(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the pattern in pieces, one for each clause, the mark that ends it included."""
    found: list[list[Part]] = [[]]
    for part in pattern.parts:
        for n, piece in enumerate(_CLAUSE.split(part.text) if isinstance(part, Fixed) else [part]):
            if n:
                found.append([])
            if piece:
                found[-1].append(Fixed(piece) if isinstance(piece, str) else piece)
    return tuple(Pattern(tuple(parts)) for parts in found if parts)


def imaged(clause: Pattern) -> bool:
    """Whether a clause is a verb and its image: {{ 喻动 }}“{{ 喻体 }}”, {{ 举措 }}“{{ 喻体 }}”."""
    return "".join(map(_shown, clause.parts)).rstrip(_BETWEEN) == "…“…”"


def wants_of(pattern: Pattern, slots: Mapping[str, SlotSpec], mined: bool, half: int = 0) -> dict[str, Want]:
    """Return what each slot of a pattern wants; one of which that cannot be told is not among them. The lengths
    that a `mined` frame has seen bind only where it is all rhythm; `half` is its place in a couplet."""
    found: dict[str, Want] = {}
    near = mined and pattern.worded
    for place, clause in enumerate(clauses_of(pattern), half):
        for name, around in _arounds(clause):
            spec = slots.get(name)
            shapes = _shapes(around, spec, place) if spec else ()
            if spec and (shapes or spec.choices):
                usual = WHOLE if _DOINGS.fullmatch(around) else _usual(spec)
                found[name] = Want(shapes, _lengths(spec, near), usual, spec.choices)
    return found


def _arounds(clause: Pattern) -> Iterator[tuple[str, str]]:
    for n, part in enumerate(clause.parts):
        if isinstance(part, Slot):
            shown = ("□" if m == n else _shown(other) for m, other in enumerate(clause.parts))
            yield part.name, "".join(shown).rstrip(_BETWEEN)


def _shown(part: Part) -> str:
    return "…" if isinstance(part, Slot) else part.text


def _shapes(around: str, spec: SlotSpec, place: int) -> tuple[Shape, ...]:
    if around == "□":
        bare = _DEED.search(spec.name + spec.ask)
        return () if not bare else ("做法", "主谓", "成效") if place == 0 else ("成效", "做法")
    return next((shapes for known, shapes in _AROUND if re.fullmatch(known, around)), ())


def _lengths(spec: SlotSpec, near: bool) -> tuple[int, int]:
    low, high = spec.length or (1, 99)
    return (max(1, low - NEAR), high + NEAR) if near else (low, high)


def _usual(spec: SlotSpec) -> int:
    """The length of the example, the first of several."""
    return len(spec.example if isinstance(spec.example, str) else spec.example[0])
