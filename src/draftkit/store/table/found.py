"""What the sheets of all files hold: tables, what is shared, rows to be found again by their street."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from draftkit.errors import Place, Problem, WrongTable
from draftkit.messages import _
from draftkit.store.schema import Check
from draftkit.store.table.columns import Names, column_of, parted
from draftkit.store.table.header import Head
from draftkit.store.table.mapping import NAME_TARGETS, TableMap, check_headers, check_sheets
from draftkit.store.table.scan import Line, walk
from draftkit.store.table.sheet import Row, Sheet
from draftkit.store.table.spool import Spool
from draftkit.store.table.survey import GUIDE, SHARED, SharedCell, Table, shared_in
from draftkit.store.table.words import called, names_streets

MOST_CELLS = 10_000_000
"""Cells that all tables may have together (ours): those of 40,000 streets with 60 columns have 2.4 million."""
MOST_KEPT = 500_000_000
"""Characters that the rows of all tables may have together (ours): those of 40,000 streets have 120 million."""
_MOST_TOLD = 12
"""Rows that a note names at most (ours)."""


class Found:
    """The tables of all files in their order. The first of one row a street says which streets there are; rows
    of the others are kept for the street that they name. `notes` tell what was left out. `regional` is whether
    streets go by their districts too."""

    def __init__(self, maps: Sequence[TableMap]) -> None:
        self.maps = maps
        self.tables: list[Table] = []
        self.start: Place | None = None
        self.shared: list[SharedCell] = []
        self.notes: list[str] = []
        self.spool = Spool()
        self.regional = False
        self._cells = 0

    @property
    def first(self) -> Table:
        """The table that says which streets there are. Raises WrongTable where there is none."""
        table = self._first()
        if not table:
            message = _("no column has the names of the streets")
            advice = _("Head it 单位 or 街道, or say in a map which header it has: 列: {{名称: 单位}}")
            raise WrongTable([Problem(self.start, message, advice.format())])
        return table

    def _first(self) -> Table | None:
        return next((table for table in self.tables if not table.long), None)

    def check_maps(self, check: Check) -> None:
        """Note what is wrong with the maps, for the tables that were found with them."""
        heads = [(table.title, table.head) for table in self.tables]
        check_sheets(check, self.maps, {title for title, _head in heads})
        check_headers(check, self.maps, heads)
        if check.problems and not self._first():
            raise WrongTable(check.problems)

    def take(self, file: str, sheets: Sequence[Sheet]) -> None:
        """Go through the sheets of a file."""
        for sheet in sheets:
            title = sheet.name or PurePath(file).stem
            place = f"{file}:{title}"
            self.start = self.start or Place(file, 1, 1, title)
            if sheet.name == GUIDE:
                continue
            if sheet.hidden and not any(one.sheet == title for one in self.maps):
                self.notes.append(_("{sheet} is hidden and not used").format(sheet=place))
            elif sheet.name == SHARED:
                self.shared += shared_in(sheet, file, title)
            else:
                self._sheet(file, title, sheet)
        self.start = self.start or Place(file)

    def _walk(self, file: str, title: str, sheet: Sheet) -> Iterator[Head | Line]:
        place = Place(file, 1, 1, title)
        maps = [one for one in self.maps if one.holds_for(title)]
        fixed = dict(one.header for one in maps if one.header)

        def is_name(text: str) -> int:
            told = next((to for one in maps if (to := one.target_of(text)) is not None), None)
            return names_streets(text) if told is None else 5 * (told in NAME_TARGETS)

        return walk(self._counted(sheet, place), sheet.merged, is_name if maps else names_streets, fixed)

    def _counted(self, sheet: Sheet, place: Place) -> Iterator[Row]:
        for row in sheet.rows():
            self._cells += len(row.cells)
            if self._cells > MOST_CELLS:
                message = _("the tables have more than {n} cells").format(n=MOST_CELLS)
                raise WrongTable(
                    [Problem(place._replace(line=row.number), message, _("Is it the right file?"))]
                )
            yield row

    def _sheet(self, file: str, title: str, sheet: Sheet) -> None:
        own: dict[int, Table] = {}
        left: list[int] = []
        for found in self._walk(file, title, sheet):
            if isinstance(found, Head):
                table = Table(file, sheet, title, len(own) + 1, found, self._skeleton_column(title, found))
                own[table.number] = table
                self.tables.append(table)
            elif found.kind == "left":
                left += [found.row.number] if len(left) <= _MOST_TOLD else []
            else:
                own[found.table].take(found)
                self._keep(own[found.table], found)
        if not own:
            self.notes.append(_("{sheet} has no table of streets").format(sheet=f"{file}:{title}"))
        elif left:
            rows = "、".join(map(str, left[:_MOST_TOLD])) + (" …" if len(left) > _MOST_TOLD else "")
            message = _("{sheet}: titles and notes are left out: rows {rows}")
            self.notes.append(message.format(sheet=f"{file}:{title}", rows=rows))

    def _keep(self, table: Table, line: Line) -> None:
        if line.kind != "street":
            return
        if table is self._first():
            self.spool.street(line.row, line.name, line.region)
        else:
            self.spool.hold(self.tables.index(table), line.row, line.name, line.region)
        if self.spool.size > MOST_KEPT:
            message = _("the tables have more than {n} characters").format(n=MOST_KEPT)
            raise WrongTable([Problem(table.place(line.row.number, 1), message, _("Is it the right file?"))])

    def _skeleton_column(self, title: str, head: Head) -> int:
        for heading in head.columns:
            told = (one.target_of(heading.words) for one in self.maps if one.holds_for(title))
            words = next((to for to in told if to is not None), heading.words)
            column = column_of(words, Names()) or column_of(called(parted(words)[0]), Names())
            if column and column.path == ("skeleton",):
                return heading.column
        return 0

    def unfitting(self) -> Iterator[str]:
        """Join all tables by their streets, and yield what has to be told of names that fit none or several."""
        self.regional = self.spool.tell_apart()
        for one in self.spool.join():
            table = self.tables[one.source]
            place = table.place(one.row, table.head.name)
            if one.fits:
                message = _("{place}: “{name}” fits {names}: the row is not used")
                yield message.format(place=place, name=one.name, names="、".join(one.fits))
            else:
                message = _("{place}: “{name}” is no street of the first table: the row is not used")
                yield message.format(place=place, name=one.name)
        for source in self.spool.details():
            table = self.tables[source]
            if not table.long:
                self.spool.let_go(source)
                message = _("{place}: the table has several rows for a street and is not used")
                yield message.format(place=table.place(table.head.first, table.head.name))

    def skeletons(self) -> Mapping[str, Place]:
        """Return the skeletons that cells name, each with the first place."""
        found: dict[str, Place] = {}
        for table in self.tables:
            for name, place in table.skeletons.items():
                found.setdefault(name, place)
        return found
