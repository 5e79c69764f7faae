"""Tables ready for their rows: what every column is taken for, what streets share, what the user is told."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.errors import did_you_mean, shortened
from draftkit.messages import _
from draftkit.store.nodes import Node, Scalar
from draftkit.store.schema import Check
from draftkit.store.table.columns import SIGN, Column, Names, header_below, header_of
from draftkit.store.table.found import Found
from draftkit.store.table.header import Head
from draftkit.store.table.mapping import map_of, told_by
from draftkit.store.table.rows import Source, Steps, slot_of, source_of
from draftkit.store.table.survey import SharedCell
from draftkit.store.table.taken import taken_by_words, taken_of
from draftkit.store.table.words import number_of


class Joined(NamedTuple):
    """Tables ready for their rows, by their numbers; what all streets share; what the user is told; the map."""

    sources: tuple[Source, ...]
    shared: tuple[tuple[Steps, Node], ...]
    notes: tuple[str, ...]
    map: str


def join(check: Check, found: Found, names: Names) -> Joined:
    """Make the tables ready, and join their rows by the street; what is wrong with the map is noted."""
    sources: list[Source] = []
    notes: list[str] = []
    maps: list[tuple[str, Head, Mapping[int, str]]] = []
    for table in found.tables:
        told = told_by(check, found.maps, table.title, table.head, names, table.long)
        taken = taken_of(table.head, table.tallies, names, told, table.long)
        targets = {one.heading.column: _called(one.column, table.long) for one in taken if one.column}
        sources.append(source_of(table.file, table.title, taken, names, table.long))
        notes += table.told(taken, targets)
        maps.append((table.title, table.head, targets))
    shared, about = _shared(found.shared, names)
    return Joined(tuple(sources), shared, (*notes, *about, *found.unfitting()), map_of(maps))


def _called(column: Column, long: bool) -> str:
    own = column.path in (("unit",), ("部分",), ("要点",))
    return SIGN.join(header_below(column.path)) if long and not own else header_of(column)


def _shared(cells: Sequence[SharedCell], names: Names) -> tuple[tuple[tuple[Steps, Node], ...], list[str]]:
    """Return what all streets share, and what the user is told of it; of two values the first holds."""
    found: dict[Steps, Node] = {}
    notes: list[str] = []
    for cell in cells:
        column = taken_by_words(cell.header, names, number_of(cell.text) is not None)
        if not column:
            advice = did_you_mean(cell.header, names.slots)
            message = _("{place} “{header}”: not used")
            told = message.format(place=cell.header_place, header=cell.header) + f"（{advice}）"
            notes.append(shortened(told))
            continue
        slot = slot_of(column, 0, names)
        if slot.steps in found:
            message = _("{place} “{header}” stands twice: the first holds")
            notes.append(shortened(message.format(place=cell.header_place, header=cell.header)))
        found.setdefault(slot.steps, slot.take(cell.text, cell.place))
        if column.unit and column.path[0] == "figures":
            found.setdefault((*column.path[:2], "unit"), Scalar(column.unit, cell.header_place))
    return tuple(found.items()), notes
