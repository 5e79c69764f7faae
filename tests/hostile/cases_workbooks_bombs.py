"""Workbooks that are to take the machine.

A zip of XML has a thousand times the size that it seems to have; and what is small can be told to be large.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path

from books import GOOD, HEADER, book, cell, large, listing, row, rows, text
from case import Case
from cases_workbooks import SEEN, seen

from book_parts import SHEET, parts, relations, sheet, strings, styles, zipped


def made(
    number: str, what: str, make: Callable[[Path], object], *says: str, exit_: int = 2, **bounds: int
) -> Case:
    """Return a case of a workbook that is too large to be kept with the cases."""

    def files(folder: Path) -> None:
        make(folder / "streets.xlsx")

    return Case(number, what, SEEN, files, exit=exit_, says=says, **bounds)  # type: ignore[arg-type]


def merged(path: Path) -> None:
    """100,001 areas, each of two cells."""
    areas = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 100_002))
    large(path, [sheet(rows(), after=f"<mergeCells>{areas}</mergeCells>").encode()])


def bomb(path: Path) -> None:
    """600 MB of rows that hold something, in 600 kB."""
    head, tail = sheet("|").split("|")
    one = f"<row>{'<c><v>1</v></c>' * 400}</row>".encode()
    large(path, [head.encode(), *([one * 100] * 1000), tail.encode()])


def spaces(path: Path) -> None:
    """600 MB of nothing, in 600 kB."""
    large(path, [sheet("|").partition("|")[0].encode(), *([b" " * 6_000_000] * 100)])


def far_and_wide(path: Path) -> None:
    """2 million cells: 5,000 streets with 400 numbers."""
    head, tail = sheet("|").split("|")
    numbers = "<c><v>12</v></c>" * 399
    streets = (f"<row>{text(f'A{n}', f'第{n}街道')}{numbers}</row>" for n in range(3, 5_003))
    large(path, [head.encode(), rows().encode(), *(one.encode() for one in streets), tail.encode()])


def one_name(path: Path) -> None:
    """8,000 streets of one name."""
    head, tail = sheet("|").split("|")
    streets = (row(n, "城关街道", "会") for n in range(3, 8_003))
    large(path, [head.encode(), rows().encode(), *(one.encode() for one in streets), tail.encode()])


def long_shared(path: Path) -> None:
    """One text of 1 MB, which 50,000 cells name: 50,000 MB if each had it."""
    head, tail = sheet("|").split("|")
    begin = (row(1, *HEADER) + row(2, *GOOD)).encode()
    shared = '<c t="s"><v>0</v></c>'
    one = f"<row>{shared * 50}</row>".encode()
    content = dict(parts(strings=strings(f"<t>{'长' * 1_000_000}</t>")))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, given in content.items():
            package.writestr(
                name, head.encode() + begin + one * 1000 + tail.encode() if name == SHEET else given
            )


def same_sheet(count: int) -> bytes:
    """A workbook that lists one part as so many sheets."""
    sheets = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="a"/>' for n in range(1, count + 1))
    return book(book=listing(sheets))


def many_sheets(path: Path, count: int = 10_000) -> None:
    """So many sheets, each a part of its own."""
    sheets = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, count + 1))
    members = dict(parts(rows(), book=listing(sheets)))
    members["xl/_rels/workbook.xml.rels"] = relations(
        **{f"r{n}": f"worksheet|s{n}.xml" for n in range(1, count + 1)}
    )
    members |= {f"xl/s{n}.xml": sheet("") for n in range(1, count + 1)}
    path.write_bytes(zipped(members))


def sparse(path: Path, begin: bytes, size: int) -> None:
    """Write a file of a size that the disk does not hold."""
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(size)


ENTITIES = '<!DOCTYPE sst [<!ENTITY a "啊啊啊啊啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
STUMBLING = (
    "[" * 400,
    '"' * 401,
    "0" * 500,
    "#,##" * 120,
    "\\" * 499,
    "[h" * 200,
    "0.0E+0" * 80,
    "_(" * 200 + "年" * 90,
)

CASES = (
    made("X81c", "100,001 merged areas", merged, "more than 100000 merged cells"),
    seen(
        "X84",
        "a cell at the sheet's far corner",
        book(more=row(1048576, '<c r="XFD1048576"><v>1</v></c>')),
        "streets.xlsx:各街道!XFD1048576: the sheet goes on beyond row 200000",
    ),
    seen(
        "X84b",
        "row 200,001",
        book(more=row(200_001, "甲街道")),
        "streets.xlsx:各街道!A200001: the sheet goes on",
    ),
    made("X84c", "2 million cells", far_and_wide, "rows of streets: 5001", exit_=0, seconds=20),
    made("X84d", "8,000 streets of one name", one_name, "8000 streets would get one file"),
    made("X85", "600 MB of rows in 600 kB", bomb, "too large when it is unpacked"),
    made("X85b", "a sheet of 600 MB of spaces in 600 kB", spaces, "too large when it is unpacked"),
    made(
        "X85c",
        "one text of 1 MB, named by 50,000 cells",
        long_shared,
        "the row has more than 1000000 characters",
    ),
    seen(
        "X86",
        "entities that multiply in the shared texts",
        book(strings=ENTITIES + strings("<t>&b;</t>")),
        "holds a DOCTYPE",
    ),
    seen("X86b", "an entity that is a file", book(strings=XXE + strings("<t>&a;</t>")), "holds a DOCTYPE"),
    seen(
        "X86c",
        "entities in the sheet itself",
        book(sheet=ENTITIES.replace("sst", "worksheet") + sheet(rows("&b;街道"))),
        "holds a DOCTYPE",
    ),
    seen(
        "X86d",
        "entities in the styles, in UTF-16",
        book(styles=(ENTITIES + styles("General")).encode("utf-16")),
        "holds a DOCTYPE",
    ),
    seen("X90b", "one sheet listed 10,000 times", same_sheet(10_000), "damaged"),
    made("X90c", "10,000 sheets", many_sheets, "the workbook has more than 5000 sheets, pictures and notes"),
    seen(
        "X90j",
        "formats of numbers that matching could stumble over",
        book(*cell("12", look=3), styles=styles("General", *STUMBLING)),
        "rows of streets: 1",
        exit_=0,
    ),
    made(
        "X90r",
        "a file of 500 MB that is no zip",
        lambda path: sparse(path, b"PK\3\4", 500_000_000),
        "larger than 400000000 bytes",
    ),
)
