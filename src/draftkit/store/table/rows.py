"""Columns ready for their cells: where each goes among a street's facts, and what is made of its text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.store import nodes
from draftkit.store.fill import Path
from draftkit.store.keys import NAMED
from draftkit.store.nodes import Node, Scalar
from draftkit.store.table.columns import MEASURED, SIGN, Column, Names, header_below, header_of, ordinal
from draftkit.store.table.spool import Texts
from draftkit.store.table.taken import Taken
from draftkit.store.table.words import is_nothing, number_of

Step = str | int | tuple[int | str, ...]
"""A step into the tree of a street's facts: a key; a place in a list; in a body or among next steps an item, by
its place, and for a terse fact its kind and number."""
Steps = tuple[Step, ...]

_COUNT = re.compile(r"[第部分要点（）()、.\s]")
_COMMAS = re.compile(r"[、\n]|；")
_MINUTES = re.compile(r"(\d+)\s*(?:分钟?|min(?:utes)?)", re.I)
Take = Callable[[str, Place], Node]


class Slot(NamedTuple):
    """A column ready for its cells: its header in the grammar, the way into the tree, what makes a node of a
    text, whether an empty cell is told as a place where an answer belongs."""

    column: int
    called: str
    steps: Steps
    take: Take
    shown: bool


class Source(NamedTuple):
    """A table as its rows are read: where it is, its columns, the units of its figures and what else its header
    says of them, the columns of 部分 and 要点 in a long one."""

    file: str
    sheet: str
    slots: tuple[Slot, ...]
    beside: tuple[tuple[Steps, Scalar], ...] = ()
    section: int = 0
    point: int = 0


def source_of(file: str, sheet: str, taken: Sequence[Taken], names: Names, long: bool) -> Source:
    """Return a table ready for its rows."""
    slots: list[Slot] = []
    beside: dict[Steps, Scalar] = {}
    counted = {"部分": 0, "要点": 0}
    for one in taken:
        column, number = one.column, one.heading.column
        if not column or column.path == ("unit",):
            continue
        if long and column.path[0] in counted:
            counted[str(column.path[0])] = number
            continue
        place = Place(file, one.heading.row, number, sheet)
        slots.append(slot_of(column, number, names, long))
        for path, text in (*one.beside, *_unit_of(column)):
            beside.setdefault(path, Scalar(text, place))
    return Source(file, sheet, tuple(slots), tuple(beside.items()), counted["部分"], counted["要点"])


def _unit_of(column: Column) -> Iterator[tuple[Path, str]]:
    if column.unit and column.path[0] == "figures":
        yield (*column.path[:2], "unit"), column.unit


def slot_of(column: Column, number: int, names: Names, long: bool = False) -> Slot:
    """Return a column ready for its cells."""
    path = column.path
    shown = len(path) == 1 or (path[0] == "sections" and len(path) == 3) or path[0] == "figures"
    called = SIGN.join(header_below(path)) if long else header_of(column)
    return Slot(
        number,
        called,
        steps_of(path),
        _taker(column, names, long),
        shown and path != ("skeleton",) and not long,
    )


def steps_of(path: Path) -> Steps:
    """Return the way into the tree for the path of a column."""
    match path:
        case ("title",):
            return ("title", -1)
        case ("next" | "loose" as key,):
            return (key, (-1,))
        case ("next", int(number)):
            return ("next", (number,))
        case ("next", int(number), str(kind), int(nth), str(slot)):
            return ("next", (number, kind, nth), kind, slot)
        case ("opening" | "closing" as key,):
            return (key, "body", (-1,))
        case (*before, "body"):
            return (*before, "body", (-1,))
        case (*before, "body", str(kind), int(nth), str(slot)):
            return (*before, "body", (0, kind, nth), kind, slot)
    return path


def _taker(column: Column, names: Names, long: bool) -> Take:
    path = column.path
    last = path[-1]
    if path[0] == "figures":
        return _number if path[2] in MEASURED or last in ("percent",) else _listed if last == "items" else _text
    if path == ("minutes",):
        return _minutes
    if path == ("title",):
        return _halves
    if path[0] in NAMED:
        return _line
    if last in ("body", "opening", "closing") or (path[0] == "next" and len(path) < 3):
        return _text
    deed = len(path) > 3 and (path[-4] == "body" or path[0] == "next")
    top = len(path) == 1 and not long
    slots = names.kinds.get(str(path[-3]), {}) if deed else names.slots if top else names.headings
    return _listed if slots.get(str(last)) else _with_unit(column.unit) if column.unit else _lines


def _text(text: str, place: Place) -> Node:
    return Scalar(text, place)


def _number(text: str, place: Place) -> Node:
    if not text.isascii() and (found := number_of(text)):
        text = found[0].text + found[1]
    return Scalar("" if is_nothing(text) else text, place)


def _minutes(text: str, place: Place) -> Node:
    found = _MINUTES.fullmatch(text)
    return Scalar(found[1] if found else text, place)


def _with_unit(unit: str) -> Take:
    return partial(_measured, unit)


def _measured(unit: str, text: str, place: Place) -> Node:
    found = number_of(text)
    return Scalar(text + unit if found and not found[1] else text, place)


def _lines(text: str, place: Place) -> Node:
    if "\n" not in text:
        return Scalar("" if is_nothing(text) else text, place)
    return _sequence(text.split("\n"), place)


def _line(text: str, place: Place) -> Node:
    return Scalar("" if is_nothing(text) else text.replace("\n", "　" if "　" not in text else ""), place)


def _halves(text: str, place: Place) -> Node:
    """A title of two halves stands in two lines, or parted by white space where they are equally long."""
    halves = text.split()
    lines = text.split("\n") if "\n" in text else halves
    return _sequence(lines if len(set(map(len, halves))) == 1 else [text], place)


def _listed(text: str, place: Place) -> Node:
    return _sequence([] if is_nothing(text) else _COMMAS.split(text), place)


def _sequence(texts: Iterable[str], place: Place) -> Node:
    items = tuple(Scalar(one.strip(), place) for one in texts if one.strip())
    return items[0] if len(items) == 1 else nodes.Sequence(items, place)


def before_of(source: Source, row: Texts) -> Steps | Problem:
    """Return the section or point that a row of a long table is about, or what is wrong with its number."""
    steps: Steps = ()
    for key, column in (("sections", source.section), ("points", source.point)):
        text = row.texts.get(column, "")
        number = ordinal(_COUNT.sub("", text))
        if number is not None:
            steps += (key, number)
        elif text or key == "sections":
            place = Place(source.file, row.number, column, source.sheet)
            message = _("“{text}” is no number of a section or point").format(text=text)
            return Problem(place, message, _("Write 1, 2, 3 …"))
    return steps
