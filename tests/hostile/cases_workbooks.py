"""Workbooks.

Whoever sends a table sends a zip of XML, which may be another kind of file, or spoilt.
"""

from books import GOOD, HEADER, book, cell, external, hidden, locked, named, old, row, rows, text, two_sheets
from case import Case

from book_parts import parts, sheet, strings, styles, zipped
from docx_parts import body, parts_of

BATCH = "batch streets.xlsx -f 短发言-一是二是三是 -o drafts"
SEEN = f"{BATCH} --dry-run"
LISTS = ("drafts/manifest.csv", "drafts/雷同报告.html")


def seen(number: str, what: str, content: bytes, *says: str, exit_: int = 2, command: str = SEEN) -> Case:
    """Return a case of a workbook that is told about before anything is written."""
    return Case(number, what, command, {"streets.xlsx": content}, exit=exit_, says=says)


def wrong(number: str, what: str, content: bytes, *says: str) -> Case:
    """Return a case of a workbook whose one street gets no draft."""
    return Case(number, what, BATCH, {"streets.xlsx": content}, exit=1, says=says, writes=LISTS)


def printed(number: str, what: str, content: bytes, *shows: str) -> Case:
    """Return a case of a workbook whose one street gets its draft, which says so."""
    writes = (*LISTS, "drafts/临江街道交流发言.docx", "drafts/补料清单.xlsx")
    return Case(number, what, BATCH, {"streets.xlsx": content}, exit=0, shows=shows, writes=writes)


BAD = {
    3: (*GOOD[1:2], "<c r=\"C3\"><f>cmd|' /c calc'!A1</f></c>"),
    4: (*GOOD[1:2], '<c r="C4" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>'),
    5: (*GOOD[1:2], '<c r="C5"><v>3.30102199001011E+17</v></c>'),
    6: (*GOOD[1:2], '<c r="C6"><v>1E+999</v></c>'),
    7: (*GOOD[1:2], '<c r="C7" s="1"><v>99999999</v></c>'),
    8: ("推进_x0007_会",),
    9: ("推进_xD83D_会",),
    10: ("长" * 40_000,),
}
"""Rows by their numbers, with a cell each that cannot be used."""

