"""The cells of workbooks and CSV: what is seen in them, what is wrong with them, and what is no table."""

import codecs
import random
import struct
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from book_parts import (
    BOOK,
    MAIN,
    RELATIONS,
    SHEET,
    cells_in,
    parts,
    rows_in,
    sheet,
    strings,
    styles,
    written,
    zipped,
)
from docx_parts import body, parts_of
from draftkit.errors import CannotRead, DraftkitError, WrongTable
from draftkit.store.table import open_book
from draftkit.store.table.sheet import MOST_COLUMNS, MOST_ROWS, Range


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def number(folder: Path, raw: str, code: str = "General", **changed: str) -> tuple[str, str]:
    """What is seen of a number, and the trouble with it."""
    made = parts(f'<row r="1"><c r="A1" s="0"><v>{raw}</v></c></row>', styles=styles(code), **changed)
    (cell,) = cells_in(written(folder, made))
    return cell.text, cell.trouble


@pytest.mark.parametrize(
    ("raw", "code", "seen"),
    [
        ("28140", "General", "28140"),
        ("28140", "#,##0", "28140"),
        ("28140", "3", "28140"),
        ("0", "General", "0"),
        ("-3.50", "General", "-3.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.82499999999999996", "0.0%", "82.5%"),
        ("0.825", "9", "82.5%"),
        ("1", "0%", "100%"),
        ("0.82456140350877194", "0.0%", "82.5%"),
        ("33.333333333333336", "0.00", "33.33"),
        ("33.333333333333336", "General", "33.3333333333333"),
        ("2.5", "0", "2.5"),
        ("2.0000001", "0.0", "2"),
        ("1.5E+3", "General", "1500"),
        ("1E-3", "0.00E+00", "0.001"),
        ("123456789012345", "General", "123456789012345"),
        ("37", '0"个"', "37个"),
        ("30.5", '#,##0.00"万元"', "30.5万元"),
        ("12", '"约"0', "12"),
        ("1200", '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "1200"),
        ("1200", "[Red][$¥-804]#,##0.00", "1200"),
        ("0.5", "G/通用格式", "0.5"),
        ("46326", "14", "2026-10-31"),
        ("46326.75", "yyyy/m/d", "2026-10-31"),
        ("46326", 'yyyy"年"m"月"d"日";@', "2026-10-31"),
        ("46326", "[DBNum1][$-804]yyyy年m月d日", "2026-10-31"),
        ("46326", "57", "2026-10"),
        ("46326", 'yyyy"年"m"月"', "2026-10"),
        ("46326", "yyyy", "2026"),
        ("46326", "31", "2026-10-31"),
        ("46326", "58", "2026-10-31"),
        ("46326.395833333336", "yyyy-mm-dd hh:mm", "2026-10-31 09:30"),
        ("46326", "yyyy-mm-dd hh:mm:ss", "2026-10-31"),
        ("0.395833333333333", "h:mm", "09:30"),
        ("0.99999999", "h:mm:ss", "00:00"),
        ("1.104224537037037", "[h]:mm:ss", "26:30:05"),
        ("1", "14", "1900-01-01"),
        ("59", "14", "1900-02-28"),
        ("61", "14", "1900-03-01"),
    ],
)
def test_a_number_is_seen_as_its_format_shows_it(tmp_path: Path, raw: str, code: str, seen: str) -> None:
    assert number(tmp_path, raw, code) == (seen, "")


@pytest.mark.parametrize(
    ("raw", "code", "said"),
    [
        ("110101199003078888", "General", "15 digits"),
        ("1.1010119900307888E+17", "0", "15 digits"),
        ("1E+300", "General", "15 digits"),
        ("1E+999", "General", "no number"),
        ("nan", "General", "no number"),
        ("１２", "General", "no number"),
        ("-1", "14", "no date"),
        ("60", "14", "no date"),
        ("0", "14", "no date"),
        ("3000000", "14", "no date"),
        ("123000", '0!.0,"万"', "divided"),
        ("12000", "0.0,", "divided"),
    ],
)
def test_a_number_that_would_be_a_wrong_one_is_in_trouble(
    tmp_path: Path, raw: str, code: str, said: str
) -> None:
    text, trouble = number(tmp_path, raw, code)
    assert said in trouble
    assert text


def test_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    made = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="1"/><sheets>'
    made += '<sheet name="S" r:id="a"/></sheets></workbook>'
    assert number(tmp_path, "44864", "14", book=made) == ("2026-10-31", "")
    assert number(tmp_path, "0", "14", book=made) == ("1904-01-01", "")


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
    assert [cell.text for cell in cells] == ["=SUM(B1:B9)", "=C1", "#REF!", "响\x07铃", "半\ud800", "="]
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


def far(reference: str, content: str = "<v>1</v>") -> str:
    digits = "".join(filter(str.isdigit, reference))
    return f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{digits}"><c r="{reference}">{content}</c></row>'


@pytest.mark.parametrize("reference", ["XFD1048576", f"A{MOST_ROWS + 1}", "SG2"])
def test_a_cell_far_out_is_told_and_formats_alone_are_not(tmp_path: Path, reference: str) -> None:
    with pytest.raises(WrongTable, match=f"各街道!{reference}: "):
        rows_in(written(tmp_path, parts(far(reference))))
    assert len(rows_in(written(tmp_path, parts(far(reference, ""))))) == 1
    assert (MOST_ROWS, MOST_COLUMNS) == (200_000, 500)


BOMB = '<!DOCTYPE sst [<!ENTITY a "啊啊"><!ENTITY b "&a;&a;">]>'
ASCII_BOMB = BOMB.replace("啊啊", "aa")


def old(word: str) -> bytes:
    return codecs.decode("d0cf11e0a1b11ae1", "hex") + bytes(2000) + word.encode("utf-16-le") + bytes(2000)


def opendocument() -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": "<office/>"})


def locked_zip() -> bytes:
    raw = bytearray(zipped(parts()))
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    return bytes(raw)


def doubled() -> bytes:
    with pytest.warns(UserWarning):
        file = BytesIO(zipped(parts()))
        with zipfile.ZipFile(file, "a") as package:
            package.writestr(SHEET, sheet(""))
    return file.getvalue()


def lying() -> bytes:
    """A member that says it unpacks to 4 GB."""
    raw = bytearray(zipped(parts()))
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(raw)


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "xls": (old("Workbook"), "old kind"),
    "protected": (old("EncryptedPackage"), "password"),
    "doc": (old("WordDocument"), "Word document"),
    "docx": (zipped(parts_of(body("正文"))), "Word document"),
    "ods": (opendocument(), "OpenDocument"),
    "xlsb": (zipped({"xl/workbook.bin": b"\0"}), "xlsb"),
    "zip": (zipped({"a.txt": "x"}), "no workbook"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "html": (b"\xef\xbb\xbf\r\n<html><table><tr><td>1</td></tr></table>", "web page"),
    "prose": ("各位领导：\n下面我汇报工作。\n".encode(), "without columns"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\xff\xfe", "no text"),
    "zeros": (bytes(100), "no table"),
    "locked zip": (locked_zip(), "password"),
    "two of one name": (doubled(), "damaged"),
    "lying": (lying(), "too large"),
    "cut off": (zipped(parts())[:-30], "damaged"),
    "no sheet": (zipped({k: v for k, v in parts().items() if k != SHEET}), "damaged"),
    "no relations": (zipped({k: v for k, v in parts().items() if "workbook.xml.rels" not in k}), "damaged"),
    "no book": (zipped({k: v for k, v in parts().items() if k != BOOK}), "no workbook"),
    "entities in strings": (zipped(parts(strings=BOMB + strings("<t>&b;</t>"))), "DOCTYPE"),
    "entities in the book": (zipped(parts(book=BOMB + str(parts()[BOOK]))), "DOCTYPE"),
    "entities in EBCDIC": (
        zipped(parts(strings=f"<?xml version='1.0' encoding='cp037'?>{ASCII_BOMB}<sst/>".encode("cp037"))),
        "damaged",
    ),
    "broken strings": (zipped(parts(strings="<sst><si>")), "damaged"),
    "a bomb of styles": (zipped(parts(styles=b" " * 20_000_001)), "too large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_named_with_its_place_and_what_to_do(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    path = written(tmp_path, content)
    with pytest.raises(CannotRead) as refused, open_book(path):
        pass
    (problem,) = refused.value.problems
    assert said in problem.message
    assert problem.advice
    assert problem.place
    assert problem.place.file == str(path)


BROKEN = {
    "entities": BOMB.replace("sst", "worksheet") + sheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'),
    "cut off": sheet('<row r="1"><c r="A1"><v>1</v></c></row>')[:-20],
    "rows twice": sheet('<row r="2"/><row r="2"/>'),
    "cells twice": sheet('<row r="1"><c r="B1"/><c r="B1"/></row>'),
    "no reference": sheet('<row r="1"><c r="11"><v>1</v></c></row>'),
    "a row of words": sheet('<row r="eins"/>'),
    "no such text": sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    "a text of words": sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    "control": sheet('<row r="1"><c r="A1" t="str"><v>\x07</v></c></row>'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_sheet_that_is_broken_is_told_while_it_is_read(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, parts(sheet=BROKEN[name]))
    with open_book(path) as (one,), pytest.raises(CannotRead) as refused:
        list(one.rows())
    (problem,) = refused.value.problems
    assert problem.place
    assert (problem.place.file, problem.place.sheet) == (str(path), "各街道")


def test_a_bomb_is_given_up_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = parts(sheet=sheet(" " * 60_000_000))
    with open_book(written(tmp_path, bomb)) as (one,), pytest.raises(CannotRead, match="too large"):
        list(one.rows())
    for name in ("xl/media/a", "xl/media/b", "xl/media/c"):
        bomb[name] = bytes(100_000_000)
    with pytest.raises(CannotRead, match="too large"):
        rows_in(written(tmp_path, bomb))


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "no.xlsx", "no such file"), (tmp_path, "folder")):
        with pytest.raises(CannotRead, match=said), open_book(path):
            pass


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


def test_a_mutated_file_is_read_or_refused(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 3}</v></c><c r="B{n}" s="1"><v>0.{n}</v></c></row>'
        for n in range(1, 40)
    )
    texts = strings("<t>甲</t>", "<t>乙</t>", "<r><t>丙</t></r>")
    made = parts(rows, strings=texts, styles=styles("General", "0.0%"))
    packed, plain = zipped(made), BytesIO()
    with zipfile.ZipFile(plain, "w") as package:
        for name, content in made.items():
            package.writestr(name, content)
    chance = random.Random(6)
    for turn in range(400):
        raw = bytearray(packed if turn % 2 else plain.getvalue())
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        path = written(tmp_path, bytes(raw[: chance.randint(1, len(raw))] if turn % 10 == 0 else raw))
        try:
            with open_book(path) as sheets:
                for one in sheets:
                    assert one.merged is not None
                    list(one.rows())
        except DraftkitError as error:
            assert error.problems[0].place, turn


CSV = '街道,改造楼院（个）,做法\r\n临江街道,37,"先摸底，\r\n再说""一户一策"""\r\n城关街道,0371,"1,200"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_its_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    made = CSV.replace(",", separator).replace(f"1{separator}200", "1,200")
    rows = rows_in(written(tmp_path, made.encode(encoding), "台账.csv"))
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["街道", "改造楼院（个）", "做法"]),
        (2, ["临江街道", "37", "先摸底，\n再说“一户一策”".replace("“", '"').replace("”", '"')]),
        (4, ["城关街道", "0371", "1,200"]),
    ]
    assert [cell.numeric for row in rows[1:] for cell in row.cells] == [False, True, False, False, False, False]


def test_csv_with_a_title_and_digits_kept_as_text(tmp_path: Path) -> None:
    made = '改造台账,,\n街道,电话,\n临江,="0371",\n\n,,\n  城关 ,\t110101199003078888 ,\n'
    rows = rows_in(written(tmp_path, made.encode()))
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["改造台账"]),
        (2, ["街道", "电话"]),
        (3, ["临江", "0371"]),
        (6, ["城关", "110101199003078888"]),
    ]
    assert not any(cell.numeric or cell.trouble for row in rows for cell in row.cells)


