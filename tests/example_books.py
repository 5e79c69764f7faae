"""Make examples/streets.xlsx and examples/台账.xlsx of the tables in examples/streets/, as offices type them.

    python tests/example_books.py

In a source < is a cell merged with the one on its left, ^ one merged with the one above, and ' at the beginning
makes a text of what looks like a number. The same sources give the same bytes.
"""

import csv
import io
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

EXAMPLES = Path(__file__).parents[1] / "examples"
BOOKS = {"streets.xlsx": ("各街道", "要点", "共用", "说明"), "台账.xlsx": ("台账",)}
"""The workbooks and their sheets, each the table of its name."""
HEADED = ("各街道", "要点", "共用")
"""The sheets whose first row is their header; the others are typed as they come."""
MADE = datetime(2026, 11, 20, 9)
ZIPPED = (2026, 11, 20, 9, 0, 0)
WIDTHS = (10, 42)
"""The narrowest and the widest column, in characters."""

Table = Sequence[Sequence[str]]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def source(sheet: str) -> Table:
    """Return the rows of a sheet's source, white space at the ends of cells left off."""
    text = (EXAMPLES / "streets" / f"{sheet}.csv").read_text("utf-8")
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))]


def value(cell: str) -> str | int | float | None:
    """Return what is typed into a cell of the workbook; merged and empty cells have nothing."""
    if cell in ("", "<", "^"):
        return None
    if _NUMBER.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell.removeprefix("'")


def merged(table: Table) -> list[tuple[int, int, int, int]]:
    """Return the merged cells of a source: first row, first column, last row, last column, from 1."""
    areas = []
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            if cell in ("", "<", "^"):
                continue
            right = column
            while right + 1 < len(cells) and cells[right + 1] == "<":
                right += 1
            low = row
            while low + 1 < len(table) and table[low + 1][column] == "^":
                low += 1
            if (right, low) != (column, row):
                areas.append((row + 1, column + 1, low + 1, right + 1))
    return areas


def made(sheets: Sequence[str]) -> bytes:
    """Return a workbook of these sheets."""
    book = Workbook()
    book.remove(book.active or book.create_sheet())
    for name in sheets:
        _fill(book.create_sheet(name), source(name), name in HEADED)
    book.properties.creator = "draftkit"
    book.properties.created = book.properties.modified = MADE
    written = io.BytesIO()
    book.save(written)
    return _fixed(written.getvalue())


def _fill(sheet: Worksheet, table: Table, headed: bool) -> None:
    for row, cells in enumerate(table, 1):
        for column, text in enumerate(cells, 1):
            if (typed := value(text)) is not None:
                sheet.cell(row, column, typed)
    for first_row, first_column, last_row, last_column in merged(table):
        sheet.merge_cells(
            start_row=first_row, start_column=first_column, end_row=last_row, end_column=last_column
        )
    _look(sheet, table, headed)


def _look(sheet: Worksheet, table: Table, headed: bool) -> None:
    """Make a sheet fit to be read: header frozen, long texts wrapped, lines around an office's cells."""
    line = Side(style="thin")
    bold, lines = Font(bold=True), Border(left=line, right=line, top=line, bottom=line)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    top = Alignment(vertical="top", wrap_text=True)
    for row, texts in zip(sheet.iter_rows(), table, strict=True):
        for cell, text in zip(row, texts, strict=True):
            header = headed and cell.row == 1
            cell.alignment = middle if header or not headed else top
            if header:
                cell.font = bold
            if not headed and text:
                cell.border = lines
    alone = [[_alone(cells, place) for place in range(len(cells))] for cells in table]
    for number, column in enumerate(zip(*alone, strict=True), 1):
        longest = max(map(len, column))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest * 2, WIDTHS[0]), WIDTHS[1])
    if headed:
        sheet.freeze_panes = "B2"


def _alone(cells: Sequence[str], place: int) -> str:
    """Return the text of a cell that has to fit into its own column: one that is not merged to the right."""
    return "" if cells[place + 1 : place + 2] == ["<"] else cells[place]


def _fixed(book: bytes) -> bytes:
    """Return a workbook without the time of its writing."""
    fixed = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode(), part)
            new.writestr(ZipInfo(name, ZIPPED), part, ZIP_DEFLATED)
    return fixed.getvalue()


def main() -> int:
    """Write the workbooks."""
    for name, sheets in BOOKS.items():
        (EXAMPLES / name).write_bytes(made(sheets))
        print(EXAMPLES / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
