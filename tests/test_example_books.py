"""The workbooks of a district in examples/: what their sources say, and figures that agree with each other."""

import io
import re
from collections.abc import Sequence
from decimal import Decimal

import openpyxl
import pytest

import example_books
from example_books import BOOKS, EXAMPLES, Table, merged, source, value

QUOTED = re.compile(r"{{ (\w+)")
STREETS, POINTS, SHARED = (source(name) for name in ("各街道", "要点", "共用"))
HEADERS = STREETS[0]
ROWS = [dict(zip(HEADERS, row, strict=True)) for row in STREETS[1:]]
SUMMED = slice(2, 7)
"""The columns of the office's table that have a sum."""
GIVEN = {"单位", "会议", "发言人", "日期", "主题", "部分数"}


def figures(table: Table) -> set[str]:
    """Return the names of the figures in a header: what has a unit behind it, and lists of members."""
    words = [cell for row in table for cell in row if re.search(r"（\w+）$|（%）$|·成员$", cell)]
    return {re.split("[·（]", word)[0] for word in words}


def offices_figures() -> set[str]:
    """Return the names of the figures in the office's table: what stands above and below, joined."""
    table = source("台账")
    above, below = next((row, table[at + 1]) for at, row in enumerate(table) if row[0] == "序号")
    joined: list[str] = []
    group = ""
    for upper, lower in zip(above, below, strict=True):
        group = group if upper == "<" else upper
        joined.append(group if lower == "^" else group + lower)
    smaller = next(row for row in table if row[0] == "序号" and row != above)
    return figures([joined[2:], smaller[2:]])


@pytest.mark.parametrize("name", BOOKS)
def test_the_workbooks_are_what_their_sources_give_cell_by_cell(name: str) -> None:
    book = openpyxl.load_workbook(EXAMPLES / name)
    assert tuple(book.sheetnames) == BOOKS[name]
    for sheet in book.worksheets:
        table = source(sheet.title)
        cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert cells == [[value(cell) for cell in row] for row in table], sheet.title
        areas = {(a.min_row, a.min_col, a.max_row, a.max_col) for a in sheet.merged_cells.ranges}
        assert areas == set(merged(table)), sheet.title


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_sources_give_the_same_bytes(name: str) -> None:
    assert example_books.made(BOOKS[name]) == example_books.made(BOOKS[name])
    assert openpyxl.load_workbook(io.BytesIO(example_books.made(BOOKS[name]))).sheetnames == [*BOOKS[name]]


def test_twelve_streets_have_names_speakers_and_titles_of_their_own() -> None:
    assert len(ROWS) == 12
    for header in ("单位", "标题·上句", "标题·下句"):
        assert len({row[header] for row in ROWS}) == 12
    assert all(len(row["标题·上句"]) == len(row["标题·下句"]) for row in ROWS)
    speakers = [row["发言人"] for row in ROWS if row["发言人"]]
    assert len(set(speakers)) == len(speakers) == 11


def test_parts_add_up_and_no_part_is_more_than_its_whole() -> None:
    for row in ROWS:
        money = [Decimal(row[f"投入{key}（万元）"] or 0) for key in ("", "·分项·财政资金", "·分项·社会资金")]
        assert money[0] == money[1] + money[2], row["单位"]
        for name in ("老年人口（人）", "采纳（条）"):
            assert Decimal(row[name]) < Decimal(row[name.replace("（", "·总数（")]), row["单位"]


def test_headings_of_siblings_are_as_long_as_each_other() -> None:
    for row in ROWS:
        for slot in ("成效", "落点", "见效"):
            given = [row[f"部分{number}·{slot}"] for number in (1, 2, 3)]
            assert len({len(words) for words in given}) == 1, (row["单位"], given)


def test_what_a_text_quotes_is_a_column_and_no_text_copies_its_number() -> None:
    known = figures([HEADERS]) | offices_figures() | GIVEN
    for row in ROWS:
        own = [cells for cells in POINTS[1:] if cells[0] == row["单位"]]
        texts = [text for header, text in row.items() if "（" not in header] + [t for c in own for t in c[3:]]
        assert {name for text in texts for name in QUOTED.findall(text)} <= known, row["单位"]
        numbers = {text for header, text in row.items() if "（" in header and len(text) > 2}
        assert not [number for number in numbers for text in texts if number in text], row["单位"]


def test_points_belong_to_streets_and_are_counted_from_one() -> None:
    assert {row[0] for row in POINTS[1:]} < {row["单位"] for row in ROWS}
    for name in {row[0] for row in POINTS[1:]}:
        assert [row[2] for row in POINTS if row[0] == name] == ["1", "2", "3"]


def test_every_figure_has_its_source_and_its_day() -> None:
    said = {item for item, _text in SHARED}
    for name in figures([HEADERS]) | offices_figures() - {"托育机构"}:
        assert {f"{name}·来源", f"{name}·截至"} <= said or name == "筹资"


def test_the_offices_table_has_every_street_and_its_sums_are_right() -> None:
    table = source("台账")
    start = next(number for number, row in enumerate(table) if row[0] == "1")
    end = next(number for number, row in enumerate(table) if row[0] == "合计")
    streets: list[Sequence[str]] = []
    sums: list[list[Decimal]] = []
    for row in table[start:end]:
        if row[0].isdigit():
            streets.append(row)
        else:
            sums.append(_sums(row, streets))
            streets = []
    town, towns = sums
    assert [a + b for a, b in zip(town, towns, strict=True)] == [Decimal(cell) for cell in table[end][SUMMED]]
    named = {row[1] for row in table[start:end] if row[0].isdigit()}
    assert named == {re.sub("党工委|党委", "", row["单位"]) for row in ROWS}


def _sums(total: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Decimal]:
    """Return the sums of a total row, after a look at whether they are those of its rows."""
    columns = zip(*(row[SUMMED] for row in rows), strict=True)
    sums = [sum(map(_number, one), Decimal()) for one in columns]
    assert sums == [Decimal(cell) for cell in total[SUMMED]]
    return sums


def _number(cell: str) -> Decimal:
    return Decimal(cell.removeprefix("'").replace("—", "0"))
