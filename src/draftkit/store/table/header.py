"""Where the header of a table stands, and what it says above each column: 上级·下级, the unit in brackets.

A header is known by the cell above the names of streets (单位, 街道, 镇街 …). Rows of groups may stand above
and below it; merged cells hold for all that they cover, and where nothing is merged a group goes on to the
right over the columns that have something below. Tables side by side are parted by a column without a header.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from draftkit.fact.number import number_in
from draftkit.store.table.columns import SIGN, is_unit, parted
from draftkit.store.table.sheet import MOST_COLUMNS, Range, Row
from draftkit.store.table.words import bare, is_note, is_region, is_serial, is_total, unit_said

DEEPEST = 5
"""Rows of a header at most (ours)."""
_LONGEST = 24
"""Characters of a group's name at most (ours): more are a title or a note."""

IsName = Callable[[str], int]
"""How surely a header stands above the names of streets: 0 for one that does not."""
Merged = Mapping[int, Sequence[Range]]
"""Merged cells by their first row."""
Grid = dict[int, dict[int, str]]
"""The texts of header rows by row and column, merged cells filled."""


class Heading(NamedTuple):
    """What stands above a column, and the row of its lowest cell."""

    column: int
    words: str
    row: int


class Head(NamedTuple):
    """The header of a table: its rows, its columns, the column of the streets' names, that of the rows' numbers
    (0 for none), those of the districts left of the names, and the units that are said above it."""

    first: int
    last: int
    columns: tuple[Heading, ...]
    name: int
    serial: int = 0
    regions: tuple[int, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def reach(self) -> tuple[int, int]:
        """Its first and last column."""
        return self.columns[0].column, self.columns[-1].column

    @property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Its columns and what stands above them."""
        return tuple((heading.column, heading.words) for heading in self.columns)


def merged_by_row(merged: Iterable[Range]) -> Merged:
    """Return merged cells by their first row."""
    found: dict[int, list[Range]] = defaultdict(list)
    for area in merged:
        found[area.first_row].append(area)
    return found


def heads_at(
    above: Sequence[Row], row: Row, below: Sequence[Row], merged: Merged, is_name: IsName
) -> tuple[list[Head], int, int]:
    """Return the tables whose header has `row`, with how many rows of `above` and of `below` belong to it."""
    name = next(cell.column for cell in row.cells if is_name(cell.text))
    groups = _groups(above, row, name, merged)
    under, wordless = _under(row, below, name, merged, is_name)
    rows = [*groups, row, *below[: under - wordless]]
    units = tuple(unit for one in above for cell in one.cells for unit in unit_said(cell.text))
    heads = heads_of(rows, merged, is_name, units)
    last = below[under - 1].number if under else row.number
    return [head._replace(last=last) for head in heads], len(groups), under


def heads_of(rows: Sequence[Row], merged: Merged, is_name: IsName, units: tuple[str, ...] = ()) -> list[Head]:
    """Return the tables, side by side, of which these are the header's rows; without a column of names none."""
    grid = _grid(rows, merged)
    columns = sorted({column for texts in grid.values() for column in texts})
    headings = [_heading(grid, column) for column in columns]
    first, last = rows[0].number, rows[-1].number
    heads: list[Head] = []
    for part in _parts(headings):
        ranks = [max(is_name(texts.get(one.column, "")) for texts in grid.values()) for one in part]
        if any(ranks):
            name = part[ranks.index(max(ranks))].column
            serial = next((one.column for one in part if is_serial(one.words)), 0)
            regions = tuple(one.column for one in part if one.column < name and is_region(one.words))
            heads.append(Head(first, last, tuple(part), name, serial, regions, units))
        elif heads:
            heads[-1] = heads[-1]._replace(columns=(*heads[-1].columns, *part))
    return heads


def _parts(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Part headings where a column has none."""
    part = list(headings[:1])
    for before, heading in pairwise(headings):
        if heading.column > before.column + 1:
            yield part
            part = []
        part.append(heading)
    if part:
        yield part


def _groups(above: Sequence[Row], row: Row, name: int, merged: Merged) -> Sequence[Row]:
    """Return the rows right above that name groups of columns: none of their cells stands at the names or left
    of them, as a title does."""
    start, number = len(above), row.number
    while start and above[start - 1].number == number - 1 and _is_group(above[start - 1], name, merged):
        start, number = start - 1, number - 1
    return above[start:] if len(above) - start < DEEPEST else ()


def _is_group(row: Row, name: int, merged: Merged) -> bool:
    wide = {area.first_column for area in merged.get(row.number, ()) if area.last_column > area.first_column}
    texts = [cell.text for cell in row.cells]
    return (
        row.cells[0].column > name
        and not any("：" in text or ":" in text or len(text) > _LONGEST for text in texts)
        and not any(cell.numeric or unit_said(cell.text) for cell in row.cells)
        and (len(texts) > 1 or row.cells[0].column in wide)
    )


def _under(row: Row, below: Sequence[Row], name: int, merged: Merged, is_name: IsName) -> tuple[int, int]:
    """Return how many rows below go on with the header, and how many of them, the last, only number columns."""
    reach = max((area.last_row for area in _over(merged, row.number, name)), default=row.number)
    headed = _headed(row, merged)
    count = 0
    while count < min(len(below), DEEPEST) and below[count].number == row.number + count + 1:
        one = below[count]
        if one.number > reach and not _goes_on(one, name, headed, is_name):
            break
        headed |= _headed(one, merged)
        count += 1
    after = below[count] if count < len(below) else None
    if after and after.number == row.number + count + 1 and _numbers_columns(after):
        return count + 1, 1
    return count, 0


def _goes_on(row: Row, name: int, headed: set[int], is_name: IsName) -> bool:
    """Whether a row below goes on with the header: a row of units, or one without a name and without numbers
    that has something where nothing stands above."""
    own = next((cell.text for cell in row.cells if cell.column == name), "")
    others = [cell for cell in row.cells if cell.column > name]
    if own and not is_name(own) and own not in ("计量单位", "—", "-"):
        return False
    if others and all(is_unit(bare(cell.text).strip("（）()")) for cell in others):
        return True
    if own or is_total(row.cells[0].text) or is_note(row.cells[0].text):
        return False
    plain = not any(cell.numeric or number_in(cell.text) for cell in row.cells)
    return plain and any(cell.column not in headed for cell in row.cells)


def _headed(row: Row, merged: Merged) -> set[int]:
    """Return the columns with a header of their own in a row: one merged over several columns is none."""
    wide = {area.first_column for area in merged.get(row.number, ()) if area.last_column > area.first_column}
    return {cell.column for cell in row.cells if cell.column not in wide}


def _over(merged: Merged, number: int, column: int) -> Iterator[Range]:
    return (area for area in merged.get(number, ()) if area.first_column <= column <= area.last_column)


def _numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns: 1 2 3 …, 甲 乙 1 2 …"""
    texts = [bare(cell.text).strip("（）()") for cell in row.cells]
    counted = [text for text in texts if text not in tuple("甲乙丙丁戊ABCD")]
    whole = all(text.isascii() and text.isdigit() for text in counted)
    in_order = whole and [int(text) for text in counted] == list(range(1, len(counted) + 1))
    return in_order and len(texts) > 2 and len(counted) > 1


def _grid(rows: Sequence[Row], merged: Merged) -> Grid:
    grid: Grid = {row.number: {cell.column: bare(cell.text) for cell in row.cells} for row in rows}
    areas = [
        area for row in rows for area in merged.get(row.number, ()) if area.first_column in grid[row.number]
    ]
    for area in areas:
        text = grid[area.first_row][area.first_column]
        filled = range(area.first_column, min(area.last_column, MOST_COLUMNS) + 1)
        for texts in (grid[number] for number in grid if area.first_row <= number <= area.last_row):
            texts |= {column: text for column in filled if column not in texts}
    if not any(area.last_column > area.first_column for area in areas):
        _spread(grid)
    return grid


def _spread(grid: Grid) -> None:
    """Let a group go on to the right where nothing is merged: over columns that have something below only."""
    numbers = sorted(grid)
    for place, number in enumerate(numbers[:-1]):
        below = {column for other in numbers[place + 1 :] for column in grid[other]}
        above = {column for other in numbers[:place] for column in grid[other]}
        for column in sorted(below - set(grid[number])):
            left = grid[number].get(column - 1)
            if left and column - 1 in below and (place == 0 or column in above):
                grid[number][column] = left


def _heading(grid: Grid, column: int) -> Heading:
    """Join what stands above a column, each level once; the unit of the lowest that has one goes to the end."""
    levels: list[str] = []
    unit, lowest = "", min(grid)
    for number, texts in sorted(grid.items()):
        text = texts.get(column, "")
        if not text:
            continue
        words, behind = parted(text)
        alone = words.strip("（）")
        if levels and is_unit(alone):
            unit, lowest = alone, number
            continue
        unit = behind or unit
        if levels[-1:] != [words]:
            levels.append(words)
            lowest = number
    return Heading(column, SIGN.join(levels) + (f"（{unit}）" if unit else ""), lowest)