def test_csv_rows_that_are_wider_than_the_header(tmp_path: Path) -> None:
    rows = rows_in(written(tmp_path, "街道,做法\n临江,先摸底,再动手\n城关,先动手\n".encode()))
    assert [[bool(cell.trouble) for cell in row.cells] for row in rows] == [
        [False] * 2,
        [True] * 3,
        [False] * 2,
    ]


@pytest.mark.parametrize(
    ("made", "line", "said"),
    [
        ('街道,做法\n临江,好\n城关,"先摸底\n东街,x\n', 3, "never closed"),
        ('街道,做法\n临江,"一户"一策\n', 2, "after the closing"),
        ("街道,做法\n" + "长" * 200_000 + ",1\n", 2, "never closed"),
        ("街道,做法\n临江," + ",".join(["1"] * 600) + "\n", 2, "beyond"),
        ("街道,做法\n" + "长" * 5_000_000, 2, "characters"),
    ],
)
def test_csv_that_cannot_be_taken_apart(tmp_path: Path, made: str, line: int, said: str) -> None:
    with pytest.raises(WrongTable) as wrong:
        rows_in(written(tmp_path, made.encode()))
    (problem,) = wrong.value.problems
    assert said in problem.message
    assert problem.place
    assert problem.place.line == line


def test_csv_that_is_cut_off_within_a_character(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="byte 11 "):
        rows_in(written(tmp_path, "街道,做法".encode()[:-2]))


