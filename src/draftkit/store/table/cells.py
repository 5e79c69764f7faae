"""The cells of a sheet's XML: row by row, each with what is seen in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from draftkit.errors import Place, letters
from draftkit.messages import _
from draftkit.ooxml.markup import damaged
from draftkit.ooxml.pieces import found_in, new_parser, on_tags
from draftkit.store.table.formats import GENERAL, Format
from draftkit.store.table.numbers import seen
from draftkit.store.table.places import placed, too_far, too_long
from draftkit.store.table.sheet import LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS, Cell, Row
from draftkit.store.table.texts import RichText, kept, plain, trouble_in

_cell: Callable[[tuple[str, int, bool, str]], Cell] = partial(tuple.__new__, Cell)  # a third of Cell(…)'s time
_SIMPLE = re.compile(r"-?(?:[1-9][0-9]{0,10}|0(?=\.))(?:\.[0-9]{0,3}[1-9])?", re.ASCII)
_COLUMNS = {letters(column): column for column in range(1, MOST_COLUMNS + 1)}
_WHOLE = re.compile("[1-9][0-9]{0,6}", re.ASCII)
_TRUE = ("1", "true")
_LOGICAL = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_MIDNIGHT = re.compile(r"T(?:00:00(?::00(?:\.0+)?)?)?Z?$")


def rows_of(
    pieces: Iterable[bytes],
    shared: Callable[[str], str],
    formats: Mapping[str, Format],
    since_1904: bool,
    place: Place,
) -> Iterator[Row]:
    """Yield the rows of a sheet's XML that hold something.

    `shared` gives the shared texts by their numbers, `formats` are those that cells name by theirs, `place` is
    the sheet. Raises CannotRead and WrongTable, with the cell's place.
    """
    parser = new_parser()
    cells = _Cells(shared, formats, since_1904, place)
    on_tags(parser, cells.start, cells.end)
    parser.CharacterDataHandler = cells.rich.characters.append
    with placed(lambda: place._replace(line=max(cells.row, 1), column=max(cells.column, 1))):
        for row in found_in(pieces, parser, cells.rows):
            if row.cells:
                yield row


class _Cells:
    """What the parser tells of cells, put together. Each tag costs a call: what is usual is asked first."""

    def __init__(
        self, shared: Callable[[str], str], formats: Mapping[str, Format], since_1904: bool, place: Place
    ) -> None:
        self.rows: list[Row] = []
        self.rich = RichText()
        self._characters = self.rich.characters
        self.row = self.column = 0
        self._shared, self._formats, self._since_1904, self._place = shared, formats, since_1904, place
        self._cells: list[Cell] = []
        self._cell: dict[str, str] = {}
        self._formula = ""
        self._hidden = self._valued = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._cell = attributes
            self._valued, self._formula = False, ""
            reference = attributes.get("r")
            if reference:
                column = _COLUMNS.get(reference.rstrip("0123456789")) or column_of(reference)
            else:
                column = self.column + 1
            if column <= self.column:
                raise damaged()
            self.column = column
        elif tag == "v":
            self._valued = True
            self._characters.clear()
        elif tag == "row":
            self._begin(attributes)
        elif tag == "f":
            self._characters.clear()
        else:
            self.rich.start(tag)

    def end(self, tag: str) -> None:
        if tag == "v":
            return
        if tag == "c":
            cell = self._seen("".join(self._characters))
            if cell:
                if self.column > MOST_COLUMNS or self.row > MOST_ROWS:
                    raise too_far(self._place._replace(line=self.row, column=self.column))
                self._cells.append(cell)
        elif tag == "row":
            if sum([len(cell.text) for cell in self._cells]) > LONGEST_ROW:
                raise too_long(self._place._replace(line=self.row))
            self.rows.append(Row(self.row, tuple(self._cells), self._hidden))
            self._cells.clear()
            self.column = 0
        elif tag == "f":
            self._formula = "=" + "".join(self._characters)
        else:
            self.rich.end(tag)

    def _begin(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r")
        if given and not _WHOLE.fullmatch(given):
            raise damaged()
        number = int(given) if given else self.row + 1
        if number <= self.row:
            raise damaged()
        self.row, self.column = number, 0
        self._hidden = attributes.get("hidden") in _TRUE

    def _seen(self, raw: str) -> Cell | None:
        kind = self._cell.get("t")
        if kind == "s" and self._valued:
            text = self._shared(raw)
        elif kind is None or kind == "n":
            return self._number(raw) if self._valued or self._formula else None
        elif kind == "inlineStr":
            text = plain(self.rich.take())
        else:
            return self._other(kind, raw if self._valued else "")
        if not text:
            return None
        trouble = "" if len(text) <= LONGEST_CELL and text.isprintable() else trouble_in(text)
        return _cell((kept(text) if trouble else text, self.column, False, trouble))

    def _other(self, kind: str, raw: str) -> Cell | None:
        raw = plain(raw)
        if kind == "e":
            message = _("the cell shows an error: {error}").format(error=raw)
            return Cell(raw or "#", self.column, trouble=message)
        if kind == "b":
            raw = _LOGICAL.get(raw, raw)
        elif kind == "d":
            raw = _MIDNIGHT.sub("", raw).replace("T", " ")
        return Cell(kept(raw), self.column, False, trouble_in(raw)) if raw else None

    def _number(self, raw: str) -> Cell | None:
        if self._formula and not (self._valued and raw):
            message = _("a formula without its result: open the file in WPS or Excel and save it again")
            return Cell(self._formula.strip(), self.column, trouble=message)
        shown = self._formats.get(self._cell.get("s", ""), GENERAL)
        if shown.bare and _SIMPLE.fullmatch(raw):
            return _cell((raw, self.column, True, ""))
        raw = raw.strip()
        if not raw:
            return None
        text, trouble = seen(raw, shown, self._since_1904)
        return Cell(text, self.column, not (shown.moment or shown.digits > 1 or trouble), trouble)


def column_of(reference: str) -> int:
    """Return the column of a cell's name, from 1: 28 for AB12. Raises CannotRead for what is no such name."""
    name = reference.rstrip("0123456789").upper()
    if not (name.isascii() and name.isalpha() and len(name) <= 3):
        raise damaged()
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
