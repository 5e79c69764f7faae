"""Runs of one to three clauses that make a phrase, and the sentences that make an opening or a closing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from draftkit.mine.anchors import ADVERBIALS, MAINS, RESULTS, Group
from draftkit.mine.clause import Anchored, Pieces, Said, clauses, matched, matched_from, slots_of
from draftkit.mine.filling import fits
from draftkit.mine.runs import RUNS
from draftkit.zh.verbs import starts_with_verb

_LEAD = re.compile(r"(?:我们|大家)?(?:还|就|都|也)?(?:要|将|必须|务必)?(?=[一-龥“])")
_MODAL = re.compile(r"要|必须|务必")
FOUNDING = "建章立制"
"""Anchors that say little without how the rule that was founded works."""
_SHORTEST_DEED = 4
_OTHER_START = re.compile(r"[这那但而也还就其并他她它]|[以在把将让为从向因与对由按]|通过|围绕|针对|确保|实现")


class Window(NamedTuple):
    """Clauses that make a formula: its pieces, the groups of its anchors, the deed that it words."""

    pieces: Pieces
    groups: tuple[Group, ...]
    deed: str


def phrases(sentence: str) -> Iterator[Window]:
    """Yield the phrases of a sentence: adverbials with what was done, statements, measure and result."""
    parts = clauses(sentence)
    starts = _starts(parts)
    place = 0
    while place < len(parts):
        run = matched_from(sentence, starts[place], RUNS)
        if run:
            found, end = run
            yield Window(found.pieces, (found.group,), found.group.deed)
            place = next((n for n, start in enumerate(starts) if start >= end), len(parts))
            continue
        window, place = _phrase(parts, place)
        if window:
            yield window


def _starts(parts: list[tuple[str, str]]) -> list[int]:
    starts, end = [], 0
    for text, marks in parts:
        starts.append(end)
        end += len(text) + len(marks)
    return starts


def _phrase(parts: list[tuple[str, str]], place: int) -> tuple[Window | None, int]:
    """Return the phrase that begins with a clause, and the clause after it."""
    leads: list[Anchored] = []
    while place < len(parts):
        lead = with_lead(parts[place][0], ADVERBIALS)
        if not lead or parts[place][1] != "，":
            break
        leads.append(lead)
        place += 1
    if place == len(parts):
        return None, place
    text, marks = parts[place]
    main = with_lead(text, MAINS) or (with_lead(text, RESULTS) if leads else None)
    done = main or _deed(text)
    if main and not leads and main.group.use == FOUNDING:
        follows = _deed(parts[place + 1][0]) if place + 1 < len(parts) and marks == "，" else None
        return (_window([main, follows]), place + 2) if follows else (None, place + 1)
    after = parts[place + 1] if place + 1 < len(parts) and marks == "，" else None
    if done and not main:
        result = with_lead(after[0], RESULTS) if after else None
        if result:
            return _window([*leads[-1:], done, result]), place + 2
    if done and (leads or main):
        return _window([*leads[-2:], done]), place + 1
    return None, place + 1


def with_lead(text: str, groups: tuple[Group, ...]) -> Anchored | None:
    """Return a clause that an anchor holds, None when none does; 我们 and 要 before it counted to its fixed words."""
    found = matched(text, groups)
    if found:
        return found
    lead = _LEAD.match(text)
    if not lead or not lead[0]:
        return None
    found = matched(text[lead.end() :], groups)
    if not found:
        return None
    group = found.group
    if _MODAL.search(lead[0]):
        group = group._replace(deed="要求")
    elif "将" in lead[0]:
        group = group._replace(deed="打算")
    return Anchored((lead[0], *found.pieces), group)


_PLAIN = Group("说做了什么", "做法", ())


def _deed(text: str) -> Anchored | None:
    """Return a clause that says what is done, as one slot; 要 and the like stay fixed words."""
    lead = _LEAD.match(text)
    words = text[lead.end() :] if lead else text
    if len(words) < _SHORTEST_DEED or not fits(words) or _OTHER_START.match(words):
        return None
    if not starts_with_verb(words):
        return None
    before = (lead[0],) if lead and lead[0] else ()
    deed = "要求" if before and _MODAL.search(before[0]) else "打算" if before and "将" in before[0] else "做法"
    return Anchored((*before, Said("做", words)), _PLAIN._replace(deed=deed))


def _window(found: list[Anchored]) -> Window:
    pieces: list[str | Said] = []
    for number, one in enumerate(found):
        pieces += (["，"] if number else []) + list(one.pieces)
    groups = tuple(one.group for one in found)
    deeds = [group.deed for group in groups]
    deed = next((d for d in ("要求", "打算") if d in deeds), None) or next((d for d in deeds if d != "做法"), "做法")
    return Window(joined(pieces), groups, deed)


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


def count_of(pieces: Pieces) -> int:
    """Return how many slots there are."""
    return sum(1 for _slot in slots_of(pieces))
