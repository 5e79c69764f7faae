"""What the columns of a table are taken for: by the map, by the grammar, by what offices call them, by their
numbers."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.fact.number import Number
from draftkit.pattern import usable_name
from draftkit.store.fill import Path
from draftkit.store.keys import RESERVED
from draftkit.store.table.columns import MEASURED, SIGN, Column, Names, column_below, column_of, is_unit, parted
from draftkit.store.table.header import Head, Heading
from draftkit.store.table.sheet import Cell
from draftkit.store.table.words import (
    adds_up,
    called,
    counts,
    halves_of,
    is_money,
    is_nothing,
    is_serial,
    is_total,
    number_of,
)

_COUNT = re.compile(r"^[（(]?\d{1,2}[）).、．]")


class Tally:
    """What the cells of a column are: how many hold something, how many of them numbers, with which units."""

    def __init__(self) -> None:
        self.filled = self.numbers = 0
        self.units: set[str] = set()

    def take(self, cell: Cell) -> Number | None:
        """Count a cell of a street's row; return its number as long as the column has numbers only."""
        if cell.trouble or is_nothing(cell.text):
            return None
        self.filled += 1
        found = number_of(cell.text) if self.numbers + 1 == self.filled else None
        if not found or (found[1] and not is_unit(found[1])):
            return None
        self.numbers += 1
        self.units.add(found[1])
        return found[0]

    @property
    def numeric(self) -> bool:
        """Whether all are numbers, one at least, and none has another unit than the others."""
        return 0 < self.filled == self.numbers and len(self.units - {""}) < 2

    @property
    def unit(self) -> str:
        """The unit that all of them carry, "" where they carry none."""
        return next(iter(self.units - {""}), "") if self.numeric else ""


class Taken(NamedTuple):
    """A column of a table: what it is taken for, None for one that is not used; what its header says of its
    figure beside that (基期)."""

    heading: Heading
    column: Column | None
    beside: tuple[tuple[Path, str], ...] = ()


def taken_of(
    head: Head, tallies: Mapping[int, Tally], names: Names, told: Mapping[int, Column | None], long: bool
) -> tuple[Taken, ...]:
    """Return what each column of a table is taken for.

    `told` is what the map says, None for a column that is not to be used. A `long` table has a row for each
    section or point.
    """
    found: list[Taken] = []
    for heading in head.columns:
        if heading.column in told:
            found.append(Taken(heading, told[heading.column]))
        elif heading.column == head.name:
            found.append(Taken(heading, Column(("unit",))))
        elif long:
            found.append(Taken(heading, in_long(heading.words, names)))
        else:
            found.append(Taken(heading, taken_by_words(heading.words, names)))
    left = [] if long else [one for one in found if not one.column and one.heading.column not in told]
    numbers = [one.heading for one in left if _can_count(one.heading, tallies)]
    figures = {one.heading.column: one for one in _figures(numbers)}
    return tuple(_with_unit(figures.get(one.heading.column, one), head, tallies) for one in found)


def in_long(words: str, names: Names) -> Column | None:
    """Return what a header of a long table means, None for nothing."""
    return Column((words,)) if words in ("部分", "要点") else column_below(words, names)


def taken_by_words(header: str, names: Names, number: bool = False) -> Column | None:
    """Return what a header means: in the grammar, as offices call it, or with a `number` as a figure's name."""
    words, unit = parted(header)
    column = column_of(header, names) or column_of(called(words), names)
    name = _name(words) if number and not column and counts(words) else ""
    column = Column(("figures", name, "value"), unit if is_unit(unit) else "") if name else column
    return None if column == Column(("unit",)) else column


def _can_count(heading: Heading, tallies: Mapping[int, Tally]) -> bool:
    words, _unit = parted(heading.words)
    tally = tallies.get(heading.column)
    return bool(tally and tally.numeric) and counts(words) and not is_serial(words)


def _figures(headings: Sequence[Heading]) -> list[Taken]:
    """Take columns of numbers for figures: two below one heading that say before and after are a change, those
    beside a total are its parts, any other is a figure by its own name."""
    groups: dict[str, list[Heading]] = {}
    for heading in headings:
        above = parted(heading.words)[0].rpartition(SIGN)[0]
        groups.setdefault(above, []).append(heading)
    found: list[Taken] = []
    for above, members in groups.items():
        name = _name(above)
        below = [parted(one.words)[0].rpartition(SIGN)[2] for one in members]
        halves = halves_of(below)
        if name and sorted(halves) == ["from", "to"]:
            since = ((("figures", name, "since"), below[halves.index("from")]),)
            found += [
                _taken(one, ("figures", name, key), since) for one, key in zip(members, halves, strict=True)
            ]
        elif name and len(members) > 2 and sum(map(is_total, below)) == 1:
            keys = [("value",) if is_total(words) else ("parts", words) for words in below]
            found += [_taken(one, ("figures", name, *key)) for one, key in zip(members, keys, strict=True)]
        else:
            names = [_name(parted(one.words)[0]) for one in members]
            found += [
                _taken(one, ("figures", own, "value")) for one, own in zip(members, names, strict=True) if own
            ]
    return found


def _taken(heading: Heading, path: Path, beside: tuple[tuple[Path, str], ...] = ()) -> Taken:
    unit = parted(heading.words)[1]
    return Taken(heading, Column(path, unit if is_unit(unit) else ""), beside)


def _name(words: str) -> str:
    """Return the name of a figure by its header, "" where none can be made of it."""
    name = re.sub(r"\W", "", _COUNT.sub("", words)).replace(SIGN, "").removeprefix("其中")
    return name if usable_name(name) and not name.isascii() and name not in RESERVED else ""


def _with_unit(taken: Taken, head: Head, tallies: Mapping[int, Tally]) -> Taken:
    """Give a figure without a unit the one that its cells carry, or that is said above the table."""
    column = taken.column
    if not column or column.unit or column.path[0] != "figures" or column.path[2] not in MEASURED:
        return taken
    tally = tallies.get(taken.heading.column)
    said = head.units if adds_up(taken.heading.words, "") else ()
    if len(said) == 2 and sum(unit.endswith("元") for unit in said) == 1:
        said = tuple(unit for unit in said if unit.endswith("元") == is_money(taken.heading.words))
    unit = (tally.unit if tally else "") or (said[0] if len(said) == 1 else "")
    return taken._replace(column=Column(column.path, unit))
