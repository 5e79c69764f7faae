"""Workbooks made by hand, part by part, as programs and enemies write them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from draftkit.store.table import open_book
from draftkit.store.table.sheet import Cell, Row

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SHEET, STRINGS, STYLES, BOOK = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
)


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{target.split("|")[0]}" Target="{target.split("|")[1]}"/>'
        for name, target in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def strings(*items: str) -> str:
    return f'{DECLARATION}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def built_in(code: str) -> bool:
    return code.isdigit() and not code.startswith("0")


def styles(*formats: str) -> str:
    """Looks 0, 1, 2 … each with one of these formats; a format that is a number is a built-in one."""
    own = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{code.replace("&", "&amp;").replace(chr(34), "&quot;")}"/>'
        for n, code in enumerate(formats)
        if not built_in(code)
    )
    looks = "".join(f'<xf numFmtId="{code if built_in(code) else 164 + n}"/>' for n, code in enumerate(formats))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{looks}</cellXfs></styleSheet>'


def parts(rows: str = "", **changed: str | bytes) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, 各街道; `book`, `sheet`, `strings` and `styles` change them."""
    book = (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="各街道" sheetId="1" r:id="a"/></sheets></workbook>'
    )
    return {
        "_rels/.rels": relations(a=f"officeDocument|{BOOK}"),
        "xl/_rels/workbook.xml.rels": relations(
            a="worksheet|worksheets/sheet1.xml", b="sharedStrings|sharedStrings.xml", c="styles|styles.xml"
        ),
        BOOK: changed.get("book", book),
        SHEET: changed.get("sheet", sheet(rows)),
        STRINGS: changed.get("strings", strings()),
        STYLES: changed.get("styles", styles("General")),
    }


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def written(folder: Path, content: bytes | Mapping[str, str | bytes], name: str = "台账.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else zipped(content))
    return path


def rows_in(path: Path) -> list[Row]:
    """The rows of all the sheets, one after the other."""
    with open_book(path) as sheets:
        return [row for one in sheets for row in one.rows()]


def cells_in(path: Path) -> list[Cell]:
    return [cell for row in rows_in(path) for cell in row.cells]
