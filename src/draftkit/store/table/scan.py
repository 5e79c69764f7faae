"""The tables of a sheet, row by row: headers, rows of streets, totals, and what is left out."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

from draftkit.messages import _
from draftkit.store.table.columns import is_unit
from draftkit.store.table.header import DEEPEST, Head, IsName, Merged, heads_at, heads_of, merged_by_row
from draftkit.store.table.names import is_street
from draftkit.store.table.sheet import Cell, Range, Row
from draftkit.store.table.words import bare, is_example, is_group, is_note, is_serial, is_total

_AHEAD = 10
"""Rows that are looked at ahead of a row, and kept behind it until they are understood (ours)."""
_LONGEST_NAME = 30
"""Characters of the name of a street, or of its districts, at most (ours): more are a note."""

_NUMBER = re.compile(r"^(?:[（(]\d{1,3}[）)]|\d{1,3}[.、．])")
"""A number before a street's name."""

Kind = Literal["street", "total", "left"]


class Line(NamedTuple):
    """A row of a table: what it is, its cells within the table, the names of the street and its district in it.
    A row that is left out belongs to no table (0); tables are counted from 1 over the sheet."""

    kind: Kind
    table: int
    row: Row
    name: str = ""
    region: str = ""


@dataclass(slots=True)
class _Open:
    """A table whose rows are being read: whether its notes have begun."""

    number: int
    head: Head
    noted: bool = False


@dataclass(slots=True)
class _Walk:
    is_name: IsName
    fixed: Mapping[int, int]
    merged: Merged
    rows: Iterator[Row]
    ahead: deque[Row] = field(default_factory=deque)
    before: list[Row] = field(default_factory=list)
    tables: list[_Open] = field(default_factory=list)
    spans: dict[int, tuple[int, Cell]] = field(default_factory=dict)
    """By column: the row down to which a cell is merged, and that cell."""
    count: int = 0


def walk(
    rows: Iterator[Row], merged: Iterable[Range], is_name: IsName, fixed: Mapping[int, int]
) -> Iterator[Head | Line]:
    """Yield what a sheet holds, from the top: each table's header, and its rows behind it.

    `is_name` knows what stands above the names of streets; `fixed` are the first and the last rows of the
    headers where the user has said them, and then no other header is looked for.
    """
    at = _Walk(is_name, fixed, merged_by_row(merged), rows)
    while row := _next(at):
        if _begins(at, row):
            yield from _open(at, row)
        elif not at.tables or _is_caption(at, row):
            at.before.append(row)
            yield from (Line("left", 0, at.before.pop(0)) for _over in at.before[_AHEAD:])
        else:
            for one in (*at.before, row):
                yield from _lines(at, one)
            at.before.clear()
    yield from (Line("left", 0, row) for row in at.before)


def _next(at: _Walk) -> Row | None:
    at.ahead.extend(islice(at.rows, _AHEAD - len(at.ahead)))
    return at.ahead.popleft() if at.ahead else None


def _begins(at: _Walk, row: Row) -> bool:
    """Whether a header begins with this row: the names' column has its header here, and no street stands there
    in a table above."""
    if at.fixed:
        return row.number in at.fixed
    named = [one for one in at.tables if (cell := _cell(row, one.head.name)) and not at.is_name(cell.text)]
    reaches = [one.head.reach for one in named]
    free = [cell for cell in row.cells if not any(low <= cell.column <= high for low, high in reaches)]
    name = next((cell for cell in free if not cell.numeric and at.is_name(cell.text)), None)
    return name is not None and not _is_form_line(at, row, name)


def _is_form_line(at: _Walk, row: Row, name: Cell) -> bool:
    """Whether a row says who fills the table in (填报单位 | 区住建局): a wider one follows that has its header
    of names in the same column, or in the next behind the numbers of rows."""
    for one in islice(at.ahead, 3):
        below = [cell for cell in one.cells if cell.column in (name.column, name.column + 1)]
        named = any(at.is_name(cell.text) for cell in below)
        if named and len(one.cells) > len(row.cells) and below[0].column == name.column:
            return bool(at.is_name(below[0].text)) or is_serial(below[0].text)
    return False


