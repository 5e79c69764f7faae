"""Clauses of a sentence matched against the anchors."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from draftkit.mine.anchors import Group
from draftkit.mine.filling import begins as may_begin
from draftkit.mine.filling import fits

FIGURES = frozenset(("数值", "原值", "现值", "幅度", "比例", "名次", "成果", "家底", "部分数", "又一家底"))
"""Slots that want a number."""

_WORDS = "[^，。；：！？]"
_CLAUSE = re.compile(r"([^，；：。！？]+)([，；：。！？”’）]*)")
_TOKEN = re.compile(r"\{(\w*)\}|<([^>]+)>|\((?!\?)")


class Said(NamedTuple):
    """A slot and the words that fill it."""

    slot: str
    words: str


Pieces = tuple[str | Said, ...]


class Anchored(NamedTuple):
    """A clause that an anchor holds: its pieces, and the group of the anchor."""

    pieces: Pieces
    group: Group


class Rule(NamedTuple):
    """An anchor ready to match."""

    expression: re.Pattern[str]
    group: Group


@lru_cache(maxsize=16)
def rules_of(groups: tuple[Group, ...]) -> tuple[Rule, ...]:
    """Return the anchors of some groups, compiled."""
    return tuple(Rule(re.compile(_expression(line)), group) for group in groups for line in group.lines)


def _expression(line: str) -> str:
    def written(token: re.Match[str]) -> str:
        if token[2]:
            return f"(?P<w>{token[2]})"
        if token[1] is None:
            return "(?:"
        return f"(?P<{token[1] or 'x'}>{_WORDS}{{1,14}}?)"

    return rf"(?:{_TOKEN.sub(written, line)})(?=[，；：。！？]|\Z)"


def clauses(sentence: str) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with the marks that end it."""
    return [(found[1], found[2]) for found in _CLAUSE.finditer(sentence)]


def matched(text: str, groups: tuple[Group, ...]) -> Anchored | None:
    """Return a clause as its first anchor divides it, None when none holds it."""
    for rule in rules_of(groups):
        found = rule.expression.fullmatch(text)
        pieces = found and pieces_of(found)
        if pieces:
            return Anchored(pieces, rule.group)
    return None


def matched_from(text: str, start: int, groups: tuple[Group, ...]) -> tuple[Anchored, int] | None:
    """Return the run of clauses that begins at a place of a text and the place where it ends."""
    for rule in rules_of(groups):
        found = rule.expression.match(text, start)
        pieces = found and pieces_of(found)
        if found and pieces:
            return Anchored(pieces, rule.group), found.end()
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
        if not fits(words, slot in FIGURES):
            return None
        pieces += [found.string[end:start], Said(slot, words)]
        end = stop
    pieces.append(found.string[end : found.end()])
    if not pieces[0] and isinstance(pieces[1], Said) and not begins(pieces[1]):
        return None
    return tuple(piece for piece in pieces if piece)


def begins(said: Said) -> bool:
    """Tell whether a slot's words may begin a sentence; the name of a figure has three characters at least."""
    return may_begin(said.words) and (said.slot != "指标" or len(said.words) > 2)


def slots_of(pieces: Iterable[str | Said]) -> Iterator[Said]:
    """Yield the slots of some pieces."""
    return (piece for piece in pieces if isinstance(piece, Said))
