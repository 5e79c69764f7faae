"""A table as it is to be written into a workbook, and what a workbook can hold."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import east_asian_width

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.store.nodes import Scalar, unprintable
from draftkit.store.table.sheet import LONGEST_CELL

LAST_ROW = 1_048_576
_LONGEST_CHOICES = 255
_LONGEST_NAME = 31
"""What a sheet, a drop-down's choices and a sheet's name may be (规定: the format's own bounds)."""


class Listed(NamedTuple):
    """Choices that stand in another table, in its first column from a row on."""

    table: str
    row: int


class Column(NamedTuple):
    """A column: its header, the note that opens on it, its width in characters of half width, and what may be
    chosen for its cells; `banded` gives its header the other colour, `as_typed` keeps 2026-10 from becoming a
    day of a calendar when it is typed."""

    header: str
    width: int = 14
    note: str = ""
    choices: tuple[str, ...] | Listed = ()
    banded: bool = False
    as_typed: bool = False

    @property
    def formula(self) -> str:
        """The formula of its drop-down, "" where there is none: choices too long for one stand in the note."""
        if isinstance(self.choices, Listed):
            first = f"'{self.choices.table}'!$A${self.choices.row}"
            return f"OFFSET({first},0,0,MAX(1,COUNTA({first}:$A${LAST_ROW})),1)"
        joined = ",".join(self.choices)
        fits = len(joined) <= _LONGEST_CHOICES and not any(set(',"') & set(one) for one in self.choices)
        return f'"{joined}"' if joined and fits else ""


class Line(NamedTuple):
    """A row of cells, texts or counts; "" is an empty one. An example is grey; a `banded` row lies on grey."""

    cells: tuple[str | float, ...]
    example: bool = False
    banded: bool = False


class Table(NamedTuple):
    """A sheet: its name, its columns, whose headers stay in sight and on each page, and its lines. `frozen`
    columns stay in sight too; a `filtered` one has the buttons to choose lines by."""

    name: str
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    frozen: int = 0
    filtered: bool = False

    def height(self, line: Line) -> int:
        """Return how many lines of text the tallest cell of a row takes in its column."""
        cells = zip(self.columns, line.cells, strict=False)
        return max(
            (rows_of(text, column.width - 1) for column, text in cells if isinstance(text, str)), default=1
        )


def rows_of(text: str, width: int) -> int:
    """Return how many rows a text takes where one holds `width` characters of half width."""
    if 2 * len(text) <= width and "\n" not in text:
        return 1
    wide = (sum(1 + (east_asian_width(one) in "WFA") for one in row) for row in text.split("\n"))
    return sum(max(1, -(-one // width)) for one in wide)


def misnamed(name: str, taken: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the name of a sheet beside those that are taken."""
    wrong = not 0 < len(name) <= _LONGEST_NAME or set("[]:*?/\\") & set(name) or name.strip("'") != name
    if wrong or name.casefold() in {one.casefold() for one in taken}:
        yield Problem(None, _("“{name}” cannot be the name of a sheet").format(name=name))


def unfit(text: str, where: str) -> Iterator[Problem]:
    """Yield what keeps a text out of a cell; `where` is the cell."""
    problem = unprintable(Scalar(text, Place("")))
    if problem:
        yield Problem(None, f"{where}: {problem.message}", problem.advice)
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_CELL:
        message = _("{n} characters are more than a cell of a workbook holds").format(n=len(text))
        yield Problem(None, f"{where}: {message}", _("Write it shorter"))