def _open(at: _Walk, row: Row) -> Iterator[Head | Line]:
    if at.fixed:
        rows = [row, *(one for one in at.ahead if one.number <= at.fixed[row.number])]
        heads, above, under = heads_of(rows, at.merged, at.is_name), 0, len(rows) - 1
    else:
        heads, above, under = heads_at(at.before, row, list(at.ahead), at.merged, at.is_name)
    for one in at.before[: len(at.before) - above]:
        yield Line("left", 0, one)
    at.before.clear()
    for _row in range(under):
        at.ahead.popleft()
    for head in heads:
        again = next((one for one in at.tables if one.head.words == head.words), None)
        if again:  # the header printed again on the next page
            continue
        low, high = head.reach
        at.tables = [one for one in at.tables if one.head.reach[1] < low or one.head.reach[0] > high]
        at.count += 1
        at.tables.append(_Open(at.count, head))
        yield head


def _is_caption(at: _Walk, row: Row) -> bool:
    """Whether a row below a table belongs to the next one: such rows, and then its header, follow."""
    for one in () if at.fixed else (row, *islice(at.ahead, DEEPEST)):
        if one is not row and _begins(at, one):
            return True
        if _is_data(at, one):
            return False
    return False


def _is_data(at: _Walk, row: Row) -> bool:
    if any(cell.numeric for cell in row.cells):
        return True
    names = [cell.text for table in at.tables if (cell := _cell(row, table.head.name))]
    if any(is_street(name) or is_total(name) for name in names):
        return True
    return bool(names) and len(row.cells) > 1 and not any("：" in cell.text for cell in row.cells)


def _lines(at: _Walk, row: Row) -> Iterator[Line]:
    """Yield the row of each table that stands in a row of the sheet."""
    row = _with_merged(at, row) if at.merged else row
    rest = row.cells
    for table in at.tables:
        low, high = table.head.reach
        cells = tuple(cell for cell in row.cells if low <= cell.column <= high)
        if cells:
            rest = tuple(cell for cell in rest if not low <= cell.column <= high)
            yield from _line(table, row._replace(cells=cells), at)
    if rest:
        yield Line("left", 0, row._replace(cells=rest))


def _with_merged(at: _Walk, row: Row) -> Row:
    """Return a row with the cells that are merged from above. A number over several rows is nobody's."""
    cells = {cell.column: cell for cell in row.cells}
    for area in at.merged.get(row.number, ()):
        cell = cells.get(area.first_column)
        if cell and area.last_row > area.first_row:
            shared = _("a number merged over rows {first} to {last} belongs to no one street")
            trouble = shared.format(first=area.first_row, last=area.last_row) if cell.numeric else ""
            cells[cell.column] = cell._replace(trouble=cell.trouble or trouble)
            at.spans[cell.column] = (area.last_row, cells[cell.column])
    for column, (until, cell) in at.spans.items():
        if row.number <= until:
            cells.setdefault(column, cell)
    return row._replace(cells=tuple(cells[column] for column in sorted(cells)))


def _line(table: _Open, row: Row, at: _Walk) -> Iterator[Line]:
    cell, first = _cell(row, table.head.name), row.cells[0]
    name = _NUMBER.sub("", bare(cell.text)) if cell and not cell.trouble else ""
    merged = at.merged.get(row.number, ())
    over = [area for area in merged if cell and area.first_column <= cell.column <= area.last_column]
    others = [one for one in row.cells if one.column not in (table.head.name, table.head.serial)]
    lead = first.text if first.column <= table.head.name else ""
    if is_total(name) or (lead and is_total(lead)):
        yield Line("total", table.number, row, name or lead)
    elif is_unit(name) or (at.is_name(name) and all(not one.numeric for one in others)):
        yield Line("left", 0, row)
    elif is_note(first.text) or is_note(name) or is_example(name or lead) or len(name) > _LONGEST_NAME:
        table.noted = table.noted or is_note(first.text)
        yield Line("left", 0, row)
    elif not name:
        yield from _nameless(table, row, others)
    elif not is_street(name) and (table.noted or _is_heading(name, others, over)):
        yield Line("left", 0, row)
    else:
        region = "".join(bare(one.text) for one in row.cells if one.column in table.head.regions)
        yield Line("street", table.number, row, name, region if len(region) <= _LONGEST_NAME else "")


def _is_heading(name: str, others: Sequence[Cell], over: Sequence[Range]) -> bool:
    """Whether a row that has this name alone is a heading among the streets, or a title."""
    return not others and (is_group(name) or any(area.last_column > area.first_column for area in over))


def _nameless(table: _Open, row: Row, others: Sequence[Cell]) -> Iterator[Line]:
    """A number of a row alone is none; one text alone is a note; anything else is a street without its name."""
    if len(others) > 1 or any(cell.numeric for cell in others):
        yield Line("street", table.number, row)
    elif others or not row.cells[0].text.isdigit():
        yield Line("left", 0, row)


def _cell(row: Row, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)
