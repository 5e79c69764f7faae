"""Clauses of a sentence matched against the anchors."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from draftkit.mine.filling import FIGURES, acts, fits, leads_up
from draftkit.mine.filling import begins as may_begin
from draftkit.mine.formula.anchors import Group
from draftkit.mine.formula.table import Table

_WHOLE = frozenset(("不足", "体会", "才能", "打算", "另一头"))
"""Slots that want a statement, not what leads up to one."""
_ENDING_IN_DE = frozenset(("一头", "中间", "另一头", "再一头", "过去", "现在", "情形"))
_CLAUSE = re.compile(r"([^，；：。！？]+)([，；：。！？”’）]*)")


class Said(NamedTuple):
    """A slot and the words that fill it."""

    slot: str
    words: str


Pieces = tuple[str | Said, ...]


class Anchored(NamedTuple):
    """A clause that an anchor holds: its pieces, and the group of the anchor."""

    pieces: Pieces
    group: Group


def clauses(sentence: str) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with the marks that end it."""
    return [(found[1], found[2]) for found in _CLAUSE.finditer(sentence)]


def matched(text: str, table: Table) -> Anchored | None:
    """Return a clause as its first anchor divides it, None when none holds it."""
    for rule in table.candidates(text):
        found = rule.expression.fullmatch(text)
        pieces = found and pieces_of(found)
        if pieces:
            return Anchored(pieces, rule.group)
    return None


def pieces_of(found: re.Match[str]) -> Pieces | None:
    """Return what an anchor matched as fixed words and slots; None when a filling does not fit."""
    named = sorted(
        (found.span(name), name) for name, words in found.groupdict().items() if words and name != "w"
    )
    pieces: list[str | Said] = []
    end = found.start()
    for (start, stop), name in named:
        words = found.string[start:stop]
        slot = found["w"] if name == "x" else name
        if not fits(words, slot in FIGURES) or (words[-1] == "的" and slot not in _ENDING_IN_DE):
            return None
        if (
            (slot == "做" and not acts(words))
            or (slot in _WHOLE and leads_up(words))
            or (slot == "何事" and "把" in words)
        ):
            return None
        pieces += [found.string[end:start], Said(slot, words)]
        end = stop
    pieces.append(found.string[end : found.end()])
    if not pieces[0] and isinstance(pieces[1], Said) and not begins(pieces[1]):
        return None
    return tuple(piece for piece in pieces if piece)


def begins(said: Said) -> bool:
    """Tell whether a slot's words may begin a sentence; the name of a figure has three characters at least."""
    return may_begin(said.words) and (said.slot != "指标名" or len(said.words) > 2)


def slots_of(pieces: Iterable[str | Said]) -> Iterator[Said]:
    """Yield the slots of some pieces."""
    return (piece for piece in pieces if isinstance(piece, Said))
