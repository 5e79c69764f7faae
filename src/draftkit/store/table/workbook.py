"""The bytes of a workbook. The only door to openpyxl.

The same tables give the same bytes: no author, no date but the zip's least one. Text is written as text, and
never taken for a formula.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# With lxml openpyxl puts other blanks into tags; it is not ours, and is here or not.
os.environ["OPENPYXL_LXML"] = "False"

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from draftkit.errors import CannotWrite, Problem, letters
from draftkit.messages import _
from draftkit.store.table.written import LAST_ROW, Column, Line, Listed, Table, misnamed, rows_of, unfit

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as the code of a character (规定: the format's)."""
_FIRST_DAY = datetime(1980, 1, 1)
_FONT = "宋体"
_HEADS, _BAND = ("D9E2F3", "E2EFDA"), "F2F2F2"
"""Colours, pale enough that print on them is read in grey (ours)."""
_ROW = 15.0
"""The height of a line of text in points (measured)."""
_NOTE_WIDTH, _NOTE_CHARACTERS, _NOTE_ROW = 260, 38, 18
"""A note's width in pixels, the characters of half width on its line and the height of that (measured)."""
_PAGE, _SMALLER = 160, 75
"""Characters of half width that fit a page across at a size that is read; the size in percent of what is wider
(measured)."""

# openpyxl has another order, which Excel reads as well, but which the format does not have (规定 18.8.22).
Font.__elements__ = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)


def workbook(tables: Iterable[Table]) -> bytes:
    """Return the .xlsx of tables; lines are taken one by one, and not kept.

    Raises CannotWrite with every cell that no workbook can hold, and every name that no sheet can have.
    """
    book = Workbook(write_only=True)
    problems: list[Problem] = []
    for table in tables:
        wrong = list(misnamed(table.name, book.sheetnames))
        problems += wrong or _Sheet(book, table).written()
    if problems:
        raise CannotWrite(problems)
    return _packed(book)