CASES = (
    wrong(
        "X77",
        "a formula without its result",
        book(*cell("", formula="SUM(C3:C9)")),
        "streets.xlsx:各街道!C2: a formula without its result",
    ),
    wrong(
        "X79b",
        "nine streets, each with another cell that cannot be used",
        book(
            *("临江_xD83D_街道", *GOOD[1:]),
            more="".join(row(number, f"第{number}街道", *cells) for number, cells in BAD.items()),
            styles=styles("General", "14"),
        ),
        "A2: character U+D83D",
        "C3: a formula without its result",
        "C4: the cell shows an error: #N/A",
        "C5: a number of more than 15 digits",
        "C6: this is no number",
        "C7: this number is no date",
        "B8: character U+0007",
        "B9: character U+D83D",
        "B10: the cell has more than 32767 characters",
    ),
    wrong("X78", "#REF!", book(*cell("#REF!", kind="e")), "各街道!C2: the cell shows an error: #REF!"),
    wrong(
        "X79",
        "an identity number of 18 digits, kept as a number",
        book(*cell("330102199001011234")),
        "各街道!C2: a number of more than 15 digits",
    ),
    printed(
        "X80",
        "a percentage, as it is seen",
        book("临江街道", '<c r="B2" s="1"><v>0.825</v></c>', styles=styles("General", "0.0%")),
        "82.5%",
    ),
    printed(
        "X80b",
        "a date since 1904, as it is seen",
        book(
            "临江街道",
            '<c r="B2" s="1"><v>44530</v></c>',
            styles=styles("General", "14"),
            book=named("各街道", before='<workbookPr date1904="1"/>'),
        ),
        "2025-12-01",
    ),
    seen(
        "X81",
        "an area merged over the whole sheet",
        book(sheet=sheet(rows(), after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "各街道",
    ),
    wrong(
        "X81b",
        "a number merged over two streets",
        book(
            sheet=sheet(
                rows(*cell("37"), more=row(3, "桥东街道")),
                after='<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
            )
        ),
        "各街道!C2",
    ),
    Case(
        "X82",
        "a hidden row, which is used, and a hidden sheet, which is not",
        SEEN,
        hidden,
        exit=0,
        says=("1 hidden rows are used", "底稿 is hidden and not used"),
        hides=("秘密",),
    ),
    seen(
        "X83",
        "a dimension that is wrong",
        book(sheet=sheet(rows(), before='<dimension ref="A1"/>')),
        "rows of streets: 1",
        exit_=0,
    ),
    seen("X87", "an .xls or .et called .xlsx", old("Workbook"), "a workbook of an old kind (.xls or .et)"),
    seen("X87b", "a .docx called .xlsx", zipped(parts_of(body("正文"))), "this is a Word document"),
    seen(
        "X87c",
        "a CSV called .xlsx, which is read",
        f"{','.join(HEADER)}\n{','.join(GOOD)}\n".encode(),
        "rows of streets: 1",
        exit_=0,
    ),
    seen("X87d", "a PDF called .xlsx", b"%PDF-1.7\n", "PDF"),
    seen("X87e", "a page of a mail program called .xlsx", b"<html><table><tr><td>1", "a web page"),
    seen("X87f", "a picture called .xlsx", b"\x89PNG\r\n\x1a\n\0\0\xff", "streets.xlsx:1:1"),
    Case(
        "X87g",
        "a workbook as the facts of compose",
        "compose streets.xlsx -o draft.docx",
        {"streets.xlsx": book()},
        says=("this is a Word, Excel or PDF file",),
    ),
    Case(
        "X87h",
        "a workbook as notes",
        "place streets.xlsx -f 短发言-一是二是三是",
        {"streets.xlsx": book()},
        says=("streets.xlsx:1:1",),
    ),
    seen("X88", "a password, as Office and WPS put it", old("EncryptedPackage"), "protected by a password"),
    seen("X88b", "a password of the zip", locked(), "protected by a password"),
    printed(
        "X89",
        "text in runs, with how it is read aloud",
        book(
            *("临江街道", '<c r="B2" t="s"><v>0</v></c>', "37"),
            strings=strings(
                "<r><t>全区河道</t></r><r><rPr><b/></rPr><t>清漂推进会</t></r>"
                '<rPh sb="0" eb="2"><t>quanqu</t></rPh>'
            ),
        ),
        "全区河道清漂推进会",
    ),
    seen(
        "X90",
        "two sheets, neither named: the first has the streets",
        two_sheets(),
        "Sheet1!A1: the header is in rows 1 to 1; rows of streets: 1",
        "Sheet2 has no table of streets",
        exit_=0,
    ),
    Case(
        "X90d",
        "a sheet whose name steers a terminal",
        SEEN,
        {"streets.xlsx": book(book=named("&#10;表&#9;&#x202e;x"), sheet=sheet(""))},
        says=("streets.xlsx:\\n表\\t\\u202ex!A1",),
        hides=("\u202e",),
    ),
    seen(
        "X90e",
        "cells of all kinds: logical, text, date, none known",
        book(
            more=row(
                3,
                "桥东街道",
                '<c r="B3" t="b"><v>1</v></c>',
                '<c r="C3" t="d"><v>2026-10-31T00:00:00</v></c>',
                '<c r="D3" t="zz"><v>1</v></c>',
            )
        ),
        "rows of streets: 2",
        exit_=0,
    ),
    seen(
        "X90f",
        "two cells of one name",
        book(more=row(3, "桥东街道", text("A3", "桥西街道"))),
        "streets.xlsx:各街道!A3: the file is damaged",
    ),
    seen("X90g", "rows out of order", book(more=row(9, "甲街道") + row(5, "乙街道")), "the file is damaged"),
    seen(
        "X90h",
        "cells and rows without their names, which are counted",
        zipped(parts(rows().replace(' r="', ' x="'))),
        "rows of streets: 1",
        exit_=0,
    ),
    seen(
        "X90i",
        "a cell named ZZZZ1",
        book(more='<row r="3"><c r="ZZZZ3"><v>1</v></c></row>'),
        "streets.xlsx:各街道!",
    ),
    printed("X90k", "links to other files and addresses, and comments", external(), "临江街道"),
    seen("X90p", "cut off in the middle", book()[:900], "the file is damaged"),
    seen("X90q", "no row at all", zipped(parts("")), "streets.xlsx"),
    Case(
        "X90t",
        "a template of another kind: a workbook",
        f"{BATCH} --template streets.xlsx",
        {"streets.xlsx": book()},
        says=("streets.xlsx:1:1",),
    ),
)
