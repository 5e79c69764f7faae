"""The cells of workbooks and CSV: what is seen in them, what is wrong with them, and what is no table."""

import codecs
import tracemalloc
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from book_parts import (
    MAIN,
    SHEET,
    cells_in,
    parts,
    rows_in,
    sheet,
    strings,
    written,
)
from draftkit.store.table import open_book
from draftkit.store.table.sheet import Range


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_texts_are_what_was_typed(tmp_path: Path) -> None:
    items = (
        "<t> 0123 </t>",
        "<t>３７　</t>",
        '<r><rPr><b/></rPr><t xml:space="preserve">改造 </t></r> <r><t>楼院</t></r>'
        '<rPh sb="0" eb="2"><t>gaizao</t></rPh>',
        "<t>一行_x000D_\n二行\r\n三行</t>",
        "<t>_x005F_x0041_</t>",
        "<t>_xD83D__xDE00_</t>",
        "<t> \n </t>",
        "<t/>",
        "<t>A&amp;B&lt;&#x4e00;</t>",
        "<t><![CDATA[<b>]]></t>",
    )
    row = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(len(items)))
    row += '<c t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r><rPh><t>fen</t></rPh></is></c>'
    row += '<c t="str"><f>A1</f><v>算出</v></c><c t="str"><f>A1</f><v></v></c><c t="str"><f>A1</f></c>'
    row += '<c t="b"><v>1</v></c><c t="d"><v>2026-10-31T00:00:00</v></c><c t="d"><v>2026-10-31T09:30</v></c>'
    cells = cells_in(written(tmp_path, parts(f"<row>{row}</row>", strings=strings(*items))))
    assert [(cell.column, cell.text) for cell in cells] == [
        *((1, "0123"), (2, "３７"), (3, "改造 楼院"), (4, "一行\n二行\n三行"), (5, "_x0041_"), (6, "😀")),
        *((9, "A&B<一"), (10, "<b>"), (11, "分段"), (12, "算出"), (15, "TRUE"), (16, "2026-10-31")),
        (17, "2026-10-31 09:30"),
    ]
    assert not any(cell.numeric or cell.trouble for cell in cells)


def test_a_cell_that_must_not_be_used_says_why(tmp_path: Path) -> None:
    row = (
        '<c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="s"><v>0</v></c><c r="E1" t="s"><v>1</v></c><c r="F1"><f t="shared" si="0"/></c>'
    )
    made = parts(f'<row r="1">{row}</row>', strings=strings("<t>响_x0007_铃</t>", "<t>半_xD800_</t>"))
    cells = cells_in(written(tmp_path, made))
    assert [cell.text for cell in cells] == ["=SUM(B1:B9)", "=C1", "#REF!", "响\x07铃", "半?", "="]
    for cell, said in zip(cells, ("result", "result", "#REF!", "U+0007", "U+D800", "result"), strict=True):
        assert said in cell.trouble
        assert not cell.numeric


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    book = Workbook()
    shown = book.active
    assert shown is not None
    shown.title, shown["A1"], shown["C3"] = "各街道 <甲>&'乙'", "街道", 5
    shown.row_dimensions[3].hidden = True
    shown.column_dimensions["C"].hidden = True
    shown.merge_cells("A1:B2")
    book.create_chartsheet("图")
    book.create_sheet("底稿")["A1"] = "旧"
    book.worksheets[1].sheet_state = "veryHidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    with open_book(path) as sheets:
        assert [(one.name, one.hidden) for one in sheets] == [("各街道 <甲>&'乙'", False), ("底稿", True)]
        assert sheets[0].hidden_columns == {3}
        assert sheets[0].merged == (Range(1, 1, 2, 2),)
        assert [(row.number, row.hidden) for row in sheets[0].rows()] == [(1, False), (3, True)]
        assert sheets[1].merged == ()