WRITE = """
import sys
from openpyxl import Workbook
book = Workbook(write_only=True)
page = book.create_sheet("各街道")
page.append(["街道", *(f"列{n}" for n in range(5))])
for n in range(int(sys.argv[2])):
    page.append([f"街道{n}", n, *(f"{n}号楼院" + "改造惠民" * 250 for _ in range(3)), n / 7])
book.save(sys.argv[1])
"""
READ = """
import resource, sys
from pathlib import Path
from draftkit.store.table import open_book
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
def characters(path):
    with open_book(Path(path)) as (one,):
        assert one.merged == ()
        return sum(len(cell.text) for row in one.rows() for cell in row.cells)
few = characters(sys.argv[1])
before = peak()
many = characters(sys.argv[2])
assert many > 50 * few, (few, many)
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell the peak of memory in this way")
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    for name, rows in (("few.xlsx", 100), ("many.xlsx", 10_000)):
        subprocess.run([sys.executable, "-c", WRITE, tmp_path / name, str(rows)], check=True)
    read = [sys.executable, "-c", READ, str(tmp_path / "few.xlsx"), str(tmp_path / "many.xlsx")]
    grown = int(subprocess.run(read, check=True, capture_output=True, text=True).stdout)
    kilobytes = grown / (1024 if sys.platform == "darwin" else 1)
    assert kilobytes < 15_000
