"""How an anchor begins, or what it must hold: two characters tell most clauses that no anchor fits them."""

import re
from collections.abc import Iterator

SLOT = "\0"
"""Stands for a slot among the characters of a line."""
WIDTH = 2
"""Characters that are looked at (ours): enough to tell, few enough to list."""

_LOOK = re.compile(r"\(\?[!=][^)]*\)")
_REPEAT = re.compile(r"\?|\{0,\d\}")


def heads(line: str) -> frozenset[str]:
    """Return the first characters of what a line matches, at most two; SLOT where a slot comes earlier."""
    return frozenset(_cut(text) for text in _heads(_plain(line)))


def marks(line: str) -> frozenset[str]:
    """Return characters of which one must be found behind a slot that begins the line: of all that follow on
    a slot, those that tell most."""
    plain = _plain(line)
    sets = [{_cut(head).strip(SLOT) for head in _heads(rest)} for rest in _behind_slots(plain)]
    return frozenset(
        max((found for found in sets if found and all(found)), key=lambda found: min(map(len, found)))
    )


def _plain(line: str) -> str:
    """Return a line without look-aheads, slots as one character, <words> as a group."""
    line = re.sub(r"\{[^\d}]*\}", SLOT, _LOOK.sub("", line))
    return line.replace("<", "(").replace(">", ")")


def _cut(text: str) -> str:
    return text[: text.find(SLOT) + 1] if SLOT in text[:WIDTH] else text[:WIDTH]


def _heads(line: str) -> set[str]:
    """Return the beginnings of a line, SLOT included, each long enough or to the line's end."""
    found = {""}
    for choices, optional in _items(line):
        grown: set[str] = set()
        for text in found:
            if len(text) >= WIDTH or SLOT in text:
                grown.add(text)
                continue
            if optional:
                grown.add(text)
            grown |= {
                text + head for choice in choices for head in (_heads(choice) if len(choice) > 1 else {choice})
            }
        found = grown
        if all(len(text) >= WIDTH or SLOT in text for text in found):
            break
    return found


def _behind_slots(line: str) -> Iterator[str]:
    """Yield what follows on each slot that stands in no group."""
    depth = 0
    for place, character in enumerate(line):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == SLOT and not depth:
            yield line[place + 1 :].removeprefix("?")


def _items(line: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the items of a line: the choices for each, and whether it may be left out."""
    place = 0
    while place < len(line):
        choices, end = _item(line, place)
        repeat = _REPEAT.match(line, end)
        yield choices, repeat is not None
        place = repeat.end() if repeat else end


def _item(line: str, place: int) -> tuple[list[str], int]:
    if line[place] == "[":
        end = line.index("]", place)
        return list(line[place + 1 : end]), end + 1
    if line[place] != "(":
        return [line[place]], place + 1
    choices, start, depth = [], place + 1, 0
    for end in range(place, len(line)):
        depth += {"(": 1, ")": -1}.get(line[end], 0)
        if (depth == 1 and line[end] == "|") or not depth:
            choices.append(line[start:end])
            start = end + 1
        if not depth:
            return choices, end + 1
    raise ValueError(line)
