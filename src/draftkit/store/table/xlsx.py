"""Workbooks (.xlsx) as streams of rows, in memory that does not grow with them.

Why no library reads them here: python-calamine holds the whole workbook, makes 28140.0 of 28140 and 0.825 of
a cell that shows 82.5%; openpyxl, when it only reads, holds all texts, believes a wrong <dimension>, fills rows
up to column 16384, and does not tell merged cells. A batch wants rows one by one, each cell as it is seen.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast
from xml.etree.ElementTree import Element

from draftkit.errors import Place
from draftkit.messages import _
from draftkit.ooxml.archive import Archive
from draftkit.ooxml.markup import bomb, damaged, parse, refuse
from draftkit.store.table.around import Around, around_cells
from draftkit.store.table.cells import rows_of
from draftkit.store.table.formats import BUILT_IN, Format, format_of
from draftkit.store.table.kinds import no_workbook
from draftkit.store.table.places import placed
from draftkit.store.table.sheet import Range, Row
from draftkit.store.table.texts import SharedStrings

MOST_PARTS = 5_000
"""Parts that a workbook may have (ours): sheets, pictures and notes."""
LARGEST_PART = 20_000_000
"""Bytes of a part that is taken whole (ours): the list of sheets, the styles."""
LARGEST, LARGE, MOST_RATIO = 4_000_000_000, 200_000_000, 300
"""Bytes that a workbook may have when unpacked; beyond the second at most so many times what it has packed
(ours): 40,000 streets of 3,000 characters have some 1,000 million where a program writes each as a number."""

_IN_MEMORY = 250_000  # bytes of shared texts that need no file
_VISIBLE = "visible"


class XlsxSheet:
    """One sheet of a workbook that is open."""

    def __init__(self, book: "_Workbook", part: str, name: str, hidden: bool) -> None:
        self.name, self.hidden = name, hidden
        self._book, self._part = book, part
        self._place = Place(str(book.path), sheet=name)

    @property
    def hidden_columns(self) -> frozenset[int]:
        return self._around.hidden_columns

    @property
    def merged(self) -> tuple[Range, ...]:
        return self._around.merged

    def rows(self) -> Iterator[Row]:
        book = self._book
        pieces = book.archive.pieces(self._part)
        return rows_of(pieces, book.strings.text, book.formats, book.since_1904, self._place)

    @cached_property
    def _around(self) -> Around:
        with placed(lambda: self._place):
            return around_cells(self._book.archive.pieces(self._part))


@contextmanager
def open_xlsx(file: IO[bytes], path: Path) -> Iterator[tuple[XlsxSheet, ...]]:
    """Give the sheets of a workbook in their order, charts left out; raises CannotRead."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as strings:
        yield tuple(_Workbook(file, cast(IO[bytes], strings), path).sheets())


class _Workbook:
    """What the sheets of a workbook have in common."""

    def __init__(self, file: IO[bytes], strings: IO[bytes], path: Path) -> None:
        self.path = path
        self.archive = _bounded(Archive(file, LARGEST_PART))
        self._main = self.archive.first_of_each_kind("").get("officeDocument", "xl/workbook.xml")
        if self._main not in self.archive or not self._main.lower().endswith(".xml"):
            raise no_workbook(self.archive)
        self._root = self._tree(self._main)
        if not self._root.tag.endswith("}workbook"):
            raise no_workbook(self.archive)
        related = self.archive.first_of_each_kind(self._main)
        texts = related.get("sharedStrings", "")
        self.strings = SharedStrings(
            strings, self.archive.pieces(texts) if texts in self.archive else [b"<sst/>"]
        )
        styles = related.get("styles", "")
        self.formats = _formats(self._tree(styles)) if styles in self.archive else {}
        properties = self._root.find("{*}workbookPr")
        self.since_1904 = properties is not None and properties.get("date1904") in ("1", "true")

    def sheets(self) -> Iterator[XlsxSheet]:
        """Yield the sheets that have cells."""
        targets = {one.id: one for one in self.archive.relations(self._main) if not one.external}
        parts: set[str] = set()
        for sheet in self._root.iterfind("{*}sheets/{*}sheet"):
            ids = (value for name, value in sheet.attrib.items() if name.endswith("/relationships}id"))
            relation = targets.get(next(ids, ""))
            if relation is None or (relation.kind == "worksheet" and relation.target not in self.archive):
                raise damaged()
            if relation.target in parts:
                raise damaged()
            parts.add(relation.target)
            if relation.kind == "worksheet":
                hidden = sheet.get("state", _VISIBLE) != _VISIBLE
                yield XlsxSheet(self, relation.target, sheet.get("name", ""), hidden)

    def _tree(self, part: str) -> Element:
        return parse(self.archive.part(part) or b"")


def _bounded(archive: Archive) -> Archive:
    most = min(LARGEST, max(LARGE, MOST_RATIO * archive.packed))
    if len(archive) > MOST_PARTS:
        message = _("the workbook has more than {n} sheets, pictures and notes").format(n=MOST_PARTS)
        raise refuse(message, _("Is it the right file? Save the sheets that are wanted as a file of their own"))
    if archive.size > most:
        raise bomb()
    return archive


def _formats(styles: Element) -> dict[str, Format]:
    """Return the formats by the numbers with which cells name their looks."""
    codes = {
        one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    looks = (one.get("numFmtId", "0") for one in styles.iterfind("{*}cellXfs/{*}xf"))
    return {
        str(number): format_of(codes[look] if look in codes else BUILT_IN.get(look, "General"))
        for number, look in enumerate(looks)
    }
