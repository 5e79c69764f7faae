"""Tables of offices: the cells of workbooks (.xlsx) and CSV."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from draftkit.errors import Place
from draftkit.messages import _
from draftkit.ooxml.markup import refuse
from draftkit.opening import refusals_told
from draftkit.store.table.csv import CsvSheet
from draftkit.store.table.kinds import is_workbook
from draftkit.store.table.places import placed
from draftkit.store.table.sheet import Sheet
from draftkit.store.table.xlsx import open_xlsx

LARGEST = 400_000_000
"""Bytes that a workbook or a CSV may have (ours): 40,000 streets of 3,000 characters have 360 million."""


@contextmanager
def open_book(path: Path) -> Iterator[tuple[Sheet, ...]]:
    """Open a workbook (.xlsx) or a CSV, known by its content and not by its name, and give its sheets.

    They can be read while it is open. Raises CannotRead for any other file, a protected, broken or huge one.
    """
    with refusals_told(path):
        file = path.open("rb")
    with file, ExitStack() as stack:
        with refusals_told(path), placed(lambda: Place(str(path))):
            if os.fstat(file.fileno()).st_size > LARGEST:
                message = _("the file is larger than {n} bytes").format(n=LARGEST)
                raise refuse(message, _("Is it the right file?"))
            sheets = (
                stack.enter_context(open_xlsx(file, path)) if is_workbook(file) else (CsvSheet(file, path),)
            )
        yield sheets
