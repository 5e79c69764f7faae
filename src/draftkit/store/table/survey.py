"""What is on the sheets of a file: its tables, with what is in their columns, and what all streets share."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from draftkit.errors import Place, Problem, WrongTable, letters, shortened
from draftkit.messages import _
from draftkit.store.table.header import Head
from draftkit.store.table.scan import Line
from draftkit.store.table.sheet import Sheet
from draftkit.store.table.sums import Sums, told
from draftkit.store.table.taken import Taken, Tally
from draftkit.store.table.words import adds_up, bare, is_nothing

SHARED, GUIDE = "共用", "说明"
"""The sheets of the form that have no streets."""
_MOST_TOLD = 12
_MOST_SKELETONS = 500
_MOST_SHARED = 1000
"""Rows that a note names, skeletons that a column names, rows of what all streets share, at most (ours)."""


@dataclass(slots=True)
class Table:
    """A table of streets: its file, its sheet and the name of that, its number there, its header, the column
    that names skeletons (0 for none). What is counted of its rows grows with its columns only."""

    file: str
    sheet: Sheet
    title: str
    number: int
    head: Head
    skeleton: int = 0
    rows: int = 0
    hidden: int = 0
    first_row: int = 0
    last_row: int = 0
    tallies: dict[int, Tally] = field(default_factory=dict)
    sums: Sums = field(default_factory=Sums)
    skeletons: dict[str, Place] = field(default_factory=dict)

    @property
    def long(self) -> bool:
        """Whether it has a row for each section or point."""
        return any(heading.words == "部分" for heading in self.head.columns)

    @property
    def start(self) -> Place:
        """The place of the header above the names."""
        return self.place(self.head.first, self.head.name)

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell."""
        return Place(self.file, row, column, self.title)

    def take(self, line: Line) -> None:
        """Count a row."""
        if line.kind == "total":
            self.sums.total(line.name, line.row)
            return
        self.rows += 1
        self.hidden += line.row.hidden
        self.first_row = self.first_row or line.row.number
        self.last_row = line.row.number
        for cell in line.row.cells:
            tally = self.tallies.get(cell.column)
            if tally is None:
                tally = self.tallies[cell.column] = Tally()
            number = tally.take(cell)
            if number:
                self.sums.add(cell.column, number)
            if cell.column == self.skeleton and not cell.trouble and len(self.skeletons) < _MOST_SKELETONS:
                self.skeletons.setdefault(cell.text, self.place(line.row.number, cell.column))

    def told(self, taken: tuple[Taken, ...], called: dict[int, str]) -> Iterator[str]:
        """Yield what is to be known of it: its header, its columns and how each is `called` in the grammar
        (in one line those that are called what their headers say), sums that differ, hidden rows."""
        first, last = self.head.first, self.head.last
        words = _("{place}: the header is in rows {first} to {last}; rows of streets: {n}")
        yield words.format(place=self.start, first=first, last=last, n=self.rows)
        plain = [one.heading.words for one in taken if called.get(one.heading.column) == one.heading.words]
        if plain:
            yield _("{place}: taken as headed: {headers}").format(place=self.start, headers="、".join(plain))
        for one in taken:
            place, header = self.place(one.heading.row, one.heading.column), one.heading.words
            meaning = called.get(one.heading.column, "")
            if not meaning:
                yield shortened(_("{place} “{header}”: not used").format(place=place, header=header))
            elif meaning != header:
                words = _("{place} “{header}”: taken for {meaning}")
                yield shortened(words.format(place=place, header=header, meaning=meaning))
        yield from self._sums(taken)
        if self.hidden:
            yield _("{place}: {n} hidden rows are used").format(place=self.place(first, 1), n=self.hidden)

    def _sums(self, taken: tuple[Taken, ...]) -> Iterator[str]:
        columns = {
            one.heading.column: one.heading.words
            for one in taken
            if one.column and one.column.path[0] == "figures" and one.column.path[2] in ("value", "parts")
            if adds_up(one.heading.words, one.column.unit)
        }
        found = list(self.sums.differences(tuple(columns)))
        for one in found:
            place = self.place(one.total.row, one.column)
            column = letters(one.column)
            cells = f"{column}{self.first_row}—{column}{self.last_row}"
            yield told(one, place, columns[one.column], cells)
        if self.sums.totals and columns and not found:
            rows = "、".join(str(total.row) for total in self.sums.totals[:_MOST_TOLD])
            place = self.place(self.sums.totals[0].row, self.head.name)
            yield _("{place}: the totals in rows {rows} agree with the streets").format(place=place, rows=rows)


class SharedCell(NamedTuple):
    """What all streets share: its header, its text, where they stand."""

    header: str
    text: str
    header_place: Place
    place: Place


def shared_in(sheet: Sheet, file: str, title: str) -> Iterator[SharedCell]:
    """Yield the rows of 共用: 项目 and 内容 beside each other, wherever on the sheet; without such a header the
    first two columns."""
    item, content = 1, 2
    for number, row in enumerate(sheet.rows()):
        if number == _MOST_SHARED:
            message = _("the sheet {sheet} has more than {n} rows").format(sheet=SHARED, n=_MOST_SHARED)
            raise WrongTable([Problem(Place(file, row.number, 1, title), message, _("Is it the right file?"))])
        texts = {bare(cell.text): cell.column for cell in row.cells}
        if "项目" in texts and "内容" in texts:
            item, content = texts["项目"], texts["内容"]
            continue
        cells = {cell.column: cell for cell in row.cells}
        if item in cells and content in cells and not is_nothing(cells[content].text):
            places = (Place(file, row.number, column, title) for column in (item, content))
            yield SharedCell(cells[item].text, cells[content].text, *places)
