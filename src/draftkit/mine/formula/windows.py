"""Runs of one to three clauses that make a phrase."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from draftkit.mine.filling import acts, fits
from draftkit.mine.formula.anchors import ADVERBIALS, MAINS, RESULTS, Group
from draftkit.mine.formula.clause import Anchored, Pieces, Said, clauses, pieces_of
from draftkit.mine.formula.runs import RUNS
from draftkit.mine.formula.table import Rule, Table

ADVERBIAL, MAIN, RESULT, EFFECT = ("adverbial",), ("main", "effect"), ("result",), ("result", "effect")
"""What may lead a phrase, what may be its statement, what may follow on a measure: what came of it."""

MOMENT = "点明时点"
FOUNDING = "建章立制"
"""Anchors that say little without how the rule that was founded works."""

_LEAD = re.compile(r"(?:我们|大家)?(?:还|就|都|也)?(?:要|将|必须|务必)?(?=[一-龥“])")
_LEADERS = frozenset("我大还就都也要将必务")
_MODAL = re.compile(r"要|必须|务必")
_PLANNED = ("要求", "打算")
_PLAIN = Group("说做了什么", "做法", ())


class Window(NamedTuple):
    """Clauses that make a formula: its pieces, the groups of its anchors, the deed that it words."""

    pieces: Pieces
    groups: tuple[Group, ...]
    deed: str


class _Option(NamedTuple):
    """An anchor that may hold a clause behind its lead."""

    lead: str
    rest: str
    rule: Rule


def phrases(sentence: str) -> Iterator[Window]:
    """Yield the phrases of a sentence: adverbials with what was done, statements, measure and result."""
    parts = clauses(sentence)
    held = [bool(_options(text)) for text, _marks in parts]
    place = start = 0
    while place < len(parts):
        if not held[place] and not any(held[place + 1 : place + 2]):
            start += len(parts[place][0]) + len(parts[place][1])
            place += 1
            continue
        run = _run(sentence, start, parts[place][0])
        if run:
            found, end = run
            yield Window(found.pieces, (found.group,), found.group.deed)
            after = place
            while after < len(parts) and start < end:
                start += len(parts[after][0]) + len(parts[after][1])
                after += 1
        else:
            window, after = _phrase(parts, place)
            start += sum(len(text) + len(marks) for text, marks in parts[place:after])
            if window:
                yield window
        place = after


def _run(sentence: str, start: int, clause: str) -> tuple[Anchored, int] | None:
    """Return the run of clauses that begins with a clause at a place of a sentence, and where it ends."""
    for option in _options(clause).get("run", ()):
        found = None if option.lead else option.rule.expression.match(sentence, start)
        pieces = found and pieces_of(found)
        if found and pieces:
            return Anchored(pieces, option.rule.group), found.end()
    return None


def _phrase(parts: list[tuple[str, str]], place: int) -> tuple[Window | None, int]:
    """Return the phrase that begins with a clause, and the clause after it."""
    leads: list[Anchored] = []
    while place < len(parts):
        lead = with_lead(parts[place][0], ADVERBIAL) if parts[place][1] == "，" else None
        if not lead:
            break
        leads.append(lead)
        place += 1
    if place == len(parts):
        return None, place
    text, marks = parts[place]
    follows = parts[place + 1][0] if place + 1 < len(parts) and marks == "，" else ""
    main = with_lead(text, MAIN) or (with_lead(text, RESULT) if leads else None)
    if main and not leads and main.group.use == FOUNDING:
        done = _deed(follows)
        return (_window([main, done]), place + 2) if done else (None, place + 1)
    if main:
        return _window([*leads[-2:], main]), place + 1
    result = with_lead(follows, EFFECT) if follows else None
    done = _deed(text) if result or leads else None
    if done and result:
        return _window([*leads[-1:], done, result]), place + 2
    if done and any(lead.group.use != MOMENT for lead in leads):
        return _window([*leads[-2:], done]), place + 1
    return None, place + 1


@cache
def _anchors() -> Table:
    """Return the anchors of phrases, compiled when first asked for."""
    kinds = {"run": RUNS, "adverbial": ADVERBIALS, "result": RESULTS, "main": (), "effect": ()}
    for group in MAINS:
        kinds["effect" if group.deed in ("变化", "成效") else "main"] += (group,)
    return Table(kinds)


@lru_cache(maxsize=1024)
def _options(clause: str) -> dict[str, list[_Option]]:
    """Return by kind the anchors that may hold a clause, as it is or behind 我们, 要 and the like."""
    table = _anchors()
    found: dict[str, list[_Option]] = {}
    for rule in table.candidates(clause):
        found.setdefault(rule.kind, []).append(_Option("", clause, rule))
    lead = _LEAD.match(clause) if clause[0] in _LEADERS else None
    if lead and lead[0]:
        rest = clause[lead.end() :]
        for rule in table.candidates(rest):
            found.setdefault(rule.kind, []).append(_Option(lead[0], rest, rule))
    return found


def with_lead(clause: str, kinds: Collection[str]) -> Anchored | None:
    """Return a clause that an anchor of some kinds holds, None when none does.

    我们 and 要 before it are fixed words; 要 makes it a demand, 将 a plan.
    """
    options = _options(clause)
    for kind in kinds if options else ():
        for option in options.get(kind, ()):
            found = option.rule.expression.fullmatch(option.rest)
            pieces = found and pieces_of(found)
            if pieces:
                group = option.rule.group
                group = group._replace(deed=_deed_of(option.lead, group.deed))
                return Anchored((option.lead, *pieces) if option.lead else pieces, group)
    return None


def _deed_of(lead: str, deed: str) -> str:
    return "要求" if _MODAL.search(lead) else "打算" if "将" in lead else deed


def _deed(text: str) -> Anchored | None:
    """Return a clause that says what is done, as one slot; 要 and the like stay fixed words."""
    lead = _LEAD.match(text)
    before = lead[0] if lead else ""
    words = text[len(before) :]
    if not acts(words) or not fits(words):
        return None
    said = Said("做", words)
    return Anchored((before, said) if before else (said,), _PLAIN._replace(deed=_deed_of(before, "做法")))


def _window(found: list[Anchored]) -> Window:
    pieces: list[str | Said] = []
    for number, one in enumerate(found):
        pieces += (["，"] if number else []) + list(one.pieces)
    deeds = [one.group.deed for one in found]
    telling = [deed for deed in deeds if deed in _PLANNED] or [deed for deed in deeds if deed != "做法"]
    return Window(joined(pieces), tuple(one.group for one in found), telling[0] if telling else "做法")


def joined(pieces: list[str | Said]) -> Pieces:
    """Return pieces without two fixed words side by side, slots of one name told apart."""
    found: list[str | Said] = []
    seen: dict[str, int] = {}
    for piece in pieces:
        if isinstance(piece, Said):
            seen[piece.slot] = seen.get(piece.slot, 0) + 1
            count = seen[piece.slot]
            name = piece.slot if count == 1 else ("又一" if count == 2 else "第三") + piece.slot
            found.append(Said(name, piece.words))
        elif found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)
