"""Making a draft fit: what can be spared when a fact is missing or time is short."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from draftkit.compose.plan import Plan
from draftkit.compose.realise import Gap, Realiser
from draftkit.fact.facts import Deed, Facts, Item, SectionFacts, Words
from draftkit.frame import PART_NAMES
from draftkit.lines import Line, blanks_of

LONGEST_QUOTE = 16
"""Characters by which the user knows a sentence again (ours)."""

_SPARE = ("sections[", "next", "opening.", "closing.")
_SECTION = re.compile(r"sections\[\d+\]")
_MEMBER = re.compile(r"\w+\[\d+\]")


class Omission(NamedTuple):
    """A unit that was left out (an address of the facts, or a part's name), and why: for what was missing,
    or for want of time. `words` are what was missing, or how the unit begins."""

    unit: str
    why: Literal["missing", "time"]
    words: str


def gaps_in(realiser: Realiser, lines: Iterable[Line]) -> list[Gap]:
    """Return the gaps that stand in a speech's lines, in reading order, each ask of a unit once."""
    if not realiser.gaps:
        return []
    noted = {id(gap.blank): gap for gap in realiser.gaps}
    found = [noted[id(blank)] for blank in blanks_of(lines) if id(blank) in noted]
    return list({(gap.blank.slot, gap.unit): gap for gap in found}.values())


def distinct(gaps: list[Gap], facts: Facts) -> list[Gap]:
    """Return the gaps without those that ask for the same thing at the same place."""
    return list({(gap.ask(facts), facts.place(gap.key)): gap for gap in reversed(gaps)}.values())[::-1]


def spoilt_units(realiser: Realiser, plan: Plan, gaps: list[Gap]) -> list[Omission]:
    """Return the units that have gaps and can be spared: sentences, facts, points, optional parts, and
    sections above the least number of the skeleton."""
    sections = [facts.key for _shape, given in plan.sections for facts in given]
    spare = len(set(sections) - set(realiser.omitted)) - sum(shape.count[0] for shape, _given in plan.sections)
    found: dict[str, Omission] = {}
    for gap in gaps:
        if gap.unit in found or gap.unit in realiser.omitted:
            continue
        if _SECTION.fullmatch(gap.unit):
            if spare <= 0:
                continue
            spare -= 1
        elif gap.unit in PART_NAMES:
            if gap.unit not in realiser.skeleton.optional:
                continue
        elif not gap.unit.startswith(_SPARE) and not _MEMBER.fullmatch(gap.unit):
            continue
        found[gap.unit] = Omission(gap.unit, "missing", gap.blank.ask)
    return list(found.values())


def next_to_drop(realiser: Realiser, plan: Plan) -> list[Omission]:
    """Return the one unit that goes next for want of time, in the skeleton's order; [] when none is left.

    A name in `drop:` is a part, a kind of terse fact (its last one goes first), `body` (the last prose of
    a body that has more), or `points` (the last point of three or more).
    """
    for name in realiser.skeleton.drop:
        spare = [Omission(name, "time", name)] if name in plan.parts else list(_units(realiser, plan, name))
        left = [omission for omission in spare if omission.unit not in realiser.omitted]
        if left:
            return left[-1:]
    return []


def _units(realiser: Realiser, plan: Plan, name: str) -> Iterator[Omission]:
    for _shape, given in plan.sections:
        for facts in given:
            if facts.key not in realiser.omitted:
                yield from _units_in(realiser, facts, name)


def _units_in(realiser: Realiser, facts: SectionFacts, name: str) -> Iterator[Omission]:
    body = [item for item in facts.body if item.key not in realiser.omitted]
    yield from (Omission(item.key, "time", _begins(item)) for item in body if _is_spare(item, name, len(body)))
    points = [point for point in facts.points if point.key not in realiser.omitted]
    if name == "points" and len(points) > 2:
        heading = [str(given.pattern) for given in points[-1].slots.values() if isinstance(given, Words)]
        yield Omission(points[-1].key, "time", "、".join(heading))
    for point in points:
        yield from _units_in(realiser, point, name)


def _begins(item: Item) -> str:
    words = str(item.pattern) if isinstance(item, Words) else item.kind
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "…"


def _is_spare(item: Item, name: str, siblings: int) -> bool:
    if isinstance(item, Deed):
        return item.kind == name
    return name == "body" and isinstance(item, Words) and siblings > 1