def test_an_empty_workbook_has_no_rows(tmp_path: Path) -> None:
    assert rows_in(written(tmp_path, parts())) == []
    assert rows_in(written(tmp_path, parts(sheet=f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'))) == []
    book = Workbook()
    book.save(tmp_path / "leer.xlsx")
    assert rows_in(tmp_path / "leer.xlsx") == []


def test_other_ways_to_write_the_same(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><v>37</v></c><c r="D2" t="inlineStr"><is><t>临江</t></is></c></row>'
    merges = '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>'
    plain = sheet(rows, '<dimension ref="A1"/>', merges)
    prefixed = (
        plain.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    )
    ways: dict[str, str | bytes] = {
        "plain": plain,
        "prefixed": prefixed,
        "spread": plain.replace("><", ">\r\n\t<"),
        "UTF-16": codecs.BOM_UTF16_LE + plain.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        "with its mark": codecs.BOM_UTF8 + plain.encode(),
        "strict": plain.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    }
    for way, made in ways.items():
        path = written(tmp_path, parts(sheet=made))
        with open_book(path) as (one,):
            (row,) = one.rows()
            assert row.number == 2, way
            assert [(cell.text, cell.column) for cell in row.cells] == [("37", 2), ("临江", 4)], way
            assert one.merged == (Range(2, 2, 3, 3),), way


def test_names_of_parts_with_other_case_and_slashes(tmp_path: Path) -> None:
    made = parts('<row r="1"><c r="A1"><v>5</v></c></row>')
    made["XL\\Worksheets\\Sheet1.XML"] = made.pop(SHEET)
    assert [cell.text for cell in cells_in(written(tmp_path, made))] == ["5"]


def test_two_readings_at_once_do_not_meddle(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for n in range(3000):
        page.append([f"街道{n}", n, date(2026, 1, 1), datetime(2026, 1, 1, 9, 30), time(14, 5)])
    path = tmp_path / "a.xlsx"
    book.save(path)
    with open_book(path) as (one,):
        first, second = one.rows(), one.rows()
        assert [next(first) for _ in range(1000)] == [next(second) for _ in range(1000)]
        assert one.merged == ()
        assert list(first) == list(second)
        row = list(one.rows())[-1]
    texts = [cell.text for cell in row.cells]
    assert texts == ["街道2999", "2999", "2026-01-01", "2026-01-01 09:30", "14:05"]


def peak_of_reading(path: Path) -> int:
    """How many bytes of memory are taken at most while all cells are read."""
    tracemalloc.start()
    try:
        with open_book(path) as (one,):
            assert one.merged == ()
            longest = max(len(cell.text) for row in one.rows() for cell in row.cells)
        assert longest > 1000
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def long_rows(folder: Path, kind: str, count: int) -> Path:
    """A table of so many streets with 3,000 characters each."""
    path = folder / f"{count}"
    texts = [f"{n}号楼院" + "改造惠民" * 250 for n in range(3 * count)]
    if kind == "csv":
        head = "街道,做法,成效,打算\n"
        rows = "".join(f"街道,{','.join(texts[n : n + 3])}\n" for n in range(0, len(texts), 3))
        path.write_text(head + rows, "utf-8")
        return path
    said = {"shared": '<c t="s"><v>{n}</v></c>', "inline": '<c t="inlineStr"><is><t>{text}</t></is></c>'}[kind]
    cells = [said.format(n=n, text=text) for n, text in enumerate(texts)]
    rows = "".join(f"<row>{''.join(cells[n : n + 3])}</row>" for n in range(0, len(cells), 3))
    made = parts(rows, strings=strings(*(f"<t>{text}</t>" for text in texts if kind == "shared")))
    return written(folder, made, path.name)


@pytest.mark.parametrize("kind", ["inline", "shared", "csv"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, kind: str) -> None:
    few, many = (peak_of_reading(long_rows(tmp_path, kind, count)) for count in (100, 10_000))
    assert many < few + 3_000_000
