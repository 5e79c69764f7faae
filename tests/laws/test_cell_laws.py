"""What others write into a workbook or a CSV is what is read: texts, numbers, percentages, dates, merges."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from book_parts import sheet
from draftkit.errors import Place
from draftkit.store.table import open_book
from draftkit.store.table.around import Around, around_cells
from draftkit.store.table.cells import rows_of
from draftkit.store.table.sheet import Range
from draftkit.zh.decode import decode, encoding_of

tables = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])

TEXTS = st.text(st.sampled_from("街道改造楼院满意率0１9.%,;:“”\"'<>&=-　 \n\t😀é"), min_size=1, max_size=12)
WHOLE = st.integers(-(10**15) + 1, 10**15 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14)
THOUSANDTHS = st.integers(0, 100_000)
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(9998, 12, 31)).map(lambda one: one.replace(microsecond=0))

Value = str | int | float | date
Seen = tuple[Value, str, str | None]
"""What is put into a cell, in which format, and what is seen of it, None for a number to be compared as one."""


def _text(text: str) -> Seen:
    # What begins with = is a formula for the writer.
    return text, "General", text.strip()


def _moment(one: datetime) -> Seen:
    seen = one.isoformat(" ")
    return one, "yyyy-mm-dd hh:mm:ss", seen.removesuffix(" 00:00:00").removesuffix(":00")


CELLS = st.one_of(
    TEXTS.filter(lambda text: not text.startswith("=")).map(_text),
    WHOLE.map(lambda one: (one, "#,##0", str(one))),
    FLOATS.map(lambda one: (one, "General", None)),
    THOUSANDTHS.map(lambda one: (one / 1000, "0.0%", f"{(Decimal(one) / 10).normalize():f}%")),
    MOMENTS.map(_moment),
    st.dates(date(1901, 1, 1), date(9998, 12, 31)).map(
        lambda one: (one, 'yyyy"年"m"月"d"日"', one.isoformat())
    ),
    st.dates(date(1901, 1, 1), date(9998, 12, 31)).map(lambda one: (one, 'yyyy"年"m"月"', f"{one:%Y-%m}")),
    st.integers(0, 999).map(lambda one: (one, '0"个"', f"{one}个")),
)
PLACES = st.tuples(st.integers(1, 60), st.integers(1, 40))


def same_number(seen: str, value: Value) -> bool:
    assert isinstance(value, float)
    digits = seen.lstrip("-").replace(".", "").strip("0")
    close = abs(Decimal(seen) - Decimal(value)) <= abs(Decimal(value)) * Decimal("1e-14")
    return close and len(digits) <= 15 and "e" not in seen.lower()


@tables
@given(st.dictionaries(PLACES, CELLS, max_size=25), st.sets(st.integers(1, 60), max_size=5), st.booleans())
def test_what_is_written_into_a_workbook_is_read(
    cells: dict[tuple[int, int], Seen], hidden: set[int], since_1904: bool
) -> None:
    assume(not since_1904 or all(not isinstance(one[0], date) or one[0].year > 1904 for one in cells.values()))
    book = Workbook()
    if since_1904:
        book.epoch = datetime(1904, 1, 1)
    page = book.active
    assert page is not None
    for (row, column), (value, code, _seen) in cells.items():
        page.cell(row, column).value = value
        page.cell(row, column).number_format = code
    for row in hidden:
        page.row_dimensions[row].hidden = True
    file = BytesIO()
    book.save(file)
    wanted = {place: one for place, one in cells.items() if one[2] != ""}
    rows = read(file.getvalue())
    assert [row[0] for row in rows] == sorted({row for row, _column in wanted})
    found = {(row, column): text for row, _hidden, texts in rows for column, text in texts}
    assert found.keys() == wanted.keys()
    assert all(was_hidden == (row in hidden) for row, was_hidden, _texts in rows)
    for place, (value, _code, seen) in wanted.items():
        assert found[place] == seen if seen is not None else same_number(found[place], value)


def read(raw: bytes) -> list[tuple[int, bool, list[tuple[int, str]]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(raw)
        with open_book(path) as (one,):
            rows = list(one.rows())
            assert list(one.rows()) == rows
    assert not any(cell.trouble for row in rows for cell in row.cells)
    return [(row.number, row.hidden, [(cell.column, cell.text) for cell in row.cells]) for row in rows]


@tables
@given(st.lists(st.tuples(PLACES, PLACES), max_size=6), st.sets(st.integers(1, 60), max_size=5))
def test_merged_cells_and_hidden_columns_are_found(
    ends: list[tuple[tuple[int, int], tuple[int, int]]], hidden: set[int]
) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    ranges: list[Range] = []
    for (row, column), (other_row, other_column) in ends:
        rows, columns = sorted((row, other_row)), sorted((column, other_column))
        new = Range(rows[0], columns[0], rows[1], columns[1])
        if new[:2] != new[2:] and all(apart(new, one) for one in ranges):
            ranges.append(new)
    for one in ranges:
        first, last = get_column_letter(one.first_column), get_column_letter(one.last_column)
        page.merge_cells(f"{first}{one.first_row}:{last}{one.last_row}")
    for column in hidden:
        page.column_dimensions[get_column_letter(column)].hidden = True
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        book.save(path)
        with open_book(path) as (sheet,):
            assert sorted(sheet.merged) == sorted(ranges)
            assert sheet.hidden_columns == hidden


def apart(one: Range, other: Range) -> bool:
    below = one.first_row > other.last_row or other.first_row > one.last_row
    return below or one.first_column > other.last_column or other.first_column > one.last_column


@tables
@given(st.integers(1, 40), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
def test_how_a_part_is_cut_into_pieces_makes_no_difference(size: int, encoding: str) -> None:
    rows = '<row r="2"><c r="B2" t="inlineStr"><is><t>临江&amp;城关</t></is></c></row><row r="3"/>'
    made = sheet(rows, '<col min="2" max="2" hidden="1"/>', '<mergeCell ref="B2:C3"/>').encode(encoding)
    pieces = [made[at : at + size] for at in range(0, len(made), size)]
    assert around_cells(pieces) == Around(frozenset({2}), (Range(2, 2, 3, 3),))
    (row,) = rows_of(pieces, str, {}, False, Place("a"))
    assert [tuple(cell)[:2] for cell in row.cells] == [("临江&城关", 2)]


SCRAPS = st.sampled_from(("街".encode(), "街".encode("gb18030"), b"a", b"\n", b"\xff", b"\xe8\xa1", b"\x81"))


@tables
@given(st.lists(SCRAPS, max_size=12).map(b"".join), st.integers(1, 5))
def test_the_encoding_of_a_file_is_that_of_its_bytes(raw: bytes, size: int) -> None:
    with patch("draftkit.zh.decode._PIECE", size):
        found = outcome(lambda: encoding_of(BytesIO(raw)))
    assert found == outcome(lambda: decode(raw)[1])


def outcome(find: Callable[[], str]) -> str | int:
    try:
        return find()
    except UnicodeDecodeError as error:
        return error.start


FIELDS = st.lists(st.sampled_from((*"街道改造楼院37.%,;\t\"'“”<&= \n", "_x0041_")), max_size=8).map("".join)


@tables
@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(st.lists(FIELDS, min_size=width, max_size=width), max_size=12)
    ),
    st.sampled_from(",;\t"),
    st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")),
    st.sampled_from(("\n", "\r\n")),
)
def test_what_is_written_into_a_csv_is_read(
    rows: list[list[str]], separator: str, encoding: str, line_end: str
) -> None:
    header = [f"列{n}" for n in range(len(rows[0]) if rows else 2)]
    text = StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows([header, *rows])
    found = read(text.getvalue().encode(encoding))
    wanted = [
        [(n, field.strip()) for n, field in enumerate(row, 1) if field.strip()] for row in (header, *rows)
    ]
    # ="0371" is how programs write digits that are text.
    assume(not any(field.startswith('="') for row in wanted for _n, field in row))
    assert [texts for _number, _hidden, texts in found] == [row for row in wanted if row]
    assert [number for number, _hidden, _texts in found] == sorted(
        {number for number, _hidden, _texts in found}
    )
