"""Names of mined formulae: the kind of fact or the part, and the fixed words in short."""

import re
from collections.abc import Iterable, Sequence

from draftkit.frame import Formula
from draftkit.zh.numerals import to_numeral

LONGEST = 17
"""Characters of a name at most (ours): it is a file's name and a line in a list."""
_MARKS = re.compile(r"[，。；：！？、“”]+")


def name_of(prefix: str, fixed: Sequence[str]) -> str:
    """Return a name: 做法-围绕…以…为抓手 of 做法 and the fixed words, as many of them as there is room for."""
    words = [part for text in fixed for part in _MARKS.split(text) if part]
    name = f"{prefix}-"
    for number, word in enumerate(words):
        longer = name + ("…" if number else "") + word
        if len(longer) > LONGEST:
            return name if number else longer[:LONGEST]
        name = longer
    return name


def told_apart(formulae: Iterable[tuple[str, str, Formula]]) -> list[tuple[str, Formula]]:
    """Return names and formulae, those of one name numbered 二, 三 … in the order of their patterns."""
    found: list[tuple[str, Formula]] = []
    seen: dict[str, int] = {}
    for name, _pattern, formula in sorted(formulae, key=lambda one: one[:2]):
        seen[name] = seen.get(name, 0) + 1
        number = to_numeral(seen[name]) if seen[name] > 1 else ""
        found.append((name[: LONGEST - len(number)] + number, formula))
    return found
