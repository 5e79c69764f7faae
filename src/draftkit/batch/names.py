"""The names of all the files of a batch, worked out before the first is written."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.pattern import Fixed, Pattern

_SHOWN = 8
"""Twins of a name that a message shows (ours)."""

_UNSEEN = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Selectors of a character's variants."""


def filled(pattern: Pattern, words: Mapping[str, str], place: Place) -> tuple[str, list[Problem]]:
    """Return a name as the pattern asks for it, and a problem for each word that the street does not have."""
    missing = sorted(pattern.names - {name for name, text in words.items() if text})
    message = _("the name of the file wants “{name}”, which is not given here")
    problems = [Problem(place, message.format(name=name), _("Give it, or change --name")) for name in missing]
    text = "".join(part.text if isinstance(part, Fixed) else words.get(part.name, "") for part in pattern.parts)
    return text, problems


def twins(names: Iterable[tuple[str, Place]]) -> list[Problem]:
    """Return a problem for each group of names that some system takes for one: the same letters in another
    case, width or composition, or with characters between that nobody sees."""
    groups: dict[str, list[tuple[str, Place]]] = {}
    for name, place in names:
        groups.setdefault(_as_one(name), []).append((name, place))
    message = _("{n} streets would get one file, “{name}”: {places}")
    advice = _("Give each its own name with --name, or let --number number them")
    problems = []
    for group in groups.values():
        if group[1:]:
            places = "、".join(str(place) for _name, place in group[:_SHOWN])
            text = message.format(n=len(group), name=group[0][0], places=places)
            problems.append(Problem(group[0][1], text, advice))
    return problems


def numbered(names: Iterable[str]) -> list[str]:
    """Return the names, twins told apart by a number in the order in which they come: 名, 名（2） …"""
    given = list(names)
    taken = {_as_one(name) for name in given}
    seen: set[str] = set()
    found = []
    for name in given:
        number, told = 1, name
        while _as_one(told) in seen or (number > 1 and _as_one(told) in taken):
            number += 1
            told = f"{name}（{number}）"
        seen.add(_as_one(told))
        found.append(told)
    return found


def _as_one(name: str) -> str:
    seen = _UNSEEN.sub("", "".join(one for one in name if category(one) not in ("Cf", "Cc")))
    return normalize("NFKC", normalize("NFKC", seen).casefold()).strip(" .")
