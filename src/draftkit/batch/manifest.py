"""The list of a batch: what became of each street's draft, a row each, as CSV that a spreadsheet opens."""

import csv
import io
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Literal, NamedTuple, get_args

State = Literal["已写", "未写", "手改"]
"""Written; not written, since something is wrong with the row; changed by hand since, and left as it is."""

COLUMNS = ("行", "单位", "状态", "文件", "字数", "待补", "问题", "文件校验", "事实校验")
_COUNT = re.compile("[0-9]{1,9}", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"  # without it Excel takes a CSV for the encoding of the system


class Entry(NamedTuple):
    """A row: the number of the street's row in the table, the draft's file and characters, what is still to
    come, what was found (codes, each with its count; the cells that are wrong where there is no draft), the
    digests of the file and of all that the draft is made of."""

    row: int
    street: str
    state: State
    file: str = ""
    length: int = 0
    missing: str = ""
    findings: str = ""
    digest: str = ""
    facts: str = ""


def manifest_of(entries: Iterable[Entry]) -> str:
    """Return the CSV of the entries, with its byte order mark; no cell of it is taken for a formula."""
    return _MARK + "".join(map(line_of, (COLUMNS, *entries)))


def line_of(cells: Iterable[object]) -> str:
    """Return one line of the CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(map(_shielded, cells))
    return line.getvalue()


def entries_in(text: str) -> list[Entry]:
    """Return the entries of a CSV; lines that are none, as the last of a run that was killed, are left out."""
    whole = text.removeprefix(_MARK)
    rows = csv.reader(io.StringIO(whole[: whole.rfind("\n") + 1], newline=""))
    with suppress(csv.Error):
        return [entry for cells in rows if (entry := _entry(cells))]
    return []


def _entry(cells: list[str]) -> Entry | None:
    if len(cells) != len(COLUMNS) or not all(map(_COUNT.fullmatch, (cells[0], cells[4]))):
        return None
    row, street, state, file, length, *rest = (cell.removeprefix("'") for cell in cells)
    known = next((one for one in get_args(State) if one == state), None)
    return Entry(int(row), street, known, file, int(length), *rest) if known else None


def _shielded(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text
