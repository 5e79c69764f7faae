"""Tables of offices: the cells of workbooks (.xlsx) and CSV."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from draftkit.errors import Place
from draftkit.opening import refusals_told
from draftkit.store.table.csv import CsvSheet
from draftkit.store.table.kinds import is_workbook
from draftkit.store.table.places import placed
from draftkit.store.table.sheet import Sheet
from draftkit.store.table.xlsx import open_xlsx


@contextmanager
def open_book(path: Path) -> Iterator[tuple[Sheet, ...]]:
    """Open a workbook (.xlsx) or a CSV, known by its content and not by its name, and give its sheets.

    They can be read while it is open. Raises CannotRead for any other file, a protected or a broken one.
    """
    with refusals_told(path):
        file = path.open("rb")
    with file, ExitStack() as stack:
        with refusals_told(path), placed(lambda: Place(str(path))):
            sheets = (
                stack.enter_context(open_xlsx(file, path)) if is_workbook(file) else (CsvSheet(file, path),)
            )
        yield sheets