class _Sheet:
    """Writes one table. A cell is made once for each look, and filled anew for each text."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self.table = table
        self.problems: list[Problem] = []
        sheet = book.create_sheet(table.name)
        self.sheet: Worksheet = sheet
        self.append: Callable[[Iterator[Cell | None]], None] = sheet.append
        self.close: Callable[[], None] = sheet.close
        wrapped = Alignment(vertical="top", wrap_text=True)
        plain = Font(name=_FONT, size=11)
        grey = Font(name=_FONT, size=11, italic=True, color="7F7F7F")
        self.cells = {
            (example, banded, quoted): self._cell(font, wrapped, fill, quoted)
            for example, font in ((False, plain), (True, grey))
            for banded, fill in ((False, None), (True, _fill(_BAND)))
            for quoted in (False, True)
        }

    def written(self) -> list[Problem]:
        """Write the table, and return what no workbook can hold of it."""
        self._lay_out()
        self.append(self._headers())
        number = 1
        for number, line in enumerate(self.table.lines, 2):
            if number > LAST_ROW:
                message = _("sheet “{name}” has more than {n} rows").format(name=self.table.name, n=LAST_ROW)
                self.problems.append(Problem(None, message, _("Make it of fewer at once")))
                break
            self._append(line, number)
        for place, column in enumerate(self.table.columns, 1):
            self._offer(column, letters(place))
        if self.table.filtered:
            self.sheet.auto_filter.ref = f"A1:{letters(len(self.table.columns))}{number}"
        self.close()
        return self.problems

    def _lay_out(self) -> None:
        """Widths, what stays in sight, and the printed page: A4 across, the headers on each, page of pages
        below; what is wider than a page goes on upon the next with its first column."""
        sheet, columns = self.sheet, self.table.columns
        for place, column in enumerate(columns, 1):
            sheet.column_dimensions[letters(place)].width = column.width
            if column.as_typed:
                sheet.column_dimensions[letters(place)].number_format = "@"
        sheet.freeze_panes = f"{letters(self.table.frozen + 1)}2"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if sum(column.width for column in columns) <= _PAGE:
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            sheet.page_setup.fitToHeight = 0
        else:
            sheet.page_setup.scale = _SMALLER
            sheet.print_title_cols = "A:A"
        sheet.print_title_rows = "1:1"
        sheet.print_options.gridLines = True
        if sheet.HeaderFooter.oddFooter is not None:
            sheet.HeaderFooter.oddFooter.center.text = "&P / &N"

    def _headers(self) -> Iterator[Cell]:
        for place, column in enumerate(self.table.columns, 1):
            middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell = self._cell(Font(name=_FONT, size=11, bold=True), middle, _fill(_HEADS[column.banded]))
            self._put(cell, column.header, 1, place)
            if column.note and self._holds(column.note, 1, place):
                height = _NOTE_ROW * (rows_of(column.note, _NOTE_CHARACTERS) + 1)
                cell.comment = Comment(column.note, "", height=height, width=_NOTE_WIDTH)
            yield cell

    def _append(self, line: Line, row: int) -> None:
        """Write a row, as high as its text: not every program works that out."""
        rows = self.table.height(line)
        if rows > 1:
            self.sheet.row_dimensions[row].height = rows * _ROW
        self.append(self._filled(line, row))
        if rows > 1:
            del self.sheet.row_dimensions[row]

    def _filled(self, line: Line, row: int) -> Iterator[Cell | None]:
        """Yield the cells of a row; a text that begins like a formula is quoted, and stays text when edited."""
        for place, content in enumerate(line.cells, 1):
            if content == "" and not line.banded:
                yield None
                continue
            quoted = isinstance(content, str) and content.startswith("=")
            cell = self.cells[line.example, line.banded, quoted]
            self._put(cell, content, row, place)
            yield cell

    def _put(self, cell: Cell, content: str | float, row: int, place: int) -> None:
        if isinstance(content, str) and not self._holds(content, row, place):
            return
        cell.value = content
        if isinstance(content, str):
            cell.value, cell.data_type = _ESCAPE.sub("_x005F_", content), "s"

    def _holds(self, text: str, row: int, place: int) -> bool:
        """Whether a cell can hold a text; if not, it is noted."""
        wrong = list(unfit(text, f"{self.table.name}!{letters(place)}{row}"))
        self.problems += wrong
        return not wrong

    def _cell(
        self, font: Font, alignment: Alignment, fill: PatternFill | None = None, quoted: bool = False
    ) -> Cell:
        cell = WriteOnlyCell(self.sheet)
        cell.font, cell.alignment, cell.quotePrefix = font, alignment, quoted
        if fill:
            cell.fill = fill
        return cell

    def _offer(self, column: Column, name: str) -> None:
        """Put a drop-down on all cells of a column. What is listed elsewhere may still grow: another word is
        warned of, not refused."""
        if not column.formula:
            return
        listed = isinstance(column.choices, Listed)
        offer = DataValidation("list", formula1=column.formula, allow_blank=True, showErrorMessage=True)
        offer.errorStyle = "warning" if listed else "stop"
        offer.error = "名单里没有它" if listed else "请从下拉列表中选一个"
        offer.add(f"{name}2:{name}{LAST_ROW}")
        self.sheet.data_validations.append(offer)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _packed(book: Workbook) -> bytes:
    """Return the bytes of a workbook without the hour in which it was made."""
    book.properties.creator = None
    book.properties.created = book.properties.modified = _FIRST_DAY
    dated, fresh = BytesIO(), BytesIO()
    ExcelWriter(book, ZipFile(dated, "w", ZIP_DEFLATED)).save()
    with ZipFile(dated) as parts, ZipFile(fresh, "w", ZIP_DEFLATED) as packed:
        for part in parts.infolist():
            undated = ZipInfo(part.filename)
            undated.compress_type = ZIP_DEFLATED
            with parts.open(part) as source, packed.open(undated, "w") as target:
                copyfileobj(source, target)
    return fresh.getvalue()
