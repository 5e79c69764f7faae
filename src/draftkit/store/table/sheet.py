"""Sheets as a clerk sees them: rows of cells with text. What a reader of workbooks or of CSV gives."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

MOST_ROWS = 200_000
MOST_COLUMNS = 500
"""The last row and column that may hold anything (ours): a country has 40,000 towns and streets."""

LONGEST_CELL = 32_767
"""Characters of a cell (规定: no program of workbooks takes more)."""
LONGEST_ROW = 1_000_000
"""Characters of all cells of a row together (ours): some are held at once."""


class Cell(NamedTuple):
    """What stands in a cell, as it is seen there: 37, 82.5%, 2026-10-31, 2026-10, 1200 for 1,200; never "".

    White space around it is gone; line ends within are `\\n`. `column` counts from 1. `numeric` is a number, by
    the workbook or in a CSV by its looks; its text has the unit that its format shows (82.5%, 37个 by `0"个"`).
    `trouble` says why the text must not be used: a formula without a result (the text is the formula, =A1+B1),
    an error (#REF!), a number of more digits than a workbook keeps, a character that no document can hold, more
    characters than LONGEST_CELL (the text is cut off there), half a one (it is a ?).
    It concerns this cell alone.
    """

    text: str
    column: int
    numeric: bool = False
    trouble: str = ""


class Row(NamedTuple):
    """The cells of a row that hold something, by their columns, at least one. `number` counts from 1 as in the
    workbook; in a CSV it is the line where the row begins."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


class Range(NamedTuple):
    """Merged cells; the upper left one has their text, the others none."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(Protocol):
    """One sheet of a workbook, or the one of a CSV (its name is "")."""

    @property
    def name(self) -> str:
        """Its name as on the tab."""

    @property
    def hidden(self) -> bool:
        """Whether the user does not see it."""

    @property
    def hidden_columns(self) -> frozenset[int]:
        """The columns that the user does not see, counted from 1. Raises CannotRead."""

    @property
    def merged(self) -> tuple[Range, ...]:
        """Its merged cells, in the order of the file. Raises CannotRead."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold something, from the top; may be called again, also before the end.

        Memory does not grow with the sheet. Raises CannotRead for a file that is broken further down, and
        WrongTable for a sheet that has something beyond MOST_ROWS or MOST_COLUMNS.
        """
