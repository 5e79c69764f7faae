"""Files that are no tables, sheets that are broken, and what enemies make of workbooks."""

import codecs
import random
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from book_parts import (
    BOOK,
    SHEET,
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
from draftkit.store.table.sheet import MOST_COLUMNS, MOST_ROWS


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


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


def test_a_mutated_file_is_read_or_refused(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 3}</v></c><c r="B{n}" s="{n % 3}"><v>0.{n}</v></c></row>'
        for n in range(1, 40)
    )
    texts = strings("<t>甲</t>", "<t>乙</t>", "<r><t>丙</t></r>")
    around = '<col min="2" max="3" hidden="1"/>', '<mergeCell ref="A1:B2"/>'
    formats = styles("General", '[Red]0.0%;\\(0"个"\\)', "yyyy/m/d")
    made = parts(sheet=sheet(rows, *around), strings=texts, styles=formats)
    packed, plain = zipped(made), BytesIO()
    with zipfile.ZipFile(plain, "w") as package:
        for name, content in made.items():
            package.writestr(name, content)
    chance = random.Random(6)
    for turn in range(400):
        raw = mutated(packed if turn % 2 else plain.getvalue(), chance)
        read_or_refused(written(tmp_path, raw[: chance.randint(1, len(raw))] if turn % 10 == 0 else raw))
    read = 0
    for turn in range(800):
        name = sorted(made)[turn % len(made)]
        changed = mutated(str(made[name]).encode(), chance)
        read += read_or_refused(written(tmp_path, {**made, name: changed}))
    assert read > 100


def mutated(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        changed[at] = chance.choice((chance.randrange(256), changed[chance.randrange(len(changed))], 0x39))
    return bytes(changed)


def read_or_refused(path: Path) -> bool:
    try:
        with open_book(path) as sheets:
            for one in sheets:
                assert len(one.merged) + len(one.hidden_columns) >= 0
                assert all(cell.text for row in one.rows() for cell in row.cells)
    except DraftkitError as error:
        assert all(problem.place for problem in error.problems)
        return False
    return True
