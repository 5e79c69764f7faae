"""CSV as a stream of rows: its encoding and its separator found out, its quotes taken strictly."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TextIO

from draftkit.errors import Place, Problem, WrongTable
from draftkit.messages import _
from draftkit.ooxml.markup import refuse
from draftkit.opening import refusals_told
from draftkit.store.table.places import too_far, too_long
from draftkit.store.table.sheet import (
    LONGEST_CELL,
    LONGEST_ROW,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Range,
    Row,
)
from draftkit.store.table.texts import tidy, trouble_in
from draftkit.zh.decode import encoding_of

SEPARATORS = ",;\t"
_FIRST = 20  # lines among which one with separators is looked for
_QUOTED = re.compile('"(?:[^"]|"")*"?')
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?%?", re.ASCII)
_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A)|#{3,}")
_SHORTENED = re.compile(r"[0-9]\.[0-9]+E\+[0-9]{2,3}", re.ASCII)
_AS_TEXT = re.compile(r'="([^"]*)"')  # so a CSV keeps programs from taking digits for a number


class CsvSheet:
    """The one sheet of a CSV. Its width is that of its first row with two cells that hold something: a row that
    goes on behind that has a separator in its text, and all its cells are in trouble."""

    name, hidden = "", False
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Range, ...] = ()

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._path = path
        self._encoding = _encoding(file)
        with self._text() as text:
            self._separator = _separator(text)

    def rows(self) -> Iterator[Row]:
        width = 0
        for record, (number, fields) in enumerate(self._records(), 1):
            texts = [_as_typed(field) for field in fields]
            filled = [column for column, text in enumerate(texts, 1) if text]
            if not filled:
                continue
            if record > MOST_ROWS or filled[-1] > MOST_COLUMNS:
                raise too_far(Place(str(self._path), number, filled[-1]))
            width = width or (len(fields) if len(filled) > 1 else 0)
            trouble = _too_wide() if 0 < width < filled[-1] else ""
            yield Row(number, tuple(_cell(texts[column - 1], column, trouble) for column in filled))

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the fields of each record and the line where it begins."""
        begin = 1
        with refusals_told(self._path), self._text() as text:
            lines = self._lines(text, lambda: begin)
            reader = csv.reader(lines, delimiter=self._separator, strict=True)
            try:
                for fields in reader:
                    yield begin, fields
                    begin = reader.line_num + 1
            except csv.Error as error:
                raise self._wrong(begin, *_quotes(str(error))) from error

    def _lines(self, text: TextIO, begin: Callable[[], int]) -> Iterator[str]:
        """Yield the lines; a record of several is bounded by where it began."""
        first = held = 0
        while line := text.readline(LONGEST_ROW):
            first, held = begin(), len(line) + (held if begin() == first else 0)
            if held >= LONGEST_ROW:
                raise too_long(Place(str(self._path), first))
            yield line

    def _text(self) -> TextIO:
        return self._path.open(encoding=self._encoding, newline="")

    def _wrong(self, line: int, message: str, advice: str) -> WrongTable:
        return WrongTable([Problem(Place(str(self._path), line), message, advice)])


def _as_typed(field: str) -> str:
    text = tidy(field)
    kept = _AS_TEXT.fullmatch(text)
    return kept[1].strip() if kept else text


def _cell(text: str, column: int, trouble: str) -> Cell:
    numeric = _NUMBER.fullmatch(text) is not None
    return Cell(text[:LONGEST_CELL], column, numeric, trouble or trouble_in(text) or _spoilt(text))


def _spoilt(text: str) -> str:
    if _ERROR.fullmatch(text):
        return _("the cell shows an error: {error}").format(error=text)
    if _SHORTENED.fullmatch(text):
        return _(
            "a long number was cut short when the file was saved: format the cell as text, then type it again"
        )
    return ""


def _encoding(file: IO[bytes]) -> str:
    try:
        encoding = encoding_of(file)
    except UnicodeDecodeError as error:
        message = _("byte {n} is no text in UTF-8 or GB18030").format(n=error.start + 1)
        raise refuse(message, _("Save it as a workbook (.xlsx), or as CSV in UTF-8")) from error
    file.seek(0)
    if encoding != "utf-16" and b"\0" in file.read(4096):
        raise refuse(_("this is no table"), _("Save it as a workbook (.xlsx), or as CSV in UTF-8"))
    return encoding


def _separator(text: TextIO) -> str:
    for _line in range(_FIRST):
        outside = _QUOTED.sub("", text.readline(LONGEST_ROW))
        separator = max(SEPARATORS, key=outside.count)
        if separator in outside:
            return separator
    raise refuse(
        _("this is text without columns, not a table"),
        _("Save it as a workbook (.xlsx), or part the columns with half-width commas"),
    )


def _too_wide() -> str:
    return _("the row has more cells than the header: text with a comma stands in quotation marks")


def _quotes(said: str) -> tuple[str, str]:
    advice = _('Put the whole cell in quotation marks, and write "" for those within')
    if "expected after" in said:
        return _("words go on after the closing quotes"), advice
    if "limit" in said:
        message = _("a cell of more than {n} characters, or quotation marks that are never closed")
        return message.format(n=csv.field_size_limit()), advice
    return _("quotation marks open here and are never closed"), advice
