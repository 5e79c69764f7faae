"""Workbooks to be handed in: with one street, and whatever is wrong with it."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from book_parts import DECLARATION, MAIN, PACKAGE, RELATIONS, SHEET, parts, relations, sheet, zipped
from office_tables import Page, workbook

HEADER = ("街道", "会议", "清理河道（条）")
GOOD = ("临江街道", "全区河道清漂推进会", "37")


def text(reference: str, words: str) -> str:
    """Return a cell of text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{words}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """Return a row of cells: texts, or cells as they are."""
    made = (
        one if one.startswith("<") else text(f"{'ABCDEFGH'[n]}{number}", one) for n, one in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(made)}</row>'


def rows(*cells: str, more: str = "") -> str:
    """Return the rows of a table with the header, one street with these cells, and more."""
    return row(1, *HEADER) + row(2, *(cells or GOOD)) + more


def book(*of: str, more: str = "", **changed: str | bytes) -> bytes:
    """Return a workbook with the header and one street."""
    return zipped(parts(rows(*of, more=more), **changed))


def listing(sheets: str, before: str = "") -> str:
    """Return the part that lists the sheets of a workbook."""
    spaces = f'xmlns="{MAIN}" xmlns:r="{RELATIONS}"'
    return f"{DECLARATION}<workbook {spaces}>{before}<sheets>{sheets}</sheets></workbook>"


def named(name: str, before: str = "") -> str:
    """Return the list of a workbook with one sheet of this name; what else it says before."""
    return listing(f'<sheet name="{name}" sheetId="1" r:id="a"/>', before)


def two_sheets() -> bytes:
    """Two sheets with the names that programs give; the second has notes."""
    names = '<sheet name="Sheet1" sheetId="1" r:id="a"/><sheet name="Sheet2" sheetId="2" r:id="d"/>'
    targets = {"a": "worksheet|worksheets/sheet1.xml", "d": "worksheet|worksheets/sheet2.xml"}
    more = {
        "xl/_rels/workbook.xml.rels": relations(**targets),
        "xl/worksheets/sheet2.xml": sheet(row(1, "记事")),
    }
    return zipped({**parts(rows(), book=listing(names)), **more})


def cell(content: str, look: int = 0, kind: str = "n", formula: str = "") -> tuple[str, str, str]:
    """Return the cells of a street whose number is this."""
    formula = f"<f>{formula}</f>" if formula else ""
    value = f"<v>{content}</v>" if content else ""
    return (*GOOD[:2], f'<c r="C2" s="{look}" t="{kind}">{formula}{value}</c>')


def large(path: Path, pieces: Iterable[bytes], part: str = SHEET) -> None:
    """Write a workbook of which one part comes in pieces."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts(rows()).items():
            if name != part:
                package.writestr(name, content)
        with package.open(part, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)


def old(word: str) -> bytes:
    """A file of the old kind, with a word by which it is known."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000) + word.encode("utf-16-le") + bytes(2000)


def locked() -> bytes:
    """A zip whose parts are encrypted."""
    raw = bytearray(book())
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def external() -> bytes:
    """Links to what is outside: a sheet, a picture, another workbook."""
    members = dict(parts(rows(*cell("12", formula="[1]表!A1"))))
    links = (
        f'<Relationship Id="x" Type="{RELATIONS}/externalLink" '
        'Target="https://example.org/x" TargetMode="External"/>'
    )
    wired = str(members["xl/_rels/workbook.xml.rels"]).replace("</Relationships>", links + "</Relationships>")
    members["xl/_rels/workbook.xml.rels"] = wired
    picture = (
        f'<Relationship Id="y" Type="{RELATIONS}/image" Target="file:///etc/passwd" TargetMode="External"/>'
    )
    members["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">{picture}</Relationships>'
    )
    members["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>某人</author></authors></comments>'
    )
    return zipped(members)


def hidden(folder: Path) -> None:
    """A hidden row, and a hidden sheet that nobody should read aloud."""
    table = [HEADER, GOOD, ("桥东街道", "全区河道清漂推进会", "12")]
    page = Page(table, hidden_rows=[3])
    workbook(folder / "streets.xlsx", 各街道=page, 底稿=Page([HEADER, ("秘密街道", "会", "1")], hidden=True))
