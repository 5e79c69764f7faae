"""A workbook described plainly, and its bytes. The only door to openpyxl.

The same tables give the same bytes: no author, no date but the zip's least one. Text is written as text, and
never taken for a formula.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from shutil import copyfileobj
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from draftkit.errors import CannotWrite, Place, Problem, letters
from draftkit.messages import _
from draftkit.store.nodes import Scalar, unprintable

LAST_ROW = 1_048_576
MOST_CHARACTERS = 32_767
LONGEST_CHOICES = 255
"""What a sheet and a cell hold, and a drop-down whose choices stand in it (规定: the format's own bounds)."""

_FIRST_DAY = datetime(1980, 1, 1)
_FONT = "宋体"
_FILLS = ("D9E2F3", "E2EFDA")
"""Pale enough that print on them is read in grey (ours)."""
_NOTE_WIDTH, _NOTE_CHARACTERS, _NOTE_LINE = 260, 19, 18
"""A note's width in pixels, the Chinese characters on its line and the height of that (measured)."""
_PAGE = 150
"""Characters of half width that fit a page across at a size that is read (measured)."""


class Listed(NamedTuple):
    """Choices that stand in another table, in its first column from a row on."""

    table: str
    row: int


class Column(NamedTuple):
    """A column: its header, the note that opens on it, its width in characters of half width, and what may be
    chosen for its cells; `banded` gives its header the other colour."""

    header: str
    width: int = 14
    note: str = ""
    choices: tuple[str, ...] | Listed = ()
    banded: bool = False


class Line(NamedTuple):
    """A row of cells, texts or counts; "" is an empty one. An example is grey."""

    cells: tuple[str | float, ...]
    example: bool = False


class Table(NamedTuple):
    """A sheet: its name, its columns, whose headers stay in sight and on each page, and its lines. `frozen`
    columns stay in sight too; a `filtered` one has the buttons to choose lines by."""

    name: str
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    frozen: int = 0
    filtered: bool = False


def workbook(tables: Iterable[Table]) -> bytes:
    """Return the .xlsx of tables; lines are taken one by one, and not kept.

    Raises CannotWrite with every cell that no workbook can hold, and every name that no sheet can have.
    """
    book = Workbook(write_only=True)
    problems: list[Problem] = []
    for table in tables:
        problems += _misnamed(table.name, book.sheetnames)
        if not problems:
            _Sheet(book, table, problems).write()
    if problems:
        raise CannotWrite(problems)
    return _packed(book)


class _Sheet:
    """Writes one table. A cell is made once for each look, and filled anew for each text."""

    def __init__(self, book: Workbook, table: Table, problems: list[Problem]) -> None:
        self.table, self.problems = table, problems
        sheet = book.create_sheet(table.name)
        self.sheet: Worksheet = sheet
        self.append: Callable[[Iterator[Cell | None]], None] = sheet.append
        wrapped = Alignment(vertical="top", wrap_text=True)
        plain = Font(name=_FONT, size=11)
        grey = Font(name=_FONT, size=11, italic=True, color="7F7F7F")
        self.cells = {
            (example, quoted): self._cell(font, wrapped, quoted=quoted)
            for example, font in ((False, plain), (True, grey))
            for quoted in (False, True)
        }

    def write(self) -> None:
        """Write the table."""
        self._lay_out()
        self.append(self._headers())
        number = 1
        for number, line in enumerate(self.table.lines, 2):
            if number > LAST_ROW:
                break
            self.append(self._filled(line, number))
        if number > LAST_ROW:
            message = _("sheet “{name}” has more than {n} rows").format(name=self.table.name, n=LAST_ROW)
            self.problems.append(Problem(None, message, _("Make it of fewer at once")))
        for place, column in enumerate(self.table.columns, 1):
            self._offer(column, letters(place))
        if self.table.filtered:
            self.sheet.auto_filter.ref = f"A1:{letters(len(self.table.columns))}{number}"

    def _lay_out(self) -> None:
        """Widths, what stays in sight, and the printed page: A4 across, the headers on each, page of pages
        below; what is wider than a page goes on upon the next with its first column."""
        sheet, columns = self.sheet, self.table.columns
        for place, column in enumerate(columns, 1):
            sheet.column_dimensions[letters(place)].width = column.width
        sheet.freeze_panes = f"{letters(self.table.frozen + 1)}2"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        if sum(column.width for column in columns) <= _PAGE:
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            sheet.page_setup.fitToHeight = 0
        else:
            sheet.print_title_cols = "A:A"
        sheet.print_title_rows = "1:1"
        sheet.print_options.gridLines = True
        if sheet.HeaderFooter.oddFooter is not None:
            sheet.HeaderFooter.oddFooter.center.text = "&P / &N"

    def _headers(self) -> Iterator[Cell]:
        for place, column in enumerate(self.table.columns, 1):
            cell = self._cell(
                Font(name=_FONT, size=11, bold=True),
                Alignment(horizontal="center", vertical="center", wrap_text=True),
                PatternFill("solid", fgColor=_FILLS[column.banded]),
            )
            self._put(cell, column.header, 1, place)
            if self._holds(column.note, 1, place) and column.note:
                height = _NOTE_LINE * (_lines(column.note, _NOTE_CHARACTERS) + 1)
                cell.comment = Comment(column.note, "", height=height, width=_NOTE_WIDTH)
            yield cell

    def _filled(self, line: Line, row: int) -> Iterator[Cell | None]:
        """Yield the cells of a row; a text that begins like a formula is quoted, and stays text when edited."""
        for place, content in enumerate(line.cells, 1):
            if content == "":
                yield None
                continue
            quoted = isinstance(content, str) and content.startswith("=")
            cell = self.cells[line.example, quoted]
            self._put(cell, content, row, place)
            yield cell

    def _put(self, cell: Cell, content: str | float, row: int, place: int) -> None:
        if not isinstance(content, str):
            cell.value = content
        elif self._holds(content, row, place):
            cell.value = content
            cell.data_type = "s"
        else:
            cell.value = None

    def _holds(self, text: str, row: int, place: int) -> bool:
        """Whether a cell can hold a text; if not, it is noted."""
        problem = unprintable(Scalar(text, Place("")))
        if len(text.encode("utf-16-le", "surrogatepass")) > 2 * MOST_CHARACTERS:
            message = _("{n} characters are more than a cell of a workbook holds").format(n=len(text))
            problem = Problem(None, message, _("Write it shorter"))
        if problem:
            where = f"{self.table.name}!{letters(place)}{row}: "
            self.problems.append(Problem(None, where + problem.message, problem.advice))
        return problem is None

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
        warned of, not refused. Choices that no drop-down holds stand in the note alone."""
        formula = _formula(column.choices)
        if not formula:
            return
        listed = isinstance(column.choices, Listed)
        offer = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)
        offer.errorStyle = "warning" if listed else "stop"
        offer.error = "名单里没有它" if listed else "请从下拉列表中选一个"
        offer.add(f"{name}2:{name}{LAST_ROW}")
        self.sheet.data_validations.append(offer)


def _formula(choices: Sequence[str] | Listed) -> str:
    if isinstance(choices, Listed):
        first = f"'{choices.table}'!$A${choices.row}"
        filled = f"COUNTA({first}:$A${LAST_ROW})"
        return f"OFFSET({first},0,0,MAX(1,{filled}),1)"
    joined = ",".join(choices)
    fits = len(joined) <= LONGEST_CHOICES and not any(set(',"') & set(one) for one in choices)
    return f'"{joined}"' if choices and fits else ""


def _misnamed(name: str, taken: Iterable[str]) -> Iterator[Problem]:
    """What a sheet's name must be (规定: the format's)."""
    wrong = not 0 < len(name) <= 31 or set("[]:*?/\\") & set(name) or name.strip("'") != name
    if wrong or name.casefold() in {one.casefold() for one in taken}:
        yield Problem(None, _("“{name}” cannot be the name of a sheet").format(name=name))


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes where a line holds `width` characters."""
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))


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
